import type { mandateRoles } from '../../model.ts'

/** What a person is in the organisation they act for. */
export type MandateRole = (typeof mandateRoles)[number]

/** The source of a mandate that the person has declared and nobody has confirmed. */
export const SELF_DECLARED = 'self-declared'
