import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { hashOf } from './make-backup.ts'
import { Manifest } from './model.ts'
import { actFor, listApplied } from './tables.ts'
import { OperatorProblem } from '#platform/errors.ts'

export interface RestoreInput {
  ownerUrl: string
  filesRoot: string
  from: string
}

/** Reads and checks a backup: its list, and the checksum of everything in it. Throws a sentence that says what is wrong. */
export async function readBackup(from: string): Promise<Manifest> {
  const text = await readFile(path.join(from, 'manifest.json'), 'utf8').catch(() => {
    throw new OperatorProblem(`${from} holds no backup: manifest.json is not there`)
  })
  const parsed = Manifest.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new OperatorProblem(`manifest.json: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`)
  for (const part of [...parsed.data.tables, ...parsed.data.files.map((f) => ({ file: `files/${f.key}`, sha256: f.sha256 }))]) {
    const found = await hashOf(path.join(from, part.file)).catch(() => undefined)
    if (found !== part.sha256) throw new OperatorProblem(`${part.file} is ${found ? 'not what was backed up' : 'missing'}`)
  }
  return parsed.data
}

/**
 * Puts a backup into an empty, migrated database and an empty file store: all of it, or nothing. The backup may be of an
 * earlier release (its migrations are the first of ours); a later one is refused. Returns rows by table.
 */
export async function restoreBackup(input: RestoreInput): Promise<Record<string, number>> {
  const manifest = await readBackup(input.from)
  const client = new pg.Client({ connectionString: input.ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await requireRoom(client, manifest)
    // Files first: a row never points at bytes that are not there.
    for (const { key } of manifest.files) await place(path.join(input.from, 'files', key), path.join(input.filesRoot, key))
    const restored = await withoutTriggers(client, () =>
      deferringKeys(client, async () => {
        const counts: Record<string, number> = {}
        for (const table of manifest.tables) counts[table.name] = await load(client, input.from, table)
        return counts
      }),
    )
    await client.query('commit')
    return restored
  } finally {
    await client.end()
  }
}

async function requireRoom(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from host_name')
  if ((rows[0]?.n ?? 0) > 0) throw new OperatorProblem('the database is not empty: restore into a new data folder or database')
  const ours = await listApplied(client)
  const strange = manifest.migrations.find((theirs, at) => ours[at]?.name !== theirs.name || ours[at].sha256 !== theirs.sha256)
  if (strange)
    throw new OperatorProblem(
      `the backup was made by another or a later Torg (${strange.name}): restore with that version, then upgrade`,
    )
}

/** What a trigger wrote when a row was new stands in the backup itself: written again it would be there twice. */
async function withoutTriggers<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
  )
  for (const { table } of rows) await client.query(`alter table ${table} disable trigger user`)
  const result = await work()
  for (const { table } of rows) await client.query(`alter table ${table} enable trigger user`)
  return result
}

/** Rows refer to each other in circles: the keys are checked once, when everything is there. */
async function deferringKeys<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`,
  )
  for (const key of rows)
    await client.query(`alter table ${key.table} alter constraint ${key.name} deferrable initially deferred`)
  const result = await work()
  await client.query('set constraints all immediate')
  for (const key of rows) await client.query(`alter table ${key.table} alter constraint ${key.name} not deferrable`)
  return result
}

async function load(client: pg.Client, from: string, table: Manifest['tables'][number]): Promise<number> {
  const lines = createInterface({
    input: createReadStream(path.join(from, table.file)).pipe(createGunzip()),
    crlfDelay: Infinity,
  })
  let batch: string[] = []
  let municipality = ''
  let count = 0
  const flush = async () => {
    if (batch.length === 0) return
    if (municipality) await actFor(client, municipality)
    count += await insert(client, table.name, batch)
    batch = []
  }
  for await (const line of lines) {
    const owner = String((JSON.parse(line) as { municipality_id?: string }).municipality_id ?? '')
    if (owner !== municipality || batch.length === 500) await flush()
    municipality = owner
    batch.push(line)
  }
  await flush()
  if (count !== table.rows) throw new OperatorProblem(`${table.name}: ${count} of ${table.rows} rows were restored`)
  return count
}

async function insert(client: pg.Client, name: string, lines: string[]): Promise<number> {
  const table = name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
  // Columns that a later release added get their defaults: only those of the backup are named.
  const { rows } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname = any($2)`,
    [table, Object.keys(JSON.parse(lines[0] ?? '{}') as object)],
  )
  const columns = rows.map((row) => row.column).join(', ')
  const { rowCount } = await client.query(
    `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [`[${lines.join(',')}]`],
  )
  return rowCount ?? 0
}

async function place(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
  const file = await open(to, 'r')
  await file.sync()
  await file.close()
}
