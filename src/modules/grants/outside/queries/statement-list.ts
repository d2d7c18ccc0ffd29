import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Outcome } from '../../model.ts'
import { getRound } from '../../scheme/queries/rounds.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'

/** A recommended case on the municipality's list to the outside body. Amounts in øre. */
export interface StatementRow {
  id: string
  number: string
  applicantName: string
  status: string
  appliedOre: number
  outcome: Outcome
  ore: number
  reasons: string
  rank: number | null
  /** Oslo day. */
  sentOn: string | null
}

export interface StatementList {
  round: { id: string; title: Text3 }
  scheme: Text3
  body: Text3
  rows: StatementRow[]
  /** Cases that nobody has recommended yet. */
  unready: number
  /** Recommended cases that the asker may not see. */
  hidden: number
}

/** The round's recommended cases: those with a place first, in order. Throws NotFound where the municipality itself decides. */
export async function getStatementList(trx: Trx, roundId: string, closedIds: readonly string[]): Promise<StatementList> {
  const round = await getRound(trx, roundId)
  const scheme = await getScheme(trx, round.schemeId)
  const body = outsideBody(scheme.definition)
  if (!body) throw new NotFound('round')
  const { rows } = await sql<StatementRow & { isClosed: boolean }>`
    select c.id, c.number, c.applicant_name as "applicantName", c.status, c.applied_ore as "appliedOre", r.outcome, r.ore, r.reasons,
      r.rank, s.sent_on as "sentOn", c.id = any(${[...closedIds]}::uuid[]) as "isClosed"
    from case_file c
    join recommendation r on r.municipality_id = c.municipality_id and r.case_id = c.id and r.superseded_at is null
    left join outside_statement s on s.municipality_id = r.municipality_id and s.recommendation_id = r.id
    where c.call_id = ${roundId}::uuid and c.status in ('recommended', 'closed')
    order by r.rank nulls last, c.opened_order, c.id limit 1000`.execute(trx)
  const { unready } = await trx
    .selectFrom('case_file')
    .select((eb) => eb.fn.countAll<number>().as('unready'))
    .where('call_id', '=', roundId)
    .where('status', 'in', ['submitted', 'in-review', 'waiting-for-applicant'])
    .executeTakeFirstOrThrow()
  return {
    round: { id: round.id, title: round.title },
    scheme: scheme.definition.title,
    body: body.title,
    rows: rows.filter((row) => !row.isClosed),
    unready,
    hidden: rows.filter((row) => row.isClosed).length,
  }
}
