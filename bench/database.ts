import { createHmac, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseKeys } from '#platform/crypto.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import type { TestServer } from '../test/server.ts'
import { addMunicipality, layBenchGround, newKeys, type BenchGround } from './ground.ts'

/** A database of its own with the measured schemes in it, on the server that all parts of a run share. */
export interface BenchDatabase {
  ground: BenchGround
  ownerUrl: string
  appUrl: string
  keys: string
  folder: string
  /** What a Torg on this database is started with. */
  env: Record<string, string>
  drop(): Promise<void>
}

export async function makeBenchDatabase(server: TestServer): Promise<BenchDatabase> {
  const name = `torg_bench_${randomBytes(4).toString('hex')}`
  const folder = mkdtempSync(path.join(tmpdir(), 'torg-bench-'))
  await asAdmin(server.adminUrl, `create database ${name} owner torg_owner`)
  const keys = newKeys()
  const owner = ownerUrl(server, name)
  const env = { DATABASE_URL: owner, TORG_KEYS: keys, TORG_DATA_DIR: path.join(folder, 'data'), TORG_DEMO: 'off' }
  await addMunicipality({ ...process.env, ...env }, folder)
  const ground = await layBenchGround({ env: { ...process.env, ...env }, folder, ownerUrl: () => owner, keys: () => keys })
  return {
    ground,
    ownerUrl: owner,
    appUrl: connection(server.adminUrl, 'torg_app', appPassword(keys), name),
    keys,
    folder,
    env,
    drop: async () => {
      await asAdmin(server.adminUrl, `drop database if exists ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// As src/open.ts makes it from the installation's keys.
function appPassword(keys: string): string {
  return createHmac('sha256', parseKeys(keys)[0]?.secret ?? '')
    .update('database role torg_app')
    .digest('base64url')
}
