import type { Lang } from '#platform/texts/texts.ts'

/** Who applies in the demo: all invented. `person` is a key of demo/people.ts, or somebody the seed adds. */
export interface DemoOrganisation {
  key: string
  name: string
  /** Enhetsregisteret's code; none for groups that are not registered. */
  form?: 'FLI' | 'AS' | 'ENK' | 'STI' | 'SA'
  /** Whom they act through. */
  person: string
  role: 'chair' | 'manager' | 'treasurer'
  /** False: the register says no; left out: nobody has asked it. */
  inVoluntaryRegister?: boolean
  /** Registered in another municipality. */
  elsewhere?: boolean
  street?: string
}

export interface DemoApplicantPerson {
  key: string
  name: string
  lang?: Lang
  born?: string
}

/** Acts for one organisation, or applies alone; nobody logs in as them. */
const people = (...rows: [key: string, name: string, born?: string, lang?: Lang][]): DemoApplicantPerson[] =>
  rows.map(([key, name, born, lang]) => ({ key, name, ...(born ? { born } : {}), ...(lang ? { lang } : {}) }))

export const fjordvikApplicants = people(
  ['tone-lunde', 'Tone Lunde', '1969-04-12'],
  ['erik-nygaard', 'Erik Nygaard', '1958-09-02'],
  ['fatima-hassan', 'Fatima Hassan', '1984-01-20'],
  ['bjorn-ekeland', 'Bjørn Ekeland', '1973-06-30'],
  ['kari-tveit', 'Kari Tveit', '1990-11-08'],
  ['olav-moe', 'Olav Moe', '1949-02-17', 'nn'],
  ['linh-tran', 'Linh Tran', '1995-07-25'],
  ['marte-fossum', 'Marte Fossum', '1988-03-03'],
  ['anders-rustad', 'Anders Rustad', '1979-12-14'],
  ['gunhild-sande', 'Gunhild Sande', '1964-08-19', 'nn'],
  ['yusuf-demir', 'Yusuf Demir', '1992-05-05'],
  ['ellen-brekke', 'Ellen Brekke', '1971-10-10'],
  ['per-kvam', 'Per Kvam', '1955-01-28'],
  ['sofie-engen', 'Sofie Engen', '1999-09-09'],
  ['thomas-hovland', 'Thomas Hovland', '1981-04-04'],
  ['maria-silva', 'Maria Silva', '1986-02-02', 'en'],
  ['hanne-myklebust', 'Hanne Myklebust', '1977-07-07'],
  ['leif-torsen', 'Leif Torsen', '1962-12-01'],
  ['ingvild-skar', 'Ingvild Skar', '1993-03-21', 'nn'],
  ['roger-lien', 'Roger Lien', '1968-05-16'],
)

export const fjordvikOrganisations: DemoOrganisation[] = [
  {
    key: 'kammerkor',
    name: 'Fjordvik kammerkor',
    form: 'FLI',
    person: 'astrid-solheim',
    role: 'treasurer',
    inVoluntaryRegister: true,
    street: 'Kirkebakken 3',
  },
  {
    key: 'spelemannslag',
    name: 'Indrehavn spelemannslag',
    form: 'FLI',
    person: 'sigrid-haugland',
    role: 'chair',
    inVoluntaryRegister: true,
    street: 'Sjøgata 18',
  },
  { key: 'ungdomsgruppe', name: 'Kveldslys ungdomsgruppe', person: 'amina-warsame', role: 'chair' },
  { key: 'tidevann', name: 'Tidevann Teknologi AS', form: 'AS', person: 'daniel-novak', role: 'manager', street: 'Kaigata 7' },
  { key: 'mannskor', name: 'Mannskoret Brottsjø', form: 'FLI', person: 'erik-nygaard', role: 'chair', inVoluntaryRegister: true },
  {
    key: 'korps',
    name: 'Solhaug skolekorps og aspirantkorps',
    form: 'FLI',
    person: 'tone-lunde',
    role: 'treasurer',
    inVoluntaryRegister: true,
  },
  {
    key: 'storband',
    name: 'Fjordvik storband',
    form: 'FLI',
    person: 'anders-rustad',
    role: 'treasurer',
    inVoluntaryRegister: true,
  },
  { key: 'gospel', name: 'Elvebakken gospel', form: 'FLI', person: 'fatima-hassan', role: 'chair', inVoluntaryRegister: true },
  {
    key: 'bymusikk',
    name: 'Bymusikken Fjordvik',
    form: 'FLI',
    person: 'bjorn-ekeland',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'pensjonistkor', name: 'Seniorkoret Glade Toner', form: 'FLI', person: 'gunhild-sande', role: 'chair' },
  { key: 'kvartett', name: 'Kvartetten Fire Vinder', person: 'per-kvam', role: 'chair', inVoluntaryRegister: false },
  {
    key: 'kulturliv',
    name: 'Foreningen til fremme av Skarvøys kulturliv, friluftsinteresser og gamle håndverk, avdeling Ytre Skarvøy og Holmene',
    form: 'FLI',
    person: 'leif-torsen',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  {
    key: 'teater',
    name: 'Teatergruppa Nattskift',
    form: 'FLI',
    person: 'marte-fossum',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  {
    key: 'velforening',
    name: 'Tårnheia velforening',
    form: 'FLI',
    person: 'roger-lien',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'borettslag', name: 'Kvernlia borettslag', form: 'SA', person: 'ellen-brekke', role: 'chair' },
  {
    key: 'idrettslag',
    name: 'Steinvåg idrettslag',
    form: 'FLI',
    person: 'thomas-hovland',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  {
    key: 'svommeklubb',
    name: 'Fjordvik svømmeklubb',
    form: 'FLI',
    person: 'hanne-myklebust',
    role: 'manager',
    inVoluntaryRegister: true,
  },
  {
    key: 'historielag',
    name: 'Storneset historielag',
    form: 'FLI',
    person: 'olav-moe',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  {
    key: 'sykkelkjokken',
    name: 'Sykkelkjøkkenet på Myrdalen',
    form: 'FLI',
    person: 'yusuf-demir',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'matsentral', name: 'Restematbordet', form: 'STI', person: 'maria-silva', role: 'manager', inVoluntaryRegister: true },
  { key: 'speidere', name: 'Holmen speidergruppe', form: 'FLI', person: 'kari-tveit', role: 'chair', inVoluntaryRegister: true },
  {
    key: 'sjakk',
    name: 'Elvebakken sjakklubb for unge',
    form: 'FLI',
    person: 'linh-tran',
    role: 'treasurer',
    inVoluntaryRegister: true,
  },
  {
    key: 'frivillig',
    name: 'Nabohjelpa Indrehavn',
    form: 'FLI',
    person: 'ingvild-skar',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'bakeri', name: 'Fjordvik surdeigsbakeri AS', form: 'AS', person: 'sofie-engen', role: 'manager' },
]

export const lyngsundApplicants = people(
  ['torunn-eide', 'Torunn Eide', '1974-02-11', 'nn'],
  ['hallvard-berge', 'Hallvard Berge', '1959-10-03', 'nn'],
  ['siri-hatlevik', 'Siri Hatlevik', '2007-05-19', 'nn'],
  ['jarle-sunde', 'Jarle Sunde', '1982-08-28', 'nn'],
)

export const lyngsundOrganisations: DemoOrganisation[] = [
  {
    key: 'idrettslag',
    name: 'Lyngsund idrettslag',
    form: 'FLI',
    person: 'ola-lyngstad',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'kystlag', name: 'Lyngsund kystlag', form: 'FLI', person: 'hallvard-berge', role: 'chair', inVoluntaryRegister: true },
  { key: 'grendehus', name: 'Haugane grendehus SA', form: 'SA', person: 'torunn-eide', role: 'chair' },
  {
    key: 'ungdomslag',
    name: 'Ungdomslaget Framsteg',
    form: 'FLI',
    person: 'jarle-sunde',
    role: 'chair',
    inVoluntaryRegister: true,
  },
  { key: 'skategruppa', name: 'Skategjengen på kaia', person: 'siri-hatlevik', role: 'chair' },
]
