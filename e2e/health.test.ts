import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a started Torg says that it lives and is ready', async () => {
  const url = inject('url')
  for (const path of ['/healthz', '/readyz']) expect((await fetch(url + path)).status).toBe(200)
})

test('the front page opens in a browser without a script error', async () => {
  const page = await browser.newPage()
  const errors: unknown[] = []
  page.on('pageerror', (error) => errors.push(error))
  const answer = await page.goto(inject('url'))
  expect(answer?.status()).toBe(200)
  expect(errors).toEqual([])
})
