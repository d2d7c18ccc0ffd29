import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fjordvikOrganisations, lyngsundOrganisations, type DemoOrganisation } from '../applicants.ts'
import { demoMunicipalities } from '../municipalities.ts'
import { organisationNumber, organisationOffset } from '../numbers.ts'

export interface DemoRegister {
  /** Where it answers, as the address in TORG_ORGANISATION_REGISTER. */
  url: string
  close(): Promise<void>
}

/** Numbers that are there to see what happens: of nobody among the demo's organisations. */
export const specialNumbers = {
  bankrupt: organisationNumber(901),
  deleted: organisationNumber(902),
  removed: organisationNumber(903),
  subUnit: organisationNumber(904),
  noAnswer: organisationNumber(905),
  unknown: organisationNumber(906),
}

const formNames: Record<string, string> = {
  FLI: 'Forening/lag/innretning',
  AS: 'Aksjeselskap',
  ENK: 'Enkeltpersonforetak',
  STI: 'Stiftelse',
  SA: 'Samvirkeforetak',
  BEDR: 'Underenhet til næringsdrivende og offentlig forvaltning',
}

/** Stands in for Enhetsregisteret in the demo: the same protocol, on this machine only, about the invented organisations. */
export async function openDemoRegister(): Promise<DemoRegister> {
  const units = new Map(listUnits().map((unit) => [`${unit.kind}/${unit.organisasjonsnummer}`, unit]))
  const server = createServer((request, response) => {
    const [, kind = '', number = ''] = /^\/api\/(enheter|underenheter)\/(\d{9})$/.exec(request.url ?? '') ?? []
    if (number === specialNumbers.noAnswer) return void response.writeHead(503).end()
    if (number === specialNumbers.removed) return void response.writeHead(410).end()
    const found = units.get(`${kind}/${number}`)
    if (!found) return void response.writeHead(404).end()
    const { kind: _kind, ...unit } = found
    response.writeHead(200, { 'content-type': 'application/vnd.brreg.enhetsregisteret.enhet.v2+json;charset=UTF-8' })
    response.end(JSON.stringify(unit))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // It keeps no process alive that is done otherwise.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

interface Unit {
  kind: 'enheter' | 'underenheter'
  organisasjonsnummer: string
  [field: string]: unknown
}

function listUnits(): Unit[] {
  const [fjordvik] = demoMunicipalities
  return [
    ...unitsOf('fjordvik', fjordvikOrganisations),
    ...unitsOf('lyngsund', lyngsundOrganisations),
    unit(specialNumbers.bankrupt, 'Konkursrammet Kulturdrift AS', 'AS', fjordvik?.slug ?? '', { konkurs: true }),
    {
      kind: 'enheter',
      organisasjonsnummer: specialNumbers.deleted,
      navn: 'Nedlagte Toner Sangforening',
      organisasjonsform: { kode: 'FLI', beskrivelse: formNames['FLI'] },
      slettedato: '2024-05-31',
    },
    { ...unit(specialNumbers.subUnit, 'Kaféen på Kaigata', 'BEDR', fjordvik?.slug ?? ''), kind: 'underenheter' },
  ]
}

function unitsOf(slug: string, organisations: readonly DemoOrganisation[]): Unit[] {
  return organisations.flatMap((each, index) => {
    if (!each.form) return []
    const known = each.inVoluntaryRegister === undefined ? {} : { registrertIFrivillighetsregisteret: each.inVoluntaryRegister }
    return [
      unit(organisationNumber(organisationOffset(slug) + index), each.name, each.form, each.elsewhere ? '' : slug, {
        konkurs: false,
        ...known,
      }),
    ]
  })
}

function unit(number: string, name: string, form: string, slug: string, more: Record<string, unknown> = {}): Unit {
  const home = demoMunicipalities.find((each) => each.slug === slug)
  return {
    kind: 'enheter',
    organisasjonsnummer: number,
    navn: name,
    organisasjonsform: { kode: form, beskrivelse: formNames[form] ?? form },
    forretningsadresse: {
      land: 'Norge',
      landkode: 'NO',
      kommune: (home?.name ?? 'Andreby').replace(' kommune', '').toUpperCase(),
      kommunenummer: home?.settings.kommunenummer ?? '9903',
    },
    underAvvikling: false,
    underTvangsavviklingEllerTvangsopplosning: false,
    ...more,
    respons_klasse: 'Enhet',
  }
}
