import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startTorg } from '../e2e/torg.ts'
import { connectOrStart } from '../src/platform/database/embedded/embedded.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import { startTestServer } from '../test/server.ts'
import { root } from './bundle.ts'
import { type TableData, readTables } from './table-data.ts'
import { temporaryFolder } from './temporary-folder.ts'

// A running demo is backed up by the command, and restored into two empty places: an embedded database, and one by its address.
const work = temporaryFolder('torg-restore-')
const [from, backup, to, filesOfServer] = ['from', 'backup', 'to', 'files-of-server'].map((name) => path.join(work, name)) as [
  string,
  string,
  string,
  string,
]
const server = await startTestServer()
try {
  // The first start lays the demo's ground and sends its first notices; the second one is at rest while it is backed up.
  await (await startTorg({ TORG_DATA_DIR: from, TORG_LOG: 'warn' })).stop()
  const torg = await startTorg({ TORG_DATA_DIR: from, TORG_LOG: 'warn' })
  try {
    command({ TORG_DATA_DIR: from }, 'backup', backup, '--with-keys')
  } finally {
    await torg.stop()
  }
  const wanted = await embeddedRows(from)
  const rows = Object.values(wanted).reduce((sum, all) => sum + all.length, 0)
  if (rows < 100) throw new Error(`The demo holds only ${rows} rows: too few to prove anything.`)

  command({ TORG_DATA_DIR: to, TORG_DEMO: 'off' }, 'restore', backup)
  same('the embedded database', await embeddedRows(to), wanted)
  same('the stored files', storedFiles(to), storedFiles(from))
  await opens({ TORG_DATA_DIR: to })
  refuses({ TORG_DATA_DIR: to, TORG_DEMO: 'off' }, 'restore', backup)

  await asAdmin(server.adminUrl, 'create database torg_restored owner torg_owner')
  const keys = readFileSync(path.join(from, 'keys'), 'utf8').trim()
  const settings = {
    DATABASE_URL: ownerUrl(server, 'torg_restored'),
    TORG_KEYS: keys,
    TORG_DEMO: 'on',
    TORG_DATA_DIR: filesOfServer,
  }
  command({ ...settings, TORG_DEMO: 'off' }, 'restore', backup)
  const { username, password } = new URL(server.adminUrl)
  same('the database by its address', await rowsOf(connection(server.adminUrl, username, password, 'torg_restored')), wanted)
  await opens(settings)
  console.log(`${rows} rows and ${storedFiles(from).length} files came back whole, twice.`)
} finally {
  await server.stop()
  rmSync(work, { recursive: true, force: true })
}

function run(settings: Record<string, string>, args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'torg', '--', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}`.trim() }
}

function command(settings: Record<string, string>, ...args: string[]): void {
  const { status, said } = run(settings, args)
  if (status !== 0) throw new Error(`torg ${args.join(' ')} ended with ${status}: ${said}`)
  console.log(said)
}

function refuses(settings: Record<string, string>, ...args: string[]): void {
  const { status, said } = run(settings, args)
  if (status === 0) throw new Error(`torg ${args.join(' ')} wrote into a place that is not empty: ${said}`)
}

async function embeddedRows(dataDir: string): Promise<TableData> {
  const embedded = await connectOrStart({ dataDir, log: () => undefined })
  try {
    const access = JSON.parse(readFileSync(path.join(dataDir, 'postgres', 'access.json'), 'utf8')) as { superuser: string }
    return await rowsOf(connection(embedded.ownerUrl, 'postgres', access.superuser, 'torg'))
  } finally {
    await embedded.stop()
  }
}

async function rowsOf(url: string): Promise<TableData> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await readTables(client)
  } finally {
    await client.end()
  }
}

function storedFiles(dataDir: string): string[] {
  const folder = path.join(dataDir, 'files')
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex')}`,
    )
    .toSorted()
}

async function opens(settings: Record<string, string>): Promise<void> {
  const torg = await startTorg({ ...settings, TORG_LOG: 'warn' })
  try {
    const page = await fetch(`${torg.url}/tilskudd`)
    if (page.status !== 200) throw new Error(`The list of schemes answers ${page.status} after the restore.`)
  } finally {
    await torg.stop()
  }
}

function same(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [inOrder(found), inOrder(wanted)]
  if (a === b) return
  const at = [...a].findIndex((character, i) => character !== b[i])
  throw new Error(
    `${what} is not what was backed up, from here on:\n- ${b.slice(at - 80, at + 200)}\n+ ${a.slice(at - 80, at + 200)}`,
  )
}

// Rows in one order: a restore may write them in another.
function inOrder(data: unknown): string {
  if (Array.isArray(data))
    return data
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join('\n')
  return Object.entries(data as Record<string, unknown[]>)
    .map(([name, rows]) => `${name}\n${inOrder(rows)}`)
    .join('\n')
}
