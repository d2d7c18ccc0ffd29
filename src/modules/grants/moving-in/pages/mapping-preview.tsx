import type { Ctx } from '#platform/http/index.ts'
import { DataTable, Tag } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatShortDate } from '#platform/time.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import type { Mapping, Sheet, SheetRow } from '../rules/mapping.ts'
import { bodyOf } from '../rules/sheet-header.ts'
import { importFields, type ImportField, type ImportKind } from '../rules/sheet-fields.ts'
import type { ReadSheet } from '../rules/sheet-rows.ts'
import { cellText, type CellValue } from '../rules/sheet-values.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { problemReason } from '../texts/sheet-problems.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'

interface Props {
  c: Ctx
  kind: ImportKind
  sheet: Sheet
  mapping: Mapping
  read: ReadSheet
  most: number
}

/** The first rows as they would be read, each cell that cannot be marked with why. */
export function Preview({ c, kind, sheet, mapping, read, most }: Props) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const rows = bodyOf(sheet, mapping.header)
    .filter((row) => row.cells.some((cell) => cellText(cell) !== ''))
    .slice(0, most)
  if (rows.length === 0) return <p class="tg-quiet">{t.previewEmpty}</p>
  const fields = importFields[kind].filter(
    (field) =>
      mapping.columns[field.key] !== undefined || mapping.fixed[field.key] !== undefined || field.standard || field.required,
  )
  return (
    <DataTable
      lang={lang}
      caption={t.previewCaption}
      hideCaption
      rows={rows}
      columns={[
        { label: startTexts[lang].line, heading: true, narrow: true, cell: (row: SheetRow) => row.line },
        ...fields.map((field) => ({
          label: fieldLabel(kind, field.key, lang),
          numeric: field.type === 'kr',
          cell: (row: SheetRow) => <PreviewCell c={c} field={field} row={row} mapping={mapping} read={read} />,
        })),
      ]}
    />
  )
}

function PreviewCell({
  c,
  field,
  row,
  mapping,
  read,
}: { c: Ctx; field: ImportField; row: SheetRow } & Pick<Props, 'mapping' | 'read'>) {
  const { lang } = c.var
  const at = mapping.columns[field.key]
  const raw = at === undefined ? '' : cellText(row.cells[at]).slice(0, 80)
  const problem = read.problems.find((each) => each.line === row.line && each.field === field.key)
  if (problem)
    return (
      <div>
        <Tag tone="danger" icon="warning">
          {problem.reason === 'nationalId' ? '–' : raw || '–'}
        </Tag>
        <span class="tg-list__note">{problemReason(problem, lang)}</span>
      </div>
    )
  const passed = read.passed.find((each) => each.line === row.line && each.field === field.key)
  if (passed)
    return (
      <div>
        {raw}
        <span class="tg-list__note">{problemReason(passed, lang)}</span>
      </div>
    )
  const value = read.rows.find((each) => each.line === row.line)?.values[field.key]
  return <>{value === undefined ? raw || '–' : shownValue(value, field, lang)}</>
}

/** A value as people read it: amounts in kroner, days written out. */
export function shownValue(value: CellValue, field: ImportField, lang: Ctx['var']['lang']): string {
  const t = stepTexts[lang]
  const words: Record<string, string> = field.key === 'stage' ? t.stages : field.key === 'demand' ? t.demands : {}
  if (typeof value === 'number') return field.type === 'kr' ? formatKr(value, lang) : String(value)
  if (field.type === 'day') return formatShortDate(value, lang)
  if (field.type === 'orgNumber') return formatOrganisationNumber(value)
  return words[value] ?? value
}
