import { caseSlug } from '#cases'
import { DataTable, Money, Tag, type Column } from '#platform/look/index.ts'
import { formatRelative, formatShortDate, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import type { Choices } from '../queries/worklist-choices.ts'
import type { WorklistRow } from '../queries/worklist.ts'
import { worklistQuery, type Sort, type WorklistFilter } from '../rules/worklist-filter.ts'
import { caseWords, statusTones } from '../texts/words.ts'
import { worklistTexts } from '../texts/worklist.ts'

interface Props {
  lang: Lang
  now: Date
  filter: WorklistFilter
  rows: WorklistRow[]
  choices: Choices
  count: string
  selectable: boolean
}

/** Cases, one line each on a desk screen. */
export function WorklistTable({ lang, now, filter, rows, choices, count, selectable }: Props) {
  const t = worklistTexts[lang]
  const words = caseWords[lang]
  const names = new Map(choices.caseworkers.map((each) => [each.id, each.name]))
  const sortable = (sort: Sort, downFirst = false): Pick<Column<WorklistRow>, 'sortHref' | 'sorted'> => {
    const now = filter.sort === sort
    const descending = now ? !filter.descending : downFirst
    return {
      sortHref: `/saker?${worklistQuery(filter, { sort, descending })}`,
      ...(now ? { sorted: filter.descending ? 'descending' : 'ascending' } : {}),
    }
  }
  const columns: Column<WorklistRow>[] = [
    { label: t.columns.number, heading: true, narrow: true, cell: (row) => row.number, ...sortable('number', true) },
    { label: t.columns.applicant, cell: (row) => <Cut text={row.applicantName} />, ...sortable('applicant') },
    { label: t.columns.titleOf, cell: (row) => <Cut text={row.title} /> },
    {
      label: t.columns.status,
      narrow: true,
      cell: (row) => (
        <>
          <Tag tone={statusTones[row.status as CaseStatus] ?? 'neutral'}>{words.status[row.status as CaseStatus] ?? ''}</Tag>
          {row.lateReason === null ? null : ' '}
          {row.lateReason === null ? null : <Tag tone="warning">{t.late}</Tag>}
        </>
      ),
    },
    { label: t.columns.due, narrow: true, cell: (row) => <Due day={row.dueOn} now={now} lang={lang} />, ...sortable('due') },
    {
      label: t.columns.applied,
      numeric: true,
      narrow: true,
      cell: (row) => <Money ore={row.appliedOre} lang={lang} />,
      ...sortable('applied', true),
    },
    { label: t.columns.caseworker, cell: (row) => <Cut text={names.get(row.caseworkerId ?? '') ?? t.nobody} short /> },
    {
      label: t.columns.received,
      narrow: true,
      cell: (row) => formatShortDate(row.receivedAt, lang),
      ...sortable('received', true),
    },
  ]
  return (
    <DataTable
      lang={lang}
      caption={count}
      columns={columns}
      rows={rows}
      rowId={(row) => `case-${row.id}`}
      rowHref={(row) => `/saker/${caseSlug(row.number)}`}
      keyboard
      {...(selectable
        ? {
            select: {
              name: 'sak',
              value: (row: WorklistRow) => row.id,
              label: (row: WorklistRow) => t.select(row.number),
              form: 'bulk',
            },
          }
        : {})}
    />
  )
}

/** One line where it fits; a longer name takes as many as it needs. */
function Cut({ text, short }: { text: string; short?: boolean }) {
  return (
    <span class={short ? 'tg-cut tg-cut--short' : 'tg-cut'} title={text}>
      {text}
    </span>
  )
}

/** A date in words and colour, in one line: "om 3 dager". */
function Due({ day, now, lang }: { day: string | null; now: Date; lang: Lang }) {
  if (!day) return <></>
  const today = osloDate(now)
  const relative = formatRelative(day, now, lang)
  if (day < today)
    return (
      <Tag tone="danger" icon="warning">
        {relative}
      </Tag>
    )
  const soon = new Date(`${today}T12:00:00Z`)
  soon.setUTCDate(soon.getUTCDate() + 3)
  if (day <= soon.toISOString().slice(0, 10))
    return (
      <Tag tone="warning" icon="clock">
        {relative}
      </Tag>
    )
  return <time datetime={day}>{formatShortDate(day, lang)}</time>
}
