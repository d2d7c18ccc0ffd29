import type { Node } from './ast.ts'
import { build } from './build.ts'
import { FeelProblem, tooLong, type Problem } from './failure.ts'
import type { Step } from './functions/spec.ts'
import { LIMITS } from './limits.ts'
import { readExpression } from './read.ts'
import { runWithin } from './watchdog.ts'

/** An expression read once, to be run many times. */
export interface Compiled {
  readonly text: string
  readonly node: Node
  readonly slots: number
  readonly step: Step
}

export interface Faulty {
  readonly errors: Problem[]
}

const KEPT = 2_000
const cache = new Map<string, Compiled | Faulty>()

/**
 * Reads an expression; the 2 000 last used are kept. What it means depends on its text alone, never on facts.
 * @returns what can be run, or what is wrong and where
 */
export function compile(expression: string): Compiled | Faulty {
  const kept = cached(expression)
  if (kept) return kept
  let result: Compiled | Faulty | undefined
  const begun = performance.now()
  const most = Math.min(LIMITS.readMs, reading?.leftMs ?? LIMITS.readMs)
  const finished =
    most > 0 &&
    runWithin(most, () => {
      result = compileHere(expression)
    })
  if (reading) reading.leftMs -= performance.now() - begun
  if (finished && result) return result
  return { errors: [{ key: 'timeout', message: 'took too long to read', from: 0, to: expression.length }] }
}

let reading: { leftMs: number } | undefined

/** Work in which many expressions may be read, such as a whole document's: those not read within the time are faulty by `timeout`. */
export function readingWithin<T>(milliseconds: number, work: () => T): T {
  const outer = reading
  reading = { leftMs: Math.min(milliseconds, outer?.leftMs ?? milliseconds) }
  try {
    return work()
  } finally {
    reading = outer
  }
}

/** compile() without a watchdog of its own, for work that stands under one. */
export function compileHere(expression: string): Compiled | Faulty {
  const kept = cached(expression)
  if (kept) return kept
  // before anything else is done with it: putting a million accents in order takes minutes, and no watch can stop that
  if (expression.length > LIMITS.expression) return { errors: [tooLong(expression)] }
  const result = read(expression)
  if (cache.size >= KEPT) cache.delete(cache.keys().next().value ?? '')
  cache.set(expression, result)
  return result
}

function cached(expression: string): Compiled | Faulty | undefined {
  const kept = cache.get(expression)
  if (!kept) return undefined
  cache.delete(expression)
  cache.set(expression, kept)
  return kept
}

function read(expression: string): Compiled | Faulty {
  try {
    // å typed on some machines is two characters; names must be the same everywhere
    const { node, slots } = readExpression(expression.normalize('NFC'))
    return { text: expression, node, slots, step: build(node) }
  } catch (error) {
    if (error instanceof FeelProblem) return { errors: [error.problem] }
    if (error instanceof RangeError)
      return { errors: [{ key: 'too-deep', message: 'nested too deeply', from: 0, to: expression.length }] }
    throw error
  }
}
