import { caseSlug } from '#cases'
import { DataTable, Details, HiddenFields, Money, type Column } from '#platform/look/index.ts'
import { typedKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Form } from '#platform/http/index.ts'
import { caseWords } from '../../review/texts/words.ts'
import type { ToDecide } from '../queries/list-to-decide.ts'
import { decideTexts, outcomeWithAmount } from '../texts/decide.ts'

export interface DecisionRow extends ToDecide {
  /** What is said beside the row: why it may not be decided, what went wrong. Sentences. */
  notes: string[]
  /** It was tried and did not go: the notes say why. */
  isWrong?: boolean
}

export interface RowTexts {
  select: (number: string) => string
}

/** What a row's fields hold: typed, or taken from the recommendation. */
export function rowValues(row: ToDecide, form: Form | undefined) {
  const typed = (name: string, standard: string) => (form?.has(`${name}-${row.id}`) ? form.text(`${name}-${row.id}`) : standard)
  return {
    outcome: typed('outcome', row.outcome),
    ore: typed('ore', row.ore > 0 ? typedKr(row.ore) : ''),
    reasons: typed('reasons', row.reasons),
    aside: typed('aside', ''),
  }
}

/**
 * Cases with outcome, amount and reasons in each row, prefilled and editable, and a box to tick. Used where one decides many and
 * where a secretary records what a body decided.
 */
export function DecisionRows(props: {
  lang: Lang
  rows: readonly DecisionRow[]
  form: Form | undefined
  /** Tick every row from the start. */
  allTicked?: boolean
  /** The link in the first column. */
  href: (row: DecisionRow) => string
  extra?: Column<DecisionRow>
}) {
  const { lang, rows, form } = props
  const t = decideTexts[lang]
  const words = caseWords[lang].outcome
  const columns: Column<DecisionRow>[] = [
    { label: t.columns.number, heading: true, narrow: true, cell: (row) => row.number },
    {
      label: t.columns.applicant,
      cell: (row) => (
        <div>
          <HiddenFields values={{ [`revision-${row.id}`]: row.revision }} />
          <span class="tg-cut" title={row.applicantName}>
            {row.applicantName}
          </span>
          {row.districtName ? <span class="tg-quiet"> {row.districtName}</span> : null}
        </div>
      ),
    },
    { label: t.columns.applied, numeric: true, narrow: true, cell: (row) => <Money ore={row.appliedOre} lang={lang} /> },
    { label: t.columns.recommended, cell: (row) => outcomeWithAmount(words[row.outcome], row.ore, lang) },
    {
      label: t.columns.outcome,
      narrow: true,
      cell: (row) => (
        <select class="ds-input" name={`outcome-${row.id}`} aria-label={`${t.outcome}, ${row.number}`}>
          {(['granted', 'partly-granted', 'refused', 'dismissed'] as const).map((value) => (
            <option value={value} selected={rowValues(row, form).outcome === value}>
              {words[value]}
            </option>
          ))}
        </select>
      ),
    },
    {
      label: t.columns.ore,
      numeric: true,
      narrow: true,
      cell: (row) => (
        <input
          class="ds-input tg-number"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          size={10}
          name={`ore-${row.id}`}
          aria-label={`${t.ore}, ${row.number}`}
          aria-invalid={row.isWrong ? 'true' : undefined}
          value={rowValues(row, form).ore}
          data-amount=""
          data-sum="vedtak"
        />
      ),
    },
    {
      label: t.columns.reasons,
      cell: (row) => (
        <Details summary={t.columns.reasons} open={row.isWrong === true && rowValues(row, form).reasons.trim() === ''}>
          <textarea class="ds-input" rows={5} cols={40} name={`reasons-${row.id}`} aria-label={`${t.reasons}, ${row.number}`}>
            {rowValues(row, form).reasons}
          </textarea>
        </Details>
      ),
    },
    ...(props.extra ? [props.extra] : []),
    ...(rows.some((row) => row.notes.length > 0) ? [notes(t.columns.note)] : []),
  ]
  return (
    <DataTable
      lang={lang}
      caption={t.caption(rows.length)}
      columns={columns}
      rows={rows}
      rowId={(row) => `case-${row.id}`}
      rowHref={props.href}
      keyboard
      select={{
        name: 'sak',
        value: (row) => row.id,
        label: (row) => `${row.number} ${row.applicantName}`,
        checked: (row) => (form ? form.all('sak').includes(row.id) : (props.allTicked ?? false)),
      }}
    />
  )
}

function notes(label: string): Column<DecisionRow> {
  return {
    label,
    cell: (row) =>
      row.notes.length === 0 ? null : (
        <div class="tg-notes tg-wrap">
          {row.notes.map((note) => (
            <p class={row.isWrong ? 'ds-validation-message' : 'tg-quiet'}>{note}</p>
          ))}
        </div>
      ),
  }
}

export function decideHref(row: { number: string }): string {
  return `/saker/${caseSlug(row.number)}/vedtak`
}
