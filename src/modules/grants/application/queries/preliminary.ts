import type { Trx } from '#platform/database/db.ts'
import type { AllocationShare } from '../../model.ts'
import { shareAsApplied } from '../../review/queries/share-round.ts'
import { appliedOre, budgetSums } from '../rules/facts.ts'
import type { SentApplication } from './get-sent-application.ts'
import type { DraftView } from './get-draft-view.ts'

/** What a draft would get if it were sent and the round shared now; undefined in schemes that do not share, or while it is unknown. */
export async function preliminaryOfDraft(trx: Trx, view: DraftView): Promise<AllocationShare | undefined> {
  const { draft, state } = view
  if (!draft.definition.amount.allocation || !draft.roundId) return undefined
  const chosen = draft.districts.filter((district) => Object.values(draft.answers).flat().includes(district.key))
  const shared = await shareAsApplied(trx, draft.roundId, {
    id: draft.id,
    versionId: draft.versionId,
    part: draft.definition.part?.key ?? null,
    districtId: chosen.length === 1 ? (chosen[0]?.id ?? null) : null,
    points: state.points ?? null,
    appliedOre: appliedOre(draft.definition, draft.answers, state) ?? 0,
    calculatedOre: state.calculatedOre ?? null,
    costOre: budgetSums(draft.definition, draft.answers, state.hidden)?.cost ?? 0,
  })
  return shared.shares.get(draft.id)
}

/** The same for one that is sent: as it would be if the round were shared now. */
export async function preliminaryOfSent(
  trx: Trx,
  sent: Pick<SentApplication, 'caseId' | 'roundId' | 'definition'>,
): Promise<AllocationShare | undefined> {
  if (!sent.definition.amount.allocation) return undefined
  return (await shareAsApplied(trx, sent.roundId)).shares.get(sent.caseId)
}
