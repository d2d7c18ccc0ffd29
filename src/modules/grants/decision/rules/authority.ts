// Who may decide: the first band of the scheme's authority that covers the amount, and a person who has one of its roles.

import type { Ore } from '#platform/money.ts'
import type { AuthorityBand, Outcome } from '../../model.ts'

/** May this person decide, and if not, the text keys of why. */
export interface MayDecide {
  ok: boolean
  reasons: ('notYourRole' | 'bodyDecides' | 'recommendedByYou' | 'notImpartial' | 'superiorNotImpartial' | 'notDeclared')[]
}

/**
 * The band that decides this amount. A refusal or dismissal counts as the amount applied for: who may give it may refuse it.
 * Bands are in rising order and the last has no limit; a definition that forgets it leaves the highest band in charge.
 */
export function bandFor(bands: readonly AuthorityBand[], outcome: Outcome, ore: Ore, appliedOre: Ore): AuthorityBand {
  const weight = outcome === 'granted' || outcome === 'partly-granted' ? ore : appliedOre
  const band = bands.find((b) => b.upToOre === undefined || weight <= b.upToOre) ?? bands.at(-1)
  if (!band) throw new Error('a scheme without authority bands does not pass the model')
  return band
}

/**
 * Whether a person may decide by delegated authority. Who recommended does not decide alone above the lowest band
 * (separation of duties); impartiality is asked of the same person and of superiors (forvaltningsloven § 6 third paragraph).
 */
export function mayDecideAlone(input: {
  band: AuthorityBand
  isLowestBand: boolean
  roles: readonly string[]
  recommendedByThem: boolean
  impartiality: 'impartial' | 'conflicted' | 'superior-conflicted' | 'not-declared'
}): MayDecide {
  const reasons: MayDecide['reasons'] = []
  if (input.band.decidedBy !== 'delegated') reasons.push('bodyDecides')
  else if (!input.band.roles.some((role) => input.roles.includes(role))) reasons.push('notYourRole')
  if (input.recommendedByThem && !input.isLowestBand) reasons.push('recommendedByYou')
  if (input.impartiality === 'conflicted') reasons.push('notImpartial')
  if (input.impartiality === 'superior-conflicted') reasons.push('superiorNotImpartial')
  if (input.impartiality === 'not-declared') reasons.push('notDeclared')
  return { ok: reasons.length === 0, reasons }
}
