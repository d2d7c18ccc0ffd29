import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseHandle, Scope } from '#platform/database/db.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { type FileStore, openFileStore } from './store.ts'

// Longer than any transaction lives: a younger file may still get its row.
const OLD_MS = 24 * 3_600_000

/** Removes bytes that no row refers to (a transaction that rolled back, a deleted file, an upload that broke off). Returns how many. */
export async function sweepFiles(store: FileStore, db: DatabaseHandle, scope: Scope, now: Date): Promise<number> {
  const [incoming, kept] = await Promise.all([oldFiles(store, 'incoming', now), oldFiles(store, scope.municipalityId, now)])
  const known = new Set<string>()
  for (let at = 0; at < kept.length; at += 1000) {
    const part = kept.slice(at, at + 1000)
    const rows = await db.reading(scope, (trx) =>
      trx.selectFrom('stored_file').select('storage_key').where('storage_key', 'in', part).execute(),
    )
    for (const row of rows) known.add(row.storage_key)
  }
  const orphans = [...incoming, ...kept.filter((key) => !known.has(key))]
  for (const key of orphans) await rm(path.join(store.root, key), { force: true })
  return orphans.length
}

/** Sweeps every night. */
export const sweepFilesJob: Job = {
  name: 'sweep-files',
  cron: '40 3 * * *',
  async run(services, scope) {
    await sweepFiles(openFileStore(services.dataDir), services.db, scope, services.now())
  },
}

async function oldFiles(store: FileStore, folder: string, now: Date): Promise<string[]> {
  const entries = await readdir(path.join(store.root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  const old: string[] = []
  for (const entry of entries.filter((item) => item.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    const made = await stat(file).catch(() => undefined)
    if (made && now.getTime() - made.mtimeMs > OLD_MS) old.push(path.relative(store.root, file).split(path.sep).join('/'))
  }
  return old
}
