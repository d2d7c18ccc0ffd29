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

// The demo is backed up while it runs, and that backup opens as a Torg. Then, at rest, it is backed up again, and restored into
// two empty places, an embedded database and one by its address: every row and every stored file must be there, the same.
const work = temporaryFolder('torg-restore-')
const place = (name: string) => path.join(work, name)
const server = await startTestServer()
try {
  const from = place('from')
  const torg = await startTorg({ TORG_DATA_DIR: from, TORG_LOG: 'warn' })
  try {
    command({ TORG_DATA_DIR: from }, 'backup', place('while-running'), '--with-keys')
  } finally {
    await torg.stop()
  }
  command({ TORG_DATA_DIR: place('to-running'), TORG_DEMO: 'off' }, 'restore', place('while-running'))
  await opens({ TORG_DATA_DIR: place('to-running') })

  command({ TORG_DATA_DIR: from }, 'backup', place('at-rest'), '--with-keys')
  const wanted = await embeddedRows(from)
  const rows = Object.values(wanted).reduce((sum, all) => sum + all.length, 0)
  const files = storedFiles(from)
  if (rows < 1_000 || files.length < 10) throw new Error(`${rows} rows and ${files.length} files: too little to prove anything.`)

  const embedded = { TORG_DATA_DIR: place('to-embedded'), TORG_DEMO: 'off' }
  command(embedded, 'restore', place('at-rest'))
  same('the embedded database', await embeddedRows(place('to-embedded')), wanted)
  same('the stored files', storedFiles(place('to-embedded')), files)
  refuses(embedded, 'restore', place('at-rest'))

  await asAdmin(server.adminUrl, 'create database torg_restored owner torg_owner')
  const byAddress = {
    DATABASE_URL: ownerUrl(server, 'torg_restored'),
    TORG_KEYS: readFileSync(path.join(from, 'keys'), 'utf8').trim(),
    TORG_DATA_DIR: place('files-of-server'),
  }
  command({ ...byAddress, TORG_DEMO: 'off' }, 'restore', place('at-rest'))
  const { username, password } = new URL(server.adminUrl)
  same('the database by its address', await rowsOf(connection(server.adminUrl, username, password, 'torg_restored')), wanted)
  same('its stored files', storedFiles(place('files-of-server')), files)
  await opens({ ...byAddress, TORG_DEMO: 'on' })
  console.log(`${rows} rows and ${files.length} files came back whole, twice.`)
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
