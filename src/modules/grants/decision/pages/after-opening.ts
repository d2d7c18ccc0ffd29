import type { MyCaseSection } from '../../application/pages/case-sections.ts'
import { findMyDecision } from '../queries/my-decision.ts'

/**
 * The same part of the applicant's case page, left out until the announced decision has been opened: an amount to be paid or a
 * report to send would tell what was decided, and the time to appeal counts from the opening.
 */
export function afterOpening(section: MyCaseSection): MyCaseSection {
  return {
    ...section,
    async show(shown) {
      const decision = await findMyDecision(shown.trx, shown.case.id)
      return decision && !decision.openedAt ? undefined : await section.show(shown)
    },
  }
}
