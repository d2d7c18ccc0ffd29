import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'

/** One call for applications. `closesAt` null: rolling. Amounts in øre. */
export interface Round {
  id: string
  schemeId: string
  key: string
  title: Text3
  opensAt: Date
  closesAt: Date | null
  graceMinutes: number
  decisionBy: string | null
  potOre: number | null
}

export interface Pot {
  id: string
  roundId: string
  key: string
  title: Text3 | null
  districtId: string | null
  /** The part of the scheme it is for. */
  part: string | null
  ore: number
}

/** A scheme's rounds, oldest first. */
export async function listRounds(trx: Trx, schemeId: string): Promise<Round[]> {
  return (await select(trx).where('scheme_id', '=', schemeId).execute()).map(toRound)
}

/** All rounds of the municipality, oldest first. */
export async function listAllRounds(trx: Trx): Promise<Round[]> {
  return (await select(trx).execute()).map(toRound)
}

/** Throws NotFound. */
export async function getRound(trx: Trx, id: string): Promise<Round> {
  const row = await select(trx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('round')
  return toRound(row)
}

/** The parts of a round's money: by district or earmark. Empty when the round is one pot. */
export async function listPots(trx: Trx, roundId: string): Promise<Pot[]> {
  const rows = await trx.selectFrom('pot').selectAll().where('round_id', '=', roundId).orderBy('key').execute()
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    key: row.key,
    title: row.title,
    districtId: row.district_id,
    part: row.part,
    ore: row.ore,
  }))
}

function select(trx: Trx) {
  return trx
    .selectFrom('round')
    .select(['id', 'scheme_id', 'key', 'title', 'opens_at', 'closes_at', 'grace_minutes', 'decision_by', 'pot_ore'])
    .orderBy('opens_at')
    .orderBy('id')
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toRound(row: Row): Round {
  return {
    id: row.id,
    schemeId: row.scheme_id,
    key: row.key,
    title: row.title,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceMinutes: row.grace_minutes,
    decisionBy: row.decision_by,
    potOre: row.pot_ore,
  }
}
