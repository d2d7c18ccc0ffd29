import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '#platform/database/migrate.ts'
import { fillDemo, forgetHalfDemo } from '#src/half-demo.ts'
import { type TestDatabase, testDatabase, testMunicipality } from './database.ts'

let database: TestDatabase
let dataDir: string
const said: string[] = []
beforeEach(async () => {
  database = await testDatabase()
  dataDir = mkdtempSync(path.join(tmpdir(), 'torg-half-demo-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

const countMunicipalities = async () => {
  const municipality = await testMunicipality(database, 'ny')
  return await database.handle.reading(municipality, (trx) => trx.selectFrom('municipality').select('slug').execute())
}
const migrateAgain = () =>
  migrate({
    ownerUrl: database.ownerUrl,
    appPassword: inject('databases').appPassword,
    folder: path.join(import.meta.dirname, '..', 'migrations'),
  })

test('a demo that was cut short is thrown away, and the database is as new', async () => {
  await testMunicipality(database, 'ny')
  await expect(fillDemo(dataDir, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  await forgetHalfDemo(dataDir, database.ownerUrl, (line) => said.push(line))
  expect(said).toHaveLength(1)
  expect(existsSync(path.join(dataDir, 'demo-unfinished'))).toBe(false)

  const { applied } = await migrateAgain()
  expect(applied.length).toBeGreaterThan(0)
  expect(await countMunicipalities()).toEqual([{ slug: 'ny' }])
})

test('a demo that was filled to its end is kept', async () => {
  await testMunicipality(database, 'ny')
  await fillDemo(dataDir, () => Promise.resolve())
  await forgetHalfDemo(dataDir, database.ownerUrl, (line) => said.push(line))
  expect((await migrateAgain()).applied).toEqual([])
  await expect(countMunicipalities()).rejects.toThrow('municipality_slug_key')
})
