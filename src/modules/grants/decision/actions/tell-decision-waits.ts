import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { isLang } from '#platform/texts/texts.ts'
import { decisionNoticeTexts } from '../texts/notices.ts'

export interface Notified {
  id: string
  number: string
  language: string
  applicant_organisation_id: string | null
}

export type NoticeKind =
  | 'decision-waiting'
  | 'decision-waiting-again'
  | 'appeal-received'
  | 'award-lapsed'
  | 'statement-sent'
  | 'outside-decided'
  | 'opened-from-budget'

/**
 * Tells who sent the application, and the organisation at its own address, that something waits. Holds nothing of the case but its
 * number (eForvaltningsforskriften § 8). Returns how many were told; 0 when nobody has an e-mail address.
 */
export async function tellDecisionWaits(
  trx: Trx,
  input: { caseFile: Notified; kind: NoticeKind; address: string; now: Date },
): Promise<number> {
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
  const lang = isLang(caseFile.language) ? caseFile.language : 'nb'
  const t = decisionNoticeTexts[lang][input.kind]
  const addresses = new Map<string, string | undefined>()
  if (organisation?.email) addresses.set(organisation.email.toLowerCase(), undefined)
  if (sender?.email) addresses.set(sender.email.toLowerCase(), sender.id)
  let told = 0
  for (const [to, personId] of addresses) {
    if (!isMailAddress(to)) continue
    const id = await queueMail(trx, {
      to,
      subject: t.subject(caseFile.number),
      text: t.text(caseFile.number, input.address),
      lang,
      kind: input.kind,
      caseId: caseFile.id,
      ...(personId ? { personId } : {}),
    })
    await trx.updateTable('notice').set({ created_at: input.now }).where('id', '=', id).execute()
    told++
  }
  return told
}
