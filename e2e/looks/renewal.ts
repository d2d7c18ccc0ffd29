import type { Locator, Page } from 'playwright-core'

const lists = 'form[data-autofilter]'
const drafts = 'form[data-autosave]'
const written = ':is(input[type=text], input[type=search], textarea):not([readonly])'

/**
 * Pages that renew a part of themselves, a list that follows its filter or a form that saves as one writes: the part is renewed,
 * focus and caret stay where they were, and it is said aloud. What was typed is taken back.
 */
export async function checkRenewal(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 1000 })
  if ((await page.locator(lists).count()) > 0) return await checkList(page)
  if ((await page.locator(drafts).count()) > 0) return await checkDraft(page)
  return []
}

async function checkList(page: Page): Promise<string[]> {
  if ((await page.locator('main [data-live][id]').count()) === 0) return ['a list that follows its filter has no part to renew']
  const search = page.locator(`${lists} ${written}`).first()
  if ((await search.count()) > 0) return await typeOne(page, search, 'GET')
  const choice = page.locator(`${lists} select`).first()
  return await stays(page, choice, 'GET', () => page.keyboard.press('ArrowDown'))
}

async function checkDraft(page: Page): Promise<string[]> {
  const field = page.locator(`${drafts} ${written}`).first()
  if ((await field.count()) > 0) return await typeOne(page, field, 'POST')
  const box = page.locator(`${drafts} input[type=checkbox]`).first()
  if ((await box.count()) === 0) return []
  const wrong = await stays(page, box, 'POST', () => page.keyboard.press('Space'))
  await answered(page, 'POST', () => page.keyboard.press('Space'))
  return wrong
}

async function typeOne(page: Page, field: Locator, method: string): Promise<string[]> {
  const before = await field.inputValue()
  const wrong = await stays(page, field, method, async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.type('a')
  })
  const [value, caret] = await field.evaluate((each: HTMLInputElement) => [each.value, each.selectionStart])
  if (value !== `${before}a`) wrong.push(`"${before}a" was typed, "${value}" stands there after the part was renewed`)
  if (caret !== `${before}a`.length) wrong.push(`the caret is at ${caret} of "${value}" after the part was renewed`)
  await answered(page, method, () => page.keyboard.press('Backspace'))
  return wrong
}

async function stays(page: Page, field: Locator, method: string, act: () => Promise<void>): Promise<string[]> {
  await field.focus()
  const mark = await field.evaluate((each) => each.id || each.getAttribute('name'))
  await page.locator('#announcer').evaluate((each) => (each.textContent = ''))
  await answered(page, method, act)
  const heard = await page
    .waitForFunction(() => document.getElementById('announcer')?.textContent, null, { timeout: 10_000 })
    .catch(() => undefined)
  const focused = await page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('name'))
  return [
    ...(heard ? [] : ['a part was renewed, and nothing was said']),
    ...(focused === mark ? [] : [`a part was renewed, and the focus went from ${mark} to ${focused}`]),
  ]
}

async function answered(page: Page, method: string, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((each) => each.request().method() === method && each.request().resourceType() === 'fetch')
  await Promise.all([answer, act()])
}
