import type { Page } from 'playwright-core'
import type { Site } from './site.ts'

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

/** GET routes that answer no page of ours, and what they answer. */
export const notPages: Readonly<Record<string, string>> = {
  '/tilskudd/:slug/frist.ics': 'a calendar file',
  '/register.csv': 'a file',
  '/tilskudd/:slug/soknad/:draftId': 'goes on to the first page that is not done',
  '/tilskudd/:slug/soknad/:draftId/fil/:attachmentId': 'a download',
  '/logg-inn/innbygger': 'goes on to the provider',
  '/logg-inn/ansatt': 'goes on to the provider',
  '/logg-inn/svar': 'comes from the provider',
  '/logg-ut/fra-leverandor': 'the provider’s own frame',
}

const nobody = (kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, at, ...more })
const by = (as: string, kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, as, at, ...more })

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
export function linkOnAny(path: string, between: RegExp, pattern: RegExp, as: string): (site: Site) => Promise<string> {
  return async (site) => {
    for (const href of await linksOn(site, path, as)) {
      const found = between.test(href) ? (await linksOn(site, href, as)).find((each) => pattern.test(each)) : undefined
      if (found) return found
    }
    throw new Error(`Nothing behind ${path} as ${as} has a link like ${String(pattern)}.`)
  }
}

const aCase = /^\/saker\/\d{4}-\d+$/
const aPayment = /^\/saker\/utbetalinger\/[0-9a-f-]{36}$/

/** Presses the page's own button without having filled anything. */
export async function sendEmpty(page: Page): Promise<void> {
  const button = page
    .locator(
      'main form[method=post] button[type=submit]:not([formaction], [data-variant=tertiary]), main form[method=post] button:not([type])',
    )
    .first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Every page, in the order of src/routes.ts. */
export const listed: readonly Listed[] = [
  {
    route: '/logg-inn',
    views: [nobody('filled', '/logg-inn?til=/min-side')],
  },
  { route: '/logg-inn/ingen-rolle', views: [by('vera-holt', 'empty', '/logg-inn/ingen-rolle')] },
  { route: '/logg-inn/fortsett', views: [by('amina-warsame', 'empty', '/logg-inn/fortsett')] },
  { route: '/logg-ut', views: [nobody('empty', '/logg-ut'), by('jonas-berge', 'filled', '/logg-ut')] },
  { route: '/logg-ut/ferdig', views: [nobody('filled', '/logg-ut/ferdig')] },
  { route: '/min-side/innlogginger', views: [by('jonas-berge', 'filled', '/min-side/innlogginger')] },
  { route: '/', views: [nobody('filled', '/'), by('ola-lyngstad', 'filled', '/')] },
  {
    route: '/tilskudd',
    views: [nobody('filled', '/tilskudd'), nobody('empty', '/tilskudd?sok=xyzzy'), by('ola-lyngstad', 'filled', '/tilskudd')],
  },
  {
    route: '/tilskudd/:slug',
    views: [
      nobody('filled', '/tilskudd/kor-og-korps'),
      nobody('filled', '/tilskudd/bydelstilskudd'),
      by('jonas-berge', 'filled', '/tilskudd/kunstnerstipend'),
      by('ola-lyngstad', 'filled', '/tilskudd/bygdemidlar'),
      nobody('error', closedScheme, { act: sendEmpty }),
      nobody('empty', '/tilskudd/finnes-ikke', { status: 404 }),
    ],
  },
  { route: '/tilskudd/:slug/varsel', views: [nobody('filled', async (site) => `${await closedScheme(site)}/varsel`)] },
  { route: '/varsel/avmeld/:token', views: [nobody('empty', '/varsel/avmeld/ukjent', { status: 404 })] },
  { route: '/register', views: [nobody('filled', '/register'), nobody('empty', '/register?sok=xyzzy')] },
  {
    route: '/min-side',
    views: [
      by('jonas-berge', 'filled', '/min-side'),
      by('astrid-solheim', 'filled', '/min-side'),
      by('ola-lyngstad', 'filled', '/min-side'),
      by('daniel-novak', 'filled', '/min-side'),
    ],
  },
  {
    route: '/min-side/saker/:number',
    views: [
      ...['astrid-solheim', 'sigrid-haugland', 'daniel-novak', 'ola-lyngstad'].map((who) =>
        by(who, 'filled', linkOn('/min-side', /^\/min-side\/saker\/\d{4}-\d+$/, who)),
      ),
      by('astrid-solheim', 'empty', '/min-side/saker/2026-999999', { status: 404 }),
    ],
  },
  {
    route: '/min-side/saker/:number/trekk',
    views: [by('amina-warsame', 'filled', linkOnAny('/min-side', /^\/min-side\/saker\/[\d-]+$/, /\/trekk$/, 'amina-warsame'))],
  },
  {
    route: '/saker',
    views: [
      by('maren-lie', 'filled', '/saker'),
      by('maren-lie', 'filled', '/saker?visning=all'),
      by('farid-karimi', 'filled', '/saker'),
      by('berit-nes', 'filled', '/saker'),
      by('maren-lie', 'empty', '/saker?visning=all&sok=xyzzy'),
    ],
  },
  {
    route: '/saker/habilitet',
    views: [by('maren-lie', 'filled', '/saker/habilitet'), by('ingrid-aas', 'empty', '/saker/habilitet')],
  },
  {
    route: '/saker/registrer',
    views: [by('maren-lie', 'filled', '/saker/registrer'), by('maren-lie', 'error', '/saker/registrer', { act: sendEmpty })],
  },
  {
    route: '/saker/utlysing',
    views: [by('maren-lie', 'filled', '/saker/utlysing'), by('berit-nes', 'filled', '/saker/utlysing')],
  },
  {
    route: '/saker/utlysing/:roundId',
    views: [
      by('maren-lie', 'filled', linkOn('/saker/utlysing', /^\/saker\/utlysing\/[0-9a-f-]{36}$/, 'maren-lie')),
      by('berit-nes', 'filled', linkOn('/saker/utlysing', /^\/saker\/utlysing\/[0-9a-f-]{36}$/, 'berit-nes')),
    ],
  },
  {
    route: '/saker/:number{[0-9]{4}-[0-9]+}',
    views: [
      by('maren-lie', 'filled', linkOn('/saker', aCase, 'maren-lie')),
      by('farid-karimi', 'filled', linkOn('/saker', aCase, 'farid-karimi')),
      by('berit-nes', 'filled', linkOn('/saker', aCase, 'berit-nes')),
      by('rolf-vik', 'filled', linkOn('/saker?visning=all', aCase, 'rolf-vik')),
      by('maren-lie', 'long', linkOn('/saker?visning=all&sok=h%C3%A5ndverk', aCase, 'maren-lie')),
      by('maren-lie', 'empty', '/saker/2026-999999', { status: 404 }),
    ],
  },
  {
    route: '/saker/utbetalinger',
    views: [
      ...['ready', 'prepared', 'approved', 'sent', 'failed', 'waiting', 'stopped', 'confirmed'].map((tab) =>
        by('petter-dahl', 'filled', `/saker/utbetalinger?fane=${tab}`),
      ),
      by('hilde-moen', 'filled', '/saker/utbetalinger'),
    ],
  },
  {
    route: '/saker/utbetalinger/:id',
    views: [
      by('petter-dahl', 'filled', linkOnAny('/saker/utbetalinger', /fane=/, aPayment, 'petter-dahl')),
      by('hilde-moen', 'filled', linkOnAny('/saker/utbetalinger', /fane=/, aPayment, 'hilde-moen')),
    ],
  },
  { route: '/tilgjengelighet', views: [nobody('filled', '/tilgjengelighet')] },
  { route: '/personvern', views: [nobody('filled', '/personvern')] },
  { route: '/kontakt', views: [nobody('filled', '/kontakt')] },
  { route: '/postkasse', views: [nobody('filled', '/postkasse')] },
  { route: '/saker/livslop', views: [by('maren-lie', 'filled', '/saker/livslop')] },
  {
    route: '/saker/innstillinger',
    views: [
      by('nina-strand', 'filled', '/saker/innstillinger'),
      by('nina-strand', 'error', '/saker/innstillinger', { act: sendEmpty }),
    ],
  },
  {
    route: '/saker/innstillinger/ansatte/:id',
    views: [by('nina-strand', 'filled', linkOn('/saker/innstillinger', /\/ansatte\/[0-9a-f-]{36}/, 'nina-strand'))],
  },
  { route: '/saker/innstillinger/jobber', views: [by('nina-strand', 'empty', '/saker/innstillinger/jobber')] },
]

/** A scheme that one can be told about when it opens. */
async function closedScheme(site: Site): Promise<string> {
  const { text } = await site.read('/tilskudd')
  for (const [, path = ''] of text.matchAll(/href="(\/tilskudd\/[\w-]+)"/g))
    if ((await site.read(path)).text.includes('id="varsel"')) return path
  throw new Error('Every scheme is open: no page asks for an address.')
}
