import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Services } from '#platform/http/index.ts'
import { installJobs, openJobs } from '#platform/jobs/jobs.ts'
import { createLogger } from '#platform/log.ts'
import { monthsSinceWritten, shiftDay, shiftRounds } from '#demo/calendar.ts'
import { bankAccount, organisationNumber } from '#demo/numbers.ts'
import { seedDemo } from '#demo/seed.ts'
import { jobs } from '#src/jobs.ts'
import { isBankAccount, isOrganisationNumber } from '#src/modules/grants/application/rules/numbers.ts'
import { testDatabase, type TestDatabase } from './database.ts'

const now = new Date('2026-11-21T21:00:00Z')
let database: TestDatabase
let services: Services
let stop: () => Promise<void>
const said: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  await installJobs(
    database.ownerUrl,
    jobs.map((job) => job.name),
  )
  const boss = await openJobs(database.handle)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'torg-demo-'))
  services = {
    db: database.handle,
    keyring: openKeyring([{ id: 'test', secret: randomBytes(32) }]),
    now: () => now,
    log: createLogger('error'),
    dataDir,
    demo: true,
    trustedProxies: [],
    canWrite: () => true,
  }
  await seedDemo({ services, ownerUrl: database.ownerUrl }, (line) => said.push(line))
  stop = async () => {
    await boss.stop({ graceful: false })
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 120_000)
afterAll(() => stop())

async function inFjordvik<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  const [host] = await database.handle.unscoped((root) =>
    root.selectFrom('host_name').select('municipality_id').where('host', '=', 'localhost').execute(),
  )
  return await database.handle.reading({ municipalityId: host?.municipality_id ?? '' }, work)
}

test('the demo says how many cases it made and who one can log in as', () => {
  expect(said.join('\n')).toMatch(/\d+ cases are in it/)
  expect(said.join('\n')).toContain('Astrid Solheim')
})

test('there is life at every stage, and nothing that has not happened yet', async () => {
  const rows = await inFjordvik((trx) =>
    trx
      .selectFrom('case_file')
      .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('status')
      .execute(),
  )
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0
  for (const status of ['submitted', 'in-review', 'waiting-for-applicant', 'recommended', 'notified', 'following-up', 'closed'])
    expect([status, of(status) > 0]).toEqual([status, true])
  const { rows: late } = await inFjordvik((trx) =>
    sql<{ n: number }>`select count(*) as n from event where at > ${now}`.execute(trx),
  )
  expect(late[0]?.n).toBe(0)
})

test('the choir has last year’s application, and has not applied this year', async () => {
  const cases = await inFjordvik((trx) =>
    trx
      .selectFrom('case_file')
      .select(['status', 'received_at', 'granted_ore'])
      .where('applicant_name', '=', 'Fjordvik kammerkor')
      .execute(),
  )
  expect(cases).toEqual([{ status: 'following-up', received_at: new Date('2025-11-28T17:20:00Z'), granted_ore: 5_200_000 }])
})

test('in another month the same has happened, and the same rounds are open', async () => {
  expect(shiftDay('2026-12-15', 3)).toBe('2027-03-15')
  expect(shiftDay('2026-12-31', 2)).toBe('2027-02-28')
  const moved = shiftRounds(
    { slug: 'x', rounds: [{ key: '2026-host', title: { nb: 'Drift i 2027' }, closes: '2026-12-15' }] },
    12,
  )
  expect(moved).toEqual({ slug: 'x', rounds: [{ key: '2027-host', title: { nb: 'Drift i 2028' }, closes: '2027-12-15' }] })
  expect(monthsSinceWritten(new Date('2027-02-03T00:00:00Z'))).toBe(3)
})

test('everyone’s numbers are synthetic and valid', () => {
  const organisations = Array.from({ length: 40 }, (_, nth) => organisationNumber(nth))
  expect(organisations.every((number) => number.startsWith('3') && isOrganisationNumber(number))).toBe(true)
  expect(new Set(organisations).size).toBe(40)
  expect(Array.from({ length: 40 }, (_, nth) => bankAccount(nth)).every(isBankAccount)).toBe(true)
})
