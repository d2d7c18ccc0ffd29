import { by, linkOn, sendCleared, sendEmpty, type Listed } from './find.ts'
import type { Site } from './site.ts'

const anEarlierDemand = linkOn('/saker/rapporter/fra-for', /^\/saker\/rapporter\/fra-for\/[0-9a-f-]{36}$/, 'maren-lie')
const aFileBroughtIn = linkOn('/saker/flytt-inn', /^\/saker\/flytt-inn\/[0-9a-f-]{36}$/, 'liv-tangen')
const aFileThatIsTried = linkOn('/saker/flytt-inn', /^\/saker\/flytt-inn\/[0-9a-f-]{36}\/proving$/, 'liv-tangen')
const itsColumns = async (site: Site) => (await aFileThatIsTried(site)).replace('proving', 'kolonner')

/** Moving in from spreadsheets, and what came with it. */
export const movingInPages: readonly Listed[] = [
  {
    route: '/saker/flytt-inn',
    views: [
      by('liv-tangen', 'filled', '/saker/flytt-inn'),
      by('berit-nes', 'empty', '/saker/flytt-inn'),
      by('liv-tangen', 'error', '/saker/flytt-inn', { act: sendEmpty }),
    ],
  },
  { route: '/saker/flytt-inn/:batch', views: [by('liv-tangen', 'filled', aFileBroughtIn)] },
  {
    route: '/saker/flytt-inn/:batch/kolonner',
    views: [by('liv-tangen', 'filled', itsColumns), by('liv-tangen', 'error', itsColumns, { act: sendCleared })],
  },
  {
    route: '/saker/flytt-inn/:batch/proving',
    views: [by('liv-tangen', 'filled', aFileThatIsTried)],
  },
  {
    route: '/saker/rapporter/fra-for',
    views: [
      by('maren-lie', 'filled', '/saker/rapporter/fra-for'),
      by('maren-lie', 'empty', '/saker/rapporter/fra-for?fane=done'),
    ],
  },
  {
    route: '/saker/rapporter/fra-for/:id',
    views: [by('maren-lie', 'filled', anEarlierDemand), by('maren-lie', 'error', anEarlierDemand, { act: sendEmpty })],
  },
]
