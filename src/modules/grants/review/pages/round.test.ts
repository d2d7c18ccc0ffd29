import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheet } from '#platform/sheets/read-sheet.ts'
import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { declare, openReviewWorld, receivedCase, stateOf, type ReviewWorld } from '../review.testing.ts'
import { roundColumns } from './round-shared.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.close())

const maren = { as: 'maren-lie' }

describe('The round', () => {
  test('is shared out in one table: what can be saved is, and a row that cannot says why', async () => {
    const cases = await Promise.all(['Ett', 'To', 'Tre'].map((applicant) => receivedCase(world, { applicant })))
    const [one, two, three] = cases
    if (!one || !two || !three) throw new Error('three cases')
    await declare(world, one.id, 'maren-lie')
    await declare(world, two.id, 'maren-lie')
    const here = `/saker/utlysing/${one.roundId}`
    const shown = await world.get(here, maren)
    expect(shown.text).toContain('Du har ikke svart på om du er habil i én av sakene.')
    expect(shown.text).toContain('data-meter="all"')
    const form = {
      [`ore.${one.id}`]: '40 000',
      [`reasons.${one.id}`]: 'Virker.',
      [`rev.${one.id}`]: '1',
      [`ore.${two.id}`]: '10 000',
      [`rev.${two.id}`]: '1',
      [`ore.${three.id}`]: '10 000',
      [`reasons.${three.id}`]: 'Virker også.',
      [`rev.${three.id}`]: '1',
    }
    const saved = await world.post(here, { ...maren, form })
    expect(saved.status).toBe(409)
    expect(saved.text).toContain('1 innstilling er lagret. 2 rader ble ikke lagret.')
    expect(saved.text).toContain('Begrunnelsen mangler.')
    expect(await stateOf(world, one.id)).toMatchObject({ status: 'recommended', recommended_ore: 40_000_00, revision: 3 })
    expect((await stateOf(world, one.id)).events).toEqual(['case-taken', 'recommended'])
    expect((await stateOf(world, two.id)).status).toBe('submitted')
    expect((await stateOf(world, three.id)).status).toBe('submitted')
    expect((await world.post(here, { as: 'rolf-vik', form })).status).toBe(404)
  })

  test('goes out as a workbook and comes back; nothing is written before it is seen, and all of it or nothing', async () => {
    const one = await receivedCase(world, { applicant: 'Ut og inn' })
    const two = await receivedCase(world, { applicant: 'Endret imens' })
    for (const each of [one, two]) await declare(world, each.id, 'maren-lie')
    const here = `/saker/utlysing/${one.roundId}`
    const out = await world.get(`${here}/excel`, maren)
    expect(out.headers.get('content-type')).toContain('spreadsheetml')
    const columns = roundColumns('nb')
    const sheet = async (rows: Parameters<typeof writeSheet<typeof columns>>[1]) =>
      new File([new Uint8Array(await writeSheet(columns, rows))], 'liste.xlsx')
    const row = (number: string, recommended: number, revision = 1) => ({ number, recommended, reasons: 'Fra arket.', revision })

    const wrong = await sheet([row(one.number, 30_000_00), row('1999/1', 1_00), row(two.number, 10_000_00, 7)])
    const refused = await world.post(`${here}/import`, { ...maren, files: [['sheet', wrong]] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Rad 3: 1999/1: Saken finnes ikke i denne utlysningen.')
    expect(refused.text).toContain('Saken er endret av noen andre i mellomtiden.')
    expect(refused.text).not.toContain('Lagre endringene')

    const tooMuch = await sheet([row(one.number, 600_000_00)])
    expect((await world.post(`${here}/import`, { ...maren, files: [['sheet', tooMuch]] })).text).toContain('over rammen.')

    const right = await sheet([row(one.number, 30_000_00), row(two.number, 0)])
    const preview = await world.post(`${here}/import`, { ...maren, files: [['sheet', right]] })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('2 innstillinger blir endret.')
    expect((await stateOf(world, one.id)).status).toBe('submitted')
    const hidden = (/name="rader" value="([^"]*)"/.exec(preview.text)?.[1] ?? '').replaceAll('&quot;', '"')

    // Somebody notes something on one of them in between: then neither is saved.
    await world.inCity((trx) => trx.updateTable('case_file').set({ revision: 2 }).where('id', '=', two.id).execute())
    expect((await world.post(`${here}/bruk`, { ...maren, form: { rader: hidden } })).status).toBe(422)
    expect((await stateOf(world, one.id)).status).toBe('submitted')
    await world.inCity((trx) => trx.updateTable('case_file').set({ revision: 1 }).where('id', '=', two.id).execute())
    const applied = await world.post(`${here}/bruk`, { ...maren, form: { rader: hidden } })
    expect(applied.headers.get('location')).toContain('lagret=2')
    expect(await stateOf(world, one.id)).toMatchObject({ status: 'recommended', recommended_ore: 30_000_00 })
    expect(await stateOf(world, two.id)).toMatchObject({ status: 'recommended', recommended_ore: 0 })
  })

  test('writes a list that it can read again', async () => {
    const columns = roundColumns('nn')
    const bytes = await writeSheet(columns, [{ number: '2026/1', recommended: 12_500_50, reasons: '=1+1', revision: 4 }])
    const read = await readSheet(new Uint8Array(bytes), roundColumns('en'))
    expect(read.errors).toEqual([])
    expect(read.rows[0]?.values).toMatchObject({ number: '2026/1', recommended: 12_500_50, reasons: '=1+1', revision: 4 })
  })
})
