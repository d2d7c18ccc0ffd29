import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, CDPSession, Page, Response } from 'playwright-core'
import type { View } from '../find.ts'
import { personOf, type Site } from '../site.ts'
import { checkHtml } from './html.ts'
import { collectSeen, collectTexts, findCovers, findOverflow, findSmallTargets, findStructure } from './in-page.ts'
import { findForeign, findRaw } from './language.ts'
import { checkRenewal } from './renewal.ts'

export type Lang = 'nb' | 'nn' | 'en'

export interface Visit {
  /** The page's route as a file name, and the kind of view. */
  name: string
  view: View
  langs: readonly Lang[]
  folder: string
}

const schemes = ['light', 'dark'] as const
const widths = [
  { width: 1280, height: 1000 },
  { width: 360, height: 780 },
] as const
const colourRules = ['color-contrast', 'link-in-text-block']
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Looks at one view in every language, scheme and width, keeps a picture of each, and gives all that is wrong. */
export async function look(context: BrowserContext, site: Site, { name, view, langs, folder }: Visit): Promise<string[]> {
  const wrong: string[] = []
  const texts: Record<Lang, string[]> = { nb: [], nn: [], en: [] }
  let at: string
  try {
    at = typeof view.at === 'string' ? view.at : await view.at(site)
  } catch (error) {
    return [`${name} ${view.kind}: ${error instanceof Error ? error.message : String(error)}`]
  }
  const origin = site.origin(
    view.as
      ? personOf(view.as).municipality
      : new URL(at, site.origin()).hostname.startsWith('lyngsund')
        ? 'lyngsund'
        : 'fjordvik',
  )
  const page = await context.newPage()
  let where = ''
  let answer: Response | null = null
  const say = (lines: readonly string[]) => wrong.push(...lines.map((line) => `${where}: ${line}`))
  page.on('console', (message) => {
    // The answer to a wrong form is no 200, and Chromium says so.
    if (message.type() === 'error' && !/Failed to load resource.*(422|409|404)/.test(message.text()))
      say([`console: ${message.text()}`])
  })
  page.on('pageerror', (error) => say([`script: ${error.message}`]))
  page.on('response', (each) => {
    if (each.request().isNavigationRequest() && each.frame() === page.mainFrame() && each.status() !== 303) answer = each
  })
  for (const lang of langs) {
    where = `${name} ${view.kind} ${lang}`
    answer = null
    try {
      await context.clearCookies()
      await context.addCookies([
        { name: 'torg-sprak', value: lang, url: origin },
        ...(view.as ? [{ name: 'torg', value: await site.sessionOf(view.as), url: origin }] : []),
      ])
      await page.setViewportSize(widths[0])
      await page.goto(new URL(at, origin).href)
      await view.act?.(page)
      say(await checkAnswer(answer, view))
      say(await lookAt(page, view, lang, path.join(folder, `${name}-${view.kind}-${lang}`)))
      texts[lang] = await page.evaluate(collectTexts)
      say(findRaw(texts[lang]))
      const shown = await page.evaluate(() => document.documentElement.lang)
      if (shown !== lang) say([`lang is "${shown}"`])
      if (lang === 'nb' && view.kind === 'filled') say(await checkRenewal(page))
    } catch (error) {
      say([error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)])
    }
  }
  await page.close()
  if (langs.length === 3) {
    const foreign = findForeign(texts)
    for (const lang of langs) wrong.push(...foreign[lang].map((line) => `${name} ${view.kind} ${lang}: not ${lang}: ${line}`))
  }
  return wrong
}

async function checkAnswer(answer: Response | null, view: View): Promise<string[]> {
  if (!answer) return ['no answer']
  const wanted = view.status ?? (view.kind === 'error' ? 422 : 200)
  const found = answer.status()
  return [...(found === wanted ? [] : [`status ${found}, not ${wanted}`]), ...checkHtml(await answer.text())]
}

// One load for all: width and colours change on the page as it stands, as they do when somebody turns a phone or the evening comes.
async function lookAt(page: Page, view: View, lang: Lang, file: string): Promise<string[]> {
  const wrong: string[] = []
  const camera = await page.context().newCDPSession(page)
  await page.evaluate(() => document.fonts.ready)
  if (view.kind === 'error') {
    const focused = await page.evaluate(() => document.activeElement?.id)
    if (focused !== 'error-summary') wrong.push(`the error summary has no focus, but #${focused ?? ''}`)
  }
  wrong.push(...(await page.evaluate(findStructure)))
  const seen = await page.evaluate(collectSeen)
  for (const size of widths) {
    await page.setViewportSize(size)
    wrong.push(...(await page.evaluate(findOverflow)).map((line) => `${size.width} px: ${line}`))
    wrong.push(...(await page.evaluate(findSmallTargets)).map((line) => `${size.width} px: ${line}`))
    const { cssContentSize } = await camera.send('Page.getLayoutMetrics')
    // The window becomes as high as the page, once for both pictures: that costs less than each beyond its window.
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, Math.ceil(cssContentSize.height)) })
    // The second width begins with the colours the first one ended with.
    for (const colorScheme of size.width === 360 ? schemes.toReversed() : schemes) {
      await page.emulateMedia({ colorScheme })
      await takePicture(page, camera, `${file}-${size.width}-${colorScheme}.png`)
      if (lang === 'nb' && size.width === 1280) {
        // One frame, no second page to gather results in. In the dark only colours are others.
        // A page in a frame has landmarks of its own, and is looked at where it stands alone.
        const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe')
        const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze()
        for (const each of violations)
          wrong.push(
            `${colorScheme}: axe ${each.id}: ${each.nodes
              .slice(0, 4)
              .map((node) => node.html.slice(0, 140))
              .join(' | ')}`,
          )
      }
    }
  }
  await camera.detach()
  // 1280 px at 400 % are 320 px.
  await page.setViewportSize({ width: 320, height: 256 })
  wrong.push(...[...(await page.evaluate(findOverflow)), ...(await page.evaluate(findCovers))].map((line) => `400 %: ${line}`))
  const still = new Set(await page.evaluate(collectSeen))
  const gone = seen.filter((text) => !still.has(text))
  if (gone.length > 0)
    wrong.push(
      `400 %: no longer there: ${gone
        .slice(0, 5)
        .map((text) => `"${text.slice(0, 60)}"`)
        .join(', ')}`,
    )
  return wrong
}

/** The window as a picture. By the protocol itself: packed for speed it takes a third of the time, and there are some thousand. */
async function takePicture(page: Page, camera: CDPSession, file: string): Promise<void> {
  await page.evaluate(() => document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish()))
  const { data } = await camera.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
  await writeFile(file, data, 'base64')
}

export function folderFor(root: string): string {
  const folder = path.join(root, 'screenshots', 'pages')
  mkdirSync(folder, { recursive: true })
  return folder
}
