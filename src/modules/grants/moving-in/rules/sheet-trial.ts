// What is shown of a plan: kept while somebody looks at it, so that a large file is worked out once and not at every look.

import type { Ask, Plan, PlanCounts, PlannedRow } from './sheet-plan.ts'
import type { RowProblem } from './sheet-rows.ts'

/** Names asked about on one page. */
export const ASKED = 40
/** Rows shown of each list. */
export const SHOWN = 50
/** Faults that are kept, and can be taken out as a file: a file with more has its columns wrong. */
export const FAULTS = 20_000

export interface Trial {
  counts: PlanCounts
  /** The first of them, those without an answer before the others. */
  asks: Ask[]
  asked: number
  problems: RowProblem[]
  problemCount: number
  passed: RowProblem[]
  rows: Pick<PlannedRow, 'line' | 'label' | 'change' | 'matched'>[]
  rowCount: number
}

export function trialOf({ counts, asks, problems, passed, rows }: Plan): Trial {
  const open = asks.filter((ask) => ask.answer === undefined)
  return {
    counts,
    asks: [...open, ...asks.filter((ask) => ask.answer !== undefined)].slice(0, ASKED),
    asked: asks.length,
    problems: problems.slice(0, FAULTS),
    problemCount: problems.length,
    passed: passed.slice(0, SHOWN),
    rows: rows
      .slice(0, SHOWN)
      .map(({ line, label, change, matched }) => ({ line, label, change, ...(matched ? { matched } : {}) })),
    rowCount: rows.length,
  }
}
