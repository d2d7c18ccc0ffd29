import type { Trx } from '#platform/database/db.ts'
import type { Outcome } from '../../model.ts'

/** A decision that is made and not announced. */
export interface WaitingLetter {
  decisionId: string
  caseId: string
  number: string
  applicantName: string
  roundId: string | null
  outcome: Outcome
  ore: number
  isProofread: boolean
  releaseAt: Date | null
}

/** Decisions that are not announced, of one round or all, in the order of their cases; at most 500. */
export async function listWaitingLetters(
  trx: Trx,
  input: { roundId?: string; closedIds: readonly string[] },
): Promise<WaitingLetter[]> {
  let query = trx
    .selectFrom('decision')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'decision.municipality_id').onRef('case_file.id', '=', 'decision.case_id'),
    )
    .select([
      'decision.id',
      'decision.case_id',
      'case_file.number',
      'case_file.applicant_name',
      'case_file.call_id',
      'decision.outcome',
      'decision.ore',
      'decision.letter_read_at',
      'decision.release_at',
    ])
    .where('decision.replaced_at', 'is', null)
    .where('decision.released_at', 'is', null)
    .orderBy('case_file.received_at')
    .orderBy('case_file.id')
    .limit(500)
  if (input.roundId) query = query.where('case_file.call_id', '=', input.roundId)
  if (input.closedIds.length > 0) query = query.where('case_file.id', 'not in', [...input.closedIds])
  return (await query.execute()).map((row) => ({
    decisionId: row.id,
    caseId: row.case_id,
    number: row.number,
    applicantName: row.applicant_name,
    roundId: row.call_id,
    outcome: row.outcome,
    ore: row.ore,
    isProofread: row.letter_read_at !== null,
    releaseAt: row.release_at,
  }))
}
