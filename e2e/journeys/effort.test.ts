import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { keysOf } from '../keys.ts'
import { enter, pdf } from '../person.ts'
import { openSite, type Site } from '../site.ts'
import { makeRecommended } from './twenty.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
const site: Site = openSite(url)

test('a choir that starts from last year’s application has sent a new one in under ten minutes, with a handful of answers', async () => {
  const began = performance.now()
  const sigrid = await enter(browser, url, 'sigrid-haugland', '/tilskudd/kor-og-korps/sok?sprak=nb')
  const keys = keysOf(sigrid.page)
  let answers = 0
  const answer = async (name: string | RegExp, text: string) => {
    answers++
    await keys.write(sigrid.page.getByLabel(name), text)
  }
  await sigrid.page.getByRole('radio', { name: /^Start fra søknaden i / }).check()
  answers++
  await sigrid.press('Begynn på søknaden')
  await sigrid.press('Lagre og gå videre')
  await sigrid.press('Lagre og gå videre')
  await answer('Hvor mye har dere på konto i dag?', '18 000')
  await sigrid.press('Lagre og gå videre')
  for (const file of ['Regnskap for i fjor', 'Årsmelding for i fjor']) {
    await sigrid.page.getByLabel(file).setInputFiles(pdf('fil.pdf'))
    answers++
  }
  await sigrid.press('Lagre og gå videre')
  for (const box of await sigrid.page.getByRole('main').getByRole('checkbox').all()) {
    await box.check()
    answers++
  }
  await sigrid.press('Lagre og gå videre')
  await sigrid.press('Send søknaden')
  expect(await sigrid.read()).toContain('Søknaden er sendt')
  const minutes = (performance.now() - began) / 60_000
  console.log(
    `A choir's application from last year's: ${answers} answers, ${keys.presses} key presses, ${minutes.toFixed(1)} minutes by script.`,
  )
  expect(answers).toBeLessThanOrEqual(10)
  expect(minutes).toBeLessThan(10)
  await sigrid.leave()
})

test('twenty decisions cost at most fifteen key presses each, from the list to the released letter', async () => {
  await makeRecommended(site, 20)
  const tor = await enter(browser, url, 'tor-bakken', '/saker/vedtak?sok=Amina', { viewport: { width: 1280, height: 1080 } })
  const { page } = tor
  const main = page.getByRole('main')
  const keys = keysOf(page)
  const reach = async (role: 'button' | 'link', name: RegExp) => {
    await keys.to(main.getByRole(role, { name }).first())
    await Promise.all([page.waitForEvent('load'), keys.press('Enter')])
  }
  await reach('link', /^Si fra om habilitet/)
  await reach('button', /^Jeg er habil/)
  await tor.go('/saker/vedtak?sok=Amina')
  for (let row = 0; row < 20; row++) {
    await keys.press('j')
    await keys.press('x')
  }
  await Promise.all([page.waitForEvent('load'), keys.press('v')])
  expect(await tor.read()).toContain('20 saker er avgjort.')
  await tor.isGood()
  await reach('link', /^Les korrektur på brevene/)
  await reach('link', /^Les korrektur$/)
  for (let letter = 0; letter < 20; letter++) await Promise.all([page.waitForEvent('load'), keys.press('l')])
  await tor.go('/saker/vedtak/slipp')
  await reach('button', /^Se hva som skjer/)
  await reach('button', /^Slipp \d+ vedtak/)
  expect(await tor.read()).toMatch(/\d+ vedtak er sendt\./)
  console.log(`Twenty decisions: ${keys.presses} key presses, ${(keys.presses / 20).toFixed(1)} each.`)
  expect(keys.presses / 20).toBeLessThanOrEqual(15)
  await tor.leave()
})
