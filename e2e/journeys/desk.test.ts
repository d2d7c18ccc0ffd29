import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { linkOn } from '../find.ts'
import { enter, type Person } from '../person.ts'
import { openSite } from '../site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
const site = openSite(url)

async function declare(person: Person): Promise<void> {
  const link = person.page.getByRole('main').getByRole('link', { name: 'Svar på habilitet', exact: true })
  if ((await link.count()) === 0) return
  await person.follow('Svar på habilitet')
  await person.page.getByRole('radio', { name: 'Ja, jeg er habil' }).check()
  await person.press('Lagre svaret')
}

async function recommend(person: Person, reasons: string): Promise<void> {
  await person.page.getByRole('radio', { name: 'Avslag', exact: true }).check()
  await person.page.getByRole('textbox', { name: 'Begrunnelse', exact: true }).fill(reasons)
  await person.press('Lagre innstillingen')
}

test('two caseworkers who write at the same time meet a page with both texts, and nothing is lost', async () => {
  const path = await linkOn('/saker?visning=unassigned', /^\/saker\/\d{4}-\d+$/, 'maren-lie')(site)
  const maren = await enter(browser, url, 'maren-lie', `${path}?sprak=nb`)
  await maren.press('Ta saken')
  await declare(maren)
  const sindre = await enter(browser, url, 'sindre-hauge', `${path}?sprak=nb`)
  await declare(sindre)
  for (const person of [maren, sindre]) await person.follow('Innstill')
  await recommend(maren, 'Maren begrunner det slik.')
  expect(await maren.read()).toContain('Innstillingen er lagret.')
  await recommend(sindre, 'Sindre begrunner det annerledes.')
  const both = await sindre.read()
  expect(both).toContain('Dere skrev samtidig')
  expect(both).toContain('Maren begrunner det slik.')
  expect(both).toContain('Sindre begrunner det annerledes.')
  await sindre.isGood()
  await sindre.press('Lagre min innstilling')
  await sindre.go(path)
  expect(await sindre.read()).toContain('Sindre begrunner det annerledes.')
  for (const person of [maren, sindre]) await person.leave()
})

test('a secretary takes the list to the district’s meeting, and records what it decided', async () => {
  const ingrid = await enter(browser, url, 'ingrid-aas', '/saker/mote')
  await ingrid.isGood()
  await ingrid.follow(/bydelsutvalg/)
  await ingrid.isGood()
  const declaring = ingrid.page.getByRole('main').getByRole('link', { name: /habil/i })
  if ((await declaring.count()) > 0) {
    const back = ingrid.page.url()
    await ingrid.follow(/habil/i)
    await ingrid.isGood()
    await ingrid.press(/habil|Lagre/i)
    await ingrid.page.goto(back)
  }
  const list = await ingrid.page.getByRole('main').getByRole('link', { name: 'Last ned listen (PDF)' }).getAttribute('href')
  const download = await site.read(new URL(list ?? '', ingrid.page.url()).pathname, 'ingrid-aas')
  expect([download.status, download.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  await ingrid.page.getByLabel('Møtedato').fill(new Date().toISOString().slice(0, 10))
  for (const item of await ingrid.page.getByLabel('Saksnummer i møtet').all()) await item.fill('42/26')
  for (const row of await ingrid.page.getByRole('row').getByRole('checkbox').all()) await row.check()
  await ingrid.isGood()
  await ingrid.press('Før inn vedtakene')
  expect(await ingrid.read()).toMatch(/\d+ vedtak er ført inn\./)
  await ingrid.isGood()
  await ingrid.leave()
})

describe('the worklist', () => {
  test('shows at least 25 cases at once on a screen of 1080 lines', async () => {
    const rolf = await enter(browser, url, 'rolf-vik', '/saker?visning=all', { viewport: { width: 1920, height: 1080 } })
    const seen = await rolf.page
      .getByRole('main')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length)
    expect(seen).toBeGreaterThanOrEqual(25)
    await rolf.isGood()
    await rolf.leave()
  })

  test('is worked by keys, which a help sheet tells of', async () => {
    const maren = await enter(browser, url, 'maren-lie', '/saker?visning=all')
    const { keyboard } = maren.page
    await keyboard.press('j')
    await keyboard.press('j')
    await keyboard.press('x')
    await maren.page.getByText('1 valgt').first().waitFor()
    await keyboard.press('?')
    await maren.page.getByRole('dialog').waitFor()
    await maren.isGood()
    await keyboard.press('Escape')
    await keyboard.press('/')
    await keyboard.type('kammerkor')
    await maren.page.waitForURL(/kammerkor/)
    await expect.poll(() => maren.page.getByRole('main').locator('tbody tr').count()).toBeLessThan(10)
    expect(await maren.page.evaluate(() => document.activeElement?.matches('[data-search]'))).toBe(true)
    await maren.leave()
  })
})
