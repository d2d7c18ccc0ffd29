import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { SchemeDefinition } from '../../model.ts'
import { listAllRounds, listRounds, type Round } from './rounds.ts'
import { getVersions } from './versions.ts'

/** A scheme as residents see it now: its current version and all its rounds, oldest first. */
export interface Scheme {
  id: string
  slug: string
  versionId: string
  unitId: string | null
  definition: SchemeDefinition
  rounds: Round[]
}

/** The municipality's schemes that are not retired, in no order of importance: by slug. */
export async function listSchemes(trx: Trx): Promise<Scheme[]> {
  const rows = await select(trx).where('retired_at', 'is', null).orderBy('slug').execute()
  const versions = await getVersions(
    trx,
    rows.map((row) => row.current_version_id),
  )
  const rounds = Map.groupBy(await listAllRounds(trx), (round) => round.schemeId)
  return rows.flatMap((row) => {
    const version = versions.get(row.current_version_id)
    return version ? [toScheme(row, version.definition, rounds.get(row.id) ?? [])] : []
  })
}

/** Undefined when there is none, or it is retired. */
export async function findSchemeBySlug(trx: Trx, slug: string): Promise<Scheme | undefined> {
  return await one(trx, await select(trx).where('slug', '=', slug).where('retired_at', 'is', null).executeTakeFirst())
}

/** Throws NotFound when there is none, or it is retired. */
export async function getSchemeBySlug(trx: Trx, slug: string): Promise<Scheme> {
  const found = await findSchemeBySlug(trx, slug)
  if (!found) throw new NotFound('scheme')
  return found
}

/** A scheme by id, retired ones too: cases outlive them. Throws NotFound. */
export async function getScheme(trx: Trx, id: string): Promise<Scheme> {
  const found = await one(trx, await select(trx).where('id', '=', id).executeTakeFirst())
  if (!found) throw new NotFound('scheme')
  return found
}

function select(trx: Trx) {
  return trx
    .selectFrom('scheme')
    .select(['id', 'slug', 'unit_id', 'current_version_id'])
    .where('current_version_id', 'is not', null)
    .$narrowType<{ current_version_id: string }>()
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

async function one(trx: Trx, row: Row | undefined): Promise<Scheme | undefined> {
  if (!row) return undefined
  const version = (await getVersions(trx, [row.current_version_id])).get(row.current_version_id)
  return version ? toScheme(row, version.definition, await listRounds(trx, row.id)) : undefined
}

function toScheme(row: Row, definition: SchemeDefinition, rounds: Round[]): Scheme {
  return { id: row.id, slug: row.slug, versionId: row.current_version_id, unitId: row.unit_id, definition, rounds }
}
