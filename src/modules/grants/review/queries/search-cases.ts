import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { asCaseNumber } from '../rules/worklist-filter.ts'

/** The newest so many are looked at: who wants older ones writes another word. */
const AT_MOST = 200

/**
 * Ids of cases whose number, applicant or title holds all the words, newest first. Whole words first; where there are none, the
 * last word may be the beginning of one. `cut`: there are more than were taken.
 */
export async function searchCaseIds(trx: Trx, words: string): Promise<{ ids: string[]; cut: boolean }> {
  const number = asCaseNumber(words)
  if (number) {
    const { rows } = await sql<{ id: string }>`select id from case_file where number = ${number}`.execute(trx)
    return { ids: rows.map((row) => row.id), cut: false }
  }
  const parts = words.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []
  if (parts.length === 0) return { ids: [], cut: false }
  const exact = await ask(trx, sql`plainto_tsquery('simple', ${parts.join(' ')})`)
  const last = parts.at(-1) ?? ''
  if (exact.ids.length > 0 || last.length < 3) return exact
  const before = parts.slice(0, -1).join(' ')
  return await ask(trx, sql`(plainto_tsquery('simple', ${before}) && to_tsquery('simple', ${`${last}:*`}))`)
}

async function ask(trx: Trx, query: ReturnType<typeof sql>): Promise<{ ids: string[]; cut: boolean }> {
  const { rows } = await sql<{ id: string }>`select search_cases(${query}, ${AT_MOST + 1}) as id`.execute(trx)
  return { ids: rows.slice(0, AT_MOST).map((row) => row.id), cut: rows.length > AT_MOST }
}
