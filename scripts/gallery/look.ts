import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, tryGallery } from './try.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at each page in two widths and two schemes; gives what is wrong, a line each. */
export async function lookAtGallery(base: string, names: readonly string[], folder: string): Promise<string[]> {
  const browser = await openBrowser()
  const problems: string[] = []
  try {
    problems.push(...(await tryGallery(browser, base)))
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1280]) problems.push(...(await lookAt(browser, base, names, folder, colorScheme, width)))
    }
  } finally {
    await browser.close()
  }
  return problems
}

async function lookAt(
  browser: Browser,
  base: string,
  names: readonly string[],
  folder: string,
  colorScheme: 'light' | 'dark',
  width: number,
) {
  const problems: string[] = []
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 780 : 1000 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  for (const name of names) {
    const where = `${name} ${width} ${colorScheme}`
    const listen = (message: { type(): string; text(): string }) => {
      if (message.type() === 'error') problems.push(`${where}: ${message.text()}`)
    }
    page.on('console', listen)
    await page.goto(`${base}/nb/${name}`)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    const found = await new AxeBuilder({ page }).withTags(tags).analyze()
    for (const each of found.violations)
      problems.push(`${where}: ${each.id}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`)
    problems.push(...(await measure(page)).map((each) => `${where}: ${each}`))
    page.off('console', listen)
  }
  await context.close()
  return problems
}

/** Sideways scroll, targets under 24 px, and texts that are cut. */
function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      wrong.push(`scrolls sideways: ${document.documentElement.scrollWidth} px`)
    for (const each of document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, textarea, summary')) {
      const box = each.getBoundingClientRect()
      const inText = each.tagName === 'A' && each.closest('p, li, dd') && getComputedStyle(each).display === 'inline'
      const unseen = box.width <= 1 || getComputedStyle(each).visibility === 'hidden'
      if (!inText && !unseen && (box.height < 24 || box.width < 24))
        wrong.push(`small target ${Math.round(box.width)} × ${Math.round(box.height)}: ${each.outerHTML.slice(0, 90)}`)
    }
    return wrong
  })
}
