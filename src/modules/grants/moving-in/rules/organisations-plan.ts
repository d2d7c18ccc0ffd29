// Organisations: which rows are new, which fill in what we know, and which a person must answer for.

import type { Places } from './sheet-awards.ts'
import { foldHeading } from './sheet-fields.ts'
import { foldName, HARDLY_ALIKE, likeness, type KnownOrganisation } from './sheet-names.ts'
import { countPlan, PART, type Ask, type Plan, type PlannedRow, type Planning, type Snapshot } from './sheet-plan.ts'
import { recipientKey, type Known } from './sheet-recipients.ts'
import type { ReadRow, ReadSheet } from './sheet-rows.ts'

/** What is known of an organisation, by column. */
export interface KnownContent {
  snapshot: Snapshot
  hasAccount: boolean
  /** Read from the register: what stands there is not written over by a list. */
  fromRegister: boolean
}

/** Columns that come from the register where it has been asked. */
const REGISTERED = ['number', 'name', 'form', 'address', 'postcode', 'place']

export interface OrganisationGiven {
  known: Known
  contents: ReadonlyMap<string, KnownContent>
  places: Places
  answers: Readonly<Record<string, string>>
  overwrite: boolean
}

export function* planOrganisations(read: ReadSheet, given: OrganisationGiven): Planning {
  const base: Omit<Plan, 'counts'> = { rows: [], asks: [], problems: [...read.problems], passed: [...read.passed] }
  const used = new Set<string>()
  let differs = 0
  for (const [at, row] of read.rows.entries()) {
    if (at % PART === PART - 1) yield
    const { values, line } = row
    const name = String(values['name'])
    const number = values['number'] === undefined ? undefined : String(values['number'])
    const key = recipientKey(name, number)
    const found = whichOne(row, name, number, key, given)
    const same = found.is === 'known' ? found.id : number ? `number ${number}` : key
    if (used.has(same)) {
      base.problems.push({
        line,
        field: number ? 'number' : 'name',
        column: '',
        value: number ?? name.slice(0, 80),
        reason: 'twice',
      })
      continue
    }
    used.add(same)
    if (found.ask) base.asks.push(found.ask)
    const after = contentOf(row, given)
    if (found.is === 'held') base.rows.push({ line, change: 'held', label: name, after })
    else if (found.is === 'new') base.rows.push({ line, change: 'added', label: name, after, ...account(row) })
    else if (found.is === 'known') {
      const merged = fillIn(row, found.id, after, given)
      differs += merged.differs
      base.rows.push(merged.planned)
    } else base.passed.push({ line, field: 'name', column: '', value: name.slice(0, 80), reason: 'left' })
  }
  const accounts = base.rows.filter((row) => row.account !== undefined).length
  return { ...base, counts: countPlan(base, read.total, { differs, accounts }) }
}

type Which = { is: 'new' | 'held' | 'left'; ask?: Ask } | { is: 'known'; id: string; ask?: Ask }

function whichOne(row: ReadRow, name: string, number: string | undefined, key: string, given: OrganisationGiven): Which {
  const holder = number ? given.known.byNumber.get(number) : undefined
  const score = holder ? likeness(name, holder.name) : 0
  if (holder && score >= HARDLY_ALIKE) return { is: 'known', id: holder.id }
  const candidates = holder
    ? [{ ...holder, score }]
    : given.known.names.like(name).filter((candidate) => !number || !candidate.number)
  if (candidates.length === 0) return { is: 'new' }
  const answer = given.answers[key]
  const ask: Ask = {
    key,
    name,
    why: holder ? 'otherName' : 'likeName',
    rows: 1,
    ore: 0,
    lines: [row.line],
    candidates,
    ...(number ? { number } : {}),
    ...(answer === undefined ? {} : { answer }),
  }
  if (answer && candidates.some((candidate) => candidate.id === answer)) return { is: 'known', id: answer, ask }
  // A number that is another's cannot be a new organisation's.
  if (answer === 'new' && !holder) return { is: 'new', ask }
  return { is: answer === 'none' ? 'left' : 'held', ask }
}

function contentOf({ values }: ReadRow, given: OrganisationGiven): Snapshot {
  const text = (field: string) => (values[field] === undefined ? null : String(values[field]))
  return {
    number: text('number'),
    name: String(values['name']),
    form: text('form'),
    email: text('email'),
    address: text('address'),
    postcode: text('postcode'),
    place: text('place'),
    district_id: given.places.districts.get(foldHeading(text('district') ?? '')) ?? null,
  }
}

/** What is empty is filled in; what stands is changed only where that was asked for, and never what the register says. */
function fillIn(row: ReadRow, id: string, told: Snapshot, given: OrganisationGiven): { planned: PlannedRow; differs: number } {
  const content = given.contents.get(id)
  const before = content?.snapshot ?? {}
  const after: Snapshot = { ...before }
  let differs = 0
  for (const [column, value] of Object.entries(told)) {
    const stands = before[column] ?? null
    if (value === null || alike(stands, value)) continue
    const mayChange = given.overwrite && column !== 'number' && !(content?.fromRegister && REGISTERED.includes(column))
    if (stands === null || mayChange) after[column] = value
    else differs++
  }
  const filled = content?.hasAccount ? {} : account(row)
  // An account that stands is never changed by a list: who is paid where is decided elsewhere.
  if (content?.hasAccount && row.values['account'] !== undefined) differs++
  const changed = Object.keys(told).some((column) => (after[column] ?? null) !== (before[column] ?? null)) || 'account' in filled
  return {
    planned: {
      line: row.line,
      change: changed ? 'changed' : 'unchanged',
      label: String(before['name'] ?? told['name']),
      id,
      before,
      after,
      matched: true,
      ...filled,
    },
    differs,
  }
}

function alike(a: Snapshot[string], b: Snapshot[string]): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && foldName(a) === foldName(b))
}

function account({ values }: ReadRow): { account?: string } {
  return values['account'] === undefined ? {} : { account: String(values['account']) }
}

/** The organisations whose content must be known to plan these rows. */
export function wantedIds(read: ReadSheet, known: Known): string[] {
  const ids = read.rows.flatMap(({ values }) => {
    const holder: KnownOrganisation | undefined = known.byNumber.get(String(values['number'] ?? ''))
    return holder ? [holder.id] : known.names.like(String(values['name'])).map((each) => each.id)
  })
  return [...new Set(ids)]
}
