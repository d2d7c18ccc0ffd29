import type { Person } from '../person.ts'

/** A neighbour's small idea, as it is asked for in bokmål: page by page, the field's label and what is written. */
export const idea = {
  title: 'Benker ved badeplassen',
  text: 'Vi snekrer tre benker sammen og setter dem der de eldre går tur.',
  done: '2027-06-01',
  applied: '8 000',
  item: 'Materialer',
  phone: '00 00 03 00',
  account: '8601.11.17947',
} as const

/** Fills and sends the form, by role and name, and returns the case number (2026-47). Stands on the form's first page when it begins. */
export async function sendIdea(person: Person, email: string, look: () => Promise<void> = person.isGood): Promise<string> {
  const { page } = person
  await page.getByLabel('Hva vil du gjøre?').fill(idea.title)
  await page.getByLabel('Fortell litt mer').fill(idea.text)
  await page.getByLabel('Hvilken bydel?').selectOption({ label: 'Indrehavn' })
  await page.getByLabel('Når er det ferdig, omtrent?').fill(idea.done)
  await page.getByRole('checkbox', { name: 'Naboer' }).check()
  await page.getByRole('group', { name: 'Må noen gi lov?' }).getByRole('radio', { name: 'Nei' }).check()
  await look()
  await person.press('Lagre og gå videre')
  await page.getByLabel('Hvor mye trenger du?').fill(idea.applied)
  await page.getByLabel('Hva', { exact: true }).first().fill(idea.item)
  await page.getByLabel('Omtrent hva det koster').first().fill(idea.applied)
  await look()
  await person.press('Lagre og gå videre')
  await page.getByLabel('Telefon').fill(idea.phone)
  await page.getByLabel('E-post').fill(email)
  await page
    .getByRole('group', { name: /^Bor du i Fjordvik/ })
    .getByRole('radio', { name: 'Ja' })
    .check()
  await page.getByLabel('Kontonummer').fill(idea.account)
  await page.getByRole('checkbox', { name: /^Bekreft opplysningene/ }).check()
  await look()
  await person.press('Lagre og gå videre')
  await look()
  await person.press('Send søknaden')
  await look()
  const number = /Saksnummer\s+(20\d\d)\/(\d+)/.exec(await person.read())
  if (!number) throw new Error(`There is no receipt: ${await person.read()}`)
  return number.slice(1).join('-')
}
