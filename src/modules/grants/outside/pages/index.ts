import '../texts/events.ts'
import './sections.tsx'

export { postRecord, showRecord } from './record-decision.tsx'
export { downloadStatementList, saveStatementList, showStatementList } from './statement-list.tsx'
