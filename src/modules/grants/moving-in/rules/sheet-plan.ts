// What an import would do, row by row: worked out the same way for the dry run and for the import itself.

import type { Likeness } from './sheet-names.ts'
import type { RowProblem } from './sheet-rows.ts'

/** The content of a row as it is stored, by column: what undoing compares with. */
export type Snapshot = Record<string, string | number | boolean | null>

export interface PlannedRow {
  line: number
  /** 'held' waits for a person's answer and is not brought in. */
  change: 'added' | 'changed' | 'unchanged' | 'held'
  /** Who or what it is about, for a list a person reads. */
  label: string
  /** The row that is there already. */
  id?: string
  before?: Snapshot
  after: Snapshot
  /** Organisations: the account's digits, sealed when written. */
  account?: string
  /** Set where a person or the number says which organisation it is. */
  matched?: boolean
}

/** A name that only a person can say who is. */
export interface Ask {
  key: string
  name: string
  number?: string
  /** The number belongs to an organisation with quite another name; or names that are alike. */
  why: 'otherName' | 'likeName'
  rows: number
  ore: number
  lines: number[]
  candidates: Likeness[]
  /** Id of one of them, 'new', or 'none'. */
  answer?: string
}

export interface Plan {
  rows: PlannedRow[]
  asks: Ask[]
  problems: RowProblem[]
  passed: RowProblem[]
  counts: PlanCounts
}

export interface PlanCounts {
  total: number
  added: number
  changed: number
  unchanged: number
  held: number
  refused: number
  passed: number
  /** Rows with an organisation that was told by number or by a person. */
  linked: number
  /** Names that nobody has said yes or no to. */
  unanswered: number
  awards?: number
  proposals?: number
  zeros?: number
  reports?: number
  conditions?: number
  overdue?: number
  /** Cells that say something else than what stands, and change nothing. */
  differs?: number
  accounts?: number
}

/** Rows planned between one halt and the next. */
export const PART = 500

/** A plan in the making: halts now and then, so that others are let in. */
export type Planning = Generator<undefined, Plan, undefined>

/** As map, with halts. */
export function* mapInParts<T, R>(list: readonly T[], each: (item: T, at: number) => R): Generator<undefined, R[], undefined> {
  const made: R[] = []
  for (const [at, item] of list.entries()) {
    made.push(each(item, at))
    if (made.length % PART === 0) yield
  }
  return made
}

export function countPlan(plan: Omit<Plan, 'counts'>, total: number, more: Partial<PlanCounts>): PlanCounts {
  const of = (change: PlannedRow['change']) => plan.rows.filter((row) => row.change === change).length
  return {
    total,
    added: of('added'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    held: of('held'),
    refused: new Set(plan.problems.map((problem) => problem.line)).size,
    passed: plan.passed.length,
    linked: plan.rows.filter((row) => row.matched).length,
    unanswered: plan.asks.filter((ask) => ask.answer === undefined).length,
    ...more,
  }
}

/** True when every column of the one says the same in the other. */
export function isSame(a: Snapshot, b: Snapshot, except: readonly string[] = []): boolean {
  return Object.keys(a).every((column) => except.includes(column) || (a[column] ?? null) === (b[column] ?? null))
}

/** What taking a batch back did, and the rows it left, each with its reason. */
export interface UndoResult {
  removed: number
  restored: number
  kept: { line: number; what: string; why: 'changed' | 'inUse' | 'ended' }[]
}
