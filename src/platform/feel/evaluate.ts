import { compileHere, type Compiled } from './compile.ts'
import { parseDate, parseInstant } from './dates.ts'
import { FeelFailure, type ErrorReason, type Span } from './failure.ts'
import { fromValue, toValue, type Facts, type FeelValue } from './facts.ts'
import type { Run } from './functions/spec.ts'
import { LIMITS } from './limits.ts'
import { meter, TOO_LONG, USUAL_PACE, type Pace } from './meter.ts'
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
  /** how long they may take, where it is not the usual */
  readonly pace?: Partial<Pace>
  /** what is left for several batches together; what this one took is taken from it */
  readonly purse?: { leftMs: number }
}

/**
 * Evaluates a batch of expressions over one set of facts, synchronously. A rule that runs longer than it may ends as `timeout` and
 * the next has its turn; when the batch has had its time, those left are `not-reached`. Nothing else is touched.
 * @throws Error when today or now is not a date or a moment: a programming fault
 */
export function evaluateAll(items: readonly Item[], facts: Facts, clock: Clock): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>()
  const world = worldOf(facts, clock)
  // A form that asks nothing of the rules pays for no watchdog.
  if (items.length === 0) return outcomes
  const { elapsed, ruleMs, batchMs, engineMs } = { ...USUAL_PACE, ...clock.pace }
  const begun = elapsed()
  const end = begun + Math.min(batchMs, clock.purse?.leftMs ?? batchMs)
  let reached = 0
  const evaluateNext = (item: Item): void => {
    const until = Math.min(end, elapsed() + ruleMs)
    outcomes.set(item.key, evaluateOne(item.expression, world, meter(LIMITS.steps, until, elapsed)))
  }
  while (reached < items.length && elapsed() < end) {
    const first = reached
    // One watch for all of them, set for one: a batch is nearly always done within the time of one, and a watch is dear.
    const finished = runWithin(Math.min(engineMs, end - elapsed()), () => {
      for (; reached < items.length && elapsed() < end; reached += 1) evaluateNext(items[reached] as Item)
    })
    const item = items[reached]
    // Stopped in the first, it has had all its time; stopped in a later one, that begins again with all of its own.
    if (finished || !item || reached > first) continue
    outcomes.set(item.key, { kind: 'error', reason: 'timeout', message: TOO_LONG })
    reached += 1
  }
  for (const item of items.slice(reached))
    outcomes.set(item.key, { kind: 'error', reason: 'not-reached', message: 'not reached in time' })
  if (clock.purse) clock.purse.leftMs -= elapsed() - begun
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

function evaluateOne(expression: string, world: World, spend: Run['spend']): Outcome {
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
    const result = fromValue(compiled.step(runOf(compiled, world, spend)))
    return 'known' in result ? { kind: 'value', value: result.known } : { kind: 'unknown', missing: result.missing.toSorted() }
  } catch (error) {
    return failed(error)
  }
}

function runOf(compiled: Compiled, { fact, today, now }: World, spend: Run['spend']): Run {
  return { slots: Array.from<Value>({ length: compiled.slots }).fill(null), fact, today, now, spend }
}

function failed(error: unknown): Outcome {
  if (error instanceof FeelFailure)
    return { kind: 'error', reason: error.reason, message: error.message, ...(error.at ? { at: error.at } : {}) }
  if (error instanceof RangeError) return { kind: 'error', reason: 'too-large', message: 'more than memory allows' }
  // a fault of ours must not stop the rest of the batch; the name alone, since messages could quote facts
  return { kind: 'error', reason: 'internal', message: error instanceof Error ? error.name : 'unexpected' }
}
