import { evaluate as feelinEvaluate } from 'feelin'
import { evaluateAll, type Facts, type Item } from '#platform/feel/index.ts'

const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
const facts: Facts = {
  'antall medlemmer': 134,
  'antall medlemmer under 26': 96,
  'søkt beløp': { ore: 4_000_000 },
  søker: { navn: 'Blåfjell IL', 'er frivillig': true, 'registrert i Frivillighetsregisteret': true, fylke: 'Møre' },
  arrangementsdato: { date: '2026-06-01' },
  'rapport levert': true,
  'tilskudd tre år': { ore: 12_000_000 },
  budsjett: Array.from({ length: 12 }, (_none, index) => ({ post: `Post ${index}`, beløp: 500_000 + index * 1_000 })),
  vedtekter: null,
}

const rules = [
  'antall medlemmer >= 10',
  'søker.er frivillig and søker.registrert i Frivillighetsregisteret',
  'today() <= weeks before(arrangementsdato, 4)',
  'søkt beløp <= kr(50000) and søkt beløp >= kr(5000)',
  'søkt beløp <= share of(sum(budsjett.beløp), 70)',
  'antall medlemmer under 26 / antall medlemmer >= 0.5',
  'rapport levert or tilskudd tre år = 0',
  'every linje in budsjett satisfies linje.beløp > 0 and linje.post != ""',
]
const items: Item[] = rules.map((expression, index) => ({ key: `rule ${index}`, expression }))

/** The same rules without our functions, and plain facts, so that the reference interpreter can answer them too. */
const plainRules = rules.map((rule) =>
  rule
    .replace('today() <= weeks before(arrangementsdato, 4)', 'dagens dato <= arrangementsdato - duration("P28D")')
    .replace('kr(50000)', '5000000')
    .replace('kr(5000)', '500000')
    .replace('share of(sum(budsjett.beløp), 70)', 'sum(budsjett.beløp) * 0.7'),
)
const plainFacts = {
  ...facts,
  'søkt beløp': 4_000_000,
  'tilskudd tre år': 12_000_000,
  arrangementsdato: new Date('2026-06-01'),
  'dagens dato': new Date('2026-03-01'),
}

function cpuMs(times: number, work: (round: number) => void): number {
  const start = process.cpuUsage()
  for (let round = 0; round < times; round += 1) work(round)
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1_000 / times
}

const batch = (): void => void evaluateAll(items, facts, clock)
/** A space more in each round is a text never seen before, so that nothing comes from the cache. */
const fresh = (round: number): void => {
  const tail = `// ${round}`
  evaluateAll(
    items.map((item) => ({ ...item, expression: `${item.expression} ${tail}` })),
    facts,
    clock,
  )
}
const reference = (): void => {
  for (const rule of plainRules) feelinEvaluate(rule, plainFacts)
}

/** CPU milliseconds for the eight rules of one application, each way. */
export interface FeelFigures {
  rules: number
  /** Ours, read once and kept. */
  kept: number
  /** Ours, of a text never seen before. */
  fresh: number
  /** The interpreter our grammar comes from, which reads each time. */
  reference: number
  /** Of ours: the watchdog, once for all rules of an application. */
  watchdog: number
}

/** Rules per second: read each time and read once, ours and the reference interpreter's. Throws when a rule gives no answer. */
export function feelBench(times = 1): FeelFigures {
  cpuMs(1_000, batch)
  cpuMs(50, (round) => fresh(-1 - round))
  cpuMs(50, reference)
  for (const [key, outcome] of evaluateAll(items, facts, clock))
    if (outcome.kind !== 'value') throw new Error(`${key} gave no answer`)
  return {
    rules: rules.length,
    watchdog: cpuMs(3_000 * times, () => void evaluateAll([{ key: 'least', expression: 'true' }], facts, clock)),
    kept: cpuMs(3_000 * times, batch),
    fresh: cpuMs(300 * times, fresh),
    reference: cpuMs(200 * times, reference),
  }
}
