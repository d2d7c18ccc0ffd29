import { childrenOf, type Node } from './ast.ts'
import { compile } from './compile.ts'
import { parseDate, parseInstant } from './dates.ts'
import { FeelFailure } from './failure.ts'
import { fromValue, toValue, type Facts } from './facts.ts'
import { LIMITS } from './limits.ts'
import type { Value } from './values.ts'
import type { Clock, Outcome } from './evaluate.ts'
import { TOO_LONG } from './meter.ts'
import { runWithin } from './watchdog.ts'

/** How much work is left for many tries together; counted in steps, so that it ends the same on every machine. */
export interface TrialBudget {
  left: number
}

/**
 * An expression made ready to be tried on many invented sets of facts, without a watchdog for each: what one try may cost is
 * counted, and so is what all may cost together; only patterns, which cannot be counted, are watched. Undefined when the expression
 * cannot be read.
 */
export function makeTrial(expression: string, clock: Clock, budget: TrialBudget): ((facts: Facts) => Outcome) | undefined {
  const compiled = compile(expression)
  const [today, now] = [parseDate(clock.today), parseInstant(clock.now)]
  if ('errors' in compiled || !today || !now) return undefined
  const watched = hasPattern(compiled.node)
  return (facts) => {
    let left = Math.min(LIMITS.steps / 10, budget.left)
    const read = new Map<string, Value>()
    const fact = (name: string): Value => {
      const known = read.get(name)
      if (known !== undefined) return known
      const value = toValue(Object.hasOwn(facts, name) ? facts[name] : undefined, name)
      read.set(name, value)
      return value
    }
    const spend = (steps: number) => {
      left -= steps
      budget.left -= steps
      if (left < 0) throw new FeelFailure('too-large', 'more work than one try may do')
    }
    try {
      spend(1)
      const slots = Array.from<Value>({ length: compiled.slots }).fill(null)
      let made: Value = null
      const work = (): void => void (made = compiled.step({ slots, fact, today, now, spend }))
      if (!watched) work()
      else if (!runWithin(LIMITS.ruleMs, work)) {
        // tried on more facts it would be as slow
        budget.left = 0
        return { kind: 'error', reason: 'timeout', message: TOO_LONG }
      }
      const result = fromValue(made)
      return 'known' in result ? { kind: 'value', value: result.known } : { kind: 'unknown', missing: [...result.missing] }
    } catch (error) {
      if (error instanceof FeelFailure) return { kind: 'error', reason: error.reason, message: error.message }
      return { kind: 'error', reason: 'internal', message: error instanceof Error ? error.name : 'unexpected' }
    }
  }
}

const PATTERNS = new Set(['matches', 'replace', 'split'])

function hasPattern(node: Node): boolean {
  return (node.op === 'call' && PATTERNS.has(node.name)) || childrenOf(node).some(hasPattern)
}
