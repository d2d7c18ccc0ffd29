import { Invalid } from '#platform/errors.ts'
import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import { endOfOsloDay, startOfOsloDay } from '#platform/time.ts'
import type { RoundDefinition, SchemeDefinition, SchemePart } from '../../model.ts'
import { listPots, listRounds } from '../queries/rounds.ts'
import { roundState } from '../rules/round-state.ts'

/**
 * Brings rounds and pots in line with a definition, matched by key. Dates and amounts may change; a round or pot that people
 * may have applied in is never taken away by leaving it out (Invalid), but a round that has closed may leave the document.
 */
export async function publishRounds(trx: Trx, schemeId: string, definition: SchemeDefinition, now: Date): Promise<void> {
  const wanted = new Set(definition.rounds.map((round) => round.key))
  const gone = (await listRounds(trx, schemeId)).filter((round) => !wanted.has(round.key) && roundState(round, now) !== 'closed')
  if (gone.length > 0) throw new Invalid(gone.map((round) => ({ key: 'roundGone', field: 'rounds', data: { round: round.key } })))
  const districts = new Map((await trx.selectFrom('district').select(['id', 'key']).execute()).map((row) => [row.key, row.id]))
  for (const round of definition.rounds) {
    const id = await writeRound(trx, schemeId, round)
    await writePots(trx, id, round, districts, definition.parts ?? [])
  }
}

async function writeRound(trx: Trx, schemeId: string, round: RoundDefinition): Promise<string> {
  const fields = {
    title: json(round.title),
    opens_at: startOfOsloDay(round.opens),
    closes_at: round.closes ? endOfOsloDay(round.closes) : null,
    grace_minutes: round.graceMinutes,
    decision_by: round.decisionBy ?? null,
    pot_ore: round.potOre ?? null,
  }
  const { id } = await trx
    .insertInto('round')
    .values({ scheme_id: schemeId, key: round.key, ...fields })
    .onConflict((oc) => oc.columns(['municipality_id', 'scheme_id', 'key']).doUpdateSet(fields))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function writePots(
  trx: Trx,
  roundId: string,
  round: RoundDefinition,
  districts: ReadonlyMap<string, string>,
  parts: readonly SchemePart[],
): Promise<void> {
  const wanted = new Set(round.pots.map((pot) => pot.key))
  const gone = (await listPots(trx, roundId)).filter((pot) => !wanted.has(pot.key))
  if (gone.length > 0)
    throw new Invalid(gone.map((pot) => ({ key: 'potGone', field: 'rounds', data: { round: round.key, pot: pot.key } })))
  for (const pot of round.pots) {
    // A pot without a name of its own is called what it is for.
    const title = pot.title ?? (pot.district ? undefined : parts.find((part) => part.key === pot.part)?.title)
    const fields = {
      title: title ? json(title) : null,
      district_id: (pot.district && districts.get(pot.district)) || null,
      part: pot.part ?? null,
      ore: pot.ore,
    }
    await trx
      .insertInto('pot')
      .values({ round_id: roundId, key: pot.key, ...fields })
      .onConflict((oc) => oc.columns(['municipality_id', 'round_id', 'key']).doUpdateSet(fields))
      .execute()
  }
}
