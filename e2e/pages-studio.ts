import type { Page } from 'playwright-core'
import { by, linkOn, schemeDraft, sendEmpty, type Listed, type View } from './find.ts'
import type { Site } from './site.ts'

/** The first place whose address fits in the form of a draft that begins with a scheme from the library. */
function outlined(pattern: RegExp): View['at'] {
  return async (site) => {
    const library = '/saker/ordninger/bibliotek'
    begun ??= site.send(library, 'liv-tangen', library, {}).then(({ location }) => location)
    return await linkOn(`${await begun}/skjema`, pattern, 'liv-tangen')(site)
  }
}
let begun: Promise<string> | undefined

/** The invented applications of such a draft, made the first time somebody looks. */
async function withExamples(site: Site): Promise<string> {
  const library = '/saker/ordninger/bibliotek'
  begun ??= site.send(library, 'liv-tangen', library, {}).then(({ location }) => location)
  const page = `${await begun}/eksempler`
  made ??= site
    .send(page, 'liv-tangen', page, { _do: 'make', antall: '6' })
    .then(() => site.send(page, 'liv-tangen', page, { _do: 'agree' }))
  await made
  return page
}
let made: Promise<unknown> | undefined

async function saveNameless(page: Page): Promise<void> {
  await page.locator('[name=navn]').fill('')
  await Promise.all([page.waitForEvent('load'), page.locator('button[value=save]').click()])
}

const aBlock = linkOn('/saker/ordninger/blokker', /^\/saker\/ordninger\/blokker\/[0-9a-f-]{36}$/, 'liv-tangen')

/** The pages of the studio, in the order of src/routes.ts. */
export const studioPages: readonly Listed[] = [
  { route: '/saker/ordninger', views: [by('liv-tangen', 'filled', '/saker/ordninger')] },
  {
    route: '/saker/ordninger/ny',
    views: [
      by('liv-tangen', 'filled', '/saker/ordninger/ny'),
      by('liv-tangen', 'error', '/saker/ordninger/ny', { act: sendEmpty }),
    ],
  },
  { route: '/saker/ordninger/:draftId', views: [by('liv-tangen', 'filled', schemeDraft())] },
  { route: '/saker/ordninger/:draftId/endringer', views: [by('liv-tangen', 'filled', schemeDraft('endringer'))] },
  { route: '/saker/ordninger/:draftId/publiser', views: [by('liv-tangen', 'filled', schemeDraft('publiser'))] },
  { route: '/saker/ordninger/:draftId/steg', views: [by('liv-tangen', 'filled', schemeDraft('steg'))] },
  { route: '/saker/ordninger/:draftId/forkast', views: [by('liv-tangen', 'filled', schemeDraft('forkast'))] },
  {
    route: '/saker/ordninger/:draftId/:part',
    views: [
      'formal',
      'hvem',
      'deler',
      'utlysning',
      'regler',
      'belop',
      'vurdering',
      'fullmakt',
      'brev',
      'vilkar',
      'utbetaling',
      'rapport',
      'offentlighet',
    ].map((part) => by('liv-tangen', 'filled', schemeDraft(part))),
  },
  {
    route: '/saker/ordninger/bibliotek',
    views: [
      by('liv-tangen', 'filled', '/saker/ordninger/bibliotek'),
      by('liv-tangen', 'empty', '/saker/ordninger/bibliotek?sok=qqq'),
    ],
  },
  {
    route: '/saker/ordninger/hent',
    views: [
      by('liv-tangen', 'filled', '/saker/ordninger/hent'),
      by('liv-tangen', 'error', '/saker/ordninger/hent', { act: sendEmpty }),
    ],
  },
  { route: '/saker/ordninger/:draftId/skjema', views: [by('liv-tangen', 'filled', schemeDraft('skjema'))] },
  {
    route: '/saker/ordninger/:draftId/skjema/:place',
    views: [
      by('liv-tangen', 'filled', outlined(/\/skjema\/[^/]*fields/)),
      by('liv-tangen', 'filled', outlined(/\/skjema\/(?!.*fields)[^/]+$/)),
    ],
  },
  {
    route: '/saker/ordninger/:draftId/forhandsvis',
    views: [
      by('liv-tangen', 'filled', schemeDraft('forhandsvis')),
      by('liv-tangen', 'filled', schemeDraft('forhandsvis?bredde=telefon')),
    ],
  },
  { route: '/saker/ordninger/:draftId/prov', views: [by('liv-tangen', 'filled', schemeDraft('prov'))] },
  {
    route: '/saker/ordninger/:draftId/eksempler',
    views: [by('liv-tangen', 'empty', schemeDraft('eksempler')), by('liv-tangen', 'filled', withExamples)],
  },
  {
    route: '/saker/ordninger/:draftId/eksempler/:example',
    views: [
      by('liv-tangen', 'filled', async (site) => `${await withExamples(site)}/e1`),
      by('liv-tangen', 'error', async (site) => `${await withExamples(site)}/e2`, { act: saveNameless }),
    ],
  },
  { route: '/saker/ordninger/:draftId/papir', views: [by('liv-tangen', 'filled', schemeDraft('papir'))] },
  { route: '/saker/ordninger/blokker', views: [by('liv-tangen', 'filled', '/saker/ordninger/blokker')] },
  {
    route: '/saker/ordninger/blokker/:blockId',
    views: [by('liv-tangen', 'filled', aBlock), by('liv-tangen', 'filled', async (site) => `${await aBlock(site)}?slett=1`)],
  },
  {
    route: '/saker/ordninger/:draftId/blokk/:useId',
    views: [
      by('liv-tangen', 'filled', async (site) => await linkOn(await aBlock(site), /\/blokk\/[0-9a-f-]{36}$/, 'liv-tangen')(site)),
    ],
  },
  {
    route: '/saker/ordninger/:draftId/ny-blokk/:place',
    views: [
      by('liv-tangen', 'filled', outlined(/\/ny-blokk\//)),
      by('liv-tangen', 'error', outlined(/\/ny-blokk\//), { act: sendEmpty }),
    ],
  },
]
