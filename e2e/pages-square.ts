import type { Page } from 'playwright-core'
import { organisationNumber } from '../demo/numbers.ts'
import { specialNumbers } from '../demo/register/index.ts'
import {
  aCaseOfMine,
  aReport,
  aReportPage,
  by,
  choirPages,
  closedScheme,
  draftOf,
  linkInMail,
  linkOn,
  linkOnAny,
  nobody,
  sendCleared,
  sendEmpty,
  sentApplication,
  type Listed,
} from './find.ts'

/** "Another organisation", without saying which. */
async function chooseUnnamed(page: Page): Promise<void> {
  await page.locator('input[name=who][value=other]').check()
  await sendEmpty(page)
}

const numbers = [organisationNumber(0), specialNumbers.bankrupt, specialNumbers.unknown]

/** Names partners by number, a row each, and asks the register of each by its button. In one view: they stand in one draft. */
async function askForPartners(page: Page): Promise<void> {
  const press = async (what: string) =>
    await Promise.all([page.waitForEvent('load'), page.locator(`button[value="${what}"]`).click()])
  for (const [row, number] of numbers.entries()) {
    const field = page.locator(`[name="partners.${row}.partner.number"]`)
    if ((await field.count()) === 0) await press('add:partners')
    await field.fill(number)
    await page.locator(`[name="partners.${row}.partner.name"]`).fill('')
    await press(`lookup:partners.${row}.partner`)
  }
}

/** What residents and the public see. */
export const squarePages: readonly Listed[] = [
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
  {
    route: '/foreslatt/:token',
    views: [
      by('amina-warsame', 'filled', linkInMail('iben@innbygger.example', /\/foreslatt\/\S+/)),
      by('amina-warsame', 'filled', linkInMail('selma@innbygger.example', /\/foreslatt\/\S+/)),
      by('amina-warsame', 'empty', '/foreslatt/ukjent', { status: 404 }),
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
      by('daniel-novak', 'filled', draftOf('daniel-novak', 'naringsstotte', 'project'), { act: askForPartners }),
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
  { route: '/tilgjengelighet', views: [nobody('filled', '/tilgjengelighet')] },
  { route: '/personvern', views: [nobody('filled', '/personvern')] },
  { route: '/kontakt', views: [nobody('filled', '/kontakt')] },
  { route: '/postkasse', views: [nobody('filled', '/postkasse')] },
  { route: '/postkasse/:id', views: [nobody('filled', linkOn('/postkasse', /^\/postkasse\/[0-9a-f-]{36}$/))] },
]
