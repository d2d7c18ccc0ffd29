import type { Page } from 'playwright-core'
import {
  aCase,
  aCaseOfMine,
  aPayment,
  aReport,
  aReportPage,
  choirPages,
  closedScheme,
  draftOf,
  linkOn,
  linkOnAny,
  sendCleared,
  sendEmpty,
  sentApplication,
  type Kind,
  type Listed,
  type View,
} from './find.ts'

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
  '/min-side/rapport/:reportId': 'goes on to the first page that is not done',
  '/min-side/rapport/:reportId/fil/:attachmentId': 'a download',
  '/min-side/saker/:number/dokument/:documentId': 'a download',
  '/min-side/saker/:number/vedtak.pdf': 'a file',
  '/saker/dokumenter/:id': 'a download',
  '/saker/excel': 'a file',
  '/saker/mote/:body/:round/liste.pdf': 'a file',
  '/saker/rapporter/:id/fil/:attachmentId': 'a download',
  '/saker/utlysing/:roundId/excel': 'a file',
}

/** "Another organisation", without saying which. */
async function chooseUnnamed(page: Page): Promise<void> {
  await page.locator('input[name=who][value=other]').check()
  await sendEmpty(page)
}

const nobody = (kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, at, ...more })
const by = (as: string, kind: Kind, at: View['at'], more: Partial<View> = {}): View => ({ kind, as, at, ...more })

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
  {
    route: '/tilskudd/:slug/sok',
    views: [
      by('astrid-solheim', 'filled', '/tilskudd/kor-og-korps/sok'),
      by('jonas-berge', 'filled', '/tilskudd/kunstnerstipend/sok'),
      by('ola-lyngstad', 'filled', '/tilskudd/bygdemidlar/sok'),
      by('amina-warsame', 'error', '/tilskudd/kor-og-korps/sok', { act: chooseUnnamed }),
      by('astrid-solheim', 'empty', '/tilskudd/bydelstilskudd/sok'),
    ],
  },
  {
    route: '/tilskudd/:slug/soknad/:draftId/:page',
    views: [
      ...choirPages.map((page) => by('astrid-solheim', 'filled', draftOf('astrid-solheim', 'kor-og-korps', page))),
      ...choirPages.map((page) =>
        by('sigrid-haugland', 'error', draftOf('sigrid-haugland', 'kor-og-korps', page), { act: sendCleared }),
      ),
      by('jonas-berge', 'filled', linkOn('/min-side', /\/soknad\//, 'jonas-berge')),
      by('daniel-novak', 'error', draftOf('daniel-novak', 'naringsstotte', ''), { act: sendCleared }),
      by('ola-lyngstad', 'error', draftOf('ola-lyngstad', 'bygdemidlar', ''), { act: sendCleared }),
    ],
  },
  {
    route: '/tilskudd/:slug/soknad/:draftId/kontroll',
    views: [
      by('astrid-solheim', 'filled', draftOf('astrid-solheim', 'kor-og-korps', 'kontroll')),
      by('sigrid-haugland', 'empty', draftOf('sigrid-haugland', 'kor-og-korps', 'kontroll')),
    ],
  },
  { route: '/tilskudd/:slug/soknad/:draftId/kvittering', views: [by('amina-warsame', 'filled', sentApplication)] },
  {
    route: '/tilskudd/:slug/soknad/:draftId/slett',
    views: [by('sigrid-haugland', 'filled', draftOf('sigrid-haugland', 'kor-og-korps', 'slett'))],
  },
  { route: '/register', views: [nobody('filled', '/register'), nobody('empty', '/register?sok=xyzzy')] },
  {
    route: '/register/:number',
    views: [nobody('filled', linkOn('/register', /^\/register\/\d{9}$/))],
  },
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
    route: '/min-side/saker/:number/vedtak',
    views: ['astrid-solheim', 'jonas-berge', 'daniel-novak', 'ola-lyngstad'].map((who) =>
      by(who, 'filled', linkOnAny('/min-side', aCaseOfMine, /\/vedtak$/, who)),
    ),
  },
  {
    route: '/min-side/saker/:number/vedtak/takk-nei',
    views: [by('amina-warsame', 'filled', linkOnAny('/min-side', aCaseOfMine, /\/vedtak$/, 'amina-warsame', '/takk-nei'))],
  },
  {
    route: '/min-side/saker/:number/klage',
    views: [
      by('jonas-berge', 'filled', linkOnAny('/min-side', aCaseOfMine, /\/klage$/, 'jonas-berge')),
      by('jonas-berge', 'error', linkOnAny('/min-side', aCaseOfMine, /\/klage$/, 'jonas-berge'), { act: sendEmpty }),
    ],
  },
  {
    route: '/min-side/rapport/:reportId/:page',
    views: [
      by('jonas-berge', 'filled', aReportPage('jonas-berge')),
      by('jonas-berge', 'error', aReportPage('jonas-berge'), { act: sendEmpty }),
      by('ola-lyngstad', 'filled', aReportPage('ola-lyngstad')),
    ],
  },
  {
    route: '/min-side/rapport/:reportId/kontroll',
    views: [by('jonas-berge', 'empty', linkOnAny('/min-side', aCaseOfMine, aReport, 'jonas-berge', '/kontroll'))],
  },
  {
    route: '/min-side/rapport/:reportId/kvittering',
    views: [by('daniel-novak', 'filled', linkOnAny('/min-side', aCaseOfMine, aReport, 'daniel-novak', '/kvittering'))],
  },
  {
    route: '/saker/rapporter',
    views: ['submitted', 'overdue', 'soon', 'returned', 'later', 'done'].map((tab) =>
      by('maren-lie', 'filled', `/saker/rapporter?fane=${tab}`),
    ),
  },
  {
    route: '/saker/rapporter/:id',
    views: [
      by('maren-lie', 'filled', linkOnAny('/saker/rapporter', /fane=/, /^\/saker\/rapporter\/[0-9a-f-]{36}$/, 'maren-lie')),
      by('rolf-vik', 'filled', linkOnAny('/saker/rapporter', /fane=done/, /^\/saker\/rapporter\/[0-9a-f-]{36}$/, 'rolf-vik')),
    ],
  },
  {
    route: '/saker/vedtak',
    views: [
      by('tor-bakken', 'filled', '/saker/vedtak'),
      by('maren-lie', 'filled', '/saker/vedtak'),
      by('geir-myhre', 'empty', '/saker/vedtak'),
    ],
  },
  {
    route: '/saker/vedtak/slipp',
    views: [by('tor-bakken', 'filled', '/saker/vedtak/slipp'), by('ingrid-aas', 'filled', '/saker/vedtak/slipp')],
  },
  { route: '/saker/mote', views: [by('ingrid-aas', 'filled', '/saker/mote'), by('berit-nes', 'filled', '/saker/mote')] },
  {
    route: '/saker/mote/:body/:round',
    views: [
      by('ingrid-aas', 'filled', linkOn('/saker/mote', /^\/saker\/mote\/\w+\//, 'ingrid-aas')),
      by('ingrid-aas', 'error', linkOn('/saker/mote', /^\/saker\/mote\/\w+\//, 'ingrid-aas'), { act: sendEmpty }),
    ],
  },
  {
    route: '/saker/mote/:body/:round/liste',
    views: [
      by(
        'ingrid-aas',
        'filled',
        async (site) => `${await linkOn('/saker/mote', /^\/saker\/mote\/\w+\//, 'ingrid-aas')(site)}/liste`,
      ),
    ],
  },
  { route: '/saker/register/match', views: [by('liv-tangen', 'filled', '/saker/register/match')] },
  {
    route: '/saker/:number{[0-9]{4}-[0-9]+}/vedtak',
    views: [by('tor-bakken', 'filled', linkOn('/saker/vedtak', /^\/saker\/[\d-]+\/vedtak$/, 'tor-bakken'))],
  },
  {
    route: '/saker/:number{[0-9]{4}-[0-9]+}/brev',
    views: [by('tor-bakken', 'filled', linkOnAny('/saker?visning=all', aCase, /^\/saker\/[\d-]+\/brev/, 'tor-bakken'))],
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
  { route: '/postkasse/:id', views: [nobody('filled', linkOn('/postkasse', /^\/postkasse\/[0-9a-f-]{36}$/))] },
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
