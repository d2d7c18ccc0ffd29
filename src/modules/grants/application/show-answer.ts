import { formatKr, formatNumber } from '#platform/money.ts'
import { formatDate, isDay } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answer, Field, PlainField } from '../model.ts'
import { asBudget, asRows, isEmpty, partsOf } from './rules/fields.ts'
import { formatAccount } from './rules/numbers.ts'
import { showOrganisation } from './show-organisation.ts'
import { fieldTexts } from './texts/fields.ts'

/** What answers are read with: the districts' names and the attachments'. */
export interface Names {
  districts: readonly { key: string; name: string }[]
  files: readonly { fileId: string; name: string }[]
}

/** An answer in words, as pages and the frozen PDF show it; empty text when there is none. Budgets and tables: see showBudget, showTable. */
export function showAnswer(field: Field | PlainField, answer: Answer | undefined, names: Names, lang: Lang): string {
  if (answer === undefined || isEmpty(field, answer)) return ''
  const t = fieldTexts[lang]
  const parts = partsOf(answer) ?? {}
  const part = (key: string) => String(parts[key] ?? '').trim()
  switch (field.type) {
    case 'amount':
      return typeof answer === 'number' ? formatKr(answer, lang) : String(answer)
    case 'number': {
      const number = typeof answer === 'number' ? formatNumber(answer, lang, 'exact') : String(answer)
      return field.unit ? `${number} ${field.unit[lang]}` : number
    }
    case 'percentage':
      return typeof answer === 'number' ? `${formatNumber(answer, lang, 'exact')} %` : String(answer)
    case 'calculated':
      if (typeof answer !== 'number') return String(answer)
      return field.format === 'amount' ? formatKr(Math.trunc(answer), lang) : formatNumber(answer, lang)
    case 'date':
      return showDay(String(answer), lang)
    case 'period':
      return `${showDay(part('from'), lang)} – ${showDay(part('to'), lang)}`
    case 'yesNo':
      return answer === true ? t.yes : answer === false ? t.no : String(answer)
    case 'declaration':
      return field.statement[lang]
    case 'oneOf':
      return optionLabel(field.options, answer, lang)
    case 'severalOf':
      return (Array.isArray(answer) ? answer : []).map((each) => optionLabel(field.options, each, lang)).join(', ')
    case 'district':
      return [answer]
        .flat()
        .map((key) => names.districts.find((district) => district.key === key)?.name ?? String(key))
        .join(', ')
    case 'file':
      return (Array.isArray(answer) ? answer : [])
        .map((id) => names.files.find((file) => file.fileId === id)?.name ?? '')
        .filter(Boolean)
        .join(', ')
    case 'person':
      return part('name')
    case 'organisation':
      return showOrganisation(answer, lang)
    case 'address':
      return `${part('street')}, ${part('postcode')} ${part('place')}`.trim()
    case 'bankAccount':
      return formatAccount(String(answer))
    case 'shortText':
    case 'longText':
      return String(answer)
    case 'budget':
    case 'table':
    case 'info':
    case 'section':
      return ''
  }
}

function showDay(day: string, lang: Lang): string {
  return isDay(day) ? formatDate(day, lang) : day
}

function optionLabel(options: readonly { key: string; label: Record<Lang, string> }[], answer: unknown, lang: Lang): string {
  return options.find((option) => option.key === answer)?.label[lang] ?? String(answer)
}

/** A budget side by side of what it is and how much, with its sum in øre. */
export function showBudget(field: Extract<Field, { type: 'budget' }>, answer: Answer | undefined, lang: Lang) {
  const budget = asBudget(answer)
  const side = (wanted: 'income' | 'cost') => {
    const lines = budget.lines
      .filter((line) => line.side === wanted && (line.typed ?? '1') !== '')
      .map((line) => {
        const category = field.categories.find((each) => each.key === line.category)?.label[lang]
        return { what: [category, line.label.trim()].filter(Boolean).join(': '), ore: line.ore, typed: line.typed }
      })
    return { lines, sum: lines.reduce((sum, line) => sum + line.ore, 0) }
  }
  return { cost: side('cost'), income: side('income'), hours: budget.volunteerHours }
}

/** A table's columns and rows in words. */
export function showTable(
  field: Extract<Field, { type: 'table' }>,
  answer: Answer | undefined,
  names: Names,
  lang: Lang,
): { columns: string[]; rows: string[][] } {
  const columns = field.fields.filter((column) => column.type !== 'info')
  return {
    columns: columns.map((column) => column.label[lang]),
    rows: asRows(answer)
      .filter((row) => Object.keys(row).length > 0)
      .map((row) => columns.map((column) => showAnswer(column, row[column.key], names, lang))),
  }
}
