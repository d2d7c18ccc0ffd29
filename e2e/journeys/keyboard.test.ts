import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { keysOf } from '../keys.ts'
import { openSite } from '../site.ts'
import { idea } from './idea.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('one applies from the front page to the receipt with the keyboard alone, and always sees where one is', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(30_000)
  const keys = keysOf(page)
  const main = page.getByRole('main')
  const pressed = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    await keys.to(main.getByRole(role, { name }).last())
    await Promise.all([page.waitForEvent('load'), keys.press('Enter')])
  }
  await page.goto(`${openSite(inject('url')).origin()}/tilskudd/narmiljotilskudd`)
  await keys.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hopp til innholdet')
  await keys.press('Enter')
  await pressed('Start søknad', 'link')
  await keys.to(page.locator('a[href^="/logg-inn/innbygger"]'))
  await Promise.all([page.waitForEvent('load'), keys.press('Enter')])
  await pressed(/Jonas Berge/)
  await page.waitForURL(/\/sok$/)
  await keys.to(page.getByRole('radio').first())
  for (let step = 0; step < 5 && !(await page.getByRole('radio', { name: /^Deg selv/ }).isChecked()); step++)
    await keys.press('ArrowDown')
  // Whoever has applied before is offered the last application to start from; this one starts from nothing.
  const blank = page.locator('input[type=radio][name=from][value=blank]')
  if ((await blank.count()) > 0) {
    await keys.to(page.locator('input[type=radio][name=from]:checked'))
    for (let step = 0; step < 9 && !(await blank.isChecked()); step++) await keys.press('ArrowDown')
  }
  await pressed('Begynn på søknaden')

  await keys.write(page.getByLabel('Hva vil du gjøre?'), idea.title)
  await keys.write(page.getByLabel('Fortell litt mer'), idea.text)
  await keys.to(page.getByLabel('Hvilken bydel?'))
  await page.keyboard.type('Ind')
  await keys.to(page.getByLabel('Når er det ferdig, omtrent?'))
  await page.keyboard.type('06012027')
  await keys.to(page.getByRole('checkbox', { name: 'Naboer' }))
  await keys.press('Space')
  await keys.to(page.getByRole('group', { name: 'Må noen gi lov?' }).getByRole('radio').first())
  await keys.press('ArrowDown')
  await pressed('Lagre og gå videre')
  await keys.write(page.getByLabel('Hvor mye trenger du?'), idea.applied)
  await keys.write(page.getByLabel('Hva', { exact: true }).first(), idea.item)
  await keys.write(page.getByLabel('Omtrent hva det koster').first(), idea.applied)
  await pressed('Lagre og gå videre')
  await keys.write(page.getByLabel('Telefon'), idea.phone)
  await keys.write(page.getByLabel('E-post'), 'jonas.berge@kunstner.example')
  await keys.to(
    page
      .getByRole('group', { name: /^Bor du i Fjordvik/ })
      .getByRole('radio')
      .first(),
  )
  await keys.press('Space')
  await keys.write(page.getByLabel('Kontonummer'), idea.account)
  await keys.to(page.getByRole('checkbox', { name: /^Bekreft opplysningene/ }))
  await keys.press('Space')
  await pressed('Lagre og gå videre')
  await pressed('Send søknaden')
  await main.getByRole('heading', { name: 'Søknaden er sendt' }).waitFor()
  await page.close()
})
