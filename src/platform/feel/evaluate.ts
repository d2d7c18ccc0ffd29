import { compileHere, type Compiled } from './compile.ts'
import { parseDate, parseInstant } from './dates.ts'
import { FeelFailure, type ErrorReason, type Span } from './failure.ts'
import { fromValue, toValue, type Facts, type FeelValue } from './facts.ts'
import type { Run } from './functions/spec.ts'
import { LIMITS } from './limits.ts'
import type { Value } from './values.ts'
import { runWithin } from './watchdog.ts'

/** What came of one expression. An error carries a reason and a place, never a fact's value. */
export type Outcome =
  | { kind: 'value'; value: FeelValue }
  | { kind: 'unknown'; missing: string[] }
  | { kind: 'error'; reason: ErrorReason; message: string; at?: Span }

export interface Item {
  readonly key: string
  readonly expression: string
}

/** The day ('YYYY-MM-DD', in Oslo) and the moment (ISO 8601 with zone) that the rules are applied at. */
export interface Clock {
  readonly today: string
  readonly now: string
  readonly limitMs?: number
}

/**
 * Evaluates a batch of expressions over one set of facts, synchronously and under one watchdog.
 * A rule that runs too long ends as `timeout`, those after it in the batch as `not-reached`; nothing else is touched.
 * @throws Error when today or now is not a date or a moment: a programming fault
 */
export function evaluateAll(items: readonly Item[], facts: Facts, clock: Clock): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>()
  const world = worldOf(facts, clock)
  // A form that asks nothing of the rules pays for no watchdog.
  if (items.length === 0) return outcomes
  let reached = 0
  const finished = runWithin(clock.limitMs ?? LIMITS.batchMs, () => {
    for (; reached < items.length; reached += 1) {
      const item = items[reached]
      if (item) outcomes.set(item.key, evaluateOne(item.expression, world))
    }
  })
  if (!finished)
    for (const [index, item] of items.slice(reached).entries())
      outcomes.set(item.key, {
        kind: 'error',
        reason: index === 0 ? 'timeout' : 'not-reached',
        message: index === 0 ? 'took too long' : 'not reached in time',
      })
  return outcomes
}

/** One expression over one set of facts; a batch is cheaper than many of these. */
export function evaluate(expression: string, facts: Facts, clock: Clock): Outcome {
  const outcome = evaluateAll([{ key: 'one', expression }], facts, clock).get('one')
  return outcome ?? { kind: 'error', reason: 'internal', message: 'no outcome' }
}

/** What a yes-or-no rule says: anything but a plain true or false is for a person to judge. */
export function verdict(outcome: Outcome): 'meets' | 'fails' | 'unknown' {
  if (outcome.kind !== 'value' || typeof outcome.value !== 'boolean') return 'unknown'
  return outcome.value ? 'meets' : 'fails'
}

type World = Pick<Run, 'fact' | 'today' | 'now'>

function worldOf(facts: Facts, clock: Clock): World {
  const [today, now] = [parseDate(clock.today), parseInstant(clock.now)]
  if (!today || !now) throw new Error('evaluateAll needs today as YYYY-MM-DD and now as ISO 8601 with a zone')
  const read = new Map<string, Value>()
  const fact = (name: string): Value => {
    const known = read.get(name)
    if (known !== undefined) return known
    const value = toValue(Object.hasOwn(facts, name) ? facts[name] : undefined, name)
    read.set(name, value)
    return value
  }
  return { fact, today, now }
}

function evaluateOne(expression: string, world: World): Outcome {
  const compiled = compileHere(expression)
  if ('errors' in compiled) {
    const [first] = compiled.errors
    const syntax = first && ['syntax', 'incomplete'].includes(first.key)
    const at = first && { from: first.from, to: first.to }
    return {
      kind: 'error',
      reason: syntax ? 'syntax' : 'forbidden',
      message: first?.message ?? 'not understood',
      ...(at ? { at } : {}),
    }
  }
  try {
    const result = fromValue(compiled.step(runOf(compiled, world)))
    return 'known' in result ? { kind: 'value', value: result.known } : { kind: 'unknown', missing: result.missing.toSorted() }
  } catch (error) {
    return failed(error)
  }
}

function runOf(compiled: Compiled, world: World): Run {
  let left: number = LIMITS.steps
  return {
    slots: Array.from<Value>({ length: compiled.slots }).fill(null),
    fact: world.fact,
    today: world.today,
    now: world.now,
    spend(steps) {
      left -= steps
      if (left < 0) throw new FeelFailure('too-large', 'more work than one rule may do')
    },
  }
}

function failed(error: unknown): Outcome {
  if (error instanceof FeelFailure)
    return { kind: 'error', reason: error.reason, message: error.message, ...(error.at ? { at: error.at } : {}) }
  if (error instanceof RangeError) return { kind: 'error', reason: 'too-large', message: 'more than memory allows' }
  // a fault of ours must not stop the rest of the batch; the name alone, since messages could quote facts
  return { kind: 'error', reason: 'internal', message: error instanceof Error ? error.name : 'unexpected' }
}
