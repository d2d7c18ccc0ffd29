import type { DatabaseHandle, Scope, Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { OrganisationRegister, RegisterAnswer } from './organisation-register.ts'
import './tables.ts'

/** What the register said and when; `answer` is undefined when it did not answer and nothing was kept. */
export interface LookedUp {
  answer: RegisterAnswer | undefined
  readAt: Date
}

const hour = 60 * 60_000
/** A number nobody has today may be given tomorrow: that is asked about again sooner. */
const fresh = { found: 24 * hour, unknown: hour }
const atOnce = 10

/**
 * What the register says of each number, kept for a day. An older answer is used when the register does not answer. At most ten
 * numbers are asked for at once; the others are left out, and looked up the next time. Opens its own transactions: no transaction
 * waits for a register. Without a register only what is kept is known.
 */
export async function lookUpOrganisations(
  services: { db: DatabaseHandle; now: () => Date; organisationRegister?: OrganisationRegister },
  scope: Scope,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, LookedUp>> {
  const wanted = [...new Set(numbers)]
  if (wanted.length === 0) return new Map()
  const { db, organisationRegister: register } = services
  const now = services.now()
  const found = new Map(await db.reading(scope, (trx) => readKept(trx, wanted)))
  const old = wanted.filter((number) => !isFresh(found.get(number), now)).slice(0, atOnce)
  if (!register || old.length === 0) return found
  const asked = await Promise.all(old.map(async (number) => [number, await register.ask(number)] as const))
  for (const [number, answer] of asked) {
    if (answer) found.set(number, { answer, readAt: now })
    else if (!found.has(number)) found.set(number, { answer: undefined, readAt: now })
  }
  const rows = asked.flatMap(([number, answer]) => (answer ? [{ number, answer: json(answer), read_at: now }] : []))
  if (rows.length === 0) return found
  await db.inTransaction(scope, (trx) =>
    trx
      .insertInto('register_answer')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['municipality_id', 'number'])
          .doUpdateSet((eb) => ({ answer: eb.ref('excluded.answer'), read_at: eb.ref('excluded.read_at') })),
      )
      .execute(),
  )
  return found
}

async function readKept(trx: Trx, numbers: readonly string[]): Promise<[string, LookedUp][]> {
  const rows = await trx.selectFrom('register_answer').selectAll().where('number', 'in', numbers).execute()
  return rows.map((row) => [row.number, { answer: row.answer, readAt: row.read_at }])
}

function isFresh(kept: LookedUp | undefined, now: Date): boolean {
  if (!kept?.answer) return false
  const age = now.getTime() - kept.readAt.getTime()
  return age >= 0 && age < fresh[kept.answer.kind]
}
