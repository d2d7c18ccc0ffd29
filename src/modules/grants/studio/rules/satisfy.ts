import { compile, type Fact, type Facts, type Outcome } from '#platform/feel/index.ts'
import { makeTrial, type TrialBudget } from '#platform/feel/trial.ts'
import { domainsOf, type Domain } from './domains.ts'
import type { FactType } from './fact-types.ts'
import { usesOf, type Use } from './fact-uses.ts'

/** Whether there are answers that make several conditions hold at once: a search that ends, and says 'never' only with proof. */

export interface Demand {
  expression: string
  holds: (outcome: Outcome) => boolean
  /** The demand is none while this fact is missing. */
  unless?: string
}

export interface Search {
  types: ReadonlyMap<string, FactType>
  /** Day in Oslo. */
  today: string
  /** Shared by all searches in one definition. */
  budget: TrialBudget
}

export type Found = 'possible' | 'never' | 'unproven'

/** What one try costs beside its evaluation, in the steps that all searches share. */
const TRY = 4

/** Tries in one search; more would not be waited for, and a condition that needs them is one nobody can read. */
const TRIES = 4_000

interface Ready {
  facts: string[]
  test: (assigned: ReadonlyMap<string, Fact>) => boolean
  uses: ReadonlyMap<string, Use>
}

/**
 * Whether all demands can hold together. Demands on different facts are looked at apart, so that many of them cost no more than
 * each of them. 'never' is said only when values that stand for all there are have been gone through.
 */
export function search(demands: readonly Demand[], around: Search): Found {
  const ready = demands.flatMap(conjuncts).map((demand) => makeReady(demand, around))
  if (ready.some((each) => each === undefined)) return 'unproven'
  let worst: Found = 'possible'
  for (const part of apart(ready.filter((each) => each !== undefined))) {
    const found = searchPart(part, around)
    if (found === 'never') return 'never'
    if (found === 'unproven') worst = 'unproven'
  }
  return worst
}

/** "a and b" holds when each of them does: apart, one that cannot be counted through does not hide that another never holds. */
function conjuncts(demand: Demand): Demand[] {
  if (demand.holds({ kind: 'value', value: false })) return [demand]
  const compiled = compile(demand.expression)
  if ('errors' in compiled || compiled.node.op !== 'and') return [demand]
  const written = demand.expression.normalize('NFC')
  return [compiled.node.left, compiled.node.right].flatMap(({ from, to }) =>
    conjuncts({ ...demand, expression: written.slice(from, to) }),
  )
}

function makeReady(demand: Demand, { types, today, budget }: Search): Ready | undefined {
  const uses = usesOf(demand.expression, types)
  const trial = makeTrial(demand.expression, { today, now: `${today}T12:00:00Z` }, budget)
  if (!uses || !trial) return undefined
  const unless = demand.unless
  if (unless !== undefined && !uses.has(unless)) uses.set(unless, { constants: [], linked: new Set(), opaque: false })
  const facts = [...uses.keys()]
  const known = new Map<string, boolean>()
  const test = (assigned: ReadonlyMap<string, Fact>): boolean => {
    if (unless !== undefined && (assigned.get(unless) ?? null) === null) return true
    const key = JSON.stringify(facts.map((fact) => assigned.get(fact) ?? null))
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const result = demand.holds(trial(nested(facts, assigned)))
    known.set(key, result)
    return result
  }
  return { facts, test, uses }
}

function nested(paths: readonly string[], assigned: ReadonlyMap<string, Fact>): Facts {
  const facts: Record<string, Fact> = {}
  for (const path of paths) {
    const steps = path.split('.')
    const last = steps.pop() ?? path
    let at = facts
    for (const step of steps) {
      const inner = at[step]
      const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, Fact>) : {}
      at[step] = next
      at = next
    }
    at[last] = assigned.get(path) ?? null
  }
  return facts
}

/** Demands that share facts, directly or through others, belong together. */
function apart(all: readonly Ready[]): Ready[][] {
  const open = [...all]
  const parts: Ready[][] = []
  for (let first = open.shift(); first; first = open.shift()) {
    const part = [first]
    const facts = new Set(first.facts)
    for (let grown = true; grown;) {
      grown = false
      for (const each of open.filter((one) => one.facts.some((fact) => facts.has(fact)))) {
        open.splice(open.indexOf(each), 1)
        part.push(each)
        for (const fact of each.facts) facts.add(fact)
        grown = true
      }
    }
    parts.push(part)
  }
  return parts
}

function searchPart(part: readonly Ready[], { types, today, budget }: Search): Found {
  const domains = domainsOf(together(part), types, today)
  const order = [...domains.keys()]
  const complete = [...domains.values()].every((domain) => domain.complete)
  // A demand is looked at as soon as all it asks about has a value.
  const due = order.map((_fact, at) => part.filter((each) => Math.max(...each.facts.map((fact) => order.indexOf(fact))) === at))
  const assigned = new Map<string, Fact>()
  if (part.some((each) => each.facts.length === 0 && !each.test(assigned))) return 'never'
  let tries = 0
  const step = (at: number): 'yes' | 'no' | 'stop' => {
    const fact = order[at]
    if (fact === undefined) return 'yes'
    for (const value of (domains.get(fact) as Domain).values) {
      tries += 1
      budget.left -= TRY
      if (tries > TRIES || budget.left <= 0) return 'stop'
      assigned.set(fact, value)
      if (!(due[at] ?? []).every((each) => each.test(assigned))) continue
      const further = step(at + 1)
      if (further !== 'no') return further
    }
    assigned.delete(fact)
    return 'no'
  }
  const result = step(0)
  if (result === 'yes') return budget.left > 0 ? 'possible' : 'unproven'
  return result === 'no' && complete && budget.left > 0 ? 'never' : 'unproven'
}

function together(part: readonly Ready[]): Map<string, Use> {
  const all = new Map<string, Use>()
  for (const { uses } of part)
    for (const [path, use] of uses) {
      const one = all.get(path) ?? { constants: [], linked: new Set<string>(), opaque: false }
      all.set(path, {
        constants: [...one.constants, ...use.constants],
        linked: new Set([...one.linked, ...use.linked]),
        opaque: one.opaque || use.opaque,
      })
    }
  return all
}
