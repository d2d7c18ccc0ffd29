import type { DatabaseHandle } from '#platform/database/db.ts'
import type { Municipality } from './context.ts'

const KEEP_MS = 30_000

/** Finds the municipality of a host name; remembers the answer for half a minute, so settings change without a restart. */
export function municipalityFinder(db: DatabaseHandle): (host: string) => Promise<Municipality | undefined> {
  const known = new Map<string, { at: number; municipality: Municipality | undefined }>()
  return async (header) => {
    const host = header.toLowerCase().replace(/:\d+$/, '')
    const hit = known.get(host)
    if (hit && performance.now() - hit.at < KEEP_MS) return hit.municipality
    const municipality = await find(db, host)
    // A stranger's made-up host names must not fill the memory.
    if (known.size > 1000) known.clear()
    known.set(host, { at: performance.now(), municipality })
    return municipality
  }
}

async function find(db: DatabaseHandle, host: string): Promise<Municipality | undefined> {
  const row = await db.unscoped((root) =>
    root.selectFrom('host_name').select('municipality_id').where('host', '=', host).executeTakeFirst(),
  )
  if (!row) return undefined
  const found = await db.reading({ municipalityId: row.municipality_id }, (trx) =>
    trx.selectFrom('municipality').select(['municipality_id', 'slug', 'name', 'settings']).executeTakeFirstOrThrow(),
  )
  return { id: found.municipality_id, slug: found.slug, name: found.name, settings: found.settings }
}
