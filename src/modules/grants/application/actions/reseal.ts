import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { getDefinitions, type MadeUnder } from '../../scheme/queries/versions.ts'
import type { Trial } from '../rules/facts.ts'
import { openAnswers, sealAnswers, type Place } from '../sealed-answers.ts'

/** Tables with sealed answers, the column that names the row, and what kind of place it is. */
const places = [
  { table: 'draft', id: 'id', kind: 'draft' },
  { table: 'application', id: 'case_id', kind: 'case' },
] as const

/**
 * Seals answers anew under the current key: up to `limit` rows that have something under another one. Returns how many; call it
 * until it says 0. The answers themselves do not change, so no event is written.
 */
export async function resealAnswers(trx: Trx, keyring: Keyring, limit = 200): Promise<number> {
  const { municipalityId } = scopeOf(trx)
  let moved = 0
  for (const { table, id, kind } of places) {
    // A ciphertext begins with its format and key: "v1.2026a.…"
    const { rows } = await sql<MadeUnder & { id: string; answers: Record<string, never>; trial: Trial | null }>`
      select ${sql.ref(id)} as id, version_id as "versionId", part, answers, ${table === 'draft' ? sql.ref('trial') : sql`null`} as trial from ${sql.table(table)} t
      where exists (select from jsonb_each_text(answers) a where a.value ~ '^v1[.][a-zA-Z0-9-]{1,32}[.]' and split_part(a.value, '.', 2) <> ${keyring.currentKeyId})
      order by 1 limit ${limit} for update`.execute(trx)
    const definitionOf = await getDefinitions(
      trx,
      rows.filter((row) => !row.trial),
    )
    for (const row of rows) {
      const definition = row.trial ? forPart(row.trial.definition, row.part) : definitionOf(row)
      if (!definition) throw new Error(`the scheme version ${row.versionId} is gone`)
      const place: Place = { municipalityId, kind, id: row.id }
      const answers = sealAnswers(definition, openAnswers(definition, row.answers, keyring, place), keyring, place)
      await sql`update ${sql.table(table)} set answers = ${json(answers)}::jsonb where ${sql.ref(id)} = ${row.id}::uuid`.execute(
        trx,
      )
    }
    moved += rows.length
  }
  return moved
}
