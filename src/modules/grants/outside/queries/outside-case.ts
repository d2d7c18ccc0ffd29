import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import { getCaseVersion } from '../../decision/queries/case-version.ts'
import type { EffectiveDefinition, Outcome } from '../../model.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'

/** A case that a body outside the municipality decides: the statement as it was sent, and the decision as it was recorded. */
export interface OutsideCase {
  body: Text3
  definition: EffectiveDefinition
  statement: { sentOn: string; rank: number | null; outcome: Outcome; ore: number; reasons: string } | undefined
  /** The standing recommendation has been sent. */
  isSent: boolean
  decision:
    | { outcome: Outcome; ore: number; decidedOn: string; reference: string; documentId: string | null; recordedAt: Date }
    | undefined
}

/** Undefined where the municipality itself decides. */
export async function findOutsideCase(trx: Trx, caseId: string): Promise<OutsideCase | undefined> {
  const { definition } = await getCaseVersion(trx, caseId)
  const body = outsideBody(definition)
  if (!body) return undefined
  const statement = await trx
    .selectFrom('outside_statement')
    .innerJoin('recommendation', (join) =>
      join
        .onRef('recommendation.municipality_id', '=', 'outside_statement.municipality_id')
        .onRef('recommendation.id', '=', 'outside_statement.recommendation_id'),
    )
    .select([
      'outside_statement.sent_on',
      'outside_statement.rank',
      'recommendation.outcome',
      'recommendation.ore',
      'recommendation.reasons',
      'recommendation.superseded_at',
    ])
    .where('outside_statement.case_id', '=', caseId)
    .orderBy('outside_statement.sent_at', 'desc')
    .executeTakeFirst()
  const decision = await findOutsideDecision(trx, caseId)
  return {
    body: body.title,
    definition,
    statement: statement && { ...statement, sentOn: statement.sent_on },
    isSent: statement !== undefined && statement.superseded_at === null,
    decision: decision && {
      outcome: decision.outcome,
      ore: decision.ore,
      decidedOn: decision.decided_on,
      reference: decision.reference,
      documentId: decision.document_id,
      recordedAt: decision.recorded_at,
    },
  }
}

/** The outside body's decision as it stands recorded. */
export async function findOutsideDecision(trx: Trx, caseId: string) {
  return await trx
    .selectFrom('outside_decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
}
