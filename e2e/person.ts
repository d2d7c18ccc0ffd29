import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { logIn, openSite, personOf, type Site } from './site.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Somebody at a browser of their own, logged in through the front door. */
export interface Person {
  page: Page
  context: BrowserContext
  /** Opens an address in the person's municipality. */
  go(path: string): Promise<void>
  /** Presses a button with this very name and waits for the page that comes of it. */
  press(name: string | RegExp): Promise<void>
  follow(name: string | RegExp): Promise<void>
  /** Reads the main part as text. */
  read(): Promise<string>
  /** Holds that the page stands up to axe and has caused no error in its script or against the CSP. */
  isGood(): Promise<void>
  leave(): Promise<void>
}

/** Logs a demo person in with a fresh browser profile, by pressing their button in the picker. */
export async function enter(
  browser: Browser,
  url: string,
  key: string,
  to = '',
  options: BrowserContextOptions = {},
): Promise<Person> {
  const site: Site = openSite(url)
  const origin = site.origin(personOf(key).municipality)
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  await logIn(page, origin, key, to)
  const scripts = options.javaScriptEnabled !== false
  return {
    page,
    context,
    go: async (path) => void (await page.goto(new URL(path, origin).href)),
    press: async (name) => await andThen(page, () => page.getByRole('main').getByRole('button', exactly(name)).last().click()),
    follow: async (name) => await andThen(page, () => page.getByRole('main').getByRole('link', exactly(name)).first().click()),
    read: async () => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' '),
    async isGood() {
      expect(faults).toEqual([])
      if (!scripts) return
      const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze()
      expect(
        violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ).toEqual([])
    },
    async leave() {
      expect(faults).toEqual([])
      await context.close()
    },
  }
}

const exactly = (name: string | RegExp) => ({ name, ...(typeof name === 'string' ? { exact: true } : {}) })

// A press that leads to another page is over when that page has loaded.
async function andThen(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()])
}

/** A small PDF, as an organisation's accounts. */
export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
})
