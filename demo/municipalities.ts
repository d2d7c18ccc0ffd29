import type { MunicipalitySettings } from '#cases'

interface Text3 {
  nb: string
  nn: string
  en: string
}

export interface DemoUnit {
  key: string
  kind: 'department' | 'body'
  name: Text3
  email?: string
}

export interface DemoDistrict {
  key: string
  name: string
  /** Place in the schematic tile map, counted from 1 at the upper left. */
  tileColumn: number
  tileRow: number
  /** Key of the district's own committee. */
  body: string
}

export interface DemoMunicipality {
  slug: string
  name: string
  /** Synthetic: starts with 3, as test numbers do, with a valid control digit. */
  organisationNumber: string
  hosts: string[]
  settings: MunicipalitySettings
  units: DemoUnit[]
  districts: DemoDistrict[]
  /** Slugs of the files in schemes/ that belong here. */
  schemes: string[]
}

const text = (nb: string, nn: string, en: string): Text3 => ({ nb, nn, en })
const department = (key: string, name: Text3, email: string): DemoUnit => ({ key, kind: 'department', name, email })
const body = (key: string, name: Text3): DemoUnit => ({ key, kind: 'body', name })

const fjordvikDistricts: Omit<DemoDistrict, 'body'>[] = [
  { key: 'skarvoy', name: 'Skarvøy', tileColumn: 2, tileRow: 1 },
  { key: 'storneset', name: 'Storneset', tileColumn: 1, tileRow: 2 },
  { key: 'indrehavn', name: 'Indrehavn', tileColumn: 2, tileRow: 2 },
  { key: 'elvebakken', name: 'Elvebakken', tileColumn: 3, tileRow: 2 },
  { key: 'tarnheia', name: 'Tårnheia', tileColumn: 1, tileRow: 3 },
  { key: 'solhaug', name: 'Solhaug', tileColumn: 2, tileRow: 3 },
  { key: 'kvernlia', name: 'Kvernlia', tileColumn: 3, tileRow: 3 },
  { key: 'myrdalen', name: 'Myrdalen', tileColumn: 2, tileRow: 4 },
  { key: 'steinvag', name: 'Steinvåg', tileColumn: 3, tileRow: 4 },
]

const committeeOf = (district: { key: string }) => `bydelsutvalg${district.key.charAt(0).toUpperCase()}${district.key.slice(1)}`

/** A lighthouse between two waves, in a circle: nobody's coat of arms. */
const fjordvikLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">' +
  '<circle cx="24" cy="24" r="23" fill="#0d5c63"/>' +
  '<path d="M20 30 L21.5 15 H26.5 L28 30 Z" fill="#f7f3ea"/>' +
  '<rect x="20" y="10" width="8" height="4" rx="1" fill="#f2a541"/>' +
  '<path d="M7 33 q5 -5 10 0 t10 0 t14 0" fill="none" stroke="#f7f3ea" stroke-width="3" stroke-linecap="round"/>' +
  '<path d="M12 40 q4 -4 8 0 t8 0 t8 0" fill="none" stroke="#8fd0cb" stroke-width="3" stroke-linecap="round"/>' +
  '</svg>'

/** Two hills, a strait and a sprig of heather, in a square with round corners. */
const lyngsundLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">' +
  '<rect x="1" y="1" width="46" height="46" rx="10" fill="#6b2d5c"/>' +
  '<path d="M4 33 L16 16 L24 28 L31 20 L44 33 Z" fill="#e9c9df"/>' +
  '<path d="M6 38 H42" fill="none" stroke="#ffffff" stroke-width="3" stroke-linecap="round"/>' +
  '<circle cx="34" cy="11" r="3" fill="#ffd166"/>' +
  '</svg>'

export const fjordvik: DemoMunicipality = {
  slug: 'fjordvik',
  name: 'Fjordvik kommune',
  organisationNumber: '311462059',
  hosts: ['fjordvik.localhost', 'localhost', '127.0.0.1'],
  settings: {
    accent: '#0d5c63',
    logoSvg: fjordvikLogo,
    language: 'nb',
    kommunenummer: '9901',
    contact: { email: 'tilskudd@fjordvik.example', phone: '00 00 01 00', address: 'Torget 1, 0001 Fjordvik' },
  },
  units: [
    department('kultur', text('Kulturavdelingen', 'Kulturavdelinga', 'Culture department'), 'kultur@fjordvik.example'),
    department(
      'idrett',
      text('Idrett og friluftsliv', 'Idrett og friluftsliv', 'Sport and outdoor life'),
      'idrett@fjordvik.example',
    ),
    department('oppvekst', text('Oppvekst og ungdom', 'Oppvekst og ungdom', 'Children and youth'), 'oppvekst@fjordvik.example'),
    department(
      'frivillighet',
      text('Innbyggere og frivillighet', 'Innbyggjarar og frivillig arbeid', 'Residents and volunteering'),
      'frivillighet@fjordvik.example',
    ),
    department('klima', text('Klima og miljø', 'Klima og miljø', 'Climate and environment'), 'klima@fjordvik.example'),
    department(
      'naering',
      text('Næring og byutvikling', 'Næring og byutvikling', 'Business and city development'),
      'naring@fjordvik.example',
    ),
    department('velferd', text('Velferd', 'Velferd', 'Welfare'), 'velferd@fjordvik.example'),
    body('kommunestyret', text('Kommunestyret', 'Kommunestyret', 'Municipal council')),
    body('formannskapet', text('Formannskapet', 'Formannskapet', 'Executive committee')),
    body(
      'utvalgKulturIdrett',
      text('Utvalg for kultur og idrett', 'Utval for kultur og idrett', 'Committee for culture and sport'),
    ),
    body('utvalgOppvekst', text('Utvalg for oppvekst', 'Utval for oppvekst', 'Committee for children and youth')),
    body(
      'utvalgKlimaMiljo',
      text('Utvalg for klima og miljø', 'Utval for klima og miljø', 'Committee for climate and environment'),
    ),
    body('stipendkomite', text('Stipendkomiteen', 'Stipendkomiteen', 'Arts grant panel')),
    body('klagenemnd', text('Klagenemnda', 'Klagenemnda', 'Appeals board')),
    ...fjordvikDistricts.map((d) =>
      body(committeeOf(d), text(`${d.name} bydelsutvalg`, `${d.name} bydelsutval`, `${d.name} district committee`)),
    ),
  ],
  districts: fjordvikDistricts.map((d) => ({ ...d, body: committeeOf(d) })),
  schemes: [
    'kor-og-korps',
    'bydelstilskudd',
    'kunst-og-kulturtiltak',
    'klimatiltak',
    'barn-og-unge-organisasjoner',
    'kunstnerstipend',
    'idrettsstipend',
    'naringsstotte',
    'stromstotte',
    'ungdommens-moteplasser',
    'narmiljotilskudd',
    'kulturbygg',
    'faste-driftstilskudd',
  ],
}

export const lyngsund: DemoMunicipality = {
  slug: 'lyngsund',
  name: 'Lyngsund kommune',
  organisationNumber: '313609189',
  hosts: ['lyngsund.localhost'],
  settings: {
    accent: '#6b2d5c',
    logoSvg: lyngsundLogo,
    language: 'nn',
    kommunenummer: '9902',
    contact: { email: 'post@lyngsund.example', phone: '00 00 02 00', address: 'Sundvegen 4, 0002 Lyngsund' },
  },
  units: [
    department(
      'kulturOppvekst',
      text('Kultur og oppvekst', 'Kultur og oppvekst', 'Culture and children'),
      'kultur@lyngsund.example',
    ),
    body('levekarsutvalet', text('Levekårsutvalget', 'Levekårsutvalet', 'Committee for living conditions')),
    body('formannskapet', text('Formannskapet', 'Formannskapet', 'Executive committee')),
    body('klagenemnd', text('Klagenemnda', 'Klagenemnda', 'Appeals board')),
  ],
  districts: [],
  schemes: ['bygdemidlar'],
}

/** The first one answers on plain localhost. */
export const demoMunicipalities: DemoMunicipality[] = [fjordvik, lyngsund]
