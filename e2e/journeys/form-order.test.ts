import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { enter, type Person } from '../person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const url = inject('url')
const about = 'form.pages[about].fields'
const money = 'form.pages[money].fields'
let editor = ''

/** A copy of a scheme that nobody else writes in, at its form. */
async function atForm(options: BrowserContextOptions = {}): Promise<Person> {
  const owner = await enter(browser, url, 'liv-tangen', editor || '/saker/ordninger', options)
  if (editor) return owner
  await owner.follow(/^Kopier Kor, korps og kulturorganisasjoner/)
  await owner.page.getByLabel(/^Nytt navn på kopien/).fill('Rekkefølge for kor')
  await owner.press('Lag kopien')
  editor = `${/\/saker\/ordninger\/[0-9a-f-]{36}/.exec(owner.page.url())?.[0]}/skjema`
  await owner.go(editor)
  return owner
}

const loaded = (page: Page, act: () => Promise<void>) => Promise.all([page.waitForEvent('load'), act()])
const thing = (page: Page, path: string) => page.locator(`[data-path="${path}"]`)
const grip = (page: Page, path: string) => thing(page, path).locator('.tg-outline__grip').first()
const order = (page: Page, list: string) =>
  page
    .locator(`[data-list="${list}"] > [data-path]`)
    .evaluateAll((all) => all.map((each) => /\[([^\]]+)\]$/.exec(each.getAttribute('data-path') ?? '')?.[1] ?? ''))
const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement)

/** Takes hold, and lets go over another thing: at its upper edge, before it. The first small move begins it, wherever one scrolls then. */
async function dragOver(page: Page, from: Locator, over: Locator): Promise<void> {
  await from.hover()
  const box = await from.boundingBox()
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 4)
  await over.hover({ position: { x: 60, y: 3 } })
  await over.hover({ position: { x: 61, y: 3 } })
  await page.mouse.up()
}
const drag = (page: Page, path: string, over: Locator) => loaded(page, () => dragOver(page, grip(page, path), over))

test('with a mouse a question is dragged within its page, to another page and into a section; a page among the pages', async () => {
  const owner = await atForm()
  const { page } = owner
  const before = await order(page, about)
  await drag(page, `${about}[members]`, thing(page, `${about}[kind]`))
  expect(await order(page, about)).toEqual(['members', ...before.filter((each) => each !== 'members')])
  expect(await hasFocus(thing(page, `${about}[members]`).getByRole('link').first())).toBe(true)

  const adding = thing(page, 'form.pages[money]').locator('.tg-outline__add').first()
  await adding.getByLabel('Hva vil du spørre om?').fill('Tall')
  await adding.getByLabel('Type').selectOption({ label: 'Overskrift' })
  await loaded(page, () => adding.getByRole('button', { name: 'Legg til spørsmål' }).click())
  await owner.go(editor)
  await drag(page, `${about}[members]`, thing(page, 'form.pages[money]').locator('.tg-outline__add').first())
  expect((await order(page, money)).slice(-2)).toEqual(['tall', 'members'])
  expect(await order(page, about)).not.toContain('members')

  const pages = await order(page, 'form.pages')
  await drag(page, 'form.pages[money]', thing(page, 'form.pages[about]'))
  expect(await order(page, 'form.pages')).toEqual(['money', ...pages.filter((each) => each !== 'money')])
  await drag(page, 'form.pages[money]', thing(page, 'form.pages[confirm]'))
  expect((await order(page, 'form.pages')).slice(-2)).toEqual(['money', 'confirm'])
  await owner.isGood()
  await owner.leave()
})

test('what is let go of where it stood, or where it cannot stand, changes nothing', async () => {
  const owner = await atForm({ reducedMotion: 'no-preference' })
  const { page } = owner
  const was = await page.locator('[name=revision]').first().inputValue()
  const kind = thing(page, `${about}[kind]`)
  await dragOver(page, grip(page, `${about}[kind]`), kind)
  await dragOver(page, grip(page, `${about}[kind]`), page.getByRole('heading', { level: 1 }))
  // A link is dragged as a link, not as the question it leads to.
  await dragOver(page, kind.getByRole('link').first(), thing(page, `${about}[contact]`))
  expect(await page.locator('[name=revision]').first().inputValue()).toBe(was)
  await owner.go(editor)
  expect(await page.locator('[name=revision]').first().inputValue()).toBe(was)
  await owner.leave()
})

test('with the keyboard the same arrow is pressed again and again, on to the next page too', async () => {
  const owner = await atForm()
  const { page } = owner
  const last = (await order(page, about)).at(-1) ?? ''
  const down = (list: string) => thing(page, `${list}[${last}]`).getByRole('button', { name: /^Flytt ned/ })
  await thing(page, `${about}[${last}]`)
    .getByRole('button', { name: /^Flytt opp/ })
    .focus()
  await loaded(page, () => page.keyboard.press('Enter'))
  expect((await order(page, about)).at(-2)).toBe(last)
  await down(about).focus()
  await loaded(page, () => page.keyboard.press('Enter'))
  expect(await hasFocus(down(about))).toBe(true)
  await loaded(page, () => page.keyboard.press('Enter'))
  expect(await order(page, 'form.pages[activity].fields')).toContain(last)
  expect(await hasFocus(down('form.pages[activity].fields'))).toBe(true)
  await owner.isGood()
  await owner.leave()
})

test('on a phone nothing has to be dragged: arrows that a finger hits do the same', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const owner = await atForm(phone)
  const { page } = owner
  expect(await grip(page, `${about}[kind]`).isVisible()).toBe(false)
  const second = (await order(page, about))[1] ?? ''
  const up = thing(page, `${about}[${second}]`).getByRole('button', { name: /^Flytt opp/ })
  const box = await up.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  await loaded(page, () => up.tap())
  expect((await order(page, about))[0]).toBe(second)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await owner.isGood()
  await owner.leave()
})
