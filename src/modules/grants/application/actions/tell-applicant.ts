import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'

export interface Told {
  id: string
  number: string
  language: string
  applicant_organisation_id: string | null
}

/** That something waits: nothing of the case but its number may stand in the words (eForvaltningsforskriften § 8). */
export interface Telling {
  caseFile: Told
  kind: string
  /** Where one logs in to read it. */
  address: string
  words: (lang: Lang) => { subject: (number: string) => string; text: (number: string, address: string) => string }
}

/**
 * Tells who sent the application, else the organisation, in the application's language form. False when nobody has an address:
 * then someone must call or write.
 */
export async function tellApplicant(trx: Trx, telling: Telling): Promise<boolean> {
  const { sender, organisation } = await addressesOf(trx, telling.caseFile)
  const to = sender?.email ?? organisation
  if (!to || !isMailAddress(to)) return false
  await queue(trx, telling, to, sender?.email ? sender.id : undefined)
  return true
}

/** Tells who sent the application, and the organisation at its own address. Returns the notices' ids; none when nobody has an address. */
export async function tellAllOfApplicant(trx: Trx, telling: Telling): Promise<string[]> {
  const { sender, organisation } = await addressesOf(trx, telling.caseFile)
  const addresses = new Map<string, string | undefined>()
  if (organisation) addresses.set(organisation.toLowerCase(), undefined)
  if (sender?.email) addresses.set(sender.email.toLowerCase(), sender.id)
  const ids: string[] = []
  for (const [to, personId] of addresses) {
    if (isMailAddress(to)) ids.push(await queue(trx, telling, to, personId))
  }
  return ids
}

async function addressesOf(trx: Trx, caseFile: Told) {
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
  return { sender, organisation: organisation?.email }
}

async function queue(trx: Trx, telling: Telling, to: string, personId: string | undefined): Promise<string> {
  const { caseFile } = telling
  const lang = isLang(caseFile.language) ? caseFile.language : 'nb'
  const words = telling.words(lang)
  return await queueMail(trx, {
    to,
    subject: words.subject(caseFile.number),
    text: words.text(caseFile.number, telling.address),
    lang,
    kind: telling.kind,
    caseId: caseFile.id,
    ...(personId ? { personId } : {}),
  })
}
