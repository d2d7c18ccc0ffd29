import type { DemoPerson } from './person.ts'

/** The small municipality's people: few, with many hats. */
export const lyngsundPeople: readonly DemoPerson[] = [
  {
    key: 'ola-lyngstad',
    name: 'Ola Lyngstad',
    municipality: 'lyngsund',
    kind: 'resident',
    about: {
      nb: 'Leder i Lyngsund idrettslag. Søker på vegne av laget.',
      nn: 'Leiar i Lyngsund idrettslag. Søkjer på vegner av laget.',
      en: 'Leads Lyngsund sports club. Applies for the club.',
    },
    language: 'nn',
    email: 'ola.lyngstad@lyngsundil.example',
    nationalId: '05855930341',
    roles: [],
  },
  {
    key: 'berit-nes',
    name: 'Berit Nes',
    municipality: 'lyngsund',
    kind: 'staff',
    about: {
      nb: 'Kultursjef i en liten kommune, med mange hatter: behandler saker, eier ordningen og er administrator.',
      nn: 'Kultursjef i ein liten kommune, med mange hattar: behandlar saker, eig ordninga og er administrator.',
      en: 'Head of culture in a small municipality, with many hats: handles cases, owns the scheme, administers.',
    },
    language: 'nn',
    email: 'berit.nes@lyngsund.example',
    roles: ['caseworker', 'scheme-owner', 'committee-secretary', 'finance-preparer', 'administrator'],
    superior: 'geir-myhre',
  },
  {
    key: 'geir-myhre',
    name: 'Geir Myhre',
    municipality: 'lyngsund',
    kind: 'staff',
    about: {
      nb: 'Kommunedirektør i en liten kommune. Gjør vedtak og godkjenner utbetalinger.',
      nn: 'Kommunedirektør i ein liten kommune. Gjer vedtak og godkjenner utbetalingar.',
      en: 'Chief executive of a small municipality. Decides and approves payments.',
    },
    language: 'nn',
    email: 'geir.myhre@lyngsund.example',
    roles: ['unit-leader', 'decision-maker', 'finance-approver'],
  },
]
