import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { findRun, type Run, type RunAbout } from '#platform/jobs/runs.ts'
import type { TriedSide } from '../rules/tried.ts'

/** A run that tries a draft, as it was at that revision. */
export interface TryOut extends Run {
  revision: number
}

export function tryOutOf(draftId: string): RunAbout {
  return { kind: 'try-out', subjectId: draftId }
}

export interface TriedRow {
  number: string
  applicant: string
  appliedOre: number
  published: TriedSide
  draft: TriedSide
  differs: boolean
}

export interface TryOutSums {
  differs: number
  published: Sums
  draft: Sums
}
export interface Sums {
  meets: number
  fails: number
  unknown: number
  stops: number
  ore: number
}

/** Somebody has applied to the scheme. */
export async function hasApplications(trx: Trx, schemeId: string): Promise<boolean> {
  const one = await trx.selectFrom('application').select('case_id').where('scheme_id', '=', schemeId).limit(1).executeTakeFirst()
  return one !== undefined
}

/** The last run of a draft; undefined when it has never been tried. */
export async function findTryOut(trx: Trx, draftId: string): Promise<TryOut | undefined> {
  const run = await findRun(trx, tryOutOf(draftId))
  if (!run) return undefined
  const tried = await trx.selectFrom('scheme_try_out').select('revision').where('id', '=', run.id).executeTakeFirstOrThrow()
  return { ...run, ...tried }
}

/** Those that come out otherwise first, then by number. */
export async function listTried(trx: Trx, tryOutId: string, limit: number): Promise<TriedRow[]> {
  const rows = await trx
    .selectFrom('scheme_try_out_row as t')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.municipality_id', '=', 't.municipality_id').onRef('c.id', '=', 't.case_id'),
    )
    .select(['c.number', 'c.applicant_name', 'c.applied_ore', 't.published', 't.draft', 't.differs'])
    .where('t.try_out_id', '=', tryOutId)
    .orderBy('t.differs', 'desc')
    .orderBy('c.received_at', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    applicant: row.applicant_name,
    appliedOre: row.applied_ore ?? 0,
    published: row.published,
    draft: row.draft,
    differs: row.differs,
  }))
}

/** All the run's applications summed up on both sides. Amounts in øre. */
export async function sumTried(trx: Trx, tryOutId: string): Promise<TryOutSums> {
  const side = (column: 'published' | 'draft') => sql`
    json_build_object(
      'fails', count(*) filter (where ${has(column, 'fails')}),
      'unknown', count(*) filter (where not ${has(column, 'fails')} and ${has(column, 'unknown')}),
      'meets', count(*) filter (where not ${has(column, 'fails')} and not ${has(column, 'unknown')}),
      'stops', count(*) filter (where jsonb_array_length(${sql.ref(column)}->'stopsAt') > 0),
      'ore', coalesce(sum((${sql.ref(column)}->>'calculatedOre')::bigint), 0))`
  const { rows } = await sql<TryOutSums>`
    select count(*) filter (where differs)::int as differs, ${side('published')} as published, ${side('draft')} as draft
    from scheme_try_out_row where try_out_id = ${tryOutId}::uuid`.execute(trx)
  const none = { meets: 0, fails: 0, unknown: 0, stops: 0, ore: 0 }
  return rows[0] ?? { differs: 0, published: none, draft: none }
}

function has(column: string, outcome: string) {
  return sql`exists (select from jsonb_each_text(${sql.ref(column)}->'rules') r where r.value = ${outcome})`
}
