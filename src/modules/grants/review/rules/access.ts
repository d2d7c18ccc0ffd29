/** Who may do what in grants: every role of the municipality against everything that staff can do. */
import type { StaffRole } from '#cases'

/** What staff can do, each with the roles that may. Nobody else may; several roles add up. */
const rolesThatMay = {
  /** Read every case. */
  readCases: ['caseworker', 'unit-leader', 'committee-secretary', 'decision-maker', 'archivist', 'auditor'],
  /** Read the cases one is given to assess. */
  readAssignedCases: ['assessor'],
  /** Take a case, ask for information, recommend, write notes, keep documents, tasks and dates. */
  prepareCase: ['caseworker', 'unit-leader'],
  /** Give cases to others, to handle or to assess. */
  assignCase: ['caseworker', 'unit-leader'],
  assessCase: ['caseworker', 'unit-leader', 'assessor'],
  declareImpartiality: ['caseworker', 'unit-leader', 'assessor', 'committee-secretary', 'decision-maker'],
  /** Register what came on paper, by e-mail or by phone. */
  registerApplication: ['caseworker', 'unit-leader'],
  readRound: ['caseworker', 'unit-leader', 'committee-secretary', 'decision-maker', 'auditor'],
  exportCases: ['caseworker', 'unit-leader', 'committee-secretary', 'decision-maker', 'auditor'],
  /** Decide by delegated authority; the scheme's bands say which of them, up to how much. */
  decide: ['caseworker', 'unit-leader', 'decision-maker'],
  /** Print the list for an elected body and record what it decided. */
  recordMeeting: ['committee-secretary'],
  readDecisions: ['caseworker', 'unit-leader', 'committee-secretary', 'decision-maker', 'archivist', 'auditor'],
  readPayments: ['caseworker', 'unit-leader', 'finance-preparer', 'finance-approver', 'auditor'],
  preparePayment: ['finance-preparer'],
  approvePayment: ['finance-approver'],
  /** The whole account number; each reading is logged. */
  readAccounts: ['finance-preparer', 'finance-approver'],
  /** Ask for an instalment for a recipient who cannot do it here. */
  claimForRecipient: ['caseworker', 'unit-leader', 'finance-preparer'],
  readReports: ['caseworker', 'unit-leader', 'auditor'],
  reviewReport: ['caseworker', 'unit-leader'],
  matchAwards: ['communicator', 'scheme-owner'],
  /** Make, change and publish schemes in the studio. */
  editSchemes: ['scheme-owner'],
  /** Bring in earlier awards, organisations and obligations from spreadsheets, and take a file back. */
  moveIn: ['scheme-owner', 'administrator'],
  readSettings: ['scheme-owner', 'administrator', 'auditor'],
  giveRoles: ['administrator'],
  runService: ['administrator'],
} as const satisfies Record<string, readonly StaffRole[]>

export type GrantAction = keyof typeof rolesThatMay
export const grantActions = Object.keys(rolesThatMay) as GrantAction[]

/** The roles that may, as routes.ts wants them. The same array each time: a route's right can be recognised by it. */
export function whoMay(action: GrantAction): readonly StaffRole[] {
  return rolesThatMay[action]
}

/** The roles that may do one of several things. */
export function whoMayAny(...actions: readonly GrantAction[]): readonly StaffRole[] {
  const key = actions.join(' ')
  let roles = combined.get(key)
  if (!roles) combined.set(key, (roles = [...new Set(actions.flatMap((action) => whoMay(action)))]))
  return roles
}
const combined = new Map<string, readonly StaffRole[]>()

/** True when one of the person's roles may. */
export function may(person: { roles: readonly string[] }, action: GrantAction): boolean {
  return whoMay(action).some((role) => person.roles.includes(role))
}

/** Which cases a person's roles open: all, those given to them to assess, or none. Declared partiality closes one again. */
export function casesOpenTo(person: { roles: readonly string[] }): 'all' | 'assigned' | 'none' {
  if (may(person, 'readCases')) return 'all'
  return may(person, 'readAssignedCases') ? 'assigned' : 'none'
}
