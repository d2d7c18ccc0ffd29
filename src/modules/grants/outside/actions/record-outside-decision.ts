import { caseSlug, changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict, Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import { osloDate } from '#platform/time.ts'
import { tellDecisionWaits } from '../../decision/actions/tell-decision-waits.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import type { Outcome } from '../../model.ts'
import { roleFor, type Actor } from '../../review/actions/actor.ts'
import { addDocument } from '../../review/actions/add-document.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'
import { findOutsideCase, findOutsideDecision } from '../queries/outside-case.ts'
import { faultsOfOutside } from '../rules/outside-decision.ts'

export interface RecordOutside {
  caseId: string
  outcome: Outcome
  /** Zero unless granted. */
  ore: number
  /** Oslo day. */
  decidedOn: string
  /** The outside body's own number of the case. */
  reference: string
  /** The letter it sent, if there is one: the applicant sees it too. */
  document?: { title: string; file: StoredBytes }
  by: Actor
  now: Date
  origin: string
  revision?: number
}

/**
 * Records what the outside body decided; the municipality's case is over with it. No award is made: who decides pays, and hears
 * appeals. Recording anew replaces what was recorded wrongly. Throws Invalid with what is missing, Conflict when the case is not in
 * a state for it or is the municipality's own to decide.
 */
export async function recordOutsideDecision(trx: Trx, input: RecordOutside): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  requireRevision(found, input.revision)
  const status = after(caseLifecycle, found.status as CaseStatus, 'record-outside')
  if (!status || !(await findOutsideCase(trx, found.id))) throw new Conflict({ key: 'notInThisState' })
  const faults = faultsOfOutside(input, osloDate(input.now))
  if (faults.length > 0) throw new Invalid(faults)
  const before = await findOutsideDecision(trx, found.id)
  const document = input.document
    ? await addDocument(trx, {
        caseId: found.id,
        title: input.document.title,
        direction: 'in',
        share: true,
        file: input.document.file,
        by: input.by,
        at: input.now,
      })
    : undefined
  if (before) await trx.updateTable('outside_decision').set({ replaced_at: input.now }).where('id', '=', before.id).execute()
  const { id } = await trx
    .insertInto('outside_decision')
    .values({
      case_id: found.id,
      outcome: input.outcome,
      ore: input.ore,
      decided_on: input.decidedOn,
      reference: input.reference.trim(),
      document_id: document?.id ?? before?.document_id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeCase(trx, found.id, { status, due_on: null, closed_at: found.closed_at ?? input.now })
  await tellDecisionWaits(trx, {
    caseFile: found,
    kind: 'outside-decided',
    address: `${input.origin}/min-side/saker/${caseSlug(found.number)}`,
    now: input.now,
  })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'outside-decision-recorded',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { decision: id, outcome: input.outcome, ore: input.ore, decidedOn: input.decidedOn, document: document?.id ?? null },
    basedOn: before ? { replaces: before.id } : {},
  })
}
