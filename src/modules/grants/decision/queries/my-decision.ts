import type { Trx } from '#platform/database/db.ts'
import type { AcceptanceStatus, AppealStatus } from '../../lifecycle.ts'
import type { LetterText, Outcome } from '../../model.ts'
import { appealBy } from '../rules/time-limits.ts'
import { findAward, findReleasedDecision } from './standing-decision.ts'

/** The announced decision of a case, as its applicant may know it. Days are Oslo days. */
export interface MyDecision {
  id: string
  outcome: Outcome
  ore: number
  releasedAt: Date
  openedAt: Date | null
  letter: LetterText | null
  /** The letter's file; null until it is made. */
  fileId: string | null
  appealBy: string
  /** The municipality's own units cannot appeal. */
  canAppeal: boolean
  award: { acceptance: AcceptanceStatus; acceptBy: string | null; isEnded: boolean; isPaid: boolean } | undefined
  appeals: { id: string; status: AppealStatus; receivedAt: Date; inTime: boolean }[]
}

/** Undefined while nothing is announced: what is decided and not announced is nobody's to see. */
export async function findMyDecision(trx: Trx, caseId: string): Promise<MyDecision | undefined> {
  const decision = await findReleasedDecision(trx, caseId)
  if (!decision?.released_at) return undefined
  const award = await findAward(trx, decision.id)
  const document = decision.letter_document_id
    ? await trx.selectFrom('case_document').select('file_id').where('id', '=', decision.letter_document_id).executeTakeFirst()
    : undefined
  const appeals = await trx
    .selectFrom('appeal')
    .select(['id', 'status', 'received_at as receivedAt', 'in_time as inTime'])
    .where('decision_id', '=', decision.id)
    .orderBy('received_at')
    .execute()
  return {
    id: decision.id,
    outcome: decision.outcome,
    ore: decision.ore,
    releasedAt: decision.released_at,
    openedAt: decision.opened_at,
    letter: decision.letter_text,
    fileId: document?.file_id ?? null,
    appealBy: appealBy(decision.released_at, decision.opened_at),
    canAppeal: !(await isOwnUnit(trx, caseId)),
    award: award && {
      acceptance: award.acceptance,
      acceptBy: award.accept_by,
      isEnded: award.ended_at !== null,
      isPaid: await isPaid(trx, award.id),
    },
    appeals,
  }
}

/** The case's applicant is one of the municipality's own units. */
export async function isOwnUnit(trx: Trx, caseId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('case_file')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'case_file.municipality_id')
        .onRef('organisation.id', '=', 'case_file.applicant_organisation_id'),
    )
    .select('organisation.own_unit')
    .where('case_file.id', '=', caseId)
    .executeTakeFirst()
  return row?.own_unit === true
}

async function isPaid(trx: Trx, awardId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('payment')
    .select('id')
    .where('award_id', '=', awardId)
    .where('status', 'in', ['sent', 'confirmed'])
    .executeTakeFirst()
  return row !== undefined
}
