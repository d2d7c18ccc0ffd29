import { chromium, type Browser, type Page } from 'playwright-core'

type Try = (page: Page) => Promise<void>

/** What the script in the browser promises, tried as a person would; gives what did not hold. */
export async function tryGallery(browser: Browser, base: string): Promise<string[]> {
  const failures: string[] = []
  for (const [claim, [path, check]] of Object.entries(claims)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1080 } })
    page.on('pageerror', (error) => failures.push(`${claim}: ${error.message}`))
    page.setDefaultTimeout(5000)
    try {
      await page.goto(`${base}/nb/${path}`)
      await check(page)
    } catch (error) {
      failures.push(`${claim}: ${error instanceof Error ? error.message : String(error)}`)
    }
    await page.close()
  }
  return failures
}

const claims: Record<string, [string, Try]> = {
  'The error summary has focus when a form comes back with errors': [
    'errors',
    (page) => hold(page, () => document.activeElement?.id === 'error-summary'),
  ],
  'A link in the error summary leads to something one can press or write in': [
    'errors',
    async (page) => {
      await page.getByRole('link', { name: 'Svar ja eller nei' }).click()
      await hold(page, () => document.activeElement?.matches('input[type=radio][name=before]') === true)
    },
  ],
  'Leaving a changed field saves; what is being written and the place in it stay; a new error is said': [
    'form',
    async (page) => {
      const saved = page.waitForRequest((request) => request.url().endsWith('/autosave') && request.method() === 'POST')
      await page.getByLabel('Hva heter prosjektet?').fill('Vårkonsert')
      await page.getByLabel('Hva vil dere gjøre?').click()
      const request = await saved
      expect(request.postData()?.includes('title=V%C3%A5rkonsert') === true, 'the value is sent')
      expect(request.headers()['torg-touched'] === 'title', 'the field that was left is named')
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('Ja: ')
      await page.locator('#f-start-error').waitFor()
      await hold(
        page,
        () => document.activeElement?.id === 'f-about' && (document.activeElement as HTMLTextAreaElement).selectionStart === 4,
      )
      await hold(page, () => (document.getElementById('f-about') as HTMLTextAreaElement).value.startsWith('Ja: Vi samler'))
      await hold(page, () => document.getElementById('announcer')?.textContent?.includes('Datoen må være etter') === true)
      await page.getByText('Lagret kl.').waitFor()
    },
  ],
  'What is written counts down under the field': [
    'form',
    async (page) => {
      await page.getByLabel('Hva vil dere gjøre?').fill('x'.repeat(601))
      await page.getByText('1 tegn for mye').waitFor()
    },
  ],
  'A dangerous button asks first, and cancelling changes nothing': [
    'form',
    async (page) => {
      await page.getByRole('button', { name: 'Slett utkastet' }).click()
      await page.getByRole('dialog').getByText('Utkastet blir borte for alltid.').waitFor()
      await hold(page, () => document.activeElement?.textContent === 'Avbryt')
      await page.keyboard.press('Escape')
      await hold(page, () => !document.querySelector('dialog') && location.pathname === '/nb/form')
      await page.getByRole('button', { name: 'Slett utkastet' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Slett utkastet' }).click()
      await page.waitForURL('**/send')
    },
  ],
  'The worklist is worked with j k x, ? helps, / searches, Enter opens': [
    'worklist',
    async (page) => {
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await hold(page, () => document.querySelector('#sak-2026-1002[data-current] input:checked') !== null)
      await page.getByText('1 valgt').waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Hurtigtaster' }).waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      await hold(page, () => document.activeElement?.id === 'filter-search')
      await page.keyboard.type('jx')
      await hold(page, () => (document.activeElement as HTMLInputElement).value === 'jx')
      await page.waitForURL('**/saker?q=jx')
      await page.locator('#sak-2026-1003').getByRole('link').focus()
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/saker/2026/1002')
    },
  ],
  'At least 25 rows of the worklist are seen at once on a screen of 1080 lines': [
    'rows',
    (page) =>
      hold(
        page,
        () =>
          [...document.querySelectorAll('tbody tr')].filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length >=
          25,
      ),
  ],
  'The pot moves with the amount that is typed, and says when it is passed': [
    'case',
    async (page) => {
      await page.getByLabel('Foreslått beløp').fill('100 000')
      await page.locator('.tg-meter').getByText('88 000 kr', { exact: true }).waitFor()
      await page.getByLabel('Foreslått beløp').fill('200 000')
      await page.locator('.tg-meter[data-over]').getByText('Over rammen', { exact: true }).waitFor()
    },
  ],
  'At 400 % nothing scrolls sideways': [
    'scheme',
    async (page) => {
      for (const name of ['scheme', 'schemes', 'errors', 'worklist', 'case', 'figures', 'receipt']) {
        await page.setViewportSize({ width: 320, height: 256 })
        await page.goto(page.url().replace(/[^/]+$/, name))
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name)
      }
    },
  ],
  'Nothing is shown later than the rest: no shift when fonts and scripts arrive': [
    'scheme',
    async (page) => {
      await page.waitForTimeout(500)
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
            }).observe({ type: 'layout-shift', buffered: true })
            setTimeout(() => resolve(sum), 200)
          }),
      )
      expect(shift < 0.02, `layout shift is ${shift}`)
    },
  ],
}

async function hold(page: Page, claim: () => boolean): Promise<void> {
  await page.waitForFunction(claim)
}

function expect(claim: boolean, what: string): void {
  if (!claim) throw new Error(`not so: ${what}`)
}

/** The browser that is used everywhere here. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })
}
