/**
 * Each thing that has states has one total table here: status × action → status, or null where the action is not allowed.
 * Buttons are drawn from it, actions are guarded by it, pictures are made from it.
 */
type Table<S extends string, A extends string> = Record<S, Record<A, S | null>>

function table<S extends string, A extends string>(
  statuses: readonly S[],
  actions: readonly A[],
  moves: { [K in S]?: { [L in A]?: S } },
): Table<S, A> {
  return Object.fromEntries(
    statuses.map((s) => [s, Object.fromEntries(actions.map((a) => [a, moves[s]?.[a] ?? null]))]),
  ) as Table<S, A>
}

export const caseStatuses = [
  'draft',
  'submitted',
  'in-review',
  'waiting-for-applicant',
  'recommended',
  'decided',
  'notified',
  'following-up',
  'closed',
  'withdrawn',
] as const
export type CaseStatus = (typeof caseStatuses)[number]
export const caseActions = [
  'submit',
  'take',
  'ask-for-information',
  'answer-information',
  'recommend',
  'take-back-recommendation',
  'decide',
  'take-back-decision',
  'release',
  'follow-up',
  'decide-again',
  'record-outside',
  'close',
  'reopen',
  'withdraw',
] as const
export type CaseAction = (typeof caseActions)[number]

export const caseLifecycle = table(caseStatuses, caseActions, {
  draft: { submit: 'submitted' },
  submitted: { take: 'in-review', withdraw: 'withdrawn' },
  'in-review': {
    take: 'in-review',
    'ask-for-information': 'waiting-for-applicant',
    recommend: 'recommended',
    withdraw: 'withdrawn',
  },
  // A case is not stuck because the applicant is silent: it can be recommended on what there is.
  'waiting-for-applicant': {
    take: 'waiting-for-applicant',
    'answer-information': 'in-review',
    recommend: 'recommended',
    withdraw: 'withdrawn',
  },
  recommended: {
    take: 'recommended',
    recommend: 'recommended',
    'take-back-recommendation': 'in-review',
    decide: 'decided',
    // Another body decides and follows up: the municipality is done when it knows what was decided.
    'record-outside': 'closed',
    withdraw: 'withdrawn',
  },
  decided: { decide: 'decided', 'take-back-decision': 'recommended', release: 'notified' },
  notified: { 'follow-up': 'following-up', 'decide-again': 'decided', close: 'closed' },
  'following-up': { 'decide-again': 'decided', close: 'closed' },
  closed: { reopen: 'following-up', 'decide-again': 'decided', 'record-outside': 'closed' },
  withdrawn: {},
})

export const acceptanceStatuses = ['not-needed', 'pending', 'accepted', 'declined', 'lapsed'] as const
export type AcceptanceStatus = (typeof acceptanceStatuses)[number]
export const acceptanceLifecycle = table(acceptanceStatuses, ['accept', 'decline', 'lapse'] as const, {
  'not-needed': { decline: 'declined' },
  pending: { accept: 'accepted', decline: 'declined', lapse: 'lapsed' },
  // Nobody is held to a grant: it can be given back until it is paid out.
  accepted: { decline: 'declined' },
})
export type AcceptanceAction = 'accept' | 'decline' | 'lapse'

export const paymentStatuses = ['planned', 'prepared', 'approved', 'sent', 'confirmed', 'failed', 'stopped'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]
export const paymentActions = ['prepare', 'take-back', 'approve', 'send', 'confirm', 'fail', 'stop', 'resume'] as const
export type PaymentAction = (typeof paymentActions)[number]
export const paymentLifecycle = table(paymentStatuses, paymentActions, {
  planned: { prepare: 'prepared', stop: 'stopped' },
  prepared: { approve: 'approved', 'take-back': 'planned', stop: 'stopped' },
  approved: { send: 'sent', stop: 'stopped' },
  sent: { confirm: 'confirmed', fail: 'failed' },
  failed: { prepare: 'prepared', stop: 'stopped' },
  stopped: { resume: 'planned' },
})

export const obligationStatuses = ['open', 'met', 'waived', 'broken'] as const
export type ObligationStatus = (typeof obligationStatuses)[number]
export const obligationActions = ['meet', 'waive', 'break', 'reopen'] as const
export type ObligationAction = (typeof obligationActions)[number]
export const obligationLifecycle = table(obligationStatuses, obligationActions, {
  open: { meet: 'met', waive: 'waived', break: 'broken' },
  met: { reopen: 'open' },
  waived: { reopen: 'open' },
  broken: { meet: 'met', waive: 'waived' },
})

export const reportStatuses = ['due', 'submitted', 'returned', 'approved', 'rejected', 'waived'] as const
export type ReportStatus = (typeof reportStatuses)[number]
export const reportActions = ['submit', 'return', 'approve', 'reject', 'waive', 'reopen'] as const
export type ReportAction = (typeof reportActions)[number]
export const reportLifecycle = table(reportStatuses, reportActions, {
  due: { submit: 'submitted', waive: 'waived' },
  submitted: { return: 'returned', approve: 'approved', reject: 'rejected' },
  returned: { submit: 'submitted', waive: 'waived' },
  rejected: { reopen: 'returned' },
  waived: { reopen: 'due' },
})

export const appealStatuses = ['received', 'reviewed', 'reversed', 'forwarded', 'decided', 'withdrawn'] as const
export type AppealStatus = (typeof appealStatuses)[number]
export const appealActions = ['review', 'reverse', 'forward', 'decide', 'withdraw'] as const
export type AppealAction = (typeof appealActions)[number]
export const appealLifecycle = table(appealStatuses, appealActions, {
  received: { review: 'reviewed', withdraw: 'withdrawn' },
  reviewed: { reverse: 'reversed', forward: 'forwarded', withdraw: 'withdrawn' },
  forwarded: { decide: 'decided', withdraw: 'withdrawn' },
})

/** The status after an action, or null when the action is not allowed in this status. */
export function after<S extends string, A extends string>(lifecycle: Table<S, A>, status: S, action: NoInfer<A>): S | null {
  return lifecycle[status]?.[action] ?? null
}

/** The actions that are possible in a status, in the table's order. */
export function possible<S extends string, A extends string>(lifecycle: Table<S, A>, status: S): A[] {
  return (Object.entries(lifecycle[status]) as [A, S | null][]).filter(([, to]) => to !== null).map(([action]) => action)
}

/** Every table by name, for the pictures and the tests. */
export const lifecycles = {
  case: caseLifecycle,
  acceptance: acceptanceLifecycle,
  payment: paymentLifecycle,
  obligation: obligationLifecycle,
  report: reportLifecycle,
  appeal: appealLifecycle,
} as const
