import type { Answers } from '#src/modules/grants/model.ts'
import type { Lang } from '#platform/texts/texts.ts'

/** One round of a scheme as it went, or is going: who applied and what came of it. Days and times by the stories' own calendar. */
export interface PlannedRound {
  scheme: string
  /** When cases are given out, recommended, decided, and told of. What lies ahead has not happened. */
  take: string
  recommend: string
  decide: string
  release: string
  caseworkers: readonly string[]
  /** Who gives scores besides the caseworker. */
  assessors?: readonly string[]
  applications: readonly PlannedApplication[]
}

export interface PlannedApplication {
  /** Key of an organisation, or of a person who applies alone. */
  applicant: string
  /** "2025-11-28 18:20" */
  sent: string
  lang?: Lang
  /** Applied for, in kroner, where the form asks. */
  kr?: number
  /** The budget's whole cost in kroner, and how it is spread. */
  cost?: number
  costs?: Record<string, number>
  incomes?: Record<string, number>
  answers?: Answers
  /** Key of the pot it is paid from, where that is not the district's. */
  pot?: string
  /** Kroner given: the whole of what was applied for when left out. */
  give?: number
  /** Key of a standard reason of the scheme. */
  refuse?: string
  dismiss?: string
  /** Words of the caseworker's own, before the standard reason. */
  why?: string
  ask?: { question: string; answer?: string }
  withdraw?: string
  /** It did not come by the form: staff registered it, late with a reason. */
  registered?: { channel: 'paper' | 'email' | 'phone'; late?: string }
  /** Goes no further than this, however late it is. */
  until?: 'draft' | 'sent' | 'taken' | 'asked' | 'assessed' | 'recommended' | 'decided' | 'notified'
  accept?: 'no' | 'not-yet'
  /** How far the last payment has come: paid when left out. */
  payment?: 'planned' | 'prepared' | 'approved' | 'sent'
  /** How the report went, and when it was sent: none when left out. */
  report?: { sent: string; outcome?: 'approved' | 'returned' | 'waits'; answers?: Answers; spent?: number; reason?: string }
  appeal?: { sent: string; change: string; why: string }
  scores?: readonly number[]
  /** Where a body outside the municipality decides: the place on its list, when the list was sent, and what came back. */
  outside?: { rank: number; sent?: string; decided?: { recorded: string; on: string; kr: number; reference: string } }
  /** Nobody applied: it was opened from this line of the budget, in the scheme’s first round or a later one. */
  budget?: { line: string; nthRound: number }
  /** Who is proposed has not answered; they say yes when left out. */
  nominee?: 'silent'
  conditions?: readonly string[]
}

/** Somebody who applies, with what any form may ask of them. */
export interface DemoApplicant {
  personKey: string
  organisationId: string | null
  /** Empty for persons and groups that are not registered. */
  number: string
  name: string
  contact: string
  email: string
  account: string
  district: string
  /** Who registers what does not come by the form. */
  registrar: string
}
