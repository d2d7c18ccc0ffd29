import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { awardKeys, isAward } from '../src/modules/grants/moving-in/rules/sheet-awards.ts'
import { guessMapping } from '../src/modules/grants/moving-in/rules/mapping-guess.ts'
import { findHeader } from '../src/modules/grants/moving-in/rules/sheet-header.ts'
import { readRows, type ReadSheet } from '../src/modules/grants/moving-in/rules/sheet-rows.ts'
import { readSheets } from '../src/modules/grants/moving-in/actions/sheet-stage.ts'

const file = path.join(import.meta.dirname, '../demo/earlier-awards.csv')

async function readDemo(): Promise<ReadSheet> {
  const read = await readSheets(readFileSync(file))
  const sheet = 'sheets' in read ? read.sheets[0] : undefined
  if (!sheet) throw new Error('the demo’s list cannot be read')
  const header = findHeader('awards', sheet)
  const { columns } = guessMapping('awards', sheet, header)
  return readRows(sheet, { kind: 'awards', mapping: { sheet: 0, header, columns, fixed: {} }, isNationalId: () => false })
}

test('every line of the earlier awards that the demo ships can be read, and no two are the same', async () => {
  const read = await readDemo()
  expect(read.problems).toEqual([])
  const keys = awardKeys(read.rows)
  expect(keys).toHaveLength(60)
  expect(new Set(keys).size).toBe(60)
})

test('it has awards, proposals, results of zero and a year before that nobody noted', async () => {
  const rows = (await readDemo()).rows.map((row) => row.values)
  expect(rows.filter((row) => isAward(row))).toHaveLength(26)
  expect(rows.filter((row) => row['stage'] === 'proposed')).toHaveLength(30)
  expect(rows.filter((row) => row['stage'] === 'adopted' && row['result'] === 0)).toHaveLength(4)
  expect(rows.filter((row) => row['prior'] === undefined).length).toBeGreaterThan(0)
})
