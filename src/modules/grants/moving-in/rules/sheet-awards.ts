// Earlier awards: what each row of the list becomes.

import { foldHeading } from './sheet-fields.ts'
import { foldName } from './sheet-names.ts'
import { countPlan, isSame, mapInParts, type Plan, type PlannedRow, type Planning, type Snapshot } from './sheet-plan.ts'
import { recipientKey, resolveRecipients, type Known } from './sheet-recipients.ts'
import type { ReadRow, ReadSheet } from './sheet-rows.ts'

export interface Places {
  /** Folded title or short name → id. */
  schemes: ReadonlyMap<string, string>
  districts: ReadonlyMap<string, string>
}

export interface Existing {
  id: string
  snapshot: Snapshot
}

/**
 * The list's own name for each row, so that reading it again finds it again: its number where the list says where it is from,
 * else what it says of who gets what, counted where two rows say the same.
 */
export function awardKeys(rows: readonly ReadRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ values }) => {
    const list = String(values['sourceUrl'] ?? values['list'] ?? '')
    const start = `${values['year']}|${values['stage']}`
    if (values['rowKey'] !== undefined && list !== '') return `${start}|${values['rowKey']}|${list}`
    const parts = [values['recipient'], values['number'], values['purpose'], values['scheme'], values['decidedOn'], list]
    const key = `${start}|${parts.map((part) => foldName(String(part ?? ''))).join('|')}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return `${key}|#${times}`
  })
}

/** An award is an adopted row with an amount above zero: a proposal and a result of zero are not. */
export function isAward(values: { stage?: unknown; result?: unknown }): boolean {
  return values.stage === 'adopted' && Number(values.result) > 0
}

export function* planAwards(
  read: ReadSheet,
  given: {
    known: Known
    places: Places
    existing: ReadonlyMap<string, Existing>
    answers: Readonly<Record<string, string>>
    hidden: boolean
  },
): Planning {
  const keys = awardKeys(read.rows)
  const problems = [...read.problems]
  const rows = dropTwice(read.rows, keys, problems)
  const resolved = yield* resolveRecipients(
    rows.map(({ row }) => ({
      line: row.line,
      name: String(row.values['recipient']),
      ...(row.values['number'] === undefined ? {} : { number: String(row.values['number']) }),
      ore: Number(row.values['result']),
      ask: isAward(row.values),
    })),
    given.known,
    given.answers,
  )
  const planned = yield* mapInParts(rows, ({ row, key }) => planRow(row, key, resolved.organisations, given))
  const base = { rows: planned, asks: resolved.asks, problems, passed: read.passed }
  const awards = rows.filter(({ row }) => isAward(row.values)).length
  const proposals = rows.filter(({ row }) => row.values['stage'] === 'proposed').length
  return { ...base, counts: countPlan(base, read.total, { awards, proposals, zeros: rows.length - awards - proposals }) }
}

function planRow(
  row: ReadRow,
  key: string,
  organisations: ReadonlyMap<string, string>,
  given: Parameters<typeof planAwards>[1],
): PlannedRow {
  const { values, line } = row
  const text = (field: string) => (values[field] === undefined ? null : String(values[field]))
  const number = (field: string) => (values[field] === undefined ? null : Number(values[field]))
  const recipient = String(values['recipient'])
  const organisation = organisations.get(recipientKey(recipient, text('number') ?? undefined))
  const after: Snapshot = {
    source_key: key,
    budget_year: number('year'),
    stage: text('stage'),
    recipient,
    purpose: text('purpose'),
    stated_number: text('number'),
    scheme_title: text('scheme'),
    scheme_id: given.places.schemes.get(foldHeading(text('scheme') ?? '')) ?? null,
    district_id: given.places.districts.get(foldHeading(text('district') ?? '')) ?? null,
    decided_on: text('decidedOn'),
    public: !given.hidden,
    prior_year_ore: number('prior'),
    applied_ore: number('applied'),
    result_ore: number('result'),
    source_url: text('sourceUrl'),
    organisation_id: organisation ?? null,
  }
  const there = given.existing.get(key)
  const matched = organisation !== undefined
  if (!there) return { line, change: 'added', label: recipient, after, matched }
  // Who it is was said by a person: a list that comes again does not unsay it, unless it now names somebody else.
  const stays = there.snapshot['recipient'] === recipient ? there.snapshot['organisation_id'] : null
  after['organisation_id'] = stays ?? organisation ?? null
  const change = isSame(after, there.snapshot) ? 'unchanged' : 'changed'
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

function dropTwice(rows: readonly ReadRow[], keys: readonly string[], problems: Plan['problems']) {
  const seen = new Set<string>()
  return rows.flatMap((row, at) => {
    const key = keys[at] ?? ''
    if (!seen.has(key)) {
      seen.add(key)
      return [{ row, key }]
    }
    problems.push({ line: row.line, field: 'rowKey', column: '', value: String(row.values['rowKey'] ?? ''), reason: 'twice' })
    return []
  })
}
