// Open reports and conditions from before: what each row of the list becomes.

import { foldName } from './sheet-names.ts'
import { countPlan, isSame, mapInParts, type PlannedRow, type Planning, type Snapshot } from './sheet-plan.ts'
import type { Existing } from './sheet-awards.ts'
import { recipientKey, resolveRecipients, type Known } from './sheet-recipients.ts'
import type { ReadRow, ReadSheet } from './sheet-rows.ts'

export function obligationKeys(rows: readonly ReadRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ values }) => {
    const parts = ['demand', 'recipient', 'number', 'what', 'scheme', 'year', 'dueOn'].map((field) =>
      foldName(String(values[field] ?? '')),
    )
    const key = parts.join('|')
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return `${key}|#${times}`
  })
}

export function* planObligations(
  read: ReadSheet,
  given: {
    known: Known
    existing: ReadonlyMap<string, Existing & { status: string }>
    answers: Readonly<Record<string, string>>
    today: string
  },
): Planning {
  const keys = obligationKeys(read.rows)
  const resolved = yield* resolveRecipients(
    read.rows.map(({ line, values }) => ({
      line,
      name: String(values['recipient']),
      ...(values['number'] === undefined ? {} : { number: String(values['number']) }),
      ore: Number(values['amount'] ?? 0),
      ask: true,
    })),
    given.known,
    given.answers,
  )
  const rows = yield* mapInParts(read.rows, (row, at) => planRow(row, keys[at] ?? '', resolved.organisations, given.existing))
  const base = { rows, asks: resolved.asks, problems: read.problems, passed: read.passed }
  const of = (demand: string) => read.rows.filter(({ values }) => values['demand'] === demand).length
  const overdue = read.rows.filter(({ values }) => String(values['dueOn']) < given.today).length
  return { ...base, counts: countPlan(base, read.total, { reports: of('report'), conditions: of('condition'), overdue }) }
}

function planRow(
  { line, values }: ReadRow,
  key: string,
  organisations: ReadonlyMap<string, string>,
  existing: ReadonlyMap<string, Existing & { status: string }>,
): PlannedRow {
  const text = (field: string) => (values[field] === undefined ? null : String(values[field]))
  const recipient = String(values['recipient'])
  const organisation = organisations.get(recipientKey(recipient, text('number') ?? undefined))
  const after: Snapshot = {
    source_key: key,
    demand: text('demand'),
    recipient,
    stated_number: text('number'),
    what: text('what'),
    scheme_title: text('scheme'),
    award_year: values['year'] === undefined ? null : Number(values['year']),
    ore: values['amount'] === undefined ? null : Number(values['amount']),
    due_on: text('dueOn'),
    organisation_id: organisation ?? null,
  }
  const there = existing.get(key)
  if (!there) return { line, change: 'added', label: recipient, after, matched: organisation !== undefined }
  after['organisation_id'] = there.snapshot['organisation_id'] ?? organisation ?? null
  // What somebody has ended here is not opened again by an old list.
  const change = there.status !== 'open' || isSame(after, there.snapshot) ? 'unchanged' : 'changed'
  return {
    line,
    change,
    label: recipient,
    id: there.id,
    before: there.snapshot,
    after,
    matched: after['organisation_id'] !== null,
  }
}
