import type { FormReport } from '../../moving-in/rules/import-report.ts'

/** Where a draft came from, kept beside it: a scheme's file from a Torg, or an old form with what came along and what did not. */
export type Origin = { file: string; format: 'torg' } | FormReport
