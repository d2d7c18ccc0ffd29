import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isLang } from '#platform/texts/texts.ts'
import { noticeTexts } from '../texts/notices.ts'

interface Noticed {
  id: string
  number: string
  language: string
  applicant_person_id: string | null
  applicant_organisation_id: string | null
}

/**
 * Tells the applicant that something waits, in the application's language form; nothing of the case itself is in it. Goes to who
 * sent the application, else to the organisation. False when nobody has an address: then someone must call or write.
 */
export async function noticeToApplicant(
  trx: Trx,
  input: { caseFile: Noticed; kind: 'information-asked' | 'information-reminder'; address: string },
): Promise<boolean> {
  const { caseFile } = input
  const sender = await trx
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'application.municipality_id').onRef('person.id', '=', 'application.sender_id'),
    )
    .select(['person.id', 'person.email'])
    .where('application.case_id', '=', caseFile.id)
    .where('person.kind', '=', 'resident')
    .executeTakeFirst()
  const organisation = caseFile.applicant_organisation_id
    ? await trx.selectFrom('organisation').select('email').where('id', '=', caseFile.applicant_organisation_id).executeTakeFirst()
    : undefined
  const to = sender?.email ?? organisation?.email
  if (!to) return false
  const lang = isLang(caseFile.language) ? caseFile.language : 'nb'
  const t = noticeTexts[lang][input.kind === 'information-asked' ? 'asked' : 'reminder']
  await queueMail(trx, {
    to,
    subject: t.subject(caseFile.number),
    text: t.text(caseFile.number, input.address),
    lang,
    kind: input.kind,
    caseId: caseFile.id,
    ...(sender?.email ? { personId: sender.id } : {}),
  })
  return true
}
