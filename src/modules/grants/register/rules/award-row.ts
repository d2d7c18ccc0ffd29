// Reads one row of an earlier year's list of grants: what it says, or why it cannot be read.

import { parseKr, type Ore } from '#platform/money.ts'

/** One row as it was understood. Amounts in øre; undefined where the list says nothing. */
export interface AwardRow {
  /** The list's own name for the row, so that reading it again finds it again. */
  sourceKey: string
  budgetYear: number
  /** Only what was adopted can be an award; a proposal never is. */
  stage: 'adopted' | 'proposed'
  recipient: string
  priorYearOre?: Ore
  appliedOre?: Ore
  resultOre: Ore
  sourceUrl?: string
}

export type ReadAwardRow = { row: AwardRow } | { problem: AwardRowProblem }
export interface AwardRowProblem {
  reason: 'noYear' | 'unknownStage' | 'noRowNumber' | 'noRecipient' | 'noResult' | 'notAnAmount' | 'negative' | 'badAddress'
  column: string
  value: string
}

/** The columns of the list, in the words of its first line. */
export const awardColumns = [
  'budget_year',
  'stage',
  'row_no',
  'recipient_and_purpose',
  'prior_year_nok',
  'applied_nok',
  'result_nok',
  'source_url',
] as const
type Column = (typeof awardColumns)[number]

export function readAwardRow(cells: Partial<Record<Column, string>>): ReadAwardRow {
  const cell = (column: Column) => (cells[column] ?? '').normalize('NFC').trim()
  const no = (reason: AwardRowProblem['reason'], column: Column): ReadAwardRow => ({
    problem: { reason, column, value: cell(column).slice(0, 80) },
  })

  if (!/^(19|20)\d{2}$/.test(cell('budget_year'))) return no('noYear', 'budget_year')
  const stage = readStage(cell('stage'))
  if (!stage) return no('unknownStage', 'stage')
  if (!/^\d{1,6}$/.test(cell('row_no'))) return no('noRowNumber', 'row_no')
  if (cell('recipient_and_purpose') === '' || cell('recipient_and_purpose').length > 400)
    return no('noRecipient', 'recipient_and_purpose')
  if (cell('result_nok') === '') return no('noResult', 'result_nok')
  const amounts: Partial<Record<Column, Ore>> = {}
  for (const column of ['prior_year_nok', 'applied_nok', 'result_nok'] as const) {
    if (cell(column) === '') continue
    const ore = parseKr(cell(column))
    if (ore === undefined) return no('notAnAmount', column)
    if (ore < 0) return no('negative', column)
    amounts[column] = ore
  }
  const url = cell('source_url')
  // The address is shown as a link in the public register: nothing but a web address may stand there.
  if (url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return no('badAddress', 'source_url')
  return {
    row: {
      sourceKey: [cell('budget_year'), stage, cell('row_no'), url].join('|'),
      budgetYear: Number(cell('budget_year')),
      stage,
      recipient: cell('recipient_and_purpose').replaceAll(/\s+/g, ' '),
      ...(amounts.prior_year_nok === undefined ? {} : { priorYearOre: amounts.prior_year_nok }),
      ...(amounts.applied_nok === undefined ? {} : { appliedOre: amounts.applied_nok }),
      resultOre: amounts.result_nok ?? 0,
      ...(url === '' ? {} : { sourceUrl: url }),
    },
  }
}

/** An award is an adopted row with an amount above zero: a proposal and a result of zero are not. */
export function isAward(row: Pick<AwardRow, 'stage' | 'resultOre'>): boolean {
  return row.stage === 'adopted' && row.resultOre > 0
}

function readStage(text: string): AwardRow['stage'] | undefined {
  const word = text.toLowerCase()
  if (/^(adopted|vedtatt|vedteke)\b/.test(word)) return 'adopted'
  if (/^(proposed|foreslått|føreslått|forslag)(\s|$)/.test(word)) return 'proposed'
  return undefined
}
