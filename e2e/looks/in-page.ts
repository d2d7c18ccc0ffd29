/*
 * What is measured inside a page. Each function here runs in the browser, so it may use nothing from outside itself.
 * Each gives what is wrong, a line each; an empty list is a good page.
 */

/** Nothing sideways, nothing cut, nothing spilling out of its box. */
export function findOverflow(): string[] {
  const wrong: string[] = []
  const tell = (each: Element) => `<${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}">`
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1 && getComputedStyle(each).position !== 'fixed',
    )
    wrong.push(`scrolls sideways (${root.scrollWidth} px in ${root.clientWidth}): ${widest.slice(-2).map(tell).join(' ')}`)
  }
  for (const each of document.querySelectorAll<HTMLElement>('body *')) {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const style = getComputedStyle(each)
    const box = each.getBoundingClientRect()
    // Texts for screen readers alone are one pixel on purpose; a box that scrolls by itself shows everything.
    if (box.width <= 1 || box.height <= 1 || style.display === 'inline' || each.closest('svg')) continue
    if (root.clientWidth >= 1280 && /auto|scroll/.test(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
      wrong.push(`must be scrolled sideways on a desk (${each.scrollWidth} px in ${each.clientWidth}): ${tell(each)}`)
    if (/auto|scroll/.test(style.overflowX) || /^(SELECT|TEXTAREA|INPUT)$/.test(each.tagName)) continue
    const holdsText = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    const hidesX = /hidden|clip/.test(style.overflowX)
    const hidesY = /hidden|clip/.test(style.overflowY)
    const text = () => each.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)
    if ((holdsText || hidesX) && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      wrong.push(`${hidesX ? 'cut' : 'spills out'} sideways: ${tell(each)} "${text()}"`)
    if (hidesY && each.scrollHeight > each.clientHeight + 1 && each.clientHeight > 0)
      wrong.push(`cut below: ${tell(each)} "${text()}"`)
  }
  return wrong
}

/** What stays over the page while it scrolls, and takes more than half of the window's height. */
export function findCovers(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((each) => /sticky|fixed/.test(getComputedStyle(each).position) && each.checkVisibility())
    .filter((each) => each.getBoundingClientRect().height > innerHeight / 2)
    .map((each) => `<${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}"> covers most of the window`)
}

/** Targets of at least 24 by 24 px, or so far from each other that circles of 24 px do not meet (WCAG 2.5.8). */
export function findSmallTargets(): string[] {
  const targets: { each: HTMLElement; box: DOMRect; small: boolean }[] = []
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]'
  for (const each of document.querySelectorAll<HTMLElement>(all)) {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const box = each.getBoundingClientRect()
    // Skip links come to sight with focus; a link in running text is as high as its line.
    if (box.width <= 1 || box.height <= 1 || box.bottom < 0) continue
    const inText =
      each.tagName === 'A' &&
      getComputedStyle(each).display.startsWith('inline') &&
      [...(each.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && /\w/.test(node.textContent ?? ''))
    targets.push({ each, box, small: !inText && (box.width < 23.5 || box.height < 23.5) })
  }
  const near = (a: DOMRect, b: DOMRect, radius: number) => {
    const [x, y] = [a.left + a.width / 2, a.top + a.height / 2]
    const dx = Math.max(b.left - x, 0, x - b.right)
    const dy = Math.max(b.top - y, 0, y - b.bottom)
    return Math.hypot(dx, dy) < radius
  }
  const middle = (box: DOMRect) => new DOMRect(box.left + box.width / 2, box.top + box.height / 2, 0, 0)
  return targets
    .filter(({ small }) => small)
    .filter(({ each, box }) =>
      targets.some(
        (other) =>
          other.each !== each &&
          !other.each.contains(each) &&
          !each.contains(other.each) &&
          (near(box, other.box, 12) || (other.small && near(box, middle(other.box), 24))),
      ),
    )
    .map(({ each, box }) => `small target ${Math.round(box.width)} × ${Math.round(box.height)}: ${each.outerHTML.slice(0, 110)}`)
}

/** One h1, headings in order, unique ids, every reference to an id kept, a label for every field. */
export function findStructure(): string[] {
  const wrong: string[] = []
  const ids = [...document.querySelectorAll('[id]')].map((each) => each.id)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) wrong.push(`the id "${id}" is used twice`)
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) => each.checkVisibility())
  const first = levels.filter((each) => each.tagName === 'H1')
  if (first.length !== 1) wrong.push(`${first.length} h1`)
  let level = 0
  for (const each of document.querySelectorAll('main h1, main h2, main h3, main h4, main h5, main h6')) {
    // The summary of errors stands before the page's heading, as it should.
    if (!each.checkVisibility() || each.closest('#error-summary')) continue
    const next = Number(each.tagName[1])
    if (next > level + 1) wrong.push(`h${level || 0} is followed by h${next}: "${each.textContent.trim().slice(0, 50)}"`)
    level = next
  }
  for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-errormessage', 'form', 'list']) {
    for (const each of document.querySelectorAll(`[${name}]`)) {
      for (const id of (each.getAttribute(name) ?? '').split(/\s+/).filter(Boolean))
        if (!document.getElementById(id)) wrong.push(`${name}="${id}" leads nowhere: ${each.outerHTML.slice(0, 90)}`)
    }
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
    if (id && !document.getElementById(id)) wrong.push(`the link #${id} leads nowhere`)
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden], [type=submit]), select, textarea')) {
    if (!field.labels?.length && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby'))
      wrong.push(`a field without a label: ${field.outerHTML.slice(0, 90)}`)
  }
  if (document.querySelectorAll('main').length !== 1) wrong.push('not exactly one main')
  if (document.title.trim().length < 3) wrong.push(`the title is "${document.title}"`)
  if (document.querySelector('[style]')) wrong.push('a style attribute, which the CSP does not let through')
  return wrong
}

/** Everything the page says, in its own language: texts that are seen or read aloud, without parts marked as another language. */
export function collectTexts(): string[] {
  const page = document.documentElement.lang
  const texts: string[] = [document.title]
  const foreign = (each: Element | null) => {
    const marked = each?.closest('[lang]')
    return marked ? marked.getAttribute('lang') !== page : false
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const parent = node.parentElement
    if (!text || foreign(parent) || parent?.closest('script, style, template, noscript, code')) continue
    texts.push(text)
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-confirm', 'data-label']) {
    for (const each of document.querySelectorAll(`[${name}]`)) if (!foreign(each)) texts.push(each.getAttribute(name) ?? '')
  }
  return texts
}

/** What can be read in the main part right now, at once or by opening a summary that is in sight. */
export function collectSeen(): string[] {
  const seen = new Set<string>()
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const summary = node.parentElement?.closest('details:not([open])')?.querySelector('summary')
    const place = summary ?? node.parentElement
    // Charts draw their labels anew for each width; the table beside them says the same.
    if (text && !node.parentElement?.closest('svg') && place?.checkVisibility({ visibilityProperty: true })) seen.add(text)
  }
  return [...seen]
}
