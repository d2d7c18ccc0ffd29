import { caseSlug, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { isLang } from '#platform/texts/texts.ts'
import { nominationTexts } from '../texts/nomination.ts'

interface CaseFile {
  id: string
  number: string
  language: string
  caseworker_id: string | null
}

const reasons = Object.values(nominationTexts).map((each) => each.stopReason)

/**
 * What a new answer of the proposed does: a no stops the payments that have not begun, and a yes after it takes up those that the no
 * stopped, never one that finance stopped itself. The caseworker is told when anything was stopped or taken up, and of every no.
 */
export async function followAnswer(
  trx: Trx,
  caseFile: CaseFile,
  input: { answer: 'accepted' | 'declined'; origin: string; now: Date },
): Promise<void> {
  const declined = input.answer === 'declined'
  const lang = isLang(caseFile.language) ? caseFile.language : 'nb'
  const payments = await trx
    .updateTable('payment')
    .set(
      declined
        ? { status: 'stopped', status_reason: nominationTexts[lang].stopReason }
        : { status: 'planned', status_reason: null },
    )
    .where('case_id', '=', caseFile.id)
    .where('status', '=', declined ? 'planned' : 'stopped')
    .$if(!declined, (query) => query.where('status_reason', 'in', reasons))
    .returning(['id', 'ore', 'status'])
    .execute()
  for (const { id, ore, status } of payments) {
    await recordEvent(trx, {
      subjectId: caseFile.id,
      type: declined ? 'payment-stopped' : 'payment-resumed',
      actorRole: 'nominated',
      at: input.now,
      changes: { payment: id, status, ore },
    })
  }
  if (declined || payments.length > 0) await tellCaseworker(trx, caseFile, input)
}

/** Nothing about who is proposed stands in the e-mail: it says which case, and where. */
async function tellCaseworker(trx: Trx, caseFile: CaseFile, input: { answer: 'accepted' | 'declined'; origin: string }) {
  if (!caseFile.caseworker_id) return
  const person = await trx
    .selectFrom('person')
    .select(['id', 'email', 'language'])
    .where('id', '=', caseFile.caseworker_id)
    .executeTakeFirst()
  if (!person?.email || !isMailAddress(person.email)) return
  const lang = isLang(person.language) ? person.language : 'nb'
  const t = nominationTexts[lang].staffMail[input.answer]
  await queueMail(trx, {
    to: person.email,
    subject: t.subject(caseFile.number),
    text: t.text(`${input.origin}/saker/${caseSlug(caseFile.number)}`),
    lang,
    kind: `nomination-${input.answer}`,
    personId: person.id,
  })
}
