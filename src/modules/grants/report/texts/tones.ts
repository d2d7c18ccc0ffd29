import type { Tone } from '#platform/look/index.ts'
import type { ObligationStatus, ReportStatus } from '../../lifecycle.ts'

/** How a state is coloured; the word carries the meaning. */
export const reportTones: Record<ReportStatus, Tone> = {
  due: 'accent',
  submitted: 'info',
  returned: 'warning',
  approved: 'success',
  rejected: 'danger',
  waived: 'neutral',
}

export const obligationTones: Record<ObligationStatus, Tone> = {
  open: 'accent',
  met: 'success',
  waived: 'neutral',
  broken: 'danger',
}
