/** What a person is in the organisation they act for. */
export type MandateRole = 'chair' | 'manager' | 'treasurer' | 'board-member' | 'contact'

/** The source of a mandate that the person has declared and nobody has confirmed. */
export const SELF_DECLARED = 'self-declared'
