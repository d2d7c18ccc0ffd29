/** What a person can do with a case now: from its status, the person's rights, and what is declared. */
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { may } from './access.ts'
import { mayPrepare, type Impartiality } from './impartiality.ts'

export const steps = [
  'take',
  'declare',
  'assess',
  'recommend',
  'ask',
  'remind',
  'takeBack',
  'assign',
  'assessor',
  'due',
  'note',
  'document',
] as const
export type Step = (typeof steps)[number]

export interface CaseNow {
  status: CaseStatus
  isOpen: boolean
  caseworkerId: string | null
  hasCriteria: boolean
  ownAssessmentDone: boolean
}

/** The possible steps, the most natural one first. */
export function nextSteps(now: CaseNow, person: { id: string; roles: readonly string[] }, impartiality: Impartiality): Step[] {
  const prepares = may(person, 'prepareCase')
  const can = (action: Parameters<typeof after<CaseStatus, keyof (typeof caseLifecycle)[CaseStatus]>>[2]) =>
    after(caseLifecycle, now.status, action) !== null
  const declared = mayPrepare(impartiality).ok
  const mine = now.caseworkerId === person.id
  const assessing = ['submitted', 'in-review', 'waiting-for-applicant', 'recommended'].includes(now.status)
  const found = new Set<Step>()
  if (prepares && !mine && can('take')) found.add('take')
  if (may(person, 'declareImpartiality') && impartiality === 'not-declared' && now.isOpen) found.add('declare')
  if (declared && may(person, 'assessCase') && assessing && now.hasCriteria && !now.ownAssessmentDone) found.add('assess')
  if (declared && prepares) {
    if (can('recommend')) found.add('recommend')
    if (now.status === 'waiting-for-applicant') found.add('remind')
    if (can('ask-for-information')) found.add('ask')
    if (can('take-back-recommendation')) found.add('takeBack')
    if (assessing) found.add('due')
    found.add('note')
    found.add('document')
  }
  if (may(person, 'assignCase')) {
    if (can('take')) found.add('assign')
    if (assessing && now.hasCriteria) found.add('assessor')
  }
  return steps.filter((step) => found.has(step))
}
