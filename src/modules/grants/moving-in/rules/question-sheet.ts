import type { Text3 } from '#platform/texts/texts.ts'
import { place, placeTable, type Column, type Question } from './asking.ts'
import { say } from './check-texts.ts'
import { readable } from './content.ts'
import {
  addCheck,
  newDraft,
  type Draft,
  type DraftPage,
  type ImportedForm,
  type ImportOptions,
  type NewField,
} from './form-draft.ts'
import { finishForm } from './draft-scheme.ts'
import type { SheetRow as CellRow } from './group-files.ts'
import { addHeading } from './headings.ts'
import type { Item } from './import-report.ts'
import { sameInAll } from './languages.ts'
import { questionHeadings, type ColumnOf, type QuestionColumn, type SheetRow } from './question-columns.ts'
import { readSheetCondition } from './question-language.ts'
import { askRow, kindOf } from './question-rows.ts'
import { CannotImport } from './source.ts'
import { writeCalculation, writeCondition } from './write-feel.ts'

/**
 * A sheet with one question in each row, in the template that Torg publishes. Formulas in cells are never worked out: the value that
 * Excel saved counts.
 * @throws CannotImport when it is no such sheet, or larger than a form can be
 */
export function importQuestionSheet(file: string, cells: readonly CellRow[], options: ImportOptions): ImportedForm {
  const { rows, columnOf } = readRows(cells)
  if (rows.length === 0) throw new CannotImport('', 'the sheet has headings and no questions')
  const draft = newDraft('nb')
  const sheet: Sheet = { draft, columnOf, columns: new Map() }
  let page: DraftPage | undefined
  let section: string | undefined
  let asked: string | undefined
  for (const { number, row } of rows)
    if (row.table) sheet.columns.set(row.table, [...(sheet.columns.get(row.table) ?? []), { number, row }])
  for (const { number, row } of rows) {
    if (row.table && rows.some((each) => each.row.key === row.table && kindOf(each.row) === 'table')) continue
    if (!page || (row.page && row.page !== page.title.nb)) {
      page = draft.page(sameInAll(row.page ?? 'Søknad'))
      section = undefined
    }
    if (row.section && row.section !== section) {
      section = row.section
      addHeading(draft, page.fields, section, sameInAll(section))
    }
    const made = readRow(sheet, page.fields, row, number)
    if (made?.type === 'amount' && asked === undefined && made.required === true) asked = made.key
  }
  const id = (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '')
  return finishForm(
    draft,
    { file, format: 'Excel', id, title: sameInAll(readable(id)), ...(asked ? { askedIn: asked } : {}) },
    options,
  )
}

interface Sheet {
  draft: Draft
  columnOf: ColumnOf
  columns: Map<string, { number: number; row: SheetRow }[]>
}

function readRows(cells: readonly CellRow[]): { rows: { number: number; row: SheetRow }[]; columnOf: ColumnOf } {
  const filled = cells.filter((each) => each.cells.some((cell) => textOfCell(cell) !== ''))
  const [heading, ...body] = filled
  if (!heading) throw new CannotImport('', 'the sheet is empty')
  const places = new Map<QuestionColumn, number>()
  for (const [column, names] of Object.entries(questionHeadings) as [QuestionColumn, Text3][]) {
    const at = heading.cells.findIndex((cell) => Object.values(names).some((name) => fold(name) === fold(textOfCell(cell))))
    if (at >= 0) places.set(column, at)
  }
  if (!places.has('question') || !places.has('type'))
    throw new CannotImport(`row ${heading.row}`, 'it is not the template: the columns "Spørsmål" and "Type" are not there')
  const columnOf: ColumnOf = (column) => {
    const at = places.get(column)
    return at === undefined ? questionHeadings[column].nb : `column ${columnLetter(at)} (${textOfCell(heading.cells[at])})`
  }
  const rows = body.map(({ row: number, cells: values }) => ({
    number,
    row: Object.fromEntries(
      [...places].flatMap(([column, at]) => (textOfCell(values[at]) === '' ? [] : [[column, textOfCell(values[at])]])),
    ),
  }))
  return { rows, columnOf }
}

/** As Excel calls it: A … Z, AA … */
function columnLetter(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last
}

function textOfCell(cell: CellRow['cells'][number] | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'boolean' ? (cell ? 'ja' : 'nei') : String(cell).trim()
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function readRow(sheet: Sheet, fields: NewField[], row: SheetRow, number: number): NewField | undefined {
  const { draft } = sheet
  const path = `row ${number}`
  const item = draft.item('fields', path)
  const name = row.key ?? row.question ?? path
  if (kindOf(row) === 'table') return readTable(sheet, fields, row, name, item, path)
  if (row.table) item.loss(sheet.columnOf('table'), `There is no table "${row.table}": the question stands by itself.`)
  const question = askRow(sheet, row, item)
  if (!question) return undefined
  const field = place(draft, fields, name, question, item)
  conditions(sheet, field, row, name, path)
  return field
}

function readTable(
  sheet: Sheet,
  fields: NewField[],
  row: SheetRow,
  name: string,
  item: Item,
  path: string,
): NewField | undefined {
  const { draft } = sheet
  const columns = (sheet.columns.get(row.key ?? '') ?? []).flatMap(({ number, row: column }): Column[] => {
    const here = `row ${number}`
    const columnItem = draft.item('fields', here)
    const question: Question | undefined = askRow(sheet, column, columnItem)
    for (const word of ['showIf', 'requiredIf', 'check', 'calculation'] as const)
      if (column[word])
        draft
          .item(word === 'calculation' ? 'calculations' : 'conditions', here)
          .drop(sheet.columnOf(word), 'A condition or a sum in a row of a table cannot be brought in.')
    return question ? [{ name: column.key ?? column.question ?? here, question, item: columnItem }] : []
  })
  const said = askRow(sheet, { ...row, type: 'informasjon' }, item)
  const label = said?.asked.label ?? sameInAll(readable(name))
  const help = said?.asked.help
  const max = Number(row.max)
  const min = Number(row.min)
  const table = placeTable(
    draft,
    fields,
    name,
    {
      label,
      ...(help ? { help } : {}),
      required: isYes(row.required),
      ...(Number.isSafeInteger(max) && max > 0 ? { maxRows: max } : {}),
      ...(Number.isSafeInteger(min) && min > 0 ? { minRows: min } : {}),
    },
    columns,
  )
  if (!table)
    item.drop(sheet.columnOf('type'), `The table has no columns: rows with "${name}" under "${questionHeadings.table.nb}".`)
  else conditions(sheet, table, row, name, path)
  return table
}

export function isYes(said: string | undefined): boolean {
  return /^(ja|j|x|yes|y|true|sann|1)$/i.test(said?.trim() ?? '')
}

/** What stands in the columns for conditions and sums, when every question is known. */
function conditions({ draft, columnOf }: Sheet, field: NewField, row: SheetRow, name: string, path: string): void {
  const told = (word: 'showIf' | 'requiredIf' | 'check', use: (feel: string) => void) => {
    const said = row[word]
    if (!said) return
    const item = draft.item('conditions', path)
    draft.later(() => {
      const written = writeCondition(readSheetCondition(draft, said), { answerOf: draft.answerOf })
      if ('feel' in written) use(written.feel)
      else item.drop(`${columnOf(word)}: ${said}`, `It is not understood: ${written.why}.`)
    })
  }
  told('showIf', (feel) => {
    field.showIf = feel
  })
  told('requiredIf', (feel) => {
    field.requiredIf = feel
  })
  told('check', (feel) => addCheck(field, feel, draft.say({ nb: row.message })?.text ?? say.fixed))
  if (field.type !== 'calculated') {
    if (row.calculation)
      draft
        .item('calculations', path)
        .drop(`${columnOf('calculation')}: ${row.calculation}`, 'Only a question of the type "beregnet" is worked out.')
    return
  }
  const sum = draft.item('calculations', path)
  draft.later(() => {
    const written = row.calculation
      ? writeCalculation(readSheetCondition(draft, row.calculation), { answerOf: draft.answerOf })
      : { why: 'the calculation is empty' }
    if ('why' in written)
      return sum.drop(`${columnOf('calculation')}: ${row.calculation ?? ''}`, `It is not understood: ${written.why}. It shows 0.`)
    field.value = written.feel
    field.format = written.format
    draft.know(name, { path: `answer.${field.key}`, type: written.format })
  })
}
