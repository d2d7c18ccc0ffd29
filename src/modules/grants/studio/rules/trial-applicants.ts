import type { ApplicantFacts } from '../../application/rules/facts.ts'
import { inventedApplicants as trialApplicants, type SchemeDefinition } from '../../model.ts'

/** Invented applicants to try a form as. */
export { trialApplicants }
export type TrialApplicant = (typeof trialApplicants)[number]

/** What is known of them. `here` is the municipality's own number; somebody from outside has another. */
export function factsOf(who: TrialApplicant, here: string | undefined): ApplicantFacts {
  const organisation: ApplicantFacts = {
    kind: 'organisation',
    // Synthetic: organisation numbers that begin with 3 are given to nobody.
    number: '310000008',
    form: 'FLI',
    registered: true,
    inVoluntaryRegister: true,
    bankrupt: false,
    deleted: false,
    ...(here ? { municipality: here } : {}),
  }
  switch (who) {
    case 'member':
      return organisation
    case 'outside':
      return { ...organisation, inVoluntaryRegister: false, municipality: here === '0301' ? '4601' : '0301' }
    case 'unknown':
      return { kind: 'organisation', registered: false }
    case 'bankrupt':
      return { ...organisation, bankrupt: true }
    case 'adult':
      return { kind: 'person', age: 34 }
    case 'minor':
      return { kind: 'person', age: 15 }
  }
}

/** Those who may apply in this scheme; everybody where it takes neither kind yet. */
export function applicantsFor({ applicants }: Pick<SchemeDefinition, 'applicants'>): TrialApplicant[] {
  const allowed = trialApplicants.filter((who) =>
    factsOf(who, undefined).kind === 'person' ? applicants.persons : applicants.organisations,
  )
  return allowed.length > 0 ? allowed : [...trialApplicants]
}
