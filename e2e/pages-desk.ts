import { aCase, aPayment, by, givePlacesTwice, linkOn, linkOnAny, roundOf, sendEmpty, type Listed } from './find.ts'

/** What staff see, and administrators. */
export const deskPages: readonly Listed[] = [
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
    views: [
      by('maren-lie', 'filled', '/saker/registrer'),
      by('maren-lie', 'empty', '/saker/registrer?ordning=kor-og-korps'),
      by('maren-lie', 'error', '/saker/registrer?ordning=kor-og-korps', { act: sendEmpty }),
    ],
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
    route: '/saker/utlysing/:roundId/uttalelse',
    views: [
      by('maren-lie', 'filled', roundOf('Tilskudd til kulturbygg', -1, '/uttalelse')),
      by('maren-lie', 'error', roundOf('Tilskudd til kulturbygg', -1, '/uttalelse'), { act: givePlacesTwice }),
      by('tor-bakken', 'filled', roundOf('Tilskudd til kulturbygg', 0, '/uttalelse')),
    ],
  },
  {
    route: '/saker/utlysing/:roundId/budsjett',
    views: [
      by('maren-lie', 'filled', roundOf('Faste driftstilskudd', -1, '/budsjett')),
      by('maren-lie', 'error', roundOf('Faste driftstilskudd', -1, '/budsjett'), { act: sendEmpty }),
    ],
  },
  {
    route: '/saker/:number{[0-9]{4}-[0-9]+}/vedtak-utenfra',
    views: [
      by(
        'maren-lie',
        'filled',
        linkOnAny('/saker?visning=all&sok=Storneset+historielag', aCase, /\/vedtak-utenfra$/, 'maren-lie'),
      ),
      by('maren-lie', 'error', linkOnAny('/saker?visning=all&sok=Nattskift', aCase, /\/vedtak-utenfra$/, 'maren-lie'), {
        act: sendEmpty,
      }),
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
