import { LIMITS } from './limits.ts'

/** A span of characters in an expression. */
export interface Span {
  from: number
  to: number
}

/** Why an expression cannot be used at all; found before any fact is read. */
export type ProblemKey =
  | 'syntax'
  | 'incomplete'
  | 'too-long'
  | 'too-deep'
  | 'unsupported'
  | 'reserved-word'
  | 'unknown-function'
  | 'wrong-arguments'
  | 'unsafe-pattern'
  | 'bad-literal'
  | 'chained-comparison'
  | 'unknown-name'
  | 'timeout'

/** A fault in an expression: `key` finds the text for people, `message` is for logs. Offsets count UTF-16 units. */
export interface Problem extends Span {
  key: ProblemKey
  message: string
  /** the word the fault is about, where there is one */
  word?: string
}

/** Why an evaluation gave no answer. */
export type ErrorReason =
  | 'syntax'
  | 'forbidden'
  | 'type'
  | 'bad-argument'
  | 'bad-fact'
  | 'not-a-number'
  | 'out-of-range'
  | 'too-large'
  | 'timeout'
  | 'not-reached'
  | 'internal'

/** Ends one evaluation with a reason. Never carries a fact's value: outcomes are stored and logged. */
export class FeelFailure extends Error {
  readonly reason: ErrorReason
  readonly at: Span | undefined
  constructor(reason: ErrorReason, message: string, at?: Span) {
    super(message)
    this.name = 'FeelFailure'
    this.reason = reason
    this.at = at
  }
}

/** The fault of an expression with more characters than are read. */
export function tooLong({ length }: string): Problem {
  return { key: 'too-long', message: `more than ${LIMITS.expression} characters`, from: 0, to: length }
}

/** Ends the reading of one expression with a fault the author can mend. */
export class FeelProblem extends Error {
  readonly problem: Problem
  constructor(key: ProblemKey, message: string, at: Span, word?: string) {
    super(message)
    this.name = 'FeelProblem'
    this.problem = { key, message, from: at.from, to: at.to, ...(word === undefined ? {} : { word }) }
  }
}
