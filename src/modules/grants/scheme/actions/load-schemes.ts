import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Invalid, type Reason } from '#platform/errors.ts'
import type { DatabaseHandle, Scope } from '#platform/database/db.ts'
import { publishScheme, type Published } from './publish-scheme.ts'

export interface LoadedScheme {
  file: string
  outcome: 'new' | 'changed' | 'unchanged' | 'refused'
  /** The version that is current afterwards; none when refused. */
  number?: number
  /** Why it was refused: the place in the document stands in `field`. */
  reasons: Reason[]
}

export interface LoadOptions {
  now: Date
  /** Says what would happen and writes nothing. */
  dryRun?: boolean
  /** Only these slugs (file names without .json); all when left out. */
  only?: readonly string[]
  /** Changes a document on its way in: the demo moves its rounds. */
  prepare?: (document: unknown) => unknown
}

/**
 * Publishes every scheme definition in a folder, each in a transaction of its own: one that is refused stops no other.
 * A door, for the command line and the demo. Throws when the folder cannot be read.
 */
export async function loadSchemes(
  db: DatabaseHandle,
  scope: Scope,
  folder: string,
  options: LoadOptions,
): Promise<LoadedScheme[]> {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && (options.only?.includes(name.slice(0, -5)) ?? true),
  )
  const loaded: LoadedScheme[] = []
  for (const file of files.toSorted()) loaded.push({ file, ...(await load(db, scope, path.join(folder, file), options)) })
  return loaded
}

async function load(db: DatabaseHandle, scope: Scope, file: string, options: LoadOptions): Promise<Omit<LoadedScheme, 'file'>> {
  let definition: unknown
  try {
    definition = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return { outcome: 'refused', reasons: [{ key: 'notJson', data: { why: (error as Error).message } }] }
  }
  try {
    const published = await publish(db, scope, options.prepare?.(definition) ?? definition, options)
    return {
      outcome: published.isNew ? (published.number === 1 ? 'new' : 'changed') : 'unchanged',
      number: published.number,
      reasons: [],
    }
  } catch (error) {
    if (error instanceof Invalid) return { outcome: 'refused', reasons: error.reasons }
    throw error
  }
}

async function publish(db: DatabaseHandle, scope: Scope, definition: unknown, options: LoadOptions): Promise<Published> {
  const undo = new Error('only asked')
  let published: Published | undefined
  await db
    .inTransaction(scope, async (trx) => {
      published = await publishScheme(trx, { definition, now: options.now })
      if (options.dryRun) throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  if (!published) throw undo
  return published
}
