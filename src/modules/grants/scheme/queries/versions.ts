import { NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { SchemeDefinition, type EffectiveDefinition } from '../../model.ts'
import { forPart } from '../rules/for-part.ts'

/** One immutable version of a scheme. */
export interface SchemeVersion {
  id: string
  schemeId: string
  number: number
  publishedAt: Date
  definition: SchemeDefinition
}

/** Versions never change, so what was read and parsed once is kept: the 300 last used. */
const KEPT = 300
const cache = new Map<string, SchemeVersion>()

/** A version with its parsed definition. Throws NotFound when this municipality has none with that id. */
export async function getVersion(trx: Trx, versionId: string): Promise<SchemeVersion> {
  const found = (await getVersions(trx, [versionId])).get(versionId)
  if (!found) throw new NotFound('scheme version')
  return found
}

/** Several versions at once, by id; those that are not there are left out. */
export async function getVersions(trx: Trx, versionIds: readonly string[]): Promise<Map<string, SchemeVersion>> {
  const { municipalityId } = scopeOf(trx)
  const found = new Map<string, SchemeVersion>()
  const missing = new Set<string>()
  for (const id of versionIds) {
    const kept = recall(`${municipalityId}/${id}`)
    if (kept) found.set(id, kept)
    else missing.add(id)
  }
  if (missing.size === 0) return found
  const rows = await trx
    .selectFrom('scheme_version')
    .select(['id', 'scheme_id', 'number', 'published_at', 'definition'])
    .where('id', 'in', [...missing])
    .execute()
  for (const row of rows) {
    const version = {
      id: row.id,
      schemeId: row.scheme_id,
      number: row.number,
      publishedAt: row.published_at,
      definition: SchemeDefinition.parse(row.definition),
    }
    remember(`${municipalityId}/${row.id}`, version)
    found.set(row.id, version)
  }
  return found
}

/** What an application was made under: its version, and the part of the scheme it is for. */
export interface MadeUnder {
  versionId: string
  part: string | null
}

/** The definition an application is handled by: its version's, as it goes for its part. Throws NotFound. */
export async function getDefinition(trx: Trx, { versionId, part }: MadeUnder): Promise<EffectiveDefinition> {
  return forPart((await getVersion(trx, versionId)).definition, part)
}

/** The same for several at once: the answer gives each its definition, or undefined when its version is not there. */
export async function getDefinitions(
  trx: Trx,
  all: readonly MadeUnder[],
): Promise<(one: MadeUnder) => EffectiveDefinition | undefined> {
  const versions = await getVersions(trx, [...new Set(all.map((one) => one.versionId))])
  return ({ versionId, part }) => {
    const version = versions.get(versionId)
    return version && forPart(version.definition, part)
  }
}

// The municipality is part of the key: a version is never handed to another one than the database would.
function recall(key: string): SchemeVersion | undefined {
  const kept = cache.get(key)
  if (kept) {
    cache.delete(key)
    cache.set(key, kept)
  }
  return kept
}

function remember(key: string, version: SchemeVersion): void {
  if (cache.size >= KEPT) cache.delete(cache.keys().next().value ?? '')
  cache.set(key, version)
}
