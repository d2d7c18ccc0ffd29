import type { SchemeDefinition } from '../../model.ts'

type Applicants = SchemeDefinition['applicants']

/** The applicant's facts as the scheme reads them: an organisation without a number is a group where it tells them apart. */
export function asRead<T extends { kind: 'organisation' | 'group' | 'unit' | 'person'; number?: string }>(
  applicants: Applicants,
  facts: T,
): T {
  return applicants.groups && facts.kind === 'organisation' && facts.number === undefined ? { ...facts, kind: 'group' } : facts
}

/** Whether an organisation, with or without a number, or one of the municipality's own units may apply. */
export function mayOrganisationApply(
  applicants: Applicants,
  { number, ownUnit }: { number: string | null; ownUnit: boolean },
): boolean {
  if (ownUnit) return applicants.units === true
  return number === null ? (applicants.groups ?? applicants.organisations) : applicants.organisations
}

/** Whether somebody who is this in an organisation may apply for it. */
export function maySend({ roles }: Applicants, role: NonNullable<Applicants['roles']>[number]): boolean {
  return roles === undefined || roles.includes(role)
}

/** Whether anybody applies on behalf of others: organisations, groups or the municipality's own units. */
export function takesOrganisations({ organisations, groups, units }: Applicants): boolean {
  return organisations || groups === true || units === true
}

/** Only the municipality's own units apply on behalf of others. */
export function takesOnlyUnits({ organisations, groups, units }: Applicants): boolean {
  return units === true && !organisations && groups !== true
}
