import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { sealAnswers } from '../../application/sealed-answers.ts'
import { getOwnReport } from '../queries/who-may-read.ts'
import { sentAccountLines } from '../rules/account-lines.ts'
import { checkReport, sentReportAnswers } from '../rules/check-report.ts'
import { submitReport } from './submit-report.ts'

/**
 * Sends the report as it is saved, when nothing is missing; false when something is, and nothing is written then. Throws Conflict
 * when it has been sent already.
 */
export async function sendReport(
  trx: Trx,
  input: { reportId: string; personId: string; keyring: Keyring; now: Date },
): Promise<boolean> {
  const report = await getOwnReport(trx, { ...input, lock: true })
  const isDraft = report.status === 'due' || report.status === 'returned'
  if (isDraft && checkReport(report).size > 0) return false
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'report' as const, id: report.id }
  await submitReport(trx, {
    reportId: report.id,
    caseId: report.caseId,
    personId: input.personId,
    answers: sealAnswers(report.definition, sentReportAnswers(report), input.keyring, place),
    accounts: sentAccountLines(report.accounts),
    now: input.now,
  })
  return true
}
