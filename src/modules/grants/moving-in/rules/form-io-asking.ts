import type { Common, Question } from './asking.ts'
import type { Draft, NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import type { Loose } from './source.ts'

/** Components that take an answer, as questions. */
export interface Asked {
  name: string
  question: Question
  /** Work on the field once it stands in the form. */
  settle?: (field: NewField | undefined) => void
}

export interface At {
  draft: Draft
  translate: (said: unknown) => unknown
  path: string
  data: readonly string[]
}

export interface Here {
  name: string
  path: string
  item: Item
  /** In a row of a table. */
  inRow?: boolean
}

export interface FormIoAsking {
  at: At
  component: Loose
  validate: Loose
  common: Common
  here: Here
}
