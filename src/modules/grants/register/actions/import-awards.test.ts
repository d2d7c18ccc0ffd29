import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import type { Scope, Trx } from '#platform/database/db.ts'
import { listRegister } from '../queries/list-register.ts'
import { sumRegister } from '../queries/sum-register.ts'
import { fileHash, importAwards } from './import-awards.ts'

let database: TestDatabase
let scope: Scope
beforeAll(async () => {
  database = await testDatabase()
  scope = await testMunicipality(database)
})
afterAll(() => database.drop())

const header = 'budget_year,stage,row_no,recipient_and_purpose,prior_year_nok,applied_nok,result_nok,source_url\n'
const list = `${header}2024,adopted (vedtatt budsjett 2024),1,Sjøfolkets hus,900000,1000000,950000,https://example.no/b
2024,adopted (vedtatt budsjett 2024),2,Tårnkoret,,40000,0,https://example.no/b
2025,proposed (rådmannens forslag 2025),1,Sjøfolkets hus,950000,1200000,960000,https://example.no/f
2025,proposed (rådmannens forslag 2025),2,,1,2,3,https://example.no/f
`

function linesOf(csv: string) {
  const rows = parse(csv, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  return rows.map((cells, index) => ({ line: index + 2, cells }))
}

async function bringIn(trx: Trx, csv: string, dryRun = false) {
  const input = { fileName: 'liste.csv', lines: linesOf(csv), sha256: fileHash(Buffer.from(csv)) }
  return await importAwards(trx, input, { dryRun, municipalityId: scope.municipalityId })
}

describe('Bringing in earlier awards', () => {
  test('tells what it would do, then does it, and a second time does nothing', async () => {
    const dry = await database.handle.inTransaction(scope, (trx) => bringIn(trx, list, true))
    expect(dry).toMatchObject({ added: 3, awards: 1, proposals: 1, zeros: 1 })
    expect(dry.refused).toEqual([{ line: 5, reason: 'noRecipient', column: 'recipient_and_purpose', value: '' }])
    expect((await database.handle.reading(scope, (trx) => trx.selectFrom('imported_award').selectAll().execute())).length).toBe(0)
    expect(await database.handle.inTransaction(scope, (trx) => bringIn(trx, list))).toMatchObject({ added: 3, unchanged: 0 })
    expect(await database.handle.inTransaction(scope, (trx) => bringIn(trx, list))).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
    })
  })

  test('shows as awards only what was adopted above zero, and counts nothing else', async () => {
    const shown = await database.handle.reading(scope, (trx) => listRegister(trx, {}, { lang: 'nb', today: '2026-11-10' }))
    expect(shown.rows.map((row) => [row.recipient, row.year, row.ore])).toEqual([['Sjøfolkets hus', 2024, 950_000_00]])
    const { byYear } = await database.handle.reading(scope, (trx) => sumRegister(trx, {}, { lang: 'nb', today: '2026-11-10' }))
    expect(byYear).toEqual([{ key: '2024', label: '2024', count: 1, ore: 950_000_00 }])
  })

  test('takes a corrected list: the row is changed, not doubled', async () => {
    const corrected = list.replace('950000,https', '900000,https')
    expect(await database.handle.inTransaction(scope, (trx) => bringIn(trx, corrected))).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 2,
    })
  })

  const real = new URL('../../../../../../shared/data/allocations/stavanger-2015-2016.csv', import.meta.url)
  test.skipIf(!existsSync(real))('reads every row of a real list (skipped where the file is absent)', async () => {
    const csv = readFileSync(real, 'utf8')
    const result = await database.handle.inTransaction(scope, (trx) => bringIn(trx, csv, true))
    expect(result).toMatchObject({ added: 59, proposals: 29, awards: 26, zeros: 4, refused: [] })
  })
})
