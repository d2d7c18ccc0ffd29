/** What a worklist shows: read from an address, written into one. Unknown values fall away instead of failing. */
import { caseStatuses, type CaseStatus } from '../../lifecycle.ts'

export const views = ['mine', 'unassigned', 'due', 'all'] as const
export type View = (typeof views)[number]
export const sorts = ['due', 'received', 'applied', 'number', 'applicant'] as const
export type Sort = (typeof sorts)[number]
export const channels = ['digital', 'paper', 'email', 'phone', 'budget'] as const
export type Channel = (typeof channels)[number]

export interface WorklistFilter {
  view: View
  /** Words of applicant or title, or a case number. */
  q?: string
  scheme?: string
  round?: string
  /** A part of the scheme. */
  part?: string
  /** The number of a version of the scheme: the cases that follow it. */
  version?: number
  status?: CaseStatus
  district?: string
  caseworker?: string
  channel?: Channel
  sort: Sort
  descending: boolean
  /** The page after, or before, this place in the order. */
  after?: Place
  before?: Place
}

/** A row's place in an order: what it is sorted by, as text, and its id. */
export interface Place {
  key: string
  id: string
}

/** Statuses of a case that is worked on: its closed_at is not set. */
export const openStatuses: readonly CaseStatus[] = caseStatuses.filter(
  (status) => !['draft', 'closed', 'withdrawn'].includes(status),
)

const firstOrder: Record<View, { sort: Sort; descending: boolean }> = {
  mine: { sort: 'due', descending: false },
  unassigned: { sort: 'due', descending: false },
  due: { sort: 'due', descending: false },
  all: { sort: 'received', descending: true },
}

export function readWorklistFilter(query: URLSearchParams, standard: View = 'mine'): WorklistFilter {
  const view = oneOf(views, query.get('visning')) ?? standard
  const sort = oneOf(sorts, query.get('sorter'))
  const text = (name: string) => query.get(name)?.normalize('NFC').trim().slice(0, 200) || undefined
  const uuid = (name: string) => (isUuid(query.get(name)) ? (query.get(name) ?? undefined) : undefined)
  return {
    view,
    q: text('sok'),
    scheme: uuid('ordning'),
    round: uuid('utlysning'),
    part: partOf(query),
    version: versionOf(query),
    status: oneOf(caseStatuses, query.get('status')),
    district: uuid('bydel'),
    caseworker: uuid('saksbehandler'),
    channel: oneOf(channels, query.get('kanal')),
    sort: sort ?? firstOrder[view].sort,
    descending: sort ? query.get('retning') === 'ned' : firstOrder[view].descending,
    after: readPlace(query.get('etter')),
    before: readPlace(query.get('foran')),
  }
}

/** Parts are known by their scheme: without it the word means nothing. */
function partOf(query: URLSearchParams): string | undefined {
  const key = query.get('del') ?? ''
  return isUuid(query.get('ordning')) && /^[a-z][a-zA-Z0-9]{0,39}$/.test(key) ? key : undefined
}

/** Versions are numbered within their scheme. */
function versionOf(query: URLSearchParams): number | undefined {
  const number = query.get('versjon') ?? ''
  return isUuid(query.get('ordning')) && /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined
}

/** The address' query of a filter, without what is standard; `changes` replaces parts, undefined takes them away. */
export function worklistQuery(filter: WorklistFilter, changes: Partial<WorklistFilter> = {}): string {
  const next = { ...filter, after: undefined, before: undefined, ...changes }
  const standard = firstOrder[next.view]
  const isStandard = next.sort === standard.sort && next.descending === standard.descending
  const pairs: [string, string | undefined][] = [
    ['visning', next.view],
    ['sok', next.q],
    ['ordning', next.scheme],
    ['utlysning', next.round],
    ['del', next.scheme ? next.part : undefined],
    ['versjon', next.scheme && next.version ? String(next.version) : undefined],
    ['status', next.status],
    ['bydel', next.district],
    ['saksbehandler', next.caseworker],
    ['kanal', next.channel],
    ['sorter', isStandard ? undefined : next.sort],
    ['retning', isStandard ? undefined : next.descending ? 'ned' : 'opp'],
    ['etter', next.after && writePlace(next.after)],
    ['foran', next.before && writePlace(next.before)],
  ]
  const query = new URLSearchParams()
  for (const [name, value] of pairs) if (value) query.set(name, value)
  return query.toString()
}

/** What is typed as a case number: "2026/17", "2026-17". */
export function asCaseNumber(words: string): string | undefined {
  const match = /^(\d{4})\s*[/-]\s*(\d{1,9})$/.exec(words.trim())
  return match ? `${match[1]}/${match[2]}` : undefined
}

export function isUuid(text: string | null | undefined): text is string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text ?? '')
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | undefined {
  return all.find((each) => each === value)
}

function writePlace(place: Place): string {
  return `${place.id}.${place.key}`
}

function readPlace(text: string | null): Place | undefined {
  if (!text || text.length > 400) return undefined
  const id = text.slice(0, 36)
  return isUuid(id) && text[36] === '.' ? { id, key: text.slice(37) } : undefined
}
