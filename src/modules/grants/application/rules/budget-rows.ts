import type { BudgetLine, Field } from '../../model.ts'

type BudgetField = Extract<Field, { type: 'budget' }>

/** A row that stands for a category, or one that was added. */
export interface BudgetRow {
  /** Its number in the names of its inputs. */
  index: number
  side: 'income' | 'cost'
  line?: BudgetLine
  /** A category's own row; without it the category is chosen. */
  category?: BudgetField['categories'][number]
}

/** The first line of a category stands in the category's own row; further ones and those without a category come after. */
export function budgetRows(field: BudgetField, lines: readonly BudgetLine[]): BudgetRow[] {
  const taken = new Set<BudgetLine>()
  const own = field.categories.map((category): Omit<BudgetRow, 'index'> => {
    const line = lines.find((each) => each.category === category.key)
    if (line) taken.add(line)
    return { side: category.side, category, ...(line ? { line } : {}) }
  })
  const added = lines.filter((line) => !taken.has(line)).map((line): Omit<BudgetRow, 'index'> => ({ side: line.side, line }))
  const sides = (['cost', 'income'] as const).flatMap((side) => [...own, ...added].filter((row) => row.side === side))
  return sides.map((row, index) => ({ ...row, index }))
}
