import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { isLang } from '#platform/texts/texts.ts'
import { reportNoticeTexts } from '../texts/notices.ts'

export type ReportNotice = 'report-due-soon' | 'report-overdue' | 'report-judged'

/**
 * Tells the recipient that something waits about a report, in the application's language form; nothing of the case itself is in it
 * (eForvaltningsforskriften § 8). Goes to who sent the application, else to the organisation. False when nobody has an address.
 */
export async function tellRecipient(trx: Trx, input: { caseId: string; kind: ReportNotice; address: string }): Promise<boolean> {
  const found = await trx
    .selectFrom('case_file')
    .innerJoin('application', (join) =>
      join
        .onRef('application.municipality_id', '=', 'case_file.municipality_id')
        .onRef('application.case_id', '=', 'case_file.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'application.municipality_id').onRef('person.id', '=', 'application.sender_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'case_file.municipality_id')
        .onRef('organisation.id', '=', 'case_file.applicant_organisation_id'),
    )
    .select([
      'case_file.number',
      'case_file.language',
      'person.id as person_id',
      'person.kind as person_kind',
      'person.email as person_email',
      'organisation.email as organisation_email',
    ])
    .where('case_file.id', '=', input.caseId)
    .executeTakeFirstOrThrow()
  const own = found.person_kind === 'resident' ? found.person_email : null
  const to = own ?? found.organisation_email
  if (!to || !isMailAddress(to)) return false
  const lang = isLang(found.language) ? found.language : 'nb'
  const t = reportNoticeTexts[lang][input.kind]
  await queueMail(trx, {
    to,
    subject: t.subject(found.number),
    text: t.text(found.number, input.address),
    lang,
    kind: input.kind,
    caseId: input.caseId,
    ...(own ? { personId: found.person_id } : {}),
  })
  return true
}
