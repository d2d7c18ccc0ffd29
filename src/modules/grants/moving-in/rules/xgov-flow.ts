import { alwaysSo, exclusive } from './condition-sense.ts'
import { and, cannot, never, not, or, read, readsOf, sizeOf, yes, type Expr } from './expression.ts'
import type { Answered } from './feel-answers.ts'
import type { Draft } from './form-draft.ts'
import { looseList, textOf, type Loose } from './source.ts'

/**
 * Pages that lead to pages. The first way whose condition is true is taken, else the way without one. A page is asked when some
 * way from the start leads to it; said from the last page that all those ways go through, so that conditions stay short.
 */
export interface Flow {
  pages: ReadonlyMap<string, Loose>
  /** Every page, those that can be reached in the order they come, then the rest. */
  order: readonly string[]
  showIf: (conditionOf: (name: string) => Expr, answerOf: AnswerOf) => Map<string, Shown>
  deadEnds: (conditionOf: (name: string) => Expr, answerOf: AnswerOf) => (Shown & { path: string; source: string | undefined })[]
}

type AnswerOf = (source: string) => Answered | undefined
export interface Shown {
  expr: Expr
  /** Names of the conditions it is made of. */
  used: string[]
}
interface Way {
  from: string
  to: string
  /** The way's own condition; none for the way that is left. */
  name: string | undefined
}

export function pageFlow(draft: Draft, form: Loose, list: readonly Loose[]): Flow {
  const pages = new Map(list.map((page) => [textOf(page['path']) ?? '', page]))
  const ways = new Map<string, Way[]>()
  for (const [path, page] of pages)
    ways.set(
      path,
      looseList(page['next']).flatMap((next): Way[] => {
        const to = textOf(next['path'])
        if (to === undefined || !pages.has(to)) {
          if (to !== undefined || next['redirect'])
            draft.note(`pages${path}`, `next: ${to ?? textOf(next['redirect']) ?? ''}`, 'It leads out of the form.')
          return []
        }
        return [{ from: path, to, name: textOf(next['condition'] ?? next['if']) }]
      }),
    )
  const first = [textOf(form['startPage']) ?? '', ...pages.keys()].find((path) => pages.has(path)) ?? ''
  const reached = walk(first, ways)
  const rank = new Map(reached.map((path, index) => [path, index]))
  // A way back to an earlier page is for changing an answer, and shows nothing new.
  const forward = [...ways.values()].flat().filter((way) => (rank.get(way.from) ?? Infinity) < (rank.get(way.to) ?? -1))
  const into = Map.groupBy(forward, (way) => way.to)
  const above = dominators(reached, rank, into)
  const rest = [...pages.keys()].filter((path) => !rank.has(path))
  for (const path of rest)
    draft.note(`pages${path}`, 'No page leads here', 'It is brought in, and never shown, as in the old form.')
  const edge = (way: Way, conditionOf: (name: string) => Expr, answerOf: AnswerOf) =>
    wayExpr(way, ways.get(way.from) ?? [], conditionOf, answerOf)
  return {
    pages,
    order: [...reached, ...rest],
    showIf(conditionOf, answerOf) {
      const shown = new Map<string, Shown>([[first, { expr: yes, used: [] }]])
      for (const path of reached.slice(1)) {
        const over = above.get(path) ?? first
        const used = new Set<string>()
        const local = between(over, path, {
          into,
          above,
          used,
          edge: (way) => edge(way, conditionOf, answerOf),
          namesOf: (way) => namesOf(way, ways),
        })
        const before = shown.get(over) ?? { expr: yes, used: [] }
        if (alwaysSo(local, answerOf)) shown.set(path, { expr: before.expr, used: [...new Set([...before.used, ...used])] })
        else if (!asksForEmpty(local)) shown.set(path, { expr: local, used: [...used] })
        else shown.set(path, { expr: and(before.expr, local), used: [...new Set([...before.used, ...used])] })
      }
      for (const path of rest) shown.set(path, { expr: never, used: [] })
      return shown
    },
    deadEnds(conditionOf, answerOf) {
      return reached.flatMap((path) => {
        const page = pages.get(path)
        const ending = (ways.get(path) ?? []).length === 0 && !/summary|confirm|submit/i.test(textOf(page?.['controller']) ?? '')
        const leading = into.get(path) ?? []
        const isShown = looseList(page?.['components']).length > 0 && leading.length > 0
        if (!ending || !isShown || !reached.some((other) => other !== path && (ways.get(other) ?? []).length === 0)) return []
        return leading.map((way) => {
          const expr = edge(way, conditionOf, answerOf)
          return { path, expr, used: namesOf(way, ways), source: lastRead(expr) }
        })
      })
    },
  }
}

/** Depth first, the source's first way first; the order in which every page comes after those that lead to it. */
function walk(first: string, ways: ReadonlyMap<string, readonly Way[]>): string[] {
  const seen = new Set([first])
  const done: string[] = []
  const open: { path: string; next: Way[] }[] = [{ path: first, next: [...(ways.get(first) ?? [])] }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const way = top.next.pop()
    if (!way) done.push(open.pop()?.path ?? '')
    else if (!seen.has(way.to)) {
      seen.add(way.to)
      open.push({ path: way.to, next: [...(ways.get(way.to) ?? [])] })
    }
  }
  return done.toReversed()
}

/** For each page the nearest one that every way to it goes through. */
function dominators(
  order: readonly string[],
  rank: ReadonlyMap<string, number>,
  into: ReadonlyMap<string, readonly Way[]>,
): Map<string, string> {
  const above = new Map<string, string>()
  const [first] = order
  if (first === undefined) return above
  above.set(first, first)
  const meet = (a: string, b: string): string => {
    let [left, right] = [a, b]
    while (left !== right) {
      if ((rank.get(left) ?? 0) > (rank.get(right) ?? 0)) left = above.get(left) ?? first
      else right = above.get(right) ?? first
    }
    return left
  }
  // No way goes back in this order, so once through is enough.
  for (const path of order.slice(1)) {
    const froms = (into.get(path) ?? []).map((way) => way.from)
    above.set(path, froms.slice(1).reduce(meet, froms[0] ?? first))
  }
  return above
}

const LARGE = 1000

interface Between {
  into: ReadonlyMap<string, readonly Way[]>
  above: ReadonlyMap<string, string>
  used: Set<string>
  edge: (way: Way) => Expr
  namesOf: (way: Way) => string[]
}

/** What must be true on the way from one page to another that it dominates. */
function between(over: string, path: string, walkOn: Between, known = new Map<string, Expr>()): Expr {
  if (path === over) return yes
  const ready = known.get(path)
  if (ready) return ready
  const nearest = walkOn.above.get(path) ?? over
  const ways = walkOn.into.get(path) ?? []
  let local: Expr = never
  for (const name of ways.flatMap((way) => walkOn.namesOf(way))) walkOn.used.add(name)
  for (const way of ways) {
    const before = between(nearest, way.from, walkOn, nearest === over ? known : new Map())
    // One way that cannot be said is enough: nothing is put together with it.
    if (before.op === 'cannot') {
      local = before
      break
    }
    local = or(local, and(before, walkOn.edge(way)))
    if (sizeOf(local) > LARGE) {
      local = cannot('too many ways lead here')
      break
    }
  }
  const whole = nearest === over ? local : and(between(over, nearest, walkOn, known), local)
  known.set(path, whole)
  return whole
}

/** A way is taken when its condition is true and none before it is; the way without one when none is. */
function wayExpr(way: Way, siblings: readonly Way[], conditionOf: (name: string) => Expr, answerOf: AnswerOf): Expr {
  if (way.name === undefined) {
    const others = siblings.flatMap((each) => (each.name === undefined ? [] : [conditionOf(each.name)]))
    if (others.length === 0) return yes
    const any = or(...others)
    // Nobody passes a question that must be answered; one that need not be leads on when it is empty.
    const empty = readsOf(any).filter((source) => answerOf(source)?.optional === true)
    return alwaysSo(any, answerOf) ? never : or(not(any), ...empty.map((source) => not({ op: 'filled', of: read(source) })))
  }
  const own = conditionOf(way.name)
  const before = siblings
    .slice(0, siblings.indexOf(way))
    .flatMap((each) => (each.name === undefined ? [] : [conditionOf(each.name)]))
  return and(own, ...before.filter((each) => !exclusive(each, own)).map(not))
}

function namesOf(way: Way, ways: ReadonlyMap<string, readonly Way[]>): string[] {
  if (way.name !== undefined) return [way.name]
  return (ways.get(way.from) ?? []).flatMap((each) => (each.name === undefined ? [] : [each.name]))
}

function asksForEmpty(expr: Expr): boolean {
  return JSON.stringify(expr).includes('"op":"filled"')
}

function lastRead(expr: Expr): string | undefined {
  return [...JSON.stringify(expr).matchAll(/"op":"read","source":"((?:[^"\\]|\\.)*)"/g)].at(-1)?.[1]
}
