import type { Trx } from '#platform/database/db.ts'
import { tellApplicant } from '../../application/actions/tell-applicant.ts'
import { reportNoticeTexts } from '../texts/notices.ts'

export type ReportNotice = 'report-due-soon' | 'report-overdue' | 'report-judged'

/** Tells the recipient that something waits about a report. False when nobody has an address. */
export async function tellRecipient(trx: Trx, input: { caseId: string; kind: ReportNotice; address: string }): Promise<boolean> {
  const { caseId, kind, address } = input
  const caseFile = await trx
    .selectFrom('case_file')
    .select(['id', 'number', 'language', 'applicant_organisation_id'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return await tellApplicant(trx, { caseFile, kind, address, words: (lang) => reportNoticeTexts[lang][kind] })
}
