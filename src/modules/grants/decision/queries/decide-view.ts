import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import type { AuthorityBand } from '../../model.ts'
import type { CaseFile } from '../../review/queries/case-access.ts'
import { getCaseDetails, type CaseDetails } from '../../review/queries/case-page.ts'
import { impartialityOf } from '../../review/queries/impartiality.ts'
import { bandFor, bodyOf, mayDecideAlone, ownBand, type OwnBand } from '../rules/authority.ts'
import type { DecisionReason } from '../rules/decision.ts'
import { findDistrictBody, listBodies } from './bodies.ts'
import { findReleasedDecision, findStandingDecision, type StandingDecision } from './standing-decision.ts'
import { findStep } from '../../scheme/rules/steps.ts'

/** What the page for deciding one case shows. */
export interface DecideView {
  caseFile: CaseFile
  details: CaseDetails
  standing: StandingDecision | undefined
  /** An announced decision that this one would replace. */
  isAgain: boolean
  canDecide: boolean
  canTakeBack: boolean
  own: OwnBand
  /** Who decides above what the person may. */
  above: Text3 | undefined
  /** Why the person may not decide what is recommended; empty when they may. */
  refused: DecisionReason[]
}

export async function getDecideView(
  trx: Trx,
  caseFile: CaseFile,
  person: { id: string; roles: readonly string[] },
): Promise<DecideView> {
  const details = await getCaseDetails(trx, caseFile, person)
  const { authority } = details.sent.definition
  const standing = await findStandingDecision(trx, caseFile.id)
  const released = await findReleasedDecision(trx, caseFile.id)
  const status = caseFile.status as CaseStatus
  const { recommendation } = details
  const proposed = standing ?? recommendation ?? { outcome: 'refused' as const, ore: 0 }
  const band = bandFor(authority, proposed.outcome, proposed.ore, details.sent.appliedOre)
  const own = ownBand(authority, person.roles)
  return {
    caseFile,
    details,
    standing,
    isAgain: standing?.released_at !== null && standing !== undefined,
    canDecide: after(caseLifecycle, status, standing?.released_at ? 'decide-again' : 'decide') !== null,
    canTakeBack: after(caseLifecycle, status, 'take-back-decision') !== null && standing !== undefined && !released,
    own,
    above: own.above && (await whoDecides(trx, own.above, caseFile.district_id)),
    refused: mayDecideAlone({
      band,
      isLowestBand: band === authority[0],
      decidedByAnother: findStep(details.sent.definition, 'recommendation')?.decidedByAnother,
      roles: person.roles,
      recommendedByThem: recommendation?.byId === person.id,
      impartiality: await impartialityOf(trx, caseFile.id, person.id),
    }).reasons,
  }
}

/** A band's decider by name: the body's own, the district's committee, or the band's title. */
export async function whoDecides(trx: Trx, band: AuthorityBand, districtId: string | null): Promise<Text3> {
  const districtBody = await findDistrictBody(trx, districtId)
  const key = bodyOf(band, districtBody?.key ?? null)
  return (key ? (await listBodies(trx)).find((body) => body.key === key)?.name : undefined) ?? band.title
}
