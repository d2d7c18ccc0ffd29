import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

/** A published version that open cases, or applications being written, still follow. */
export interface VersionInUse {
  number: number
  publishedAt: Date
  note: string | null
  isCurrent: boolean
  openCases: number
  /** Applications begun and not sent. */
  drafts: number
}

/** More cases than this are not counted out: the number is then "at least". */
export const COUNTED = 10_000

/** The versions of a scheme that anything open follows, and the current one; the newest first. */
export async function listVersionsInUse(trx: Trx, schemeId: string): Promise<VersionInUse[]> {
  const cases = await sql<{ version_id: string; n: number }>`
    select version_id, count(*)::int as n from (
      select a.version_id from case_file c
      join application a on a.municipality_id = c.municipality_id and a.case_id = c.id
      where c.topic_id = ${schemeId} and c.closed_at is null limit ${COUNTED}
    ) open group by version_id`.execute(trx)
  const begun = await sql<{ version_id: string; n: number }>`
    select version_id, count(*)::int as n from (
      select version_id from draft where scheme_id = ${schemeId} and sent_at is null limit ${COUNTED}
    ) open group by version_id`.execute(trx)
  const [openCases, drafts] = [cases, begun].map(({ rows }) => new Map(rows.map((row) => [row.version_id, row.n])))
  const versions = await trx
    .selectFrom('scheme_version')
    .innerJoin('scheme', (join) =>
      join
        .onRef('scheme.municipality_id', '=', 'scheme_version.municipality_id')
        .onRef('scheme.id', '=', 'scheme_version.scheme_id'),
    )
    .select(['scheme_version.id', 'scheme_version.number', 'scheme_version.published_at', 'scheme_version.note'])
    .select('scheme.current_version_id')
    .where('scheme_version.scheme_id', '=', schemeId)
    .orderBy('scheme_version.number', 'desc')
    .execute()
  return versions
    .map((row) => ({
      number: row.number,
      publishedAt: row.published_at,
      note: row.note,
      isCurrent: row.id === row.current_version_id,
      openCases: openCases?.get(row.id) ?? 0,
      drafts: drafts?.get(row.id) ?? 0,
    }))
    .filter((version) => version.isCurrent || version.openCases + version.drafts > 0)
}
