import type { Person } from '../person.ts'

/** A text as it is written in the studio: bokmål, nynorsk, English. */
export type Words = readonly [nb: string, nn: string, en: string]

/** Writes a text in its three languages. Of several questions with the same words, the last on the page. */
export async function write(person: Person, label: string, words: Words): Promise<void> {
  const group = person.page
    .getByRole('main')
    .getByRole('group', { name: startsWith(label) })
    .last()
  for (const [index, language] of (['Bokmål', 'Nynorsk', 'Engelsk'] as const).entries())
    await group.getByLabel(language).fill(words[index] ?? '')
}

/** Goes to a part of the scheme by the menu beside the page. */
export async function toPart(person: Person, name: string): Promise<void> {
  const link = person.page.getByRole('navigation', { name: 'Deler av ordningen' }).getByRole('link', { name: startsWith(name) })
  await Promise.all([person.page.waitForEvent('load'), link.first().click()])
}

/** Presses "next part" until a part is reached; the parts between are left as they are. */
export async function goOn(person: Person, to: string): Promise<void> {
  const heading = person.page.getByRole('heading', { level: 1, name: to, exact: true })
  for (let n = 0; n < 4; n++) {
    await person.press('Neste del')
    if ((await heading.count()) > 0) return
  }
  throw new Error(`No next part is ${to}.`)
}

/** Adds a question to a page of the form, or a column to a table, and stands at it afterwards. `nth`: which page. */
export async function addQuestion(person: Person, type: string, words: Words, nth = 0): Promise<void> {
  const adding = person.page.locator('.tg-outline__add').nth(nth)
  await adding.getByLabel('Hva vil du spørre om?').fill(words[0])
  await adding.getByLabel('Type').selectOption({ label: type })
  await Promise.all([
    person.page.waitForEvent('load'),
    adding.getByRole('button', { name: /^Legg til (spørsmål|kolonne)$/ }).click(),
  ])
  await write(person, 'Spørsmålet', words)
}

/** Publishes from the page that is open, and says yes when asked. */
export async function publish({ page }: Person, version: number): Promise<void> {
  const name = `Publiser versjon ${version}`
  await page.getByRole('main').getByRole('button', { name }).click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('dialog').getByRole('button', { name }).click()])
}

const startsWith = (label: string) => new RegExp(`^${label.replaceAll(/[.?()]/g, '\\$&')}`)
