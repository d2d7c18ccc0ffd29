import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { answerAward } from '../../decision/actions/answer-award.ts'
import { announce } from '../../decision/decision.testing.ts'
import { givenAward, openFollowUpWorld, type FollowUpWorld, type GivenAward } from '../../follow-up.testing.ts'
import { importFile } from '../../moving-in/actions/sheet-import.ts'
import { readSheets } from '../../moving-in/actions/sheet-stage.ts'
import { startMapping } from '../../moving-in/queries/mapping-start.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

const seen = async (path = '/register', host?: string) =>
  (await world.get(path, host ? { host } : {})).text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** A resident of the city, born on a day or of unknown age. */
async function resident(name: string, bornOn: string | null, protectedAddress = false): Promise<string> {
  return await world.inCity(
    async (trx) =>
      (
        await trx
          .insertInto('person')
          .values({ name, kind: 'resident', born_on: bornOn, protected_address: protectedAddress })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id,
  )
}
/** An award to a person, in a scheme that names persons (kunst-og-kulturtiltak) or one that does not. */
async function personAward(
  name: string,
  bornOn: string | null,
  changes: { slug?: string; protectedAddress?: boolean; ore?: number } = {},
) {
  const id = await resident(name, bornOn, changes.protectedAddress)
  const slug = changes.slug ?? 'kunst-og-kulturtiltak'
  return await givenAward(world, { slug, applicant: name, asPerson: id, ore: changes.ore ?? 11_000_00 })
}

describe('The register names', () => {
  test('organisations, with their sums', async () => {
    await givenAward(world, { applicant: 'Havnekoret i Fjordvik', ore: 41_000_00 })
    const page = await seen()
    expect(page).toContain('Havnekoret i Fjordvik')
    expect(page).toContain('41 000 kr')
  })

  test('a grown person only where the scheme says so', async () => {
    await personAward('Unni Navngitt', '1980-01-01')
    await personAward('Berit Anonym', '1980-01-01', { slug: 'narmiljotilskudd', ore: 9_000_00 })
    const page = await seen()
    expect(page).toContain('Unni Navngitt')
    expect(page).not.toContain('Berit Anonym')
    expect(page).toContain('Privatperson')
    expect(page).toContain('9 000 kr')
  })

  test('never a minor, one of unknown age, or one with a protected address; nor does a search or the CSV tell', async () => {
    await personAward('Mina Barn', '2010-05-05')
    await personAward('Ukjent Alder', null)
    await personAward('Skjermet Voksen', '1970-01-01', { protectedAddress: true })
    for (const name of ['Mina Barn', 'Ukjent Alder', 'Skjermet Voksen']) {
      const query = `sok=${encodeURIComponent(name)}`
      expect(await seen()).not.toContain(name)
      const searched = await seen(`/register?${query}`)
      expect(searched).toContain('Ingen tilskudd passer med søket')
      expect(await seen('/register.csv')).not.toContain(name)
      expect((await seen(`/register.csv?${query}`)).trim().split('\n')).toHaveLength(1)
    }
    expect(await seen('/register?sok=Unni')).toContain('Unni Navngitt')
  })

  test('a person whose address becomes protected no longer, at once', async () => {
    const id = await resident('Vilde Var', '1985-05-05')
    await givenAward(world, { applicant: 'Vilde Var', asPerson: id, ore: 12_500_00 })
    expect(await seen()).toContain('Vilde Var')
    await world.inCity((trx) => trx.updateTable('person').set({ protected_address: true }).where('id', '=', id).execute())
    expect(await seen()).not.toContain('Vilde Var')
    expect(await seen('/register?sok=Vilde')).toContain('Ingen tilskudd passer med søket')
  })
})

describe('The register leaves out', () => {
  const countOf = async () => Number(/([\d ]+) tilskudd, til sammen/.exec(await seen())?.[1]?.replaceAll(' ', ''))
  const decline = (award: GivenAward) =>
    world.inCity((trx) => answerAward(trx, { caseId: award.caseId, answer: 'decline', now: world.clock.now }))

  test('what was declined or lapsed, and what a new decision replaced, also from the sums', async () => {
    const before = await countOf()
    const declined = await givenAward(world, { slug: 'kor-og-korps', applicant: 'Koret som sa nei', ore: 15_000_00 })
    const lapsed = await givenAward(world, { slug: 'kor-og-korps', applicant: 'Koret som glemte', ore: 15_000_00 })
    const replaced = await givenAward(world, { applicant: 'Koret med nytt vedtak', ore: 15_000_00 })
    expect(await countOf()).toBe(before + 3)
    await decline(declined)
    await world.inCity((trx) =>
      answerAward(trx, { caseId: lapsed.caseId, answer: 'lapse', now: new Date('2027-03-01T09:00:00Z') }),
    )
    await announce(world, replaced.caseId, { outcome: 'partly-granted', ore: 7_777_00 })
    expect(await countOf()).toBe(before + 1)
    const page = await seen()
    for (const name of ['Koret som sa nei', 'Koret som glemte']) expect(page).not.toContain(name)
    expect(page).toContain('7 777 kr')
  })

  test('what is not announced yet, and refusals', async () => {
    const before = await countOf()
    const award = await givenAward(world, { applicant: 'Koret med klage', ore: 15_000_00 })
    await announce(world, award.caseId, { outcome: 'refused', ore: 0 })
    expect(await countOf()).toBe(before)
    expect(await seen('/register?sok=Koret+med+klage')).toContain('Ingen tilskudd passer')
  })

  test('awards past the scheme’s time of publication, from the very day', async () => {
    // Neighbourhood grants are public for five years.
    await givenAward(world, { slug: 'narmiljotilskudd', applicant: 'Gammelt vel', ore: 6_000_00 })
    const now = world.clock.now
    world.clock.now = new Date('2031-11-30T12:00:00Z')
    expect(await seen()).toContain('Gammelt vel')
    world.clock.now = new Date('2031-12-01T12:00:00Z')
    expect(await seen()).not.toContain('Gammelt vel')
    expect(await seen('/register.csv')).not.toContain('Gammelt vel')
    world.clock.now = now
  })

  test('another municipality’s awards', async () => {
    expect(await seen('/register', 'lyngsund.localhost')).not.toContain('Havnekoret i Fjordvik')
    const { number } = await numbered('Eget lag i Fjordvik')
    expect((await world.get(`/register/${number}`)).status).toBe(200)
    expect((await world.get(`/register/${number}`, { host: 'lyngsund.localhost' })).status).toBe(404)
  })
})

test.each(['=HYPERLINK("http://x";"y")', '+1', '@SUM(A1)', '\r=1', '＝1+1', '"=1'])(
  'a recipient whose name looks like a formula is a name in the register’s file: %s',
  async (applicant) => {
    await givenAward(world, { applicant, ore: 22_000_00 })
    const csv = await seen('/register.csv')
    expect(csv).not.toMatch(/(?:^|;|\n)"?[=+@\r＝-]/)
    expect(csv).toContain(applicant.replaceAll('"', '""'))
  },
)

/** An organisation with a number, and an award. */
async function numbered(applicant: string): Promise<{ number: string; award: GivenAward }> {
  const award = await givenAward(world, { applicant, ore: 22_000_00 })
  const number = { 'Eget lag i Fjordvik': '313130029', 'Byens korps': '313130037' }[applicant] ?? '313130045'
  await world.inCity((trx) => trx.updateTable('organisation').set({ number }).where('name', '=', applicant).execute())
  return { number, award }
}

/** A list of earlier awards, brought in as it is guessed. */
async function bringIn(...lines: string[]): Promise<void> {
  const read = await readSheets(Buffer.from(lines.join('\n')))
  if ('refused' in read) throw new Error(read.refused)
  const { sheets } = read
  await world.inCity(async (trx) => {
    const { mapping } = await startMapping(trx, 'awards', sheets)
    const file = { kind: 'awards' as const, fileName: 'liste.csv', sha256: Buffer.alloc(32), sheets, mapping }
    await importFile(trx, world.services.keyring, file, { dryRun: false })
  })
}

describe('Earlier years’ recipients', () => {
  const address = '/saker/register/match'
  const liv = 'liv-tangen'

  test('stay text until a person says who it is; then they stand with the organisation, and it can be undone', async () => {
    const { number } = await numbered('Byens korps')
    await bringIn(
      'år;nr;mottaker;søkt;tildelt;status',
      '2023;1;Byens korps, drift;;50000;vedtatt',
      '2024;1;Byens korps, drift;;60000;vedtatt',
      '2025;1;Byens korps, drift;;70000;foreslått',
    )
    const before = await seen(`/register/${number}`)
    expect(before).not.toContain('50 000 kr')
    const page = await world.get(address, { as: liv })
    expect(page.text).toContain('Byens korps, drift')
    const organisationId = await world.inCity(
      async (trx) =>
        (await trx.selectFrom('organisation').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id,
    )
    expect(page.text).toContain(organisationId)

    const nobody = await world.post(address, { as: liv, form: { mottaker: 'Byens korps, drift', nummer: '999999999' } })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Vi har ingen organisasjon med dette nummeret.')
    expect(nobody.text).toContain('value="999999999"')

    const form = { mottaker: 'Byens korps, drift', organisasjon: organisationId }
    expect((await world.post(address, { as: liv, form })).headers.get('location')).toContain('koblet')
    await world.post(address, { as: liv, form })
    const after = await seen(`/register/${number}`)
    for (const text of ['50 000 kr', '60 000 kr', '22 000 kr', '132 000 kr']) expect(after).toContain(text)
    // A proposal is not an award, whoever it was for.
    expect(after).not.toContain('70 000 kr')
    const events = await world.inCity((trx) => listEvents(trx, organisationId))
    expect(events.map((event) => [event.type, event.actorName])).toEqual([['awards-matched', 'Liv Tangen']])

    await world.post(`${address}/angre`, { as: liv, form })
    expect(await seen(`/register/${number}`)).not.toContain('50 000 kr')
  })

  test('are matched by those whose work it is, and nobody else', async () => {
    for (const as of ['maren-lie', 'rolf-vik', 'astrid-solheim']) {
      expect((await world.get(address, { as })).status).toBe(404)
      expect((await world.post(address, { as, form: { mottaker: 'x', organisasjon: 'y' } })).status).toBe(404)
    }
  })
})

describe('The page of an organisation', () => {
  test('is not there for one that has been given nothing: that it has applied is nobody’s to see', async () => {
    await world.inCity((trx) => trx.insertInto('organisation').values({ name: 'Bare søkt', number: '313130053' }).execute())
    expect((await world.get('/register/313130053')).status).toBe(404)
    for (const bad of ['313', 'abc', '313130053%27--']) expect((await world.get(`/register/${bad}`)).status).toBe(404)
  })
})
