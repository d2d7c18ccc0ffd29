// Which organisation a recipient in a list is: told by its number, by what somebody said before, or asked.

import { foldName, HARDLY_ALIKE, likeness, type KnownOrganisation, type NameIndex } from './sheet-names.ts'
import { PART, type Ask } from './sheet-plan.ts'

export interface Recipient {
  line: number
  name: string
  number?: string
  ore: number
  /** Proposals and zeros are nobody's award: they are not asked about. */
  ask: boolean
}

export interface Known {
  byNumber: ReadonlyMap<string, KnownOrganisation>
  names: NameIndex
  /** Recipient as it stood in earlier lists → the organisation a person said it is. */
  saidBefore: ReadonlyMap<string, string>
}

export interface Resolved {
  /** By key: the organisation. */
  organisations: Map<string, string>
  asks: Ask[]
}

/** The same for every row with the same number and name. */
export function recipientKey(name: string, number?: string): string {
  return `${number ?? ''}|${foldName(name)}`
}

/** The names that must be compared with all others, each once: those that neither a number nor an earlier answer tells. */
export function namesToCompare(list: readonly { name: string; number?: string }[], known: Known): string[] {
  const names = list.filter(({ name, number }) => (number ? !known.byNumber.has(number) : !known.saidBefore.has(name)))
  return [...new Set(names.map(({ name }) => name))]
}

export function* resolveRecipients(
  list: readonly Recipient[],
  known: Known,
  answers: Readonly<Record<string, string>>,
): Generator<undefined, Resolved, undefined> {
  const judged = new Map<string, ReturnType<typeof judge>>()
  const asks = new Map<string, Ask>()
  const organisations = new Map<string, string>()
  for (const [at, each] of list.entries()) {
    if (at % PART === PART - 1) yield
    const key = recipientKey(each.name, each.number)
    if (!judged.has(key)) judged.set(key, judge(each, known))
    const found = judged.get(key)
    if (found === undefined) continue
    if (typeof found === 'string') {
      organisations.set(key, found)
      continue
    }
    const answer = answers[key]
    if (answer && found.candidates.some((candidate) => candidate.id === answer)) organisations.set(key, answer)
    if (!each.ask && answer === undefined) continue
    const ask: Ask = asks.get(key) ?? { key, name: each.name, ...found, rows: 0, ore: 0, lines: [] }
    if (each.number) ask.number = each.number
    if (answer !== undefined) ask.answer = answer
    asks.set(key, ask)
    addTo(ask, each)
  }
  const best = (ask: Ask) => ask.candidates[0]?.score ?? 0
  return { organisations, asks: [...asks.values()].toSorted((a, b) => best(b) - best(a) || b.ore - a.ore) }
}

function judge(each: Recipient, known: Known): string | Pick<Ask, 'why' | 'candidates'> | undefined {
  const holder = each.number ? known.byNumber.get(each.number) : undefined
  if (holder) {
    const score = likeness(each.name, holder.name)
    return score >= HARDLY_ALIKE ? holder.id : { why: 'otherName', candidates: [{ ...holder, score }] }
  }
  const said = known.saidBefore.get(each.name)
  if (said && !each.number) return said
  // Whoever has another number is somebody else.
  const candidates = known.names.like(each.name).filter((candidate) => !each.number || !candidate.number)
  return candidates.length > 0 ? { why: 'likeName', candidates } : undefined
}

function addTo(ask: Ask, each: Recipient): void {
  ask.rows++
  ask.ore += each.ore
  if (ask.lines.length < 10) ask.lines.push(each.line)
}
