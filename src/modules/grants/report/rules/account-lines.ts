// The lines of a report's accounts: one for each line of the budget that was sent, and those that were not foreseen.

import { parseKr } from '#platform/money.ts'
import type { FieldValues } from '../../application/rules/read-answers.ts'
import type { AccountLine } from '../../model.ts'
import { needsExplanation } from './accounts.ts'
import { isGrantLine, reviseBudget, type BudgetRow } from './revise-budget.ts'

export const EXTRA_LINES = 40
export const LONGEST_COMMENT = 500
const LONGEST_LABEL = 200

/** The lines as the page asks for them: the budget's, with what was written so far, then the extra ones. */
export function accountLines(
  rows: readonly BudgetRow[],
  award: { appliedOre: number; grantedOre: number },
  written: readonly AccountLine[],
): AccountLine[] {
  const budget = rows.filter((row) => !isGrantLine(row))
  const revised = reviseBudget(budget, award.appliedOre, award.grantedOre)
  const known = written.filter((line) => line.budgetOre !== null)
  const lines = budget.map((row, index): AccountLine => {
    const before = known[index]
    const revisedOre = revised[index]
    return {
      side: row.side,
      label: row.label,
      budgetOre: row.ore,
      ...(revisedOre === undefined ? {} : { revisedOre }),
      accountOre: before?.accountOre ?? 0,
      ...(before ? (before.typed === undefined ? {} : { typed: before.typed }) : { typed: '' }),
      ...(before?.comment ? { comment: before.comment } : {}),
    }
  })
  return [...lines, ...written.filter((line) => line.budgetOre === null)]
}

/** The lines as they were typed, less one whose "remove" button was pressed. Empty extra ones stay until the report is sent. */
export function readAccountLines(lines: readonly AccountLine[], form: FieldValues, removed?: number): AccountLine[] {
  return lines.flatMap((line, index): AccountLine[] => {
    const name = lineName(index)
    if (!form.has(`${name}.amount`)) return index === removed ? [] : [line]
    const isExtra = line.budgetOre === null
    if (isExtra && index === removed) return []
    const label = isExtra ? form.text(`${name}.label`).replaceAll('\n', ' ').slice(0, LONGEST_LABEL) : line.label
    const comment = form.text(`${name}.comment`).slice(0, LONGEST_COMMENT * 2)
    const amount = form.text(`${name}.amount`).slice(0, 40)
    const ore = parseKr(amount)
    const { typed: _typed, comment: _comment, ...rest } = line
    return [
      {
        ...rest,
        label,
        ...(ore === undefined || ore < 0 ? { accountOre: 0, typed: amount } : { accountOre: ore }),
        ...(comment.trim() === '' ? {} : { comment }),
      },
    ]
  })
}

/** The lines with one more to write in; unchanged when there is no room. */
export function addAccountLine(lines: readonly AccountLine[], side: AccountLine['side']): AccountLine[] {
  if (lines.filter((line) => line.budgetOre === null).length >= EXTRA_LINES) return [...lines]
  return [...lines, { side, label: '', budgetOre: null, accountOre: 0, typed: '' }]
}

export interface AccountProblem {
  /** The name of the very input. */
  name: string
  key: 'amountMissing' | 'notAmount' | 'explain' | 'labelMissing' | 'commentTooLong' | 'noCost'
  label: string
}

/** What is missing or cannot be read, in the order of the lines. */
export function checkAccountLines(lines: readonly AccountLine[]): AccountProblem[] {
  const problems = lines.flatMap((line, index): AccountProblem[] => {
    const name = lineName(index)
    const { label } = line
    if (line.budgetOre === null && isBlank(line)) return []
    const amount: AccountProblem[] =
      line.typed === undefined
        ? []
        : [{ name: `${name}.amount`, key: line.typed.trim() === '' ? 'amountMissing' : 'notAmount', label }]
    return [
      ...(line.budgetOre === null && label.trim() === '' ? [{ name: `${name}.label`, key: 'labelMissing' as const, label }] : []),
      ...amount,
      ...(amount.length === 0 && needsExplanation(line) && !line.comment?.trim()
        ? [{ name: `${name}.comment`, key: 'explain' as const, label }]
        : []),
      ...((line.comment?.length ?? 0) > LONGEST_COMMENT
        ? [{ name: `${name}.comment`, key: 'commentTooLong' as const, label }]
        : []),
    ]
  })
  if (problems.length > 0 || lines.some((line) => line.side === 'cost' && line.budgetOre !== null)) return problems
  const hasCost = lines.some((line) => line.side === 'cost' && line.accountOre > 0)
  return hasCost ? [] : [{ name: 'accounts', key: 'noCost', label: '' }]
}

/** The lines as they are sent: without what was only offered. */
export function sentAccountLines(lines: readonly AccountLine[]): AccountLine[] {
  return lines
    .filter((line) => line.budgetOre !== null || !isBlank(line))
    .map(({ typed: _typed, ...line }) => ({
      ...line,
      label: line.label.trim(),
      ...(line.comment ? { comment: line.comment.trim() } : {}),
    }))
}

export function lineName(index: number): string {
  return `accounts.${index}`
}

function isBlank(line: AccountLine): boolean {
  return line.label.trim() === '' && (line.typed ?? '0').trim() === '' && !line.comment?.trim()
}
