import type {
  AcceptanceAction,
  AcceptanceStatus,
  AppealAction,
  AppealStatus,
  CaseAction,
  CaseStatus,
  ObligationAction,
  ObligationStatus,
  PaymentAction,
  PaymentStatus,
  ReportAction,
  ReportStatus,
} from '../../../lifecycle.ts'

/** What one lifecycle's states and actions are called. */
export interface Words<S extends string, A extends string> {
  title: string
  intro: string
  status: Record<S, string>
  action: Record<A, string>
}

/** Total: a state or action without a name does not compile. */
export interface LifecycleNames {
  case: Words<CaseStatus, CaseAction>
  acceptance: Words<AcceptanceStatus, AcceptanceAction>
  payment: Words<PaymentStatus, PaymentAction>
  obligation: Words<ObligationStatus, ObligationAction>
  report: Words<ReportStatus, ReportAction>
  appeal: Words<AppealStatus, AppealAction>
}
