/** What is stored beside a scheme definition: answers, scores, letters, accounts. */

/** One answer as it is stored. Amounts in øre. A file answer lists file ids. */
/** What Enhetsregisteret said of the organisation that is named in an answer, and when; names as RegisteredOrganisation has them. */
export interface RegisterPart {
  /** `unknown`: nobody has the number. `noAnswer`: the register did not answer; nothing is known. */
  kind: 'found' | 'unknown' | 'noAnswer'
  number: string
  /** ISO time. */
  readAt: string
  name?: string
  form?: string
  formName?: string
  municipality?: string
  municipalityName?: string
  inVoluntaryRegister?: boolean
  bankrupt?: boolean
  windingUp?: boolean
  deleted?: boolean
}
export type Answer =
  | string
  | number
  | boolean
  | string[]
  | { from: string; to: string }
  | { name: string; number?: string; register?: RegisterPart }
  | { street: string; postcode: string; place: string }
  | BudgetAnswer
  | Record<string, Answer>[]
/** `typed` is there, and øre 0, while the amount is not one that can be read. */
export interface BudgetLine {
  side: 'income' | 'cost'
  category: string
  label: string
  ore: number
  typed?: string
}
export interface BudgetAnswer {
  lines: BudgetLine[]
  volunteerHours?: number
  typedHours?: string
}
/** Answers by field key. What a person typed but cannot be read stays as the text they typed, so nothing is lost. */
export type Answers = Record<string, Answer>

export type Outcome = 'granted' | 'partly-granted' | 'refused' | 'dismissed'
export type CheckOutcome = 'meets' | 'fails' | 'unknown'

export interface Score {
  criterion: string
  score: number
  reason: string
}

export interface ConditionText {
  key: string
  text: string
  dueDays?: number
}

/** What the letter says, as proofread: paragraphs in the applicant's language form. */
export interface LetterText {
  lang: 'nb' | 'nn' | 'en'
  heading: string
  paragraphs: { heading?: string; text: string }[]
}

/** One line of accounts against the budget that was sent. Amounts in øre. */
export interface AccountLine {
  side: 'income' | 'cost'
  label: string
  /** As it was sent with the application; null for a line that was not in the budget. */
  budgetOre: number | null
  /** The budget when less was granted than asked for; left out where it is the same. */
  revisedOre?: number
  accountOre: number
  /** While it is a draft: the amount that cannot be read, as it was typed; empty while there is none. */
  typed?: string
  comment?: string
}

/** How an amount came to be, one line. Øre, but for points and the rate's whole numbers. */
export interface AmountLine {
  /** A step of the scheme's own, or what Torg does after them. */
  kind: 'step' | 'share' | 'most' | 'least' | 'rounded'
  key?: string
  /** Undefined while it depends on something not answered yet. */
  value?: number
  /** The limit that was applied: øre, or per cent for the share. */
  limit?: number
}

/** How one case's amount follows from sharing out a pot among the round's applications. Amounts in øre. */
export interface AllocationShare {
  method: 'per-point' | 'proportional'
  /** What was there to share, after what was decided before. */
  potOre: number
  /** How many applications shared it. */
  applications: number
  /** 'per-point': the case's points and all applications'. 'proportional': what it would get and all would get, in øre. */
  own: number
  sum: number
  /** What its part of the pot comes to. */
  shareOre: number
  /** What limited it: what was asked for, the scheme's largest amount, its share of the costs. */
  limitedBy?: { kind: 'asked' | 'most' | 'share' | 'calculated'; ore: number }
  /** Below the scheme's least amount nothing is given. */
  below?: number
  ore: number
}
