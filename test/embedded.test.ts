import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectOrStart, type Embedded, startEmbedded } from '#platform/database/embedded/embedded.ts'
import { commandLineOf, sleep } from '#platform/database/embedded/processes.ts'
import { temporaryFolder } from '../scripts/temporary-folder.ts'

let dataDir: string
const used: Embedded[] = []
const children: ChildProcess[] = []
const isRoot = process.getuid?.() === 0

// A first start takes a second: it is made once, and copied for the tests that do not ask about the first start itself.
const made = folder()
beforeAll(async () => {
  await (await startEmbedded({ dataDir: made, log: () => undefined, durable: false })).stop()
})
afterAll(() => rmSync(made, { recursive: true }))

beforeEach(() => {
  dataDir = folder()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const embedded of used.splice(0)) await embedded.stop()
  // Whatever a killed process left running is taken over and stopped.
  if (existsSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))) {
    await (await connectOrStart({ dataDir, log: () => undefined, durable: false })).stop()
  }
  rmSync(dataDir, { recursive: true, force: true })
})

test('the second start finds what the first one kept, and nothing runs in between', async () => {
  const first = await start()
  expect(first.firstStart).toBe(true)
  await run(first, 'create table kept as select 7 as seven')
  const pid = postmaster()
  await first.stop()
  expect(commandLineOf(pid)).toBeUndefined()

  const second = await start()
  expect(second.firstStart).toBe(false)
  expect([second.ownerUrl, second.appPassword]).toEqual([first.ownerUrl, first.appPassword])
  expect(await run(second, 'select seven from kept')).toEqual([{ seven: 7 }])
})

test('no port is open, and only its own user reaches the database and its passwords', async () => {
  copyMade()
  const embedded = await start()
  expect(await run(embedded, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  const home = path.join(dataDir, 'postgres')
  expect(statSync(home).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(home, 'access.json')).mode & 0o777).toBe(0o600)
  const wrong = embedded.ownerUrl.replace(/:[^:@]+@/, ':guessed@')
  await expect(run({ ownerUrl: wrong }, 'select 1')).rejects.toThrow('password authentication failed')
})

test('the owner of the tables is no superuser, and Norwegian letters come last', async () => {
  copyMade()
  const embedded = await start()
  expect(await run(embedded, 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: true },
  ])
  const sorted = await run(
    embedded,
    `select string_agg(w, ' ' order by w collate "nb-NO-x-icu") as words from unnest(array['Ås', 'Øy', 'Ære', 'Zoo', 'Abo']) w`,
  )
  expect(sorted).toEqual([{ words: 'Abo Zoo Ære Øy Ås' }])
  expect(await run(embedded, `select lower('ÆØÅ') as small`)).toEqual([{ small: 'æøå' }])
})

test('a second Torg on the same folder gets one line that says what to do', async () => {
  copyMade()
  await start()
  const refused = await startEmbedded({ dataDir, log: () => undefined, durable: false }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ name: 'EmbeddedInUse' })
  const { message } = refused as Error
  expect(message).toContain(`process ${process.pid}`)
  expect(message).toContain('TORG_DATA_DIR=')
  expect(message).not.toContain('\n')
})

test('of two first starts at the same moment one wins and the other gets the line', async () => {
  const answers = await Promise.all([child(), child()])
  const refused = answers.filter((answer) => 'error' in answer)
  expect(refused).toMatchObject([{ error: 'EmbeddedInUse' }])
  expect(readdirSync(dataDir)).toEqual(['postgres'])
})

test('what a killed Torg left running is taken over with all that was written', async () => {
  copyMade()
  const before = await child()
  await run(before, 'create table kept as select 7 as seven')
  const pid = postmaster()
  children[0]?.kill('SIGKILL')
  await ended(children[0])
  expect(commandLineOf(pid)).toBeDefined()

  const after = await start()
  expect(postmaster()).toBe(pid)
  expect(await run(after, 'select seven from kept')).toEqual([{ seven: 7 }])
  await after.stop()
  expect(commandLineOf(pid)).toBeUndefined()
})

test('one that was left by another version or with other settings makes room', async () => {
  copyMade()
  await child()
  const pid = postmaster()
  children[0]?.kill('SIGKILL')
  await ended(children[0])
  const durable = await startEmbedded({ dataDir, log: () => undefined })
  used.push(durable)
  expect(postmaster()).not.toBe(pid)
  expect(await run(durable, 'show fsync')).toEqual([{ fsync: 'on' }])
})

test('when the database itself is killed it comes back, with every write it had confirmed', async () => {
  copyMade()
  const embedded = await startEmbedded({ dataDir, log: () => undefined })
  used.push(embedded)
  await run(embedded, 'create table counted (n int)')
  for (let n = 0; n < 20; n++) await run(embedded, `insert into counted values (${n})`)
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  expect(await soon(() => run(embedded, 'select count(*)::int as n from counted'))).toEqual([{ n: 20 }])
  expect(postmaster()).not.toBe(pid)
})

test('a command starts the database for as long as it takes', async () => {
  const command = await connectOrStart({ dataDir, log: () => undefined, durable: false })
  await run(command, 'create table kept as select 7 as seven')
  const pid = postmaster()
  await command.stop()
  expect(commandLineOf(pid)).toBeUndefined()
})

test('a command works beside the server, and whoever leaves last stops the database', async () => {
  copyMade()
  const server = await start()
  const pid = postmaster()
  const command = await connectOrStart({ dataDir, log: () => undefined, durable: false })
  await server.stop()
  expect(await run(command, 'select 7 as seven')).toEqual([{ seven: 7 }])
  const again = await start()
  await command.stop()
  expect(await run(again, 'select 7 as seven')).toEqual([{ seven: 7 }])
  expect(postmaster()).toBe(pid)
  await again.stop()
  expect(commandLineOf(pid)).toBeUndefined()
})

test('one whose folder was deleted under it takes nothing from the one made in its place', async () => {
  const before = await child()
  const sockets = () => readdirSync(path.join(dataDir, 'postgres')).filter((name) => name.startsWith('.s.PGSQL'))
  const [socket] = sockets()
  const left = postmaster()
  children[0]?.kill('SIGKILL')
  await ended(children[0])
  rmSync(path.join(dataDir, 'postgres'), { recursive: true })
  const embedded = await start()
  expect(embedded.firstStart).toBe(true)
  expect(embedded.ownerUrl).not.toBe(before.ownerUrl)
  // It notices within a minute and goes; here it is told at once.
  process.kill(left, 'SIGQUIT')
  while (commandLineOf(left)) await sleep(20)
  expect(sockets()).not.toContain(socket)
  expect(await run(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a note left by a power cut does not stop the start, even when its number now belongs to another program', async () => {
  copyMade()
  await (await start()).stop()
  writeFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${process.ppid}\n${dataDir}/postgres/cluster\n`)
  const embedded = await start()
  expect(await run(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('what a cut-short first start left half made is cleared away', async () => {
  mkdirSync(path.join(dataDir, 'postgres.new-999999999', 'cluster'), { recursive: true })
  await start()
  expect(readdirSync(dataDir)).toEqual(['postgres'])
})

test('data of another PostgreSQL is refused with what to do', async () => {
  copyMade()
  await (await start()).stop()
  const file = path.join(dataDir, 'postgres', 'cluster', 'PG_VERSION')
  const version = readFileSync(file, 'utf8')
  writeFileSync(file, '14\n')
  await expect(start()).rejects.toThrow(/made by PostgreSQL 14.*backup/)
  writeFileSync(file, version)
})

test('a folder with a long path works too', async () => {
  const long = path.join(dataDir, 'en-kommune-med-et-svært-langt-navn'.repeat(3))
  mkdirSync(long)
  const embedded = await startEmbedded({ dataDir: long, log: () => undefined, durable: false })
  expect(await run(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  await embedded.stop()
  rmdirSync(decodeURIComponent(new URL(embedded.ownerUrl).hostname))
})

test.runIf(isRoot)(
  'as root, in a folder that nobody else can enter, the data is kept where PostgreSQL may go, and found again',
  async () => {
    chmodSync(dataDir, 0o700)
    const said: string[] = []
    const first = await startEmbedded({ dataDir, log: (line) => said.push(line), durable: false })
    const place = readFileSync(path.join(dataDir, 'postgres-is-at'), 'utf8').trim()
    await run(first, 'create table kept as select 7 as seven')
    await first.stop()
    expect(said.join()).toContain(place)
    const second = await start()
    expect(second.firstStart).toBe(false)
    expect(await run(second, 'select seven from kept')).toEqual([{ seven: 7 }])
    await second.stop()
    rmSync(dataDir, { recursive: true })
    rmSync(place, { recursive: true })
  },
)

function folder(): string {
  return temporaryFolder('torg-embedded-')
}

function copyMade(): void {
  execFileSync('cp', ['-a', path.join(made, 'postgres'), dataDir])
}

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log: () => undefined, durable: false })
  used.push(embedded)
  return embedded
}

type Answer = { ownerUrl: string; firstStart: boolean } | { error: string; message: string; ownerUrl: string }

function child(): Promise<Answer> {
  const process = fork(path.join(import.meta.dirname, 'embedded-child.ts'), [dataDir], { execArgv: [] })
  children.push(process)
  return new Promise((resolve) => process.once('message', (answer) => resolve(answer as Answer)))
}

async function ended(process: ChildProcess | undefined): Promise<void> {
  while (process && process.exitCode === null && process.signalCode === null) await sleep(10)
}

function postmaster(): number {
  return Number.parseInt(readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

async function run(embedded: { ownerUrl: string }, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: embedded.ownerUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function soon<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 0) throw error
      await sleep(50)
    }
  }
}
