import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import { isNationalId, isSynthetic } from '#platform/identity/index.ts'
import { demoPeople, listDemoPeople } from '../demo/people.ts'
import { seedDemoPeople } from '../demo/seed-people.ts'
import { inTestTransaction, testDatabase, testMunicipality, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('every demo resident has a valid number that no real person can have, and no two the same', () => {
  const numbers = demoPeople.flatMap((person) => person.nationalId ?? [])
  expect(numbers.length).toBe(demoPeople.filter((person) => person.kind === 'resident').length)
  expect(numbers.filter((number) => isNationalId(number) && isSynthetic(number))).toEqual(numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the city has somebody in every role, and one without', () => {
  const roles = new Set(listDemoPeople('fjordvik', 'staff').flatMap((person) => person.roles))
  expect([...roles].toSorted()).toEqual([
    'administrator',
    'archivist',
    'assessor',
    'auditor',
    'caseworker',
    'committee-secretary',
    'communicator',
    'decision-maker',
    'finance-approver',
    'finance-preparer',
    'scheme-owner',
    'unit-leader',
  ])
  expect(listDemoPeople('fjordvik', 'staff').some((person) => person.roles.length === 0)).toBe(true)
})

test('nobody in the demo both prepares and approves a payment', () => {
  const both = demoPeople.filter(
    (person) => person.roles.includes('finance-preparer') && person.roles.includes('finance-approver'),
  )
  expect(both).toEqual([])
})

test('seeding twice finds the same people, with their roles and who they answer to', async () => {
  const scope = await testMunicipality(database, 'fjordvik')
  const ring = openKeyring([{ id: 'test', secret: randomBytes(32) }])
  await inTestTransaction(database, scope, async (trx) => {
    const first = await seedDemoPeople(trx, ring, 'fjordvik', new Date())
    const second = await seedDemoPeople(trx, ring, 'fjordvik', new Date())
    expect([...second]).toEqual([...first])
    const { rows } = await sql<{ name: string; superior: string; roles: string[] }>`
      select p.name, s.name as superior, array(select role from staff_role r where r.person_id = p.id) as roles
      from person p join person s on s.id = p.superior_id where p.id = ${first.get('maren-lie')}`.execute(trx)
    expect(rows).toEqual([{ name: 'Maren Lie', superior: 'Tor Bakken', roles: ['caseworker'] }])
  })
})
