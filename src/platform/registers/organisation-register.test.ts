import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDemoRegister, specialNumbers } from '#demo/register/index.ts'
import { organisationNumber } from '#demo/numbers.ts'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import { lookUpOrganisations } from './look-up.ts'
import { openOrganisationRegister, type OrganisationRegister } from './organisation-register.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A register on this machine that answers as the test says. */
async function registerThat(answers: RequestListener, now?: () => number): Promise<OrganisationRegister> {
  const server = createServer(answers)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return openOrganisationRegister({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    ...(now ? { now } : {}),
  })
}

const number = '314242726'
const association = {
  organisasjonsnummer: number,
  navn: 'EKSEMPEL VELFORENING',
  organisasjonsform: { kode: 'FLI', beskrivelse: 'Forening/lag/innretning' },
  forretningsadresse: { kommune: 'STAVANGER', kommunenummer: '1103', adresse: ['Eksempelveien 1', null] },
  registrertIFrivillighetsregisteret: true,
  konkurs: false,
  konkursdato: '',
}
const says =
  (status: number, body?: unknown): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body))

describe('the register of organisations', () => {
  test('tells name, form, place and what else it knows; what it leaves out is unknown', async () => {
    const register = await registerThat(says(200, association))
    expect(await register.ask(number)).toEqual({
      kind: 'found',
      organisation: {
        number,
        name: 'EKSEMPEL VELFORENING',
        form: 'FLI',
        formName: 'Forening/lag/innretning',
        municipality: '1103',
        municipalityName: 'STAVANGER',
        inVoluntaryRegister: true,
        bankrupt: false,
        deleted: false,
      },
    })
  })

  test('tells the demo’s organisations, sub-units, bankrupt, deleted and removed ones apart from numbers nobody has', async () => {
    const demo = await openDemoRegister()
    closing.push(demo.close)
    const register = openOrganisationRegister(demo)
    const said = async (each: string) => {
      const answer = await register.ask(each)
      return answer?.kind === 'found' ? answer.organisation : answer?.kind
    }
    expect(await said(organisationNumber(0))).toMatchObject({
      name: 'Fjordvik kammerkor',
      form: 'FLI',
      inVoluntaryRegister: true,
    })
    expect(await said(specialNumbers.bankrupt)).toMatchObject({ bankrupt: true, deleted: false })
    expect(await said(specialNumbers.deleted)).toMatchObject({ name: 'Nedlagte Toner Sangforening', deleted: true })
    expect(await said(specialNumbers.removed)).toMatchObject({ name: '', deleted: true })
    expect(await said(specialNumbers.subUnit)).toMatchObject({ form: 'BEDR' })
    expect(await said(specialNumbers.unknown)).toBe('unknown')
    expect(await said(specialNumbers.noAnswer)).toBeUndefined()
  })

  test.each<[string, RequestListener]>([
    ['an answer about another number', says(200, { ...association, organisasjonsnummer: '964965226' })],
    ['an answer without a name', says(200, { ...association, navn: ' ' })],
    ['a name longer than any name', says(200, { ...association, navn: 'A'.repeat(301) })],
    ['an answer that is no object', says(200, [association])],
    ['an answer larger than any answer', says(200, { ...association, aktivitet: 'A'.repeat(100_000) })],
    ['half an answer', (_, response) => void response.writeHead(200).end('{"organisasjonsnummer":')],
    ['a redirect', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['an error', says(500)],
  ])('%s is no answer', async (_, answers) => {
    expect(await (await registerThat(answers)).ask(number)).toBeUndefined()
  })

  test('is asked twice at most, left alone for half a minute, and then asked again', async () => {
    let [asked, clock] = [0, 0]
    const register = await registerThat(
      (_, response) => {
        asked++
        response.writeHead(503).end()
      },
      () => clock,
    )
    await register.ask(number)
    expect(asked).toBe(2)
    await register.ask(number)
    expect(asked).toBe(2)
    clock = 30_001
    await register.ask(number)
    expect(asked).toBe(4)
  })

  test('is never asked about what is no number', async () => {
    const register = await registerThat(() => expect.unreachable())
    expect(await register.ask('../roller')).toEqual({ kind: 'unknown' })
  })
})

describe('what the register said', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('is kept for a day, asked for again after it, and used with its day when the register does not answer', async () => {
    const scope = await testMunicipality(database, 'fjordvik')
    let [asked, broken, at] = [0, false, new Date('2026-11-10T09:00:00Z')]
    const organisationRegister = await registerThat((_, response) => {
      asked++
      if (broken) response.writeHead(500).end()
      else response.end(JSON.stringify(association))
    })
    const look = async () =>
      (await lookUpOrganisations({ db: database.handle, now: () => at, organisationRegister }, scope, [number])).get(number)
    expect((await look())?.answer?.kind).toBe('found')
    at = new Date('2026-11-11T08:59:00Z')
    await look()
    expect(asked).toBe(1)
    at = new Date('2026-11-11T09:01:00Z')
    await look()
    expect(asked).toBe(2)
    broken = true
    at = new Date('2026-11-14T09:00:00Z')
    expect(await look()).toMatchObject({ answer: { kind: 'found' }, readAt: new Date('2026-11-11T09:01:00Z') })
  })
})
