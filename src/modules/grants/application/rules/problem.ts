import type { Field } from '../../model.ts'

/** One thing in the answers that is missing, cannot be read or does not add up, with the input it belongs to. */
export interface Problem {
  /** The key of the field, and the name of the very input: "budget.2.amount". */
  field: string
  name: string
  /** Key of a sentence in texts/problems.ts, or the scheme's own words. */
  key: ProblemKey
  data?: Record<string, string | number>
  message?: Field['label']
  /** What the input is called, where a field has several: a row's column, a budget line. */
  part?: Field['label']
  row?: number
}

export type ProblemKey =
  | 'required'
  | 'requiredChoice'
  | 'requiredFile'
  | 'requiredDeclaration'
  | 'requiredPart'
  | 'tooLong'
  | 'notNumber'
  | 'notAmount'
  | 'negative'
  | 'tooSmall'
  | 'tooLarge'
  | 'amountTooSmall'
  | 'amountTooLarge'
  | 'decimals'
  | 'notDate'
  | 'dateTooEarly'
  | 'dateTooLate'
  | 'periodBackwards'
  | 'unknownChoice'
  | 'tooManyChoices'
  | 'badOrganisationNumber'
  | 'badAccount'
  | 'badPostcode'
  | 'tooFewRows'
  | 'tooManyRows'
  | 'tooManyFiles'
  | 'lineAmount'
  | 'lineText'
  | 'noCost'
  | 'incomeTooLow'
  | 'incomeTooHigh'
  | 'check'

/** What the answers are judged against that is not in the definition: the municipality's districts. */
export interface Known {
  districts: readonly string[]
}
