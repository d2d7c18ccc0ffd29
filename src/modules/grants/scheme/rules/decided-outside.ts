// Schemes where the municipality gives a statement, and a body outside it decides and pays.

import type { AuthorityBand, SchemeDefinition } from '../../model.ts'

/** The outside body as the scheme names it; undefined where the municipality decides. */
export function outsideBody({ authority }: Pick<SchemeDefinition, 'authority'>): AuthorityBand | undefined {
  return authority.find((band) => band.decidedBy === 'external')
}
