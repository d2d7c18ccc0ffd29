import { describe, expect, it } from 'vitest'
import { compile, evaluate, evaluateAll, verdict, type Facts, type Outcome } from './index.ts'

const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
const facts: Facts = {
  'antall medlemmer': 34,
  'søkt beløp': { ore: 4_000_000 },
  søker: { navn: 'Blåfjell IL', 'er frivillig': true, fylke: null },
  arrangementsdato: { date: '2026-06-01' },
  budsjett: [
    { post: 'Leie', beløp: 1_000_000 },
    { post: 'Drakter', beløp: 2_500_000 },
  ],
  deltakere: [{ alder: 12 }, { alder: null }],
  'alder som tekst': '34',
  tom: [],
}
const run = (expression: string, more: Facts = {}): Outcome => evaluate(expression, { ...facts, ...more }, clock)
const value = (expression: string, more: Facts = {}): unknown => {
  const outcome = run(expression, more)
  return outcome.kind === 'value' ? outcome.value : outcome
}
const unknown = (...missing: string[]) => ({ kind: 'unknown', missing })

describe('rules in the words of the scheme', () => {
  it.each([
    ['antall medlemmer >= 10', true],
    ['søker.er frivillig and antall medlemmer in [10..40]', true],
    ['antall medlemmer between 35 and 40', false],
    ['søker.navn = "Blåfjell IL"', true],
    ['today() <= weeks before(arrangementsdato, 4)', true],
    ['sum(budsjett.beløp) = 3500000', true],
    ['sum(budsjett[beløp > 2000000].beløp)', 2_500_000],
    ['count(budsjett[item.post != "Leie"])', 1],
    ['budsjett[-1].post', 'Drakter'],
    ['søkt beløp <= share of(sum(budsjett.beløp), 50)', false],
    ['some linje in budsjett satisfies linje.beløp > søkt beløp', false],
    ['every linje in budsjett satisfies linje.beløp > 0', true],
    ['if antall medlemmer > 30 then "stor" else "liten"', 'stor'],
    ['for i in 1..3 return i * kr(100)', [10_000, 20_000, 30_000]],
    ['{ sats: kr(200), sum: sats * antall medlemmer }.sum', 680_000],
    ['arrangementsdato + @"P1M"', { date: '2026-07-01' }],
    ['arrangementsdato.month in (6, 7, 8)', true],
    ['antall medlemmer in (1, 2, > 30)', true],
    ['0.1 + 0.2 = 0.3', true],
    ['sum(tom)', 0],
  ])('%s', (expression, answer) => {
    expect(value(expression)).toEqual(answer)
  })

  it('reads å the same whether it was typed as one character or two', () => {
    expect(value('a\u030Ar > 3', { år: 4 })).toBe(true)
  })
})

describe('a fact nobody has told us is never a silent no', () => {
  it.each([
    ['medlemsavgift > 5000'],
    ['medlemsavgift = 5000'],
    ['medlemsavgift != 5000'],
    ['medlemsavgift in [1..10]'],
    ['medlemsavgift + 1'],
    ['not(medlemsavgift)'],
    ['if medlemsavgift then 1 else 2'],
    ['medlemsavgift and true'],
    ['medlemsavgift or false'],
    ['sum(medlemsavgift)'],
    ['medlemsavgift[1]'],
  ])('%s is unknown', (expression) => {
    expect(run(expression)).toEqual(unknown('medlemsavgift'))
    expect(run(expression, { medlemsavgift: null })).toEqual(unknown('medlemsavgift'))
  })

  it.each([
    ['medlemsavgift or true', true],
    ['true or medlemsavgift', true],
    ['medlemsavgift and false', false],
    ['medlemsavgift > 3 and antall medlemmer < 3', false],
    ['medlemsavgift in []', false],
    ['some d in deltakere satisfies d.alder < 18', true],
    ['every d in deltakere satisfies d.alder > 18', false],
  ])('%s is decided by what is known', (expression, answer) => {
    expect(value(expression)).toBe(answer)
  })

  it.each([
    ['medlemsavgift = null', true],
    ['null = medlemsavgift', true],
    ['medlemsavgift != null', false],
    ['antall medlemmer = null', false],
    ['is defined(medlemsavgift)', false],
    ['is defined(antall medlemmer)', true],
    ['medlemsavgift in (null, 5)', true],
    ['with default(medlemsavgift, 0) + 1', 1],
    ['deltakere[alder = null] = []', false],
    ['count(deltakere[alder = null])', 1],
  ])('%s asks on purpose, and is answered', (expression, answer) => {
    expect(value(expression)).toBe(answer)
  })

  it('names what would settle it, and only that', () => {
    expect(run('(a or b) and antall medlemmer > 3')).toEqual(unknown('a', 'b'))
    expect(run('(a and false) or b')).toEqual(unknown('b'))
    expect(run('søker.fylke = "Møre"')).toEqual(unknown('søker.fylke'))
    expect(run('styre.leder.navn = "Kari"')).toEqual(unknown('styre.leder.navn'))
  })

  it('an empty cell makes the sum, the filter and the count unknown', () => {
    expect(run('sum(deltakere.alder)')).toEqual(unknown('deltakere.alder'))
    expect(run('count(deltakere[alder < 18])')).toEqual(unknown('deltakere.alder'))
    expect(value('count(deltakere)')).toBe(2)
  })

  it('a column that a row lacks is missing there, and never read from outside the table', () => {
    const rows: Facts = { alder: 90, deltakere: [{ alder: 12 }, { navn: 'Per' }] }
    expect(run('count(deltakere[alder > 18])', rows)).toEqual(unknown('deltakere.alder'))
  })

  it('an answer with a gap inside is unknown as a whole', () => {
    expect(run('[1, medlemsavgift]')).toEqual(unknown('medlemsavgift'))
    expect(run('{ a: { b: medlemsavgift } }')).toEqual(unknown('medlemsavgift'))
  })

  it('becomes meets, fails, or a person must judge', () => {
    expect(verdict(run('true'))).toBe('meets')
    expect(verdict(run('false'))).toBe('fails')
    for (const expression of ['medlemsavgift > 1', '1 / 0', '3', 'null', '"ja"', 'x y z('])
      expect(verdict(run(expression))).toBe('unknown')
  })
})

describe('types are never guessed', () => {
  it.each([
    ['alder som tekst >= 20', 'type'],
    ['alder som tekst = 34', 'type'],
    ['søker.navn + 1', 'type'],
    ['5 and true', 'type'],
    ['if "ja" then 1 else 2', 'type'],
    ['arrangementsdato > "2026-01-01"', 'type'],
    ['søker.navn.lengde', 'type'],
    ['1 / 0', 'not-a-number'],
    ['modulo(3, 0)', 'not-a-number'],
    ['10 ** 400', 'not-a-number'],
    ['9007199254740991 + 1', 'out-of-range'],
    ['date("9999-12-31") + @"P1D"', 'out-of-range'],
    ['number("34 kr")', 'bad-argument'],
  ])('%s ends as %s', (expression, reason) => {
    expect(run(expression)).toMatchObject({ kind: 'error', reason })
  })

  it('tells where, and never quotes a fact', () => {
    const outcome = run('antall medlemmer > 3 and søker.navn > 3')
    expect(outcome).toMatchObject({ kind: 'error', at: { from: 25, to: 39 } })
    expect(JSON.stringify(outcome)).not.toContain('Blåfjell')
  })
})

describe('the clock is handed in', () => {
  it('today and now are the ones given, whatever the machine says', () => {
    expect(value('today()')).toEqual({ date: '2026-03-01' })
    expect(value('now()')).toEqual({ instant: '2026-03-01T09:30:00.000Z' })
  })

  it('refuses a clock that is no date', () => {
    expect(() => evaluate('1', {}, { today: 'i dag', now: clock.now })).toThrow('today')
  })

  it('gives the same answer for the same rule, facts and clock', () => {
    const items = [
      { key: 'a', expression: 'today() < arrangementsdato' },
      { key: 'b', expression: 'medlemsavgift > 3' },
    ]
    expect(evaluateAll(items, facts, clock)).toEqual(evaluateAll(items, facts, clock))
  })
})

describe('there is no way out of the language', () => {
  it.each(['constructor', '__proto__', 'toString', 'søker.constructor', 'søker.__proto__', 'process', 'globalThis'])(
    '%s is only a fact that nobody has told us',
    (expression) => {
      expect(run(expression).kind).toBe('unknown')
    },
  )

  it('functions cannot be made in a rule, nor handed in with the facts', () => {
    expect(compile('function(x) x + 1')).toHaveProperty('errors')
    const hostile = { f: () => 'ute', g: new Date(), h: Object.create({ x: 1 }) as object, n: NaN } as unknown as Facts
    expect(evaluate('f(1)', hostile, clock)).toMatchObject({ kind: 'error', reason: 'forbidden' })
    for (const name of ['f', 'g', 'h', 'n'])
      expect(evaluate(name, hostile, clock)).toMatchObject({ kind: 'error', reason: 'bad-fact' })
  })

  it('a key called __proto__ is only a key', () => {
    const outcome = evaluate('a', JSON.parse('{"a":{"__proto__":{"x":1}}}') as Facts, clock)
    expect(JSON.stringify(outcome)).toBe('{"kind":"value","value":{"__proto__":{"x":1}}}')
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('amounts are whole øre in the safe range, and dates are dates', () => {
    const wrong: Facts = {
      a: { ore: 1.5 },
      b: { ore: 2 ** 53 },
      c: { date: '2026-02-30' },
      d: { instant: '2026-03-01T10:00' },
      e: 2 ** 60,
    }
    for (const name of Object.keys(wrong))
      expect(evaluate(`${name} = 1`, wrong, clock)).toMatchObject({ kind: 'error', reason: 'bad-fact' })
  })
})
