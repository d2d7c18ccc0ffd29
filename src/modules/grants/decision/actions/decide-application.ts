import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Ore } from '#platform/money.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import type { Outcome, SchemeDefinition } from '../../model.ts'
import { impartialityOf } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import type { ConditionText } from '../../model.ts'
import { findDistrictBody } from '../queries/bodies.ts'
import { lockPotRoom } from '../queries/pot-room.ts'
import { bandFor, bodyMayDecide, mayDecideAlone } from '../rules/authority.ts'
import { grants, refusalOf, type DecisionReason } from '../rules/decision.ts'
import { leftAfter } from '../rules/room-in-pot.ts'
import { findStep } from '../../scheme/rules/steps.ts'

export interface DecideInput {
  caseId: string
  outcome: Outcome
  /** Zero unless granted. */
  ore: Ore
  reasons: string
  conditions: ConditionText[]
  potId: string | null
  decidedBy: { id: string; roles: readonly string[] }
  /** Set when an elected body decided, and the secretary records it. `bodyKey`: the unit's key. */
  meeting?: { id: string; bodyKey: string; stoodAside: string }
  now: Date
  /** The case as the page showed it; left out in a batch that just locked it. */
  revision?: number
}

export type Decided = { ok: true; decisionId: string } | { ok: false; reasons: DecisionReason[] }

/**
 * Records a decision on a case: by delegated authority, or what a body decided in a meeting. It is not announced: release does
 * that. Deciding again before release replaces it; after release it is a new decision that replaces the old one when it is
 * released in turn.
 * An expected no (not your role, not impartial, the pot is empty) comes back as reasons. Throws Conflict when the case is not
 * in a state to be decided or has changed meanwhile.
 */
export async function decideApplication(trx: Trx, input: DecideInput): Promise<Decided> {
  const found = await lockCase(trx, input.caseId)
  requireRevision(found, input.revision)
  const application = await trx
    .selectFrom('application')
    .select(['version_id', 'part', 'round_id', 'applied_ore'])
    .where('case_id', '=', input.caseId)
    .executeTakeFirstOrThrow()
  const standing = await trx
    .selectFrom('decision')
    .select(['id', 'released_at'])
    .where('case_id', '=', input.caseId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  const status = after(caseLifecycle, found.status as CaseStatus, standing?.released_at ? 'decide-again' : 'decide')
  if (!status) throw new Conflict({ key: 'notInThisState' })

  const definition = await getDefinition(trx, { versionId: application.version_id, part: application.part })
  const band = bandFor(definition.authority, input.outcome, input.ore, application.applied_ore)
  const reasons: DecisionReason[] = refusalOf({ ...input, appliedOre: application.applied_ore })
  reasons.push(
    ...(input.meeting
      ? await whyNotByBody(trx, input, definition, found.district_id, input.meeting.bodyKey)
      : await whyNotAlone(trx, input, definition, band)),
  )
  const pots = await lockPotRoom(trx, { roundId: application.round_id, potId: input.potId, caseId: input.caseId })
  const left = leftAfter(pots.rooms, input.ore)
  if (pots.isOther) reasons.push('otherPot')
  if (pots.needsPot && grants(input.outcome)) reasons.push('potMissing')
  if (grants(input.outcome) && left !== undefined && left < 0) reasons.push('potExceeded')
  if (reasons.length > 0) return { ok: false, reasons }

  if (standing) await trx.updateTable('decision').set({ replaced_at: input.now }).where('id', '=', standing.id).execute()
  const { id } = await trx
    .insertInto('decision')
    .values({
      case_id: input.caseId,
      outcome: input.outcome,
      ore: input.ore,
      pot_id: input.potId,
      reasons: input.reasons.trim(),
      conditions: json(grants(input.outcome) ? input.conditions : []),
      authority: input.meeting ? 'body' : 'delegated',
      band: band.key,
      meeting_id: input.meeting?.id ?? null,
      stood_aside: input.meeting?.stoodAside.trim() ?? '',
      decided_by: input.decidedBy.id,
      decided_at: input.now,
      replaces_id: standing?.id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeCase(trx, input.caseId, { status, granted_ore: input.ore, closed_at: null })
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: standing ? 'application-decided-again' : 'application-decided',
    at: input.now,
    actorRole: input.meeting ? 'committee-secretary' : band.roles.find((role) => input.decidedBy.roles.includes(role)),
    changes: { decision: id, outcome: input.outcome, ore: input.ore },
    basedOn: {
      version: application.version_id,
      band: band.key,
      ...(input.meeting ? { meeting: input.meeting.id } : {}),
      ...(standing ? { replaces: standing.id } : {}),
    },
  })
  return { ok: true, decisionId: id }
}

async function whyNotAlone(
  trx: Trx,
  input: DecideInput,
  definition: SchemeDefinition,
  band: SchemeDefinition['authority'][number],
): Promise<DecisionReason[]> {
  const recommended = await trx
    .selectFrom('recommendation')
    .select('recommended_by')
    .where('case_id', '=', input.caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return mayDecideAlone({
    band,
    isLowestBand: band === definition.authority[0],
    decidedByAnother: findStep(definition, 'recommendation')?.decidedByAnother,
    roles: input.decidedBy.roles,
    recommendedByThem: recommended?.recommended_by === input.decidedBy.id,
    impartiality: await impartialityOf(trx, input.caseId, input.decidedBy.id),
  }).reasons
}

/** The members' impartiality is the body's own matter (fvl. § 8): who stood aside is recorded. The secretary's is asked here. */
async function whyNotByBody(
  trx: Trx,
  input: DecideInput,
  definition: SchemeDefinition,
  districtId: string | null,
  bodyKey: string,
): Promise<DecisionReason[]> {
  const districtBody = await findDistrictBody(trx, districtId)
  const impartiality = await impartialityOf(trx, input.caseId, input.decidedBy.id)
  return [
    ...(may(input.decidedBy, 'recordMeeting') ? [] : (['notSecretary'] as const)),
    ...(bodyMayDecide(definition.authority, districtBody?.key ?? null, bodyKey) ? [] : (['wrongBody'] as const)),
    ...(impartiality === 'conflicted' ? (['notImpartial'] as const) : []),
  ]
}
