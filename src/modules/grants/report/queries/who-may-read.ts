import type { Keyring } from '#platform/crypto.ts'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { getMyCase } from '../../application/queries/my-cases.ts'
import { getCaseForStaff } from '../../review/queries/case-access.ts'
import { may } from '../../review/rules/access.ts'
import { getReport, type Report } from './get-report.ts'

interface Question {
  reportId: string
  keyring: Keyring
  now: Date
  lock?: boolean
}

/** A report in a case of the person's own or of an organisation they may act for. Throws NotFound for anybody else's. */
export async function getOwnReport(trx: Trx, question: Question & { personId: string }): Promise<Report> {
  const report = await getReport(trx, question)
  await getMyCase(trx, report.caseNumber, question.personId, osloDate(question.now))
  return report
}

/** A report for staff. Throws NotFound when their role has nothing to do with reports, or the case is closed to them. */
export async function getReportForStaff(
  trx: Trx,
  question: Question & { asker: { id: string; roles: readonly string[] } },
): Promise<Report> {
  if (!may(question.asker, 'readReports')) throw new NotFound('report')
  const report = await getReport(trx, question)
  await getCaseForStaff(trx, report.caseNumber, question.asker)
  return report
}
