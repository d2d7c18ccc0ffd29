import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'

export interface Reminder {
  id: string
  schemeId: string
  email: string
  language: Lang
}

/** A wish to be told, by id; undefined when it has been sent or taken back. */
export async function findReminder(trx: Trx, id: string): Promise<Reminder | undefined> {
  const row = await trx
    .selectFrom('opening_reminder')
    .select(['id', 'scheme_id', 'email', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, schemeId: row.scheme_id, email: row.email, language: row.language }
}

/** Those who asked before a scheme opened at `opensAt`, oldest first, at most 200, locked so that two workers write to each once. */
export async function lockReminders(trx: Trx, schemeId: string, opensAt: Date): Promise<Reminder[]> {
  const rows = await trx
    .selectFrom('opening_reminder')
    .select(['id', 'scheme_id', 'email', 'language'])
    .where('scheme_id', '=', schemeId)
    .where('created_at', '<', opensAt)
    .orderBy('created_at')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ id: row.id, schemeId: row.scheme_id, email: row.email, language: row.language }))
}
