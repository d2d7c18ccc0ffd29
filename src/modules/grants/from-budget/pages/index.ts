import '../texts/events.ts'
import './sections.tsx'

export { openCases, showBudgetRound } from './budget-round.tsx'
