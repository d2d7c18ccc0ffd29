// Who may decide: the first band of the scheme's authority that covers the amount, and a person who has one of its roles.

import type { Ore } from '#platform/money.ts'
import type { AuthorityBand, Outcome } from '../../model.ts'

/** May this person decide, and if not, the text keys of why. */
export interface MayDecide {
  ok: boolean
  reasons: (
    | 'notYourRole'
    | 'bodyDecides'
    | 'outsideDecides'
    | 'recommendedByYou'
    | 'notImpartial'
    | 'superiorNotImpartial'
    | 'notDeclared'
  )[]
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
 * (separation of duties), or not at all where the scheme says so; impartiality is asked of the same person and of superiors (forvaltningsloven § 6 third paragraph).
 */
export function mayDecideAlone(input: {
  band: AuthorityBand
  isLowestBand: boolean
  /** The scheme asks for another person than who recommended, whatever the amount. */
  decidedByAnother?: boolean | undefined
  roles: readonly string[]
  recommendedByThem: boolean
  impartiality: 'impartial' | 'conflicted' | 'superior-conflicted' | 'not-declared'
}): MayDecide {
  const reasons: MayDecide['reasons'] = []
  if (input.band.decidedBy === 'external') reasons.push('outsideDecides')
  else if (input.band.decidedBy !== 'delegated') reasons.push('bodyDecides')
  else if (!input.band.roles.some((role) => input.roles.includes(role))) reasons.push('notYourRole')
  if (input.recommendedByThem && (!input.isLowestBand || input.decidedByAnother)) reasons.push('recommendedByYou')
  if (input.impartiality === 'conflicted') reasons.push('notImpartial')
  if (input.impartiality === 'superior-conflicted') reasons.push('superiorNotImpartial')
  if (input.impartiality === 'not-declared') reasons.push('notDeclared')
  return { ok: reasons.length === 0, reasons }
}

/** How far up the bands a person's roles reach: an amount, everything, or nothing; and the band above, if there is one. */
export interface OwnBand {
  upToOre: Ore | 'all' | undefined
  above?: AuthorityBand
}

export function ownBand(bands: readonly AuthorityBand[], roles: readonly string[]): OwnBand {
  let upToOre: Ore | undefined
  for (const band of bands) {
    if (band.decidedBy !== 'delegated' || !band.roles.some((role) => roles.includes(role))) return { upToOre, above: band }
    if (band.upToOre === undefined) return { upToOre: 'all' }
    upToOre = band.upToOre
  }
  return { upToOre: 'all' }
}

/** The unit key of the elected body a band points at: its own, or the one of the case's district. */
export function bodyOf(band: AuthorityBand, districtBody: string | null): string | undefined {
  if (band.decidedBy === 'body') return band.body
  return band.decidedBy === 'district-body' ? (districtBody ?? undefined) : undefined
}

/**
 * Whether a body may decide a case: one of the scheme's bands is its own. What is delegated is still the body's to decide
 * (kommuneloven § 5-3), so the amount does not matter.
 */
export function bodyMayDecide(bands: readonly AuthorityBand[], districtBody: string | null, bodyKey: string): boolean {
  return bands.some((band) => bodyOf(band, districtBody) === bodyKey)
}
