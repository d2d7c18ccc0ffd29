import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { openAnswers, sealAnswers } from '../../application/sealed-answers.ts'
import type { Answers } from '../../model.ts'
import { getDefinitions, type MadeUnder } from '../../scheme/queries/versions.ts'
import { reportForm } from '../report-form.ts'

/**
 * Seals the classified answers of reports anew under the current key: up to `limit` of those that have something under another one.
 * Returns how many; call it until it says 0. The answers themselves do not change, so no event is written.
 */
export async function resealReports(trx: Trx, keyring: Keyring, limit = 200): Promise<number> {
  const { municipalityId } = scopeOf(trx)
  // A ciphertext begins with its format and key: "v1.2026a.…"
  const { rows } = await sql<MadeUnder & { id: string; answers: Answers }>`
    select r.id, a.version_id as "versionId", a.part, r.answers from report r
    join application a on a.municipality_id = r.municipality_id and a.case_id = r.case_id
    where exists (select from jsonb_each_text(r.answers) s where s.value ~ '^v1[.][a-zA-Z0-9-]{1,32}[.]' and split_part(s.value, '.', 2) <> ${keyring.currentKeyId})
    order by 1 limit ${limit} for update of r`.execute(trx)
  const definitionOf = await getDefinitions(trx, rows)
  for (const row of rows) {
    const scheme = definitionOf(row)
    if (!scheme) throw new Error(`the scheme version ${row.versionId} is gone`)
    // Whether an auditor confirms changes no question that is classified.
    const { definition } = reportForm(scheme, false)
    const place = { municipalityId, kind: 'report' as const, id: row.id }
    const answers = sealAnswers(definition, openAnswers(definition, row.answers, keyring, place), keyring, place)
    await trx
      .updateTable('report')
      .set({ answers: json(answers) })
      .where('id', '=', row.id)
      .execute()
  }
  return rows.length
}
