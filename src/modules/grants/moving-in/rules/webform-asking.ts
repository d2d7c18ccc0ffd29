import type { Common, Question } from './asking.ts'
import type { Expr } from './expression.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import type { Loose } from './source.ts'

export interface Named {
  name: string
  question: Question
  showIf?: Expr
}

export type AskedWebform =
  | { kind: 'questions'; parts: Named[] }
  /** As many rows as one likes. */
  | { kind: 'rows'; parts: Named[] }
  | { kind: 'dropped'; why: string }

export interface At {
  draft: Draft
  path: string
  words: (key: string, property: string, said: unknown) => unknown
}

export interface WebformAsking {
  at: At
  key: string
  element: Loose
  item: Item
  common: Common
}
