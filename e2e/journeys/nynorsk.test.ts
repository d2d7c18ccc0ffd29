import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { collectTexts } from '../looks/in-page.ts'
import { findBokmal } from '../looks/language.ts'
import { enter, type Person } from '../person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
let number = ''

/** Holds that the page is good, marked as nynorsk, and written in it. What this journey writes is nynorsk too. */
async function isNynorsk(person: Person): Promise<void> {
  await person.isGood()
  expect(await person.page.evaluate(() => document.documentElement.lang)).toBe('nn')
  expect(findBokmal(await person.page.evaluate(collectTexts))).toEqual([])
}

test('a club in the small municipality applies in nynorsk from the front page to the receipt', async () => {
  const ola = await enter(browser, url, 'ola-lyngstad', '/')
  await isNynorsk(ola)
  await ola.go('/tilskudd/bygdemidlar')
  await isNynorsk(ola)
  await ola.go('/tilskudd/bygdemidlar/sok')
  await isNynorsk(ola)
  await ola.page
    .getByRole('radio', { name: /Lyngsund/ })
    .first()
    .check()
  const blank = ola.page.getByRole('radio', { name: 'Start med blankt skjema' })
  if ((await blank.count()) > 0) await blank.check()
  await ola.press('Byrj på søknaden')
  const { page } = ola
  await page.getByRole('radio', { name: 'Eit lag eller ei foreining' }).check()
  await page.getByLabel('Kva for grend?').fill('Ytre Lyngsund')
  await page.getByLabel('Kven kan vi kontakte?').fill('Ola Lyngstad')
  await page.getByLabel('E-post til kontaktpersonen').fill('ola.lyngstad@lyngsundil.example')
  await isNynorsk(ola)
  await ola.press('Lagre og gå vidare')
  await page.getByLabel('Kva heiter det?').fill('Dugnad på lysløypa')
  await page.getByLabel('Fortel kva de vil').fill('Vi set opp nye stolpar og ryddar grøftene saman.')
  await page.getByLabel('Kva tid byrjar de?').fill('2027-05-01')
  await page.getByLabel('Kva tid er de ferdige?').fill('2027-06-01')
  await page.getByLabel('Kor mange timar dugnad?').fill('120')
  for (const [question, answer] of [
    [/^Kan alle i bygda vere med/, 'Ja'],
    [/^Blir det rusfritt/, 'Ja'],
    [/^Er barn med/, 'Nei'],
  ] as const)
    await page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check()
  await isNynorsk(ola)
  await ola.press('Lagre og gå vidare')
  await page.getByLabel('Kor mykje søkjer de om?').fill('12 000')
  await page
    .getByLabel(/^Beløp/)
    .first()
    .fill('12 000')
  await page.getByLabel('Kontonummer for pengane').fill('8601.11.17947')
  await page.getByRole('checkbox', { name: /^Stadfest opplysningane/ }).check()
  await isNynorsk(ola)
  await ola.press('Lagre og gå vidare')
  await isNynorsk(ola)
  await ola.press('Send søknaden')
  await isNynorsk(ola)
  const receipt = await ola.read()
  expect(receipt).toContain('Søknaden er send')
  number = /Saksnummer\s+(20\d\d)\/(\d+)/.exec(receipt)?.slice(1).join('-') ?? ''
  await ola.go('/min-side')
  await isNynorsk(ola)
  await ola.go(`/min-side/saker/${number}`)
  await isNynorsk(ola)
  await ola.leave()
})

test('the one with many hats handles it, and her superior decides, in nynorsk', async () => {
  const berit = await enter(browser, url, 'berit-nes', `/saker/${number}`)
  await isNynorsk(berit)
  await berit.press('Ta saka')
  await berit.follow(/habilitet$/)
  await isNynorsk(berit)
  await berit.page.getByRole('radio', { name: /^Ja/ }).check()
  await berit.press(/^Lagre/)
  await berit.follow('Innstill')
  await berit.page.getByRole('radio', { name: 'Innvilga', exact: true }).check()
  await berit.page.getByLabel('Beløp').fill('12 000')
  await berit.page.getByRole('textbox', { name: /^Grunngiving|^Grunngjeving/ }).fill('Dugnaden er open for alle i bygda.')
  await isNynorsk(berit)
  await berit.press(/^Lagre innstillinga/)
  await isNynorsk(berit)
  await berit.leave()
  const geir = await enter(browser, url, 'geir-myhre', `/saker/${number}`)
  await geir.follow(/habilitet$/)
  await geir.page.getByRole('radio', { name: /^Ja/ }).check()
  await geir.press(/^Lagre/)
  await geir.follow('Gjer vedtak')
  await isNynorsk(geir)
  await geir.press('Gjer vedtaket')
  await isNynorsk(geir)
  const letter = await geir.page.getByRole('textbox').evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))
  expect(findBokmal(letter)).toEqual([])
  await geir.leave()
})
