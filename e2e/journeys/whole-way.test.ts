import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { enter, pdf, type Person } from '../person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
let number = ''
const amounts: readonly (readonly [line: string, kroner: string])[] = [
  ['Leie av øvingslokale', '47 100'],
  ['Dirigent', '98 400'],
  ['Noter, instrumenter og drakter', '17 100'],
  ['Konserter og forestillinger', '38 500'],
  ['Andre utgifter', '12 900'],
  ['Kontingent', '80 100'],
  ['Billetter og spilleoppdrag', '46 200'],
  ['Dugnad og lotteri', '27 700'],
]

async function openReport(person: Person, row: RegExp): Promise<void> {
  await person.page.getByRole('row', { name: row }).getByRole('link').first().click()
  await person.page.waitForURL(/\/saker\/rapporter\/[0-9a-f-]{36}/)
}

test('a treasurer applies for her choir from last year’s application', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', '/tilskudd/kor-og-korps')
  await astrid.isGood()
  await astrid.follow('Start søknad')
  await astrid.page.getByRole('radio', { name: /^Start fra søknaden i / }).check()
  await astrid.isGood()
  await astrid.press('Begynn på søknaden')
  const members = astrid.page.getByLabel('Hvor mange medlemmer har dere?')
  expect(await members.inputValue()).toMatch(/^\d+$/)
  await members.fill('41')
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  await astrid.page.getByLabel('Hvor mye har dere på konto i dag?').fill('22 500')
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  await astrid.page.getByLabel('Regnskap for i fjor').setInputFiles(pdf('regnskap.pdf'))
  await astrid.page.getByLabel('Årsmelding for i fjor').setInputFiles(pdf('årsmelding.pdf'))
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  await astrid.page.getByRole('checkbox', { name: /^Politiattest/ }).check()
  await astrid.page.getByRole('checkbox', { name: /^Bekreft opplysningene/ }).check()
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  expect(await astrid.read()).toContain('Fjordvik kammerkor')
  await astrid.isGood()
  await astrid.press('Send søknaden')
  const receipt = await astrid.read()
  expect(receipt).toContain('Søknaden er sendt')
  await astrid.isGood()
  number = /Saksnummer\s+(20\d\d)\/(\d+)/.exec(receipt)?.slice(1).join('-') ?? ''
  expect(number).toMatch(/^20\d\d-\d+$/)
  await astrid.leave()
})

test('a caseworker takes the case, says that she is impartial, and asks for what is missing', async () => {
  const maren = await enter(browser, url, 'maren-lie', `/saker/${number}`)
  await maren.isGood()
  await maren.press('Ta saken')
  await maren.follow('Svar på habilitet')
  await maren.page.getByRole('radio', { name: 'Ja, jeg er habil' }).check()
  await maren.isGood()
  await maren.press('Lagre svaret')
  await maren.follow('Be om opplysninger')
  await maren.page.getByLabel('Hva trenger du å vite?').fill('Hvor mange øvelser holdt dere i år?')
  await maren.isGood()
  await maren.press('Send spørsmålet')
  expect(await maren.read()).toContain('Venter på søker')
  await maren.leave()
})

test('the applicant answers from her own page', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', '/min-side')
  await astrid.isGood()
  await astrid.follow(/^Svar på spørsmål fra kommunen/)
  expect(await astrid.read()).toContain('Hvor mange øvelser holdt dere i år?')
  await astrid.page.getByLabel('Svaret ditt').fill('Vi holdt 42 øvelser.')
  await astrid.isGood()
  await astrid.press('Send svaret')
  expect(await astrid.read()).toContain('Svaret er sendt.')
  await astrid.leave()
})

test('the caseworker assesses and recommends', async () => {
  const maren = await enter(browser, url, 'maren-lie', `/saker/${number}`)
  expect(await maren.read()).toContain('Vi holdt 42 øvelser.')
  await maren.follow('Vurder søknaden')
  for (const criterion of ['Aktivitet', 'Åpenhet', 'Behov']) {
    const part = maren.page.getByRole('group', { name: new RegExp(`^${criterion}`) })
    await part.getByLabel('Poeng, 0–5').fill('4')
    await part.getByLabel('Begrunnelse').fill('Mye aktivitet, og alle kan bli med.')
  }
  await maren.isGood()
  await maren.press('Ferdig vurdert')
  await maren.follow('Innstill')
  await maren.page.getByRole('radio', { name: 'Innvilget', exact: true }).check()
  await maren.page.getByLabel('Beløp').fill('60 000')
  await maren.page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill('Koret øver ofte og holder åpne konserter.')
  await maren.isGood()
  await maren.press('Lagre innstillingen')
  expect(await maren.read()).toContain('Innstillingen er lagret.')
  await maren.leave()
})

test('the leader decides, reads the letter through, and releases it; the mail tells nothing of the outcome', async () => {
  const tor = await enter(browser, url, 'tor-bakken', `/saker/${number}`)
  await tor.follow('Svar på habilitet')
  await tor.page.getByRole('radio', { name: 'Ja, jeg er habil' }).check()
  await tor.press('Lagre svaret')
  await tor.follow('Gjør vedtak')
  expect(await tor.page.getByLabel('Beløp').inputValue()).toMatch(/^60.000$/)
  await tor.isGood()
  await tor.press('Gjør vedtaket')
  await tor.isGood()
  await tor.press(/^Lagre (som korrekturlest|og gå til neste brev)$/)
  await tor.go('/saker/vedtak/slipp')
  await tor.page
    .getByRole('row', { name: new RegExp(number.replace('-', '/')) })
    .getByRole('checkbox')
    .check()
  await tor.isGood()
  await tor.press('Se hva som skjer')
  expect(await tor.read()).toContain('1 vedtak sendes med en gang.')
  await tor.isGood()
  await tor.press('Slipp 1 vedtak')
  expect(await tor.read()).toContain('1 vedtak er sendt.')
  await tor.go('/postkasse')
  await tor.isGood()
  await expect
    .poll(() => tor.go('/postkasse').then(() => tor.read()), { timeout: 60_000, interval: 1000 })
    .toContain(number.replace('-', '/'))
  await tor.follow(new RegExp(number.replace('-', '/')))
  expect(await tor.read()).not.toMatch(/innvilg|avslag|60 000/i)
  await tor.isGood()
  await tor.leave()
})

test('the applicant opens the decision, and accepts', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', `/min-side/saker/${number}`)
  expect(await astrid.read()).not.toMatch(/innvilget|avslag/i)
  await astrid.isGood()
  await astrid.follow('Les vedtaket')
  const decision = await astrid.read()
  expect(decision).toContain('Koret øver ofte og holder åpne konserter.')
  expect(decision).toContain('Du kan klage')
  await astrid.isGood()
  await astrid.press('Ja, ta imot tilskuddet')
  expect(await astrid.read()).toContain('Du har takket ja')
  await astrid.leave()
})

test('finance prepares, another approves, and the money is sent and confirmed', async () => {
  const choir = { name: new RegExp(number.replace('-', '/')) }
  const petter = await enter(browser, url, 'petter-dahl', '/saker/utbetalinger')
  await petter.isGood()
  await petter.page.getByRole('row', choir).getByRole('checkbox').check()
  await petter.press('Klargjør')
  expect(await petter.read()).toContain('Klargjort')
  await petter.isGood()
  const hilde = await enter(browser, url, 'hilde-moen', '/saker/utbetalinger?fane=prepared')
  await hilde.page.getByRole('row', choir).getByRole('checkbox').check()
  await hilde.isGood()
  await hilde.press('Godkjenn')
  await hilde.leave()
  await petter.go('/saker/utbetalinger?fane=approved')
  await petter.page.getByRole('row', choir).getByRole('checkbox').check()
  await petter.press('Merk som sendt')
  await petter.go('/saker/utbetalinger?fane=sent')
  await petter.page.getByRole('row', choir).getByRole('checkbox').check()
  await petter.press('Bekreft betalt')
  expect(await petter.read()).toContain('Bekreftet')
  await petter.leave()
})

test('the applicant reports against her budget', async () => {
  const astrid = await enter(browser, url, 'astrid-solheim', `/min-side/saker/${number}`)
  expect(await astrid.read()).toContain('Er betalt.')
  await astrid.follow('Skriv rapporten')
  await astrid.page.getByLabel('Hva gjorde dere i tilskuddsåret?').fill('Vi holdt 42 øvelser og to konserter.')
  await astrid.page.getByLabel('Medlemmer ved årets slutt').fill('43')
  await astrid.page.getByLabel('Åpne konserter og forestillinger').fill('2')
  await astrid.page.getByLabel('Årsregnskap med to underskrifter').setInputFiles(pdf('regnskap.pdf'))
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  for (const [line, kroner] of amounts) await astrid.page.getByLabel(`Regnskap for ${line}`).fill(kroner)
  await astrid.isGood()
  await astrid.press('Lagre og gå videre')
  await astrid.isGood()
  await astrid.page.getByRole('checkbox', { name: /^Rapporten er riktig/ }).check()
  await astrid.page.getByLabel('Hvem mer går god for rapporten?').fill('Kari Styreleder')
  await astrid.page.getByRole('checkbox', { name: /^Den andre har lest/ }).check()
  await astrid.press('Lagre og gå videre')
  await astrid.isGood()
  await astrid.press('Send rapporten')
  expect(await astrid.read()).toContain('Rapporten er sendt')
  await astrid.isGood()
  await astrid.leave()
})

test('the caseworker approves the report; the case stays open only for as long as one may appeal', async () => {
  const maren = await enter(browser, url, 'maren-lie', '/saker/rapporter')
  await maren.isGood()
  await openReport(maren, new RegExp(number.replace('-', '/')))
  await maren.isGood()
  await maren.press('Godkjenn rapporten')
  expect(await maren.read()).toContain('Rapporten er godkjent.')
  await maren.go(`/saker/${number}`)
  const text = await maren.read()
  expect(text).toMatch(/Rapport[\s\S]*Godkjent/)
  expect(text).toMatch(/Følges opp[\s\S]*Klagefrist/)
  await maren.isGood()
  await maren.leave()
})

test('a case that nobody can appeal any more closes when its last report is approved', async () => {
  const maren = await enter(browser, url, 'maren-lie', '/saker/rapporter')
  await openReport(maren, /Naboene|velforening|Amina|Nærmiljø/)
  await maren.isGood()
  await maren.press('Godkjenn rapporten')
  await maren.follow('Se saken')
  expect(await maren.read()).toContain('Avsluttet')
  await maren.isGood()
  await maren.leave()
})

test('the register shows the award to anyone', async () => {
  const page = await browser.newPage()
  await page.goto(`${url}/register?sok=kammerkor`)
  await expect.poll(() => page.getByRole('row', { name: /Fjordvik kammerkor.*60.000/ }).count()).toBeGreaterThan(0)
  await page.close()
})
