import type { Page } from 'playwright-core'
import type { Site } from './site.ts'
import { sendIdeaQuickly, type SentIdea } from './world.ts'

export type Kind = 'filled' | 'empty' | 'error' | 'long'

/** One way to see a page: who goes where, and what they do there before we look. */
export interface View {
  kind: Kind
  /** Key of a demo person; nobody is logged in where none is named. */
  as?: string
  /** The address, or how it is found in what this Torg holds. */
  at: string | ((site: Site) => Promise<string>)
  /** What is done on the page before it is looked at, such as sending its form empty. */
  act?: (page: Page) => Promise<void>
  status?: number
}

/** A page of src/routes.ts and the ways it is seen. */
export interface Listed {
  route: string
  views: View[]
}

/** A view that nobody is logged in for. */
export const nobody = (kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, at, ...more })

/** A view as a demo person sees it. */
export const by = (as: string, kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, as, at, ...more })

async function linksOn(site: Site, path: string, as?: string): Promise<string[]> {
  const { text } = await site.read(path, as)
  return [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

/** The first link on a page that fits; throws when there is none, since then the demo lacks what the page needs. */
export function linkOn(path: string, pattern: RegExp, as?: string): (site: Site) => Promise<string> {
  return async (site) => {
    const found = (await linksOn(site, path, as)).find((href) => pattern.test(href))
    if (!found) throw new Error(`${path} as ${as ?? 'nobody'} has no link like ${String(pattern)}.`)
    return found
  }
}

/** The first link that fits on any of the pages that another page links to. */
export function linkOnAny(path: string, between: RegExp, pattern: RegExp, as: string, end = ''): (site: Site) => Promise<string> {
  return async (site) => {
    for (const href of await linksOn(site, path, as)) {
      const found = between.test(href) ? (await linksOn(site, href, as)).find((each) => pattern.test(each)) : undefined
      if (found) return found + end
    }
    throw new Error(`Nothing behind ${path} as ${as} has a link like ${String(pattern)}.`)
  }
}

export const aCaseOfMine = /^\/min-side\/saker\/[\d-]+$/
export const aReport = /^\/min-side\/rapport\/[0-9a-f-]{36}$/

/** A draft of a scheme that somebody is writing in the studio; `part` is a page of it. */
export function schemeDraft(part = ''): (site: Site) => Promise<string> {
  const find = linkOn('/saker/ordninger', /^\/saker\/ordninger\/[0-9a-f-]{36}$/, 'liv-tangen')
  return async (site) => `${await find(site)}${part ? `/${part}` : ''}`
}

export const choirPages = ['about', 'activity', 'money', 'attachments', 'confirm']

/** A page of a draft that the person begins the first time somebody looks: from last year's application where there is one. */
export function draftOf(person: string, slug: string, page: string): View['at'] {
  return async (site) => {
    const key = `${person} ${slug}`
    let draft = drafts.get(key)
    if (!draft) drafts.set(key, (draft = begin(site, person, slug)))
    return page ? `${await draft}/${page}` : (await site.read(await draft, person)).location
  }
}
const drafts = new Map<string, Promise<string>>()

async function begin(site: Site, person: string, slug: string): Promise<string> {
  const path = `/tilskudd/${slug}/sok`
  const { text } = await site.read(path, person)
  const inputs = [...text.matchAll(/<input[^>]*>/g)].map(([input]) => input)
  const valueOf = (name: string) =>
    inputs.filter((input) => input.includes(`name="${name}"`)).map((input) => /value="([^"]*)"/.exec(input)?.[1] ?? '')[0] ?? ''
  const [who, from] = [valueOf('who'), valueOf('from')]
  const answer = await site.send(path, person, path, { who, ...(from ? { from } : {}) })
  if (answer.status !== 303) throw new Error(`${person} could not begin an application to ${slug}: ${answer.status}`)
  return answer.location.replace(/\/[^/]+$/, '')
}

/** The receipt of a neighbour's small idea, sent once. */
export async function sentApplication(site: Site): Promise<string> {
  sent ??= sendIdeaQuickly(site, 'amina-warsame', 'Benker ved badeplassen')
  return (await sent).receipt
}
let sent: Promise<SentIdea> | undefined

export const aCase = /^\/saker\/\d{4}-\d+$/
export const aPayment = /^\/saker\/utbetalinger\/[0-9a-f-]{36}$/

/** Presses the page's own button without having filled anything: the primary one, or the only one of a page that asks quietly. */
export async function sendEmpty(page: Page): Promise<void> {
  const buttons = page.locator('main form[method=post] button.ds-button')
  const primary = buttons.and(page.locator('[data-variant=primary]'))
  const button = ((await primary.count()) > 0 ? primary : buttons).first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

export const aReportPage = (who: string) => async (site: Site) =>
  (await site.read(await linkOnAny('/min-side', aCaseOfMine, aReport, who)(site), who)).location

/** A scheme that one can be told about when it opens. */
export async function closedScheme(site: Site): Promise<string> {
  const { text } = await site.read('/tilskudd')
  for (const [, path = ''] of text.matchAll(/href="(\/tilskudd\/[\w-]+)"/g))
    if ((await site.read(path)).text.includes('id="varsel"')) return path
  throw new Error('Every scheme is open: no page asks for an address.')
}

/** Clears all that is written in the page's form, unticks what is ticked, and sends it. */
export async function sendCleared(page: Page): Promise<void> {
  const form = page.locator('main form[method=post]').first()
  for (const field of await form
    .locator('input[type=text], input[type=email], input[type=tel], input[type=date], textarea')
    .all())
    await field.fill('')
  for (const box of await form.locator('input[type=checkbox]:checked').all()) await box.uncheck()
  await sendEmpty(page)
}

/** A page of a scheme's rounds that have cases, as the caseworkers list them: the first, or counted from the last by -1. */
export function roundOf(scheme: string, nth: number, end: string): (site: Site) => Promise<string> {
  return async (site) => {
    const { text } = await site.read('/saker/utlysing', 'maren-lie')
    const links = [...text.matchAll(/href="(\/saker\/utlysing\/[0-9a-f-]{36})"[^>]*>([^<]*)/g)]
    const found = links.filter(([, , title = '']) => title.startsWith(scheme)).at(nth)?.[1]
    if (!found) throw new Error(`${scheme} has no round with cases.`)
    return found + end
  }
}

/** The first address that fits in the newest e-mail to somebody, as the demo's mailbox shows it. */
export function linkInMail(to: string, pattern: RegExp): (site: Site) => Promise<string> {
  return async (site) => {
    const mail = await linkOn(`/postkasse?til=${encodeURIComponent(to)}`, /^\/postkasse\/[0-9a-f-]{36}$/)(site)
    const found = pattern.exec((await site.read(mail)).text.replace(/["<]/g, ' '))?.[0]
    if (!found) throw new Error(`The e-mail to ${to} has no link like ${String(pattern)}.`)
    return found
  }
}

/** Gives every case of a list the same place. */
export async function givePlacesTwice(page: Page): Promise<void> {
  for (const place of await page.locator('input[name^="rank."]').all()) await place.fill('1')
  await sendEmpty(page)
}
