/** What tells which case a pot is for: a district, a part of the scheme, or both. */
export interface PotFor {
  id: string | null
  districtId: string | null
  part: string | null
}

/** The pot a case draws on when nothing else is said: the one for its district and part that says most; null for the round's own. */
export function ownPot(pots: readonly PotFor[], of: { districtId: string | null; part: string | null }): string | null {
  const fitting = pots.filter(
    (pot) =>
      isBound(pot) &&
      (pot.districtId === null || pot.districtId === of.districtId) &&
      (pot.part === null || pot.part === of.part),
  )
  const both = fitting.find((pot) => pot.districtId !== null && pot.part !== null)
  return (both ?? fitting[0])?.id ?? null
}

/** Bound to some cases by district or part; an earmark is for whom one chooses. */
export function isBound(pot: PotFor): boolean {
  return pot.districtId !== null || pot.part !== null
}
