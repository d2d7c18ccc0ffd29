import type { Trx } from '#platform/database/db.ts'
import { bandFor, bodyOf } from '../rules/authority.ts'
import { listBodies, type Body } from './bodies.ts'
import { listToDecide, listWaitingRounds, type ToDecide, type WaitingRound } from './list-to-decide.ts'

/** What waits for one elected body in one round. */
export interface BodyAgenda {
  body: Body
  round: WaitingRound
  cases: ToDecide[]
}

/** Everything that waits for elected bodies: each body and round with its cases, bodies by name. */
export async function listAgendas(trx: Trx, closedIds: readonly string[]): Promise<BodyAgenda[]> {
  const bodies = new Map((await listBodies(trx)).map((body) => [body.key, body]))
  const agendas: BodyAgenda[] = []
  for (const round of await listWaitingRounds(trx, closedIds)) {
    const cases = await listToDecide(trx, { roundId: round.roundId }, closedIds)
    const byBody = Map.groupBy(cases, (each) => decidingBody(each))
    for (const [key, own] of byBody) {
      const body = key ? bodies.get(key) : undefined
      if (body) agendas.push({ body, round, cases: own })
    }
  }
  return agendas.toSorted((a, b) => a.body.name.nb.localeCompare(b.body.name.nb, 'nb'))
}

/** The key of the body that decides a case as it is recommended; undefined when it is delegated. */
export function decidingBody(row: ToDecide): string | undefined {
  return bodyOf(bandFor(row.authority, row.outcome, row.ore, row.appliedOre), row.districtBody)
}

/** One body's list for one round; undefined when nothing waits. */
export async function findAgenda(
  trx: Trx,
  input: { bodyKey: string; roundId: string; closedIds: readonly string[] },
): Promise<BodyAgenda | undefined> {
  return (await listAgendas(trx, input.closedIds)).find(
    (each) => each.body.key === input.bodyKey && each.round.roundId === input.roundId,
  )
}

/** Names of employees who have declared partiality in each of these cases: the body must know who has not taken part. */
export async function listPartial(trx: Trx, caseIds: readonly string[]): Promise<Map<string, string[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('impartiality_declaration')
    .innerJoin('person', (join) =>
      join
        .onRef('person.municipality_id', '=', 'impartiality_declaration.municipality_id')
        .onRef('person.id', '=', 'impartiality_declaration.person_id'),
    )
    .distinctOn(['impartiality_declaration.case_id', 'impartiality_declaration.person_id'])
    .select(['impartiality_declaration.case_id', 'impartiality_declaration.impartial', 'person.name'])
    .where('impartiality_declaration.case_id', 'in', [...caseIds])
    .orderBy('impartiality_declaration.case_id')
    .orderBy('impartiality_declaration.person_id')
    .orderBy('impartiality_declaration.declared_at', 'desc')
    .execute()
  const partial = Map.groupBy(
    rows.filter((row) => !row.impartial),
    (row) => row.case_id,
  )
  return new Map([...partial].map(([id, found]) => [id, found.map((row) => row.name).toSorted()]))
}
