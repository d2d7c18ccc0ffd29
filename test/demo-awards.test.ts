import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isAward, readAwardRow } from '../src/modules/grants/register/rules/award-row.ts'

const file = path.join(import.meta.dirname, '../demo/earlier-awards.csv')
const rows = (parse(readFileSync(file), { columns: true }) as Record<string, string>[]).map((cells) => readAwardRow(cells))

test('every line of the earlier awards that the demo ships can be read, and no two are the same', () => {
  expect(rows.flatMap((row) => ('problem' in row ? [row.problem] : []))).toEqual([])
  const keys = rows.flatMap((row) => ('row' in row ? [row.row.sourceKey] : []))
  expect(keys).toHaveLength(60)
  expect(new Set(keys).size).toBe(60)
})

test('it has awards, proposals, results of zero and a year before that nobody noted', () => {
  const read = rows.flatMap((row) => ('row' in row ? [row.row] : []))
  expect(read.filter((row) => isAward(row))).toHaveLength(26)
  expect(read.filter((row) => row.stage === 'proposed')).toHaveLength(30)
  expect(read.filter((row) => row.stage === 'adopted' && row.resultOre === 0)).toHaveLength(4)
  expect(read.filter((row) => row.priorYearOre === undefined).length).toBeGreaterThan(0)
})
