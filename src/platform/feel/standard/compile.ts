import { FeelFailure, FeelProblem } from '../failure.ts'
import { childrenOfRaw, readWhole, type Raw } from '../syntax.ts'
import { STANDARD_LIMITS } from './limits.ts'
import { parseMoment } from './calendar.ts'
import { readNode, readTests } from './read.ts'
import type { Reader, Scope, Step } from './scope.ts'
import { isContext, isFunction, isList, type Run, type Type, type Value } from './values.ts'

/** How a text is read. */
export interface Reading {
  /** a cell of tests rather than an expression */
  readonly tests: boolean
  /** the names that it may use, with the names within what they stand for, as far as that is known */
  readonly shape: Record<string, unknown>
  /** types of the model's own */
  readonly types?: (name: string) => Type | undefined
}

/**
 * Reads an expression, or a decision table's cell of tests, after the standard: null for what has no result, functions
 * as values, dates and times with zones. Torg's own rules are read by ../compile.ts, which is stricter.
 * @throws FeelProblem
 */
export function readStandard(text: string, how: Reading): Step {
  // before anything else is done with it: putting a million accents in order takes minutes
  if (text.length > STANDARD_LIMITS.expression)
    throw new FeelProblem('too-long', `more than ${STANDARD_LIMITS.expression} characters`, { from: 0, to: text.length })
  // a range's type is written as a list's is, which the grammar knows; typeAt() reads the text as it was
  const known = text.normalize('NFC').replaceAll(/\brange(\s*<)/g, 'list $1')
  const reader: Reader = {
    text: text.normalize('NFC'),
    types: how.types ?? (() => undefined),
    read: (raw: Raw) => readNode(reader, raw),
  }
  const whole = readWhole(known, { limit: STANDARD_LIMITS.expression, tests: how.tests, shape: how.shape })
  if (how.tests) return readTests(reader, whole)
  const top = childrenOfRaw(whole)
  if (top.length !== 1 || !top[0]) throw new FeelProblem('syntax', 'one expression is needed', { from: 0, to: text.length })
  return reader.read(top[0])
}

/** What the grammar needs to know of the names in reach: which there are, and the names within what they name. */
export function shapeOf(scope: Scope): Record<string, unknown> {
  const shape: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (let at: Scope | undefined = scope; at; at = at.outer)
    for (const [name, value] of at.names) if (!(name in shape)) shape[name] = shapeOfValue(value, 0)
  return { ...shape }
}

function shapeOfValue(value: Value, depth: number): unknown {
  if (value === null || depth > 12) return null
  if (isFunction(value)) return value.result ? shapeOfType(value.result, depth + 1) : null
  if (isList(value)) return shapeOfValue(value.find(isContext) ?? null, depth)
  if (!isContext(value)) return null
  return Object.fromEntries([...value].slice(0, 200).map(([key, item]) => [key, shapeOfValue(item, depth + 1)]))
}

/** The names within a value of a type. */
export function shapeOfType(type: Type, depth = 0): unknown {
  if (depth > 12) return null
  if (type.kind === 'named') return shapeOfType(type.find(), depth + 1)
  if (type.kind === 'restricted') return shapeOfType(type.base, depth)
  if (type.kind === 'list') return shapeOfType(type.of, depth)
  if (type.kind === 'function') return shapeOfType(type.result, depth)
  if (type.kind !== 'context') return null
  return Object.fromEntries(type.entries.map(([key, of]) => [key, shapeOfType(of, depth + 1)]))
}

/**
 * What one evaluation costs is counted here.
 * @param now the moment that now() tells, ISO 8601
 * @param say told why something became null
 * @throws Error when now is no moment: a programming fault
 */
export function startRun(now: string, say: (message: string) => void): Run {
  const moment = parseMoment(now)
  if (!moment) throw new Error(`not a moment: ${now}`)
  let left: number = STANDARD_LIMITS.steps
  let depth = 0
  return {
    now: moment,
    spend(steps) {
      left -= steps
      if (left < 0) throw new FeelFailure('too-large', 'the evaluation takes too many steps')
    },
    note(message) {
      say(message)
      return null
    },
    within(work) {
      depth += 1
      if (depth > STANDARD_LIMITS.depth) throw new FeelFailure('too-large', 'functions or decisions call one another without end')
      const made = work()
      depth -= 1
      return made
    },
  }
}
