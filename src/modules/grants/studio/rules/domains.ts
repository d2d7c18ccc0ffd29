import { dateOfDay, dateText, parseDate } from '#platform/feel/dates.ts'
import type { Fact } from '#platform/feel/index.ts'
import type { FactType } from './fact-types.ts'
import type { Constant, Use } from './fact-uses.ts'

/**
 * Values that stand for all a fact may be. Where it is only compared, one value in each gap between the constants is enough;
 * where more is done with it the values are tries, and that none of them fits proves nothing.
 */
export interface Domain {
  values: readonly Fact[]
  /** The values stand for all there are. */
  complete: boolean
}

type Types = ReadonlyMap<string, FactType>

/** The domains of facts that are used together. */
export function domainsOf(uses: ReadonlyMap<string, Use>, types: Types, today: string): Map<string, Domain> {
  const groups = new Map<string, string[]>()
  for (const path of uses.keys()) {
    if (!groups.has(path)) for (const each of linkedWith(path, uses)) groups.set(each.path, each.group)
  }
  return new Map(
    [...uses].map(([path, use]) => {
      const group = groups.get(path) ?? [path]
      return [
        path,
        domainOf(
          types.get(path),
          use,
          group.map((each) => ({ use: uses.get(each), type: types.get(each) })),
          types,
          path,
          today,
        ),
      ]
    }),
  )
}

function linkedWith(path: string, uses: ReadonlyMap<string, Use>): { path: string; group: string[] }[] {
  const group: string[] = []
  const open = [path]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (group.includes(next)) continue
    group.push(next)
    open.push(...(uses.get(next)?.linked ?? []))
  }
  return group.map((each) => ({ path: each, group }))
}

interface Member {
  use: Use | undefined
  type: FactType | undefined
}

function domainOf(type: FactType | undefined, use: Use, group: Member[], types: Types, path: string, today: string): Domain {
  if (type?.kind === 'boolean') return { values: [true, false, null], complete: true }
  if (type?.options && type.kind === 'string') return { values: [...type.options, null], complete: true }
  if (type?.options && type.chosen) return chosen(type.options, use)
  const opaque = group.some((each) => each.use?.opaque ?? true) || group.some((each) => each.type?.kind !== type?.kind)
  // A free text compared with a choice may be any of its options.
  const constants = group.flatMap((each) => [...(each.use?.constants ?? []), ...(each.type?.options ?? [])])
  if (type?.kind === 'number') return numbers(type, group, constants, opaque)
  if (type?.kind === 'date') return dates(constants, group.length, opaque, path === 'today' ? undefined : today, today)
  if (type?.kind === 'string') return texts(constants, group.length, opaque)
  if (type?.kind === 'list') return { values: [...rowsFor(path, types), null], complete: false }
  return { values: [null], complete: false }
}

/** Every choice of a few options; of many, every choice of those that are named, with none, one and all of the others. */
function chosen(options: readonly string[], use: Use): Domain {
  const named = options.filter((option) => use.constants.includes(option))
  const few = options.length <= 6
  const counted = (few ? options : named).slice(0, 6)
  const others = few ? [] : options.filter((option) => !counted.includes(option))
  const subsets = Array.from({ length: 2 ** counted.length }, (_none, bits) => counted.filter((_option, at) => bits & (2 ** at)))
  const values = subsets.flatMap((subset) => [
    subset,
    ...(others.length > 0
      ? [
          [...subset, ...others.slice(0, 1)],
          [...subset, ...others],
        ]
      : []),
  ])
  return { values: values.map((value) => (value.length > 0 ? value : null)), complete: few || (!use.opaque && named.length <= 6) }
}

const usual = [0, 1, 2, 5, 10, 16, 50, 100, 1000, 100_000, 10_000_000, 1_000_000_000]

function numbers(type: FactType, group: Member[], constants: readonly Constant[], opaque: boolean): Domain {
  const fixed = constants.filter((each) => typeof each === 'number')
  const ends = group.flatMap(({ type: each }) => [each?.min, each?.max]).filter((each) => each !== undefined)
  const whole = group.every((each) => each.type?.whole)
  const mixed = !whole && group.some((each) => each.type?.whole)
  const tries = opaque ? usual : []
  const values = between([...fixed, ...ends, ...tries], Math.min(group.length, 3), whole)
  const allowed = values.filter(
    (value) =>
      (type.min === undefined || value >= type.min) &&
      (type.max === undefined || value <= type.max) &&
      (!type.whole || Number.isInteger(value)),
  )
  return { values: [...allowed, null], complete: !opaque && !mixed && group.length <= 3 }
}

/** The thresholds themselves and `many` values in each gap between them and outside them. */
function between(thresholds: readonly number[], many: number, whole: boolean): number[] {
  const sorted = [...new Set(thresholds.length > 0 ? thresholds : [0])].toSorted((a, b) => a - b)
  const steps = Array.from({ length: many }, (_none, index) => index + 1)
  const first = sorted[0] ?? 0
  const inGaps = sorted.flatMap((low, index) => {
    const high = sorted[index + 1]
    if (high === undefined) return steps.map((step) => low + step)
    if (whole) return steps.map((step) => Math.floor(low) + step).filter((value) => value > low && value < high)
    return steps.map((step) => low + ((high - low) * step) / (many + 1))
  })
  return [...steps.map((step) => first - step), ...sorted, ...inGaps]
}

const usualDays = [-30_000, -25_000, -15_000, -6_000, -4_000, -365, -60, -1, 0, 1, 60, 400, 4_000]

function dates(constants: readonly Constant[], many: number, opaque: boolean, around: string | undefined, today: string): Domain {
  const dayOf = (text: string) => parseDate(text)?.day
  const fixed = constants
    .flatMap((each) => (typeof each === 'object' ? [dayOf(each.date)] : []))
    .filter((day) => day !== undefined)
  const now = dayOf(today) ?? 0
  const tries = opaque && around !== undefined ? usualDays.map((days) => now + days) : []
  const days =
    around === undefined && opaque
      ? [now]
      : between([...fixed, ...tries, ...(fixed.length === 0 ? [now] : [])], Math.min(many, 3), true)
  const values = days.map((day): Fact => ({ date: dateText(dateOfDay(day)) }))
  return { values: around === undefined ? values : [...values, null], complete: !opaque && many <= 3 }
}

function texts(constants: readonly Constant[], many: number, opaque: boolean): Domain {
  const fixed = [...new Set(constants.filter((each) => typeof each === 'string'))]
  const others = Array.from({ length: Math.min(many, 3) }, (_none, index) => `other ${index + 1}`)
  return { values: [...fixed, ...others, null], complete: !opaque && many <= 3 }
}

/** Lists to try: none, one and two rows, with low and with high values. */
function rowsFor(path: string, types: Types): Fact[] {
  const columns = [...types].filter(([name]) => name.startsWith(`${path}.`) && !name.slice(path.length + 1).includes('.'))
  if (columns.length === 0) return [[], ['a'], ['a', 'b']]
  const row = (number: number, flag: boolean, option: number): Fact =>
    Object.fromEntries(columns.map(([name, type]) => [name.slice(path.length + 1), cell(type, number, flag, option)]))
  const rows = [row(1, true, 0), row(15, false, 1), row(1_000_000_000, true, -1)]
  return [[], ...rows.map((each) => [each]), rows]
}

function cell(type: FactType, number: number, flag: boolean, option: number): Fact {
  if (type.kind === 'number') return Math.min(Math.max(number, type.min ?? number), type.max ?? number)
  if (type.kind === 'boolean') return flag
  if (type.kind === 'string') return type.options?.at(option) ?? 'text'
  if (type.kind === 'date') return { date: '2026-01-01' }
  return null
}
