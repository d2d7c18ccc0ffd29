import type { Text3 } from '#platform/texts/texts.ts'

/** The demo's municipalities are invented, and so is everybody in them. */
export type DemoMunicipality = 'fjordvik' | 'lyngsund'

export interface DemoPerson {
  /** Also the subject that the demo's provider vouches for. */
  key: string
  name: string
  municipality: DemoMunicipality
  kind: 'resident' | 'staff'
  /** Who this is and what to try as them. */
  about: Text3
  language: 'nb' | 'nn' | 'en'
  email: string
  /** Residents: a synthetic number (eighty added to the month), which belongs to nobody. */
  nationalId?: string
  /** Staff: what they may do. */
  roles: readonly string[]
  /** Staff: the key of the one they answer to. */
  superior?: string
}

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'astrid-solheim',
    name: 'Astrid Solheim',
    municipality: 'fjordvik',
    kind: 'resident',
    about: {
      nb: 'Kasserer i Fjordvik kammerkor. Søker på vegne av koret, og vil bruke fjorårets søknad på nytt.',
      nn: 'Kasserar i Fjordvik kammerkor. Søkjer på vegner av koret, og vil bruke søknaden frå i fjor på nytt.',
      en: 'Treasurer of Fjordvik chamber choir. Applies for the choir, and wants to start from last year’s application.',
    },
    language: 'nb',
    email: 'astrid.solheim@kammerkoret.example',
    nationalId: '14836830068',
    roles: [],
  },
  {
    key: 'jonas-berge',
    name: 'Jonas Berge',
    municipality: 'fjordvik',
    kind: 'resident',
    about: {
      nb: 'Billedkunstner. Søker stipend for seg selv.',
      nn: 'Biletkunstnar. Søkjer stipend for seg sjølv.',
      en: 'Visual artist. Applies for a grant for himself.',
    },
    language: 'nb',
    email: 'jonas.berge@kunstner.example',
    nationalId: '02918630182',
    roles: [],
  },
  {
    key: 'amina-warsame',
    name: 'Amina Warsame',
    municipality: 'fjordvik',
    kind: 'resident',
    about: {
      nb: 'Leder en ungdomsgruppe uten organisasjonsnummer. Søker for første gang.',
      nn: 'Leiar ei ungdomsgruppe utan organisasjonsnummer. Søkjer for første gong.',
      en: 'Leads a youth group without an organisation number. Applies for the first time.',
    },
    language: 'nb',
    email: 'amina.warsame@ungdom.example',
    nationalId: '27869120001',
    roles: [],
  },
  {
    key: 'sigrid-haugland',
    name: 'Sigrid Haugland',
    municipality: 'fjordvik',
    kind: 'resident',
    about: {
      nb: 'Leder i et spelemannslag. Skriver nynorsk og vil ha svar på nynorsk.',
      nn: 'Leiar i eit spelemannslag. Skriv nynorsk og vil ha svar på nynorsk.',
      en: 'Leads a folk music club. Writes Nynorsk and wants her answer in it.',
    },
    language: 'nn',
    email: 'sigrid.haugland@spelemannslaget.example',
    nationalId: '09817530068',
    roles: [],
  },
  {
    key: 'daniel-novak',
    name: 'Daniel Novak',
    municipality: 'fjordvik',
    kind: 'resident',
    about: {
      nb: 'Gründer som leser engelsk. Søker for et lite selskap.',
      nn: 'Gründer som les engelsk. Søkjer for eit lite selskap.',
      en: 'Founder who reads English. Applies for a small company.',
    },
    language: 'en',
    email: 'daniel.novak@oppstart.example',
    nationalId: '21899420362',
    roles: [],
  },
  {
    key: 'maren-lie',
    name: 'Maren Lie',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Saksbehandler. Tar søknader, spør om det som mangler, vurderer og innstiller.',
      nn: 'Saksbehandlar. Tek søknader, spør om det som manglar, vurderer og innstiller.',
      en: 'Caseworker. Takes applications, asks for what is missing, assesses and recommends.',
    },
    language: 'nb',
    email: 'maren.lie@fjordvik.example',
    roles: ['caseworker'],
    superior: 'tor-bakken',
  },
  {
    key: 'sindre-hauge',
    name: 'Sindre Hauge',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Saksbehandler nummer to. Logg inn her samtidig, og se hva som skjer når to arbeider i én sak.',
      nn: 'Saksbehandlar nummer to. Logg inn her samstundes, og sjå kva som skjer når to arbeider i éi sak.',
      en: 'The second caseworker. Log in here at the same time to see what happens when two work on one case.',
    },
    language: 'nn',
    email: 'sindre.hauge@fjordvik.example',
    roles: ['caseworker'],
    superior: 'tor-bakken',
  },
  {
    key: 'tor-bakken',
    name: 'Tor Bakken',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Enhetsleder. Fordeler saker og gjør vedtak innenfor sin fullmakt.',
      nn: 'Einingsleiar. Fordeler saker og gjer vedtak innanfor fullmakta si.',
      en: 'Unit leader. Assigns cases and decides within his authority.',
    },
    language: 'nb',
    email: 'tor.bakken@fjordvik.example',
    roles: ['unit-leader', 'decision-maker'],
  },
  {
    key: 'farid-karimi',
    name: 'Farid Karimi',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Fagkonsulent utenfra. Gir poeng og begrunner dem.',
      nn: 'Fagkonsulent utanfrå. Gir poeng og grunngir dei.',
      en: 'External assessor. Gives scores and the reasons for them.',
    },
    language: 'nb',
    email: 'farid.karimi@fagkonsulent.example',
    roles: ['assessor'],
  },
  {
    key: 'ingrid-aas',
    name: 'Ingrid Aas',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Utvalgssekretær. Skriver ut saklisten og fører inn hva utvalget vedtok.',
      nn: 'Utvalssekretær. Skriv ut saklista og fører inn kva utvalet vedtok.',
      en: 'Committee secretary. Prints the list and records what the committee decided.',
    },
    language: 'nb',
    email: 'ingrid.aas@fjordvik.example',
    roles: ['committee-secretary'],
  },
  {
    key: 'petter-dahl',
    name: 'Petter Dahl',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Økonomi. Gjør utbetalinger klare.',
      nn: 'Økonomi. Gjer utbetalingar klare.',
      en: 'Finance. Prepares payments.',
    },
    language: 'nb',
    email: 'petter.dahl@fjordvik.example',
    roles: ['finance-preparer'],
    superior: 'hilde-moen',
  },
  {
    key: 'hilde-moen',
    name: 'Hilde Moen',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Økonomi. Godkjenner utbetalinger som en annen har gjort klare.',
      nn: 'Økonomi. Godkjenner utbetalingar som ein annan har gjort klare.',
      en: 'Finance. Approves payments that someone else has prepared.',
    },
    language: 'nb',
    email: 'hilde.moen@fjordvik.example',
    roles: ['finance-approver'],
  },
  {
    key: 'liv-tangen',
    name: 'Liv Tangen',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Eier tilskuddsordningene: setter frister, rammer og regler. Skriver også nyheter og svarer på innsyn.',
      nn: 'Eig tilskotsordningane: set fristar, rammer og reglar. Skriv òg nyhende og svarer på innsyn.',
      en: 'Owns the schemes: sets deadlines, pots and rules. Also writes news and answers access requests.',
    },
    language: 'nb',
    email: 'liv.tangen@fjordvik.example',
    roles: ['scheme-owner', 'communicator', 'archivist'],
  },
  {
    key: 'rolf-vik',
    name: 'Rolf Vik',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Revisor. Ser alt, endrer ingenting.',
      nn: 'Revisor. Ser alt, endrar ingenting.',
      en: 'Auditor. Sees everything, changes nothing.',
    },
    language: 'nb',
    email: 'rolf.vik@fjordvik.example',
    roles: ['auditor'],
  },
  {
    key: 'nina-strand',
    name: 'Nina Strand',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Administrator. Gir roller, og ser ingen saker av den grunn.',
      nn: 'Administrator. Gir roller, og ser ingen saker av den grunn.',
      en: 'Administrator. Gives roles, and sees no cases for that reason.',
    },
    language: 'nb',
    email: 'nina.strand@fjordvik.example',
    roles: ['administrator'],
  },
  {
    key: 'vera-holt',
    name: 'Vera Holt',
    municipality: 'fjordvik',
    kind: 'staff',
    about: {
      nb: 'Ny i kommunen. Har ingen rolle ennå, og ser siden som sier hva hun gjør med det.',
      nn: 'Ny i kommunen. Har inga rolle enno, og ser sida som seier kva ho gjer med det.',
      en: 'New in the municipality. Has no role yet, and sees the page that says what to do about it.',
    },
    language: 'nb',
    email: 'vera.holt@fjordvik.example',
    roles: [],
  },
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

/** The demo's people of one municipality, as the picker shows them. */
export function listDemoPeople(municipality: string, kind: DemoPerson['kind']): DemoPerson[] {
  return demoPeople.filter((person) => person.municipality === municipality && person.kind === kind)
}
