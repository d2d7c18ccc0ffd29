import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testMunicipality } from '#test/database.ts'
import { municipalityOrigin } from './address.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function withHosts(slug: string, ...hosts: string[]): Promise<string> {
  const { municipalityId } = await testMunicipality(database, slug)
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  for (const host of hosts)
    await client.query('insert into host_name (host, municipality_id) values ($1, $2)', [host, municipalityId])
  await client.end()
  return municipalityId
}

test('a link in mail leads to the address the municipality is published on', async () => {
  const db = database.handle
  const city = await withHosts('byfjord', 'tilskudd.byfjord.example', 'byfjord.localhost')
  const village = await withHosts('utvik', 'utvik.localhost', '127.0.0.1')
  expect(await municipalityOrigin({ db, publicUrl: 'https://tilskudd.byfjord.example/' }, city)).toBe(
    'https://tilskudd.byfjord.example',
  )
  expect(await municipalityOrigin({ db }, city)).toBe('https://tilskudd.byfjord.example')
  expect(await municipalityOrigin({ db, port: 4321 }, village)).toBe('http://utvik.localhost:4321')
  expect(await municipalityOrigin({ db, publicUrl: 'https://other.example:8443' }, village)).toBe('https://utvik.localhost:8443')
})
