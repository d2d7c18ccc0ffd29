/**
 * Who may use which address, written by hand from what each role is there for (docs and the law's separation of duties), and not
 * taken from the code: test/rights.test.ts compares the two for every route and every role.
 */

/** 'anyone' needs no login; 'logged-in' is residents and staff; 'staff' is anybody at the municipality, also without a role. */
export type Allowed = 'anyone' | 'logged-in' | 'resident' | 'staff' | readonly string[]

/** What a group of addresses is for, who may use it, and the addresses. */
export type Group = readonly [about: string, allowed: Allowed, ...addresses: string[]]

const handlers = ['caseworker', 'unit-leader']
const readers = [...handlers, 'committee-secretary', 'decision-maker', 'archivist', 'auditor']
const sak = '/saker/:number{[0-9]{4}-[0-9]+}'

export const rights: readonly Group[] = [
  [
    'logging in and out',
    'anyone',
    'GET /logg-inn',
    'GET /logg-inn/innbygger',
    'GET /logg-inn/ansatt',
    'GET /logg-inn/svar',
    'GET /logg-ut',
    'POST /logg-ut',
    'GET /logg-ut/ferdig',
    'GET /logg-ut/fra-leverandor',
    'POST /logg-ut/fra-leverandor',
  ],
  [
    'one’s own logins and a form that waited',
    'logged-in',
    'GET /logg-inn/fortsett',
    'POST /logg-inn/fortsett',
    'GET /min-side/innlogginger',
    'POST /min-side/innlogginger',
  ],
  ['an employee without a role is told so', 'staff', 'GET /logg-inn/ingen-rolle'],
  [
    'what the municipality offers',
    'anyone',
    'GET /',
    'GET /tilskudd',
    'GET /tilskudd/:slug',
    'GET /tilskudd/:slug/frist.ics',
    'GET /tilskudd/:slug/varsel',
    'POST /tilskudd/:slug/varsel',
    'GET /varsel/avmeld/:token',
    'POST /varsel/avmeld/:token',
    'GET /register',
    'GET /register.csv',
    'GET /tilgjengelighet',
    'GET /personvern',
    'GET /kontakt',
    'GET /postkasse',
    'GET /postkasse/:id',
  ],
  [
    'applying',
    'resident',
    'GET /tilskudd/:slug/sok',
    'POST /tilskudd/:slug/sok',
    'GET /tilskudd/:slug/soknad/:draftId',
    'GET /tilskudd/:slug/soknad/:draftId/kontroll',
    'POST /tilskudd/:slug/soknad/:draftId/kontroll',
    'GET /tilskudd/:slug/soknad/:draftId/kvittering',
    'GET /tilskudd/:slug/soknad/:draftId/slett',
    'POST /tilskudd/:slug/soknad/:draftId/slett',
    'GET /tilskudd/:slug/soknad/:draftId/fil/:attachmentId',
    'GET /tilskudd/:slug/soknad/:draftId/:page',
    'POST /tilskudd/:slug/soknad/:draftId/:page',
  ],
  [
    'one’s own cases',
    'resident',
    'GET /min-side',
    'GET /min-side/saker/:number',
    'POST /min-side/saker/:number/svar',
    'GET /min-side/saker/:number/trekk',
    'POST /min-side/saker/:number/trekk',
    'GET /min-side/saker/:number/dokument/:documentId',
  ],
  [
    'reading cases',
    [...readers, 'assessor'],
    'GET /saker',
    'POST /saker/valgte',
    'POST /saker/visninger',
    'GET /saker/dokumenter/:id',
    `GET ${sak}`,
  ],
  [
    'handling a case',
    handlers,
    `POST ${sak}/ta`,
    `POST ${sak}/fordel`,
    `POST ${sak}/vurderer`,
    `POST ${sak}/sporsmal`,
    `POST ${sak}/paminnelse`,
    `POST ${sak}/innstilling`,
    `POST ${sak}/trekk-innstilling`,
    `POST ${sak}/notat`,
    `POST ${sak}/frist`,
    `POST ${sak}/oppgave`,
    `POST ${sak}/dokument`,
  ],
  [
    'seeing a round and its money as a whole, and taking its list out',
    [...handlers, 'committee-secretary', 'decision-maker', 'auditor'],
    'GET /saker/utlysing',
    'GET /saker/utlysing/:roundId',
    'GET /saker/utlysing/:roundId/excel',
  ],
  [
    'recommending for a whole round',
    handlers,
    'POST /saker/utlysing/:roundId',
    'POST /saker/utlysing/:roundId/import',
    'POST /saker/utlysing/:roundId/bruk',
  ],
  ['assessing a case', [...handlers, 'assessor'], `POST ${sak}/vurdering`],
  [
    'declaring impartiality',
    [...handlers, 'assessor', 'committee-secretary', 'decision-maker'],
    'GET /saker/habilitet',
    'POST /saker/habilitet',
    `POST ${sak}/habilitet`,
  ],
  [
    'reading and changing payments',
    [...handlers, 'finance-preparer', 'finance-approver', 'auditor'],
    'GET /saker/utbetalinger',
    'POST /saker/utbetalinger',
    'GET /saker/utbetalinger/:id',
    'POST /saker/utbetalinger/:id',
  ],
  [
    'whole account numbers',
    ['finance-preparer', 'finance-approver'],
    'POST /saker/utbetalinger/eksport',
    'POST /saker/utbetalinger/:id/konto',
  ],
  ['the pictures of how things move', 'staff', 'GET /saker/livslop'],
  [
    'people, roles and stopped jobs',
    ['administrator'],
    'GET /saker/innstillinger',
    'POST /saker/innstillinger/ansatte',
    'GET /saker/innstillinger/ansatte/:id',
    'POST /saker/innstillinger/ansatte/:id',
    'GET /saker/innstillinger/jobber',
    'POST /saker/innstillinger/jobber',
  ],
]
