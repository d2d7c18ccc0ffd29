import type { Ctx } from '#platform/http/index.ts'
import { DataTable, SelectField, Tag } from '#platform/look/index.ts'
import type { Guess } from '../rules/mapping-guess.ts'
import type { Mapping, Sheet } from '../rules/mapping.ts'
import { bodyOf } from '../rules/sheet-header.ts'
import { importFields, type ImportKind } from '../rules/sheet-fields.ts'
import { cellText } from '../rules/sheet-values.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { stepTexts } from '../texts/sheet-steps.ts'

interface Props {
  c: Ctx
  kind: ImportKind
  sheet: Sheet
  headings: readonly string[]
  mapping: Mapping
  guess: Guess
  remembered: boolean
  errorOf: (field: string) => string | undefined
}

interface ColumnRow {
  at: number
  name: string
  samples: string[]
  field: string
}

/** Each column of the file with some of its cells, what it is taken for, and how sure that is. */
export function ColumnsTable(props: Props) {
  const { c, kind, sheet, headings, mapping } = props
  const { lang } = c.var
  const t = stepTexts[lang]
  const body = bodyOf(sheet, mapping.header)
  const fieldOf = new Map(Object.entries(mapping.columns).map(([field, at]) => [at, field]))
  const rows: ColumnRow[] = headings
    .map((heading, at) => ({
      at,
      name: `${letters(at)}: ${heading || t.unnamed}`,
      samples: samplesOf(body.map((row) => cellText(row.cells[at]))),
      field: fieldOf.get(at) ?? '',
    }))
    // A column with neither heading nor cells is only the sheet's edge.
    .filter((row) => (headings[row.at] ?? '') !== '' || row.samples.length > 0)
  const options = importFields[kind].map((field) => {
    const label = fieldLabel(kind, field.key, lang)
    return { value: field.key, label: field.required ? t.required(label) : label }
  })
  return (
    <DataTable
      lang={lang}
      caption={t.columns}
      hideCaption
      rows={rows}
      columns={[
        { label: t.column, heading: true, cell: (row) => <span class="tg-break">{row.name}</span> },
        { label: t.samples, cell: (row) => <span class="tg-break">{row.samples.join(' · ') || '–'}</span> },
        {
          label: t.meaning,
          cell: (row) => (
            <div>
              <SelectField
                lang={lang}
                name={`k${row.at}`}
                label={t.meaningOf(headings[row.at] || letters(row.at))}
                hideLabel
                optional="quiet"
                prompt={t.notUsed}
                value={row.field}
                options={options}
                error={props.errorOf(`k${row.at}`)}
              />
              <Certainty {...props} row={row} />
            </div>
          ),
        },
      ]}
    />
  )
}

function Certainty({ c, kind, headings, guess, remembered, row }: Props & { row: ColumnRow }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  if (row.field === '') return null
  if (remembered) return <Tag tone="info">{t.remembered}</Tag>
  const how = guess.columns[row.field] === row.at ? guess.how[row.field] : undefined
  if (!how) return null
  const others = how.alsoFields.map((field) => fieldLabel(kind, field, lang)).join(', ')
  const columns = how.alsoColumns.map((at) => headings[at] || letters(at)).join('», «')
  return (
    <>
      <Tag tone={how.certainty === 'sure' ? 'success' : how.certainty === 'likely' ? 'info' : 'warning'}>{t[how.certainty]}</Tag>
      {others || columns ? (
        <span class="tg-list__note">
          {[others ? t.orField(others) : '', columns ? t.orColumn(columns) : ''].filter(Boolean).join(' ')}
        </span>
      ) : null}
    </>
  )
}

/** Up to three different cells, cut short. */
function samplesOf(texts: readonly string[]): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    if (text !== '') found.add(text.length > 40 ? `${text.slice(0, 39)}…` : text)
    if (found.size === 3) break
  }
  return [...found]
}

/** A, B … Z, AA: as spreadsheets call their columns. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`
}
