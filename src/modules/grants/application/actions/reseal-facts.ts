import pg from 'pg'
import type { Keyring } from '#platform/crypto.ts'
import { factsContext } from '../sealed-answers.ts'

interface Sealed {
  id: string
  case_id: string
  answer: Record<string, unknown>
}

/**
 * Seals the classified facts of stored checks anew under the current key. Done as the owner of the tables: a check is never
 * changed by the application, and its facts are the same after as before. Returns how many checks were moved.
 */
export async function resealFacts(ownerUrl: string, keyring: Keyring, municipalityId: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select set_config('torg.municipality', $1, false)`, [municipalityId])
    const { rows } = await client.query<Sealed>(
      `select id, case_id, facts->'answer' as answer from check_result c where jsonb_typeof(facts->'answer') = 'object'
       and exists (select from jsonb_each(c.facts->'answer') a where jsonb_typeof(a.value) = 'object' and a.value ? 'cipher' and split_part(a.value->>'cipher', '.', 2) <> $1)`,
      [keyring.currentKeyId],
    )
    for (const row of rows) {
      const answer = Object.fromEntries(
        Object.entries(row.answer).map(([key, fact]) => {
          const cipher = (fact as { cipher?: unknown } | null)?.cipher
          const context = factsContext({ municipalityId, kind: 'case', id: row.case_id }, key)
          return [key, typeof cipher === 'string' ? { cipher: keyring.encrypt(keyring.decrypt(cipher, context), context) } : fact]
        }),
      )
      await client.query(`update check_result set facts = jsonb_set(facts, '{answer}', $2::jsonb) where id = $1`, [
        row.id,
        JSON.stringify(answer),
      ])
    }
    return rows.length
  } finally {
    await client.end()
  }
}
