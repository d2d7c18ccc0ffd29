import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { AcceptanceStatus, AppealStatus } from '../../lifecycle.ts'
import type { Outcome } from '../../model.ts'
import { appealBy } from '../rules/time-limits.ts'

/** A decision as staff see it on the case page, newest first. */
export interface CaseDecision {
  id: string
  outcome: Outcome
  ore: number
  reasons: string
  isStanding: boolean
  decidedBy: string
  decidedAt: Date
  meeting: { body: Text3; heldOn: string; item: string } | undefined
  stoodAside: string
  isProofread: boolean
  releaseAt: Date | null
  releasedAt: Date | null
  openedAt: Date | null
  appealBy: string | undefined
  award: { acceptance: AcceptanceStatus; acceptBy: string | null } | undefined
}

export interface CaseAppeal {
  id: string
  status: AppealStatus
  receivedAt: Date
  by: string
  inTime: boolean
  desiredChange: string
  body: string
}

/** Every decision of a case. */
export async function listCaseDecisions(trx: Trx, caseId: string): Promise<CaseDecision[]> {
  const rows = await trx
    .selectFrom('decision')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'decision.municipality_id').onRef('person.id', '=', 'decision.decided_by'),
    )
    .leftJoin('body_meeting', (join) =>
      join
        .onRef('body_meeting.municipality_id', '=', 'decision.municipality_id')
        .onRef('body_meeting.id', '=', 'decision.meeting_id'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.municipality_id', '=', 'body_meeting.municipality_id').onRef('unit.id', '=', 'body_meeting.body_id'),
    )
    .leftJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'decision.municipality_id').onRef('award.decision_id', '=', 'decision.id'),
    )
    .selectAll('decision')
    .select([
      'person.name as by',
      'body_meeting.held_on',
      'body_meeting.item_number',
      'unit.name as body',
      'award.acceptance',
      'award.accept_by',
    ])
    .where('decision.case_id', '=', caseId)
    .orderBy('decision.decided_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    ore: row.ore,
    reasons: row.reasons,
    isStanding: row.replaced_at === null,
    decidedBy: row.by ?? '',
    decidedAt: row.decided_at,
    meeting: row.body && row.held_on ? { body: row.body, heldOn: row.held_on, item: row.item_number ?? '' } : undefined,
    stoodAside: row.stood_aside,
    isProofread: row.letter_read_at !== null,
    releaseAt: row.release_at,
    releasedAt: row.released_at,
    openedAt: row.opened_at,
    appealBy: row.released_at ? appealBy(row.released_at, row.opened_at) : undefined,
    award: row.acceptance ? { acceptance: row.acceptance, acceptBy: row.accept_by } : undefined,
  }))
}

/** Every appeal of a case, oldest first. */
export async function listCaseAppeals(trx: Trx, caseId: string): Promise<CaseAppeal[]> {
  const rows = await trx
    .selectFrom('appeal')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'appeal.municipality_id').onRef('person.id', '=', 'appeal.filed_by'),
    )
    .selectAll('appeal')
    .select('person.name as by')
    .where('appeal.case_id', '=', caseId)
    .orderBy('appeal.received_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    receivedAt: row.received_at,
    by: row.by ?? '',
    inTime: row.in_time,
    desiredChange: row.desired_change,
    body: row.body,
  }))
}
