import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Manifest } from './model.ts'
import { actFor, listApplied, listMunicipalityIds, listTables } from './tables.ts'
import { OperatorProblem } from '#platform/errors.ts'

export interface BackupInput {
  ownerUrl: string
  /** Where stored files lie: the root of the file store. */
  filesRoot: string
  /** Made if missing; must be empty. */
  into: string
  keyId: string
  /** The file with the installation's own keys, when they are to be in the backup. */
  keysFile?: string
  now: Date
}

/**
 * Writes every row of every municipality, as one moment saw it, the jobs that wait, and every stored file. The server may run
 * meanwhile. Throws when a stored file is missing or changed: a backup that is not whole says so.
 */
export async function makeBackup(input: BackupInput): Promise<Manifest> {
  await mkdir(path.join(input.into, 'tables'), { recursive: true, mode: 0o700 })
  if ((await readdir(input.into)).length > 1) throw new OperatorProblem(`${input.into} is not empty: give a new folder`)
  const client = new pg.Client({ connectionString: input.ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = {
      format: 1,
      madeAt: input.now.toISOString(),
      migrations: await listApplied(client),
      keyId: input.keyId,
      withKeys: input.keysFile !== undefined,
      tables: await dumpTables(client, input.into),
      files: await copyFiles(client, input),
    }
    if (input.keysFile) {
      await copyFile(input.keysFile, path.join(input.into, 'keys'))
      await chmod(path.join(input.into, 'keys'), 0o600)
    }
    // Written last: a folder without it is no backup.
    await writeFile(path.join(input.into, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}

async function dumpTables(client: pg.Client, into: string): Promise<Manifest['tables']> {
  const tables = await listTables(client)
  const municipalities = await listMunicipalityIds(client)
  const dumped: Manifest['tables'] = []
  for (const name of tables.unscoped)
    dumped.push(await dump(client, into, name, `select to_jsonb(t) as row from "${name}" t`, [undefined]))
  // Named besides the policy: where the owner may act as another role (search), that role's policy shows it every municipality.
  const own = 'where t.municipality_id = current_municipality()'
  for (const name of tables.scoped)
    dumped.push(await dump(client, into, name, `select to_jsonb(t) as row from "${name}" t ${own}`, municipalities))
  const jobs = `select to_jsonb(j) as row from pgboss.job j where state in ('created', 'retry', 'active')`
  dumped.push(await dump(client, into, 'pgboss.job', jobs, [undefined]))
  return dumped
}

/** One table as lines of JSON, compressed; fetched by cursor, so that a table of millions does not fill the memory. */
async function dump(
  client: pg.Client,
  into: string,
  name: string,
  select: string,
  municipalities: (string | undefined)[],
): Promise<Manifest['tables'][number]> {
  const file = `tables/${name}.ndjson.gz`
  let rows = 0
  async function* lines() {
    for (const id of municipalities) {
      if (id) await actFor(client, id)
      await client.query(`declare lines no scroll cursor for ${select}`)
      for (;;) {
        const batch = await client.query<{ row: unknown }>('fetch 2000 from lines')
        if (batch.rows.length === 0) break
        rows += batch.rows.length
        yield batch.rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('')
      }
      await client.query('close lines')
    }
  }
  await pipeline(lines, createGzip(), createWriteStream(path.join(into, file), { mode: 0o600 }))
  return { name, rows, file, sha256: await hashOf(path.join(into, file)) }
}

async function copyFiles(client: pg.Client, input: BackupInput): Promise<Manifest['files']> {
  const copied: Manifest['files'] = []
  for (const id of await listMunicipalityIds(client)) {
    await actFor(client, id)
    const { rows } = await client.query<{ key: string; sha256: string }>(
      `select storage_key as key, encode(sha256, 'hex') as sha256 from stored_file order by 1`,
    )
    for (const { key, sha256 } of rows) {
      const to = path.join(input.into, 'files', key)
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
      await copyFile(path.join(input.filesRoot, key), to).catch(() => {
        throw new OperatorProblem(`the stored file ${key} is missing: the backup would not be whole`)
      })
      if ((await hashOf(to)) !== sha256) throw new OperatorProblem(`the stored file ${key} has changed since it was stored`)
      copied.push({ key, sha256 })
    }
  }
  return copied
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
