import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { findOverflow, findSmallTargets } from '../looks/in-page.ts'
import { enter } from '../person.ts'
import { sendIdea } from './idea.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
const start = '/tilskudd/narmiljotilskudd/sok'

describe('applying', () => {
  test('works with scripts switched off', async () => {
    const jonas = await enter(browser, url, 'jonas-berge', start, { javaScriptEnabled: false })
    await jonas.page.getByRole('radio', { name: /^Deg selv/ }).check()
    await jonas.press('Begynn på søknaden')
    await jonas.press('Lagre og gå videre')
    const faults = jonas.page.locator('#error-summary')
    expect(await faults.getByRole('link').count()).toBeGreaterThan(3)
    const number = await sendIdea(jonas, 'jonas.berge@kunstner.example')
    await jonas.go(`/min-side/saker/${number}`)
    expect(await jonas.read()).toContain('8 000 kr')
    await jonas.leave()
  })

  test('works on a phone, by touch, without scrolling sideways', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
    const amina = await enter(browser, url, 'amina-warsame', start, phone)
    const look = async () => {
      await amina.isGood()
      expect(await amina.page.evaluate(findOverflow)).toEqual([])
      expect(await amina.page.evaluate(findSmallTargets)).toEqual([])
    }
    await look()
    await amina.page.getByRole('radio', { name: /^Deg selv/ }).tap()
    await Promise.all([amina.page.waitForEvent('load'), amina.page.getByRole('button', { name: 'Begynn på søknaden' }).tap()])
    const number = await sendIdea(amina, 'amina.warsame@ungdom.example', look)
    await amina.go('/min-side')
    expect(await amina.read()).toContain(number.replace('-', '/'))
    await look()
    await amina.leave()
  })

  test('keeps every character of a form that cannot be sent yet', async () => {
    const daniel = await enter(browser, url, 'daniel-novak', `${start}?sprak=nb`)
    await daniel.page.getByRole('radio', { name: /^Deg selv/ }).check()
    await daniel.press('Begynn på søknaden')
    const odd = 'Ærlig «tekst» med <b>tegn</b> & 日本語 ' + 'x'.repeat(200)
    await daniel.page.getByLabel('Hva vil du gjøre?').fill(odd)
    await daniel.page.getByLabel('Fortell litt mer').fill('  to  mellomrom  ')
    await daniel.press('Lagre og gå videre')
    await expect.poll(() => daniel.page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
    expect(await daniel.page.getByLabel('Hva vil du gjøre?').inputValue()).toBe(odd)
    expect(await daniel.page.getByLabel('Fortell litt mer').inputValue()).toBe('  to  mellomrom  ')
    await daniel.isGood()
    await daniel.leave()
  })
})

describe('while one writes', () => {
  test('a question that comes of an answer is shown at once, announced, and takes no focus', async () => {
    const sigrid = await enter(browser, url, 'sigrid-haugland', `${start}?sprak=nb`)
    await sigrid.page.getByRole('radio', { name: /^Deg selv/ }).check()
    await sigrid.press('Begynn på søknaden')
    const { page } = sigrid
    await page.getByLabel('Hva vil du gjøre?').fill('Benker')
    const yes = page.getByRole('group', { name: 'Må noen gi lov?' }).getByRole('radio', { name: 'Ja' })
    await yes.focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Hvem, og har du spurt?').waitFor()
    expect(await yes.evaluate((each) => each === document.activeElement)).toBe(true)
    await page
      .getByText(/Lagret kl\./)
      .first()
      .waitFor()
    await expect.poll(() => page.locator('#announcer').textContent()).not.toBe('')
    await sigrid.isGood()
    await page.reload()
    expect(await page.getByLabel('Hva vil du gjøre?').inputValue()).toBe('Benker')
    await sigrid.leave()
  })

  test('a login that has run out costs nothing: one logs in, and goes on with what one wrote', async () => {
    const options = {}
    const sigrid = await enter(browser, url, 'sigrid-haugland', `${start}?sprak=nb`, options)
    await sigrid.page.getByRole('radio', { name: /^Deg selv/ }).check()
    await sigrid.press('Begynn på søknaden')
    const { page } = sigrid
    const form = page.url()
    await page.getByLabel('Hva vil du gjøre?').fill('Før økten gikk ut')
    await page
      .getByText(/Lagret kl\./)
      .first()
      .waitFor()
    const elsewhere = await enter(browser, url, 'sigrid-haugland', '/min-side/innlogginger?sprak=nb')
    await elsewhere.press(/alle andre|andre innlogginger|de andre/i)
    await elsewhere.leave()
    await page.getByLabel('Fortell litt mer').fill('Dette skrev jeg etterpå')
    await page.getByLabel('Hva vil du gjøre?').focus()
    await page.getByText('Du er logget ut. Logg inn igjen for å lagre.').first().waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Lagre og gå videre' }).last().click()
    await page.getByText(/Vi har tatt vare på det du skrev/).waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: /innbygger|Logg inn/i })
      .first()
      .click()
    await page.getByRole('button', { name: /Sigrid Haugland/ }).click()
    await page.getByText('Du er logget inn igjen').waitFor()
    await sigrid.isGood()
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL((to) => to.pathname.includes('/soknad/'))
    await page.goto(form)
    expect(await page.getByLabel('Fortell litt mer').inputValue()).toBe('Dette skrev jeg etterpå')
    await sigrid.context.close()
  })
})
