import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { enter, type Person } from '../person.ts'
import { aboutWords, ruleWords } from './instrument-words.ts'
import { addQuestion, goOn, publish, toPart, write } from './studio-hand.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
let number = ''
const title = 'Refusjon av leie for instrumenter'

let owner: Person

test('a scheme owner begins with nothing, and says what the scheme is for', async () => {
  owner = await enter(browser, url, 'liv-tangen', '/saker/ordninger')
  await owner.follow('Ny ordning')
  await owner.page.getByLabel('Hva skal ordningen hete?').fill('Refusjon av leie for instrumenter')
  await owner.page.getByLabel('Enheten som har ansvaret').selectOption('kultur')
  await owner.press('Begynn')
  expect(await owner.read()).toMatch(/\d+ ting står igjen før ordningen kan publiseres/)
  await owner.follow('Formål og beskrivelse')
  for (const [question, words] of aboutWords) await write(owner, question, words)
  await owner.isGood()
  await goOn(owner, 'Hvem som kan søke')
})

test('she says who can apply, and when', async () => {
  await goOn(owner, 'Utlysninger og rammer')
  await write(owner, 'Hva utlysningen heter', ['Hele året', 'Heile året', 'All year'])
  await owner.page.getByLabel('Åpner').fill('2026-01-01')
  await owner.page.getByLabel('Hele rammen').fill('500 000')
  await owner.isGood()
  await goOn(owner, 'Skjema')
  expect(await owner.read()).toContain('Ingen spørsmål ennå')
})

test('she makes the form: a condition by menus, and a table of instruments', async () => {
  const { page } = owner
  await addQuestion(owner, 'Ja eller nei', [
    'Spiller barn i orkesteret?',
    'Speler barn i orkesteret?',
    'Do children play in the orchestra?',
  ])
  await owner.press('Lagre og gå til skjemaet')
  await addQuestion(owner, 'Tall', ['Hvor mange barn spiller?', 'Kor mange barn speler?', 'How many children play?'])
  const shown = page.getByRole('group', { name: /^Vises når/ })
  await shown.getByRole('radio', { name: 'Når disse stemmer' }).check()
  await shown.getByLabel('Opplysning').first().selectOption({ label: 'Spiller barn i orkesteret?' })
  await shown.getByLabel('Krav').first().selectOption({ label: 'er ja' })
  await owner.isGood()
  await owner.press('Lagre og gå til skjemaet')
  await addQuestion(owner, 'Tabell eller gjentatt gruppe', [
    'Instrumenter dere leier',
    'Instrument de leiger',
    'Instruments you hire',
  ])
  await write(owner, 'Hva én rad er', ['Instrument', 'Instrument', 'Instrument'])
  await owner.press('Lagre')
  await addQuestion(owner, 'Velg én', ['Størrelse', 'Storleik', 'Size'])
  const options = page.getByRole('group', { name: /^Teksten på valget/ })
  for (const [index, words] of [
    ['Lite', 'Lite', 'Small'],
    ['Stort', 'Stort', 'Large'],
  ].entries())
    for (const [n, language] of ['Bokmål', 'Nynorsk', 'Engelsk'].entries())
      await options
        .nth(index)
        .getByLabel(language)
        .fill(words[n] ?? '')
  await owner.press('Lagre og gå til tabellen')
  await addQuestion(owner, 'Tall', ['Antall', 'Tal', 'Number'])
  await owner.press('Lagre og gå til tabellen')
  await owner.isGood()
  await owner.follow('Til skjemaet')
  await addQuestion(owner, 'Kontonummer', ['Kontonummer', 'Kontonummer', 'Bank account'])
  await owner.press('Lagre og gå til skjemaet')
  await owner.isGood()
  await owner.follow('Neste del')
})

test('she writes a rule by menus, and how the amount is worked out', async () => {
  const { page } = owner
  await owner.press('Legg til regel')
  for (const [question, words] of ruleWords) await write(owner, question, words)
  const when = page.getByRole('group', { name: /^Regelen er oppfylt når/ })
  await when.getByLabel('Opplysning').first().selectOption({ label: 'Står i Frivillighetsregisteret' })
  await when.getByLabel('Krav').first().selectOption({ label: 'er ja' })
  await page.getByLabel('Hvor regelen står').fill('Vedtak i bystyret, punkt 2')
  await page
    .getByLabel('Når regelen ikke er oppfylt', { exact: true })
    .selectOption({ label: 'Foreslå avslag for saksbehandleren' })
  await owner.isGood()
  await goOn(owner, 'Hvor mye')
  for (const [words, formula] of [
    [
      ['Sats for hvert instrument', 'Sats for kvart instrument', 'Rate for each instrument'],
      'sum(for rad in answer.instrumenterDereLeier return rad.antall * (if rad.storrelse = "stort" then kr(900) else kr(400)))',
    ],
    [['Høyst 5 000 kroner', 'Høgst 5 000 kroner', 'At most NOK 5,000'], 'min(step.step, kr(5000))'],
  ] as const) {
    await owner.press('Legg til steg')
    await write(owner, 'Hva steget er', words)
    await page.getByRole('textbox', { name: 'Utregningen' }).last().fill(formula)
  }
  await page.getByText('Opplysninger du kan bruke').last().click()
  expect(await owner.read()).toContain('"stort" (Stort)')
  await owner.isGood()
  await goOn(owner, 'Vurdering')
})

test('she sees the steps, says who answers appeals and where the money goes, and publishes', async () => {
  const { page } = owner
  await goOn(owner, 'Steg i saken')
  expect(await owner.read()).toContain('Slik går en sak')
  await owner.isGood()
  await goOn(owner, 'Hvem som avgjør')
  await write(owner, 'Den som avgjør', ['Kultursjefen', 'Kultursjefen', 'The head of culture'])
  await goOn(owner, 'Brev')
  await write(owner, 'Den som behandler klager', [
    'Fjordvik kommunes klagenemnd',
    'Klagenemnda i Fjordvik kommune',
    'The appeals board of Fjordvik municipality',
  ])
  await goOn(owner, 'Utbetaling')
  await page.getByLabel('Spørsmålet som har kontonummeret').selectOption({ label: 'Kontonummer' })
  await goOn(owner, 'Offentlighet og personvern')
  await page.getByLabel('KOSTRA-funksjon').fill('385')
  await owner.isGood()
  await owner.press('Lagre')
  await toPart(owner, 'Oversikt')
  await owner.follow('Publiser')
  await owner.isGood()
  await publish(owner, 1)
  expect(await owner.read()).toContain('Versjon 1 er publisert.')
  await owner.leave()
})

test('a resident finds it, applies, and sees the amount worked out step by step', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', '/tilskudd')
  const { page } = astrid
  await astrid.follow(title)
  expect(await astrid.read()).toContain('Etter faste satser')
  await astrid.follow('Start søknad')
  await astrid.press('Begynn på søknaden')
  const children = page.getByRole('group', { name: 'Spiller barn i orkesteret?' })
  await children.getByRole('radio', { name: 'Ja' }).check()
  await page.getByLabel('Hvor mange barn spiller?').fill('12')
  await page.getByLabel('Hva', { exact: true }).fill('Cello')
  await page.getByRole('group', { name: 'Størrelse' }).getByRole('radio', { name: 'Stort' }).check()
  await page.getByLabel('Antall').first().fill('8')
  await page.getByLabel('Kontonummer').fill('8601.11.17947')
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  const check = await astrid.read()
  expect(check).toMatch(/Sats for hvert instrument\s+7 200 kr\s+Høyst 5 000 kroner\s+5 000 kr/)
  expect(check).toMatch(/Oppfylt\s+Står i Frivillighetsregisteret/)
  await astrid.isGood()
  await astrid.press('Send søknaden')
  number =
    /Saksnummer\s+(20\d\d)\/(\d+)/
      .exec(await astrid.read())
      ?.slice(1)
      .join('-') ?? ''
  expect(number).toMatch(/^20\d\d-\d+$/)
  await astrid.leave()
})

test('a caseworker recommends what was worked out, and the leader decides', async () => {
  const maren = await enter(browser, url, 'maren-lie', `/saker/${number}`)
  await maren.press('Ta saken')
  await maren.follow('Svar på habilitet')
  await maren.page.getByRole('radio', { name: 'Ja, jeg er habil' }).check()
  await maren.press('Lagre svaret')
  await maren.follow('Innstill')
  await maren.page.getByRole('radio', { name: 'Innvilget', exact: true }).check()
  expect(await maren.read()).toContain('Beregnet beløp: 5 000 kr')
  await maren.page.getByLabel('Beløp').fill('5 000')
  await maren.page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Orkesteret leier åtte celloer.')
  await maren.isGood()
  await maren.press('Lagre innstillingen')
  await maren.leave()
  const tor = await enter(browser, url, 'tor-bakken', `/saker/${number}`)
  await tor.follow('Svar på habilitet')
  await tor.page.getByRole('radio', { name: 'Ja, jeg er habil' }).check()
  await tor.press('Lagre svaret')
  await tor.follow('Gjør vedtak')
  await tor.press('Gjør vedtaket')
  await tor.press(/^Lagre (som korrekturlest|og gå til neste brev)$/)
  await tor.go('/saker/vedtak/slipp')
  const row = tor.page.getByRole('row', { name: new RegExp(number.replace('-', '/')) })
  await row.getByRole('checkbox').check()
  await tor.press('Se hva som skjer')
  await tor.press('Slipp 1 vedtak')
  expect(await tor.read()).toContain('1 vedtak er sendt.')
  await tor.leave()
})

test('the applicant reads the letter, with the amount step by step, and is paid', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', `/min-side/saker/${number}`)
  await astrid.follow('Les vedtaket')
  const letter = await astrid.read()
  expect(letter).toContain('Orkesteret leier åtte celloer.')
  expect(letter).toContain('Høyst 5 000 kroner')
  expect(letter).toContain('Fjordvik kommunes klagenemnd')
  await astrid.isGood()
  const row = { name: new RegExp(number.replace('-', '/')) }
  const petter = await enter(browser, url, 'petter-dahl', '/saker/utbetalinger')
  await petter.page.getByRole('row', row).getByRole('checkbox').check()
  await petter.press('Klargjør')
  const hilde = await enter(browser, url, 'hilde-moen', '/saker/utbetalinger?fane=prepared')
  await hilde.page.getByRole('row', row).getByRole('checkbox').check()
  await hilde.press('Godkjenn')
  await hilde.leave()
  for (const [tab, button] of [
    ['approved', 'Merk som sendt'],
    ['sent', 'Bekreft betalt'],
  ] as const) {
    await petter.go(`/saker/utbetalinger?fane=${tab}`)
    await petter.page.getByRole('row', row).getByRole('checkbox').check()
    await petter.press(button)
  }
  await petter.leave()
  await astrid.go(`/min-side/saker/${number}`)
  expect(await astrid.read()).toContain('Er betalt.')
  await astrid.leave()
})

test('the next version holds for new applications; the open case stays on the version it came under', async () => {
  const liv = await enter(browser, url, 'liv-tangen', '/saker/ordninger')
  const { page } = liv
  const row = page.getByRole('row', { name: new RegExp(title) })
  await Promise.all([page.waitForEvent('load'), row.getByRole('button', { name: /^Endre/ }).click()])
  const next = new URL(page.url()).pathname
  await liv.go(`${next}/belop`)
  await write(liv, 'Hva steget er', ['Høyst 6 000 kroner', 'Høgst 6 000 kroner', 'At most NOK 6,000'])
  await page.getByRole('textbox', { name: 'Utregningen' }).last().fill('min(step.step, kr(6000))')
  await liv.press('Lagre')
  await liv.go(`${next}/forhandsvis?bredde=telefon`)
  const phone = page.frameLocator('iframe')
  expect((await page.locator('iframe').boundingBox())?.width).toBeLessThan(420)
  await phone.getByRole('group', { name: 'Spiller barn i orkesteret?' }).getByRole('radio', { name: 'Nei' }).check()
  await phone.getByLabel('Hva', { exact: true }).fill('Tuba')
  await phone.getByRole('group', { name: 'Størrelse' }).getByRole('radio', { name: 'Stort' }).check()
  await phone.getByLabel('Antall').first().fill('8')
  await phone.getByLabel('Kontonummer').fill('8601.11.17947')
  await phone.getByRole('button', { name: 'Lagre og gå videre' }).last().click()
  await phone.getByText('Beregnet beløp: 6 000 kr').waitFor()
  await phone.getByRole('button', { name: 'Send søknaden' }).click()
  await phone.getByText('Prøven er sendt').first().waitFor()
  await liv.go(`${next}/endringer`)
  expect(await liv.read()).toContain('6 000')
  await liv.isGood()
  await liv.go(`${next}/publiser`)
  expect(await liv.read()).toMatch(/Versjon 1 gjelder nå[^\n]*\t1\s+på versjon 1: se i arbeidslisten\s+0/)
  await publish(liv, 2)
  await liv.go('/tilskudd')
  await liv.follow(title)
  expect(await liv.read()).toContain('Høyst 6 000 kroner')
  await liv.leave()
  const maren = await enter(browser, url, 'maren-lie', `/saker/${number}`)
  expect(await maren.read()).toContain('Høyst 5 000 kroner')
  await maren.leave()
})

test('a stricter rule is tried on real applications, side by side with today, and taken back', async () => {
  const liv = await enter(browser, url, 'liv-tangen', '/saker/ordninger')
  const { page } = liv
  await liv.follow(/^Kor, korps og kulturorganisasjoner/)
  const choirs = new URL(page.url()).pathname
  await liv.go(`${choirs}/regler`)
  const limit = page.locator('.tg-studio-item', { hasText: 'Minst ti medlemmer' }).getByLabel('Verdi').first()
  expect(await limit.inputValue()).toBe('10')
  await limit.fill('30')
  await liv.press('Lagre')
  await liv.go(`${choirs}/prov`)
  await liv.press('Prøv nå')
  await page
    .getByText(/søknader er prøvd\./)
    .first()
    .waitFor()
  const outcome = await liv.read()
  expect(outcome).toMatch(/[1-9]\d* kommer ut annerledes enn i dag/)
  expect(outcome).toContain('Minst ti medlemmer: oppfyller → oppfyller ikke')
  await liv.isGood()
  await liv.press('Angre')
  await liv.go(`${choirs}/regler`)
  expect(await limit.inputValue()).toBe('10')
  await liv.leave()
})
