import '../texts/events.ts'
import './sections.tsx'

export { postNomination, showNomination } from './answer.tsx'
