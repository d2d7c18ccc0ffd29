import { describe, expect, it } from 'vitest'
import { compile, isFactName, namesUsed } from './index.ts'

describe('what an expression reads', () => {
  it.each([
    ['antall medlemmer >= 10 and søker.er frivillig', ['antall medlemmer', 'søker.er frivillig']],
    ['sum(budsjett.beløp) > søkt beløp', ['budsjett.beløp', 'søkt beløp']],
    ['some d in deltakere satisfies d.alder < aldersgrense', ['aldersgrense', 'deltakere', 'deltakere.alder']],
    ['arrangementsdato.year = 2026', ['arrangementsdato']],
    ['{ a: b, c: a + d }.c', ['b', 'd']],
    ['budsjett[item.beløp > 3].post', ['budsjett.beløp', 'budsjett.post']],
    ['today() < frist', ['frist']],
    ['styre[1].navn = "x"', ['styre.navn']],
    ['1 + 1', []],
  ])('%s', (expression, names) => {
    expect(namesUsed(expression)).toEqual({ names, either: [], problems: [] })
  })

  it('a bare word inside a filter is the column where there is one, else a fact', () => {
    const expression = 'count(barn[alder < aldersgrense])'
    expect(namesUsed(expression).either).toEqual([
      { column: 'barn.alder', fact: 'alder' },
      { column: 'barn.aldersgrense', fact: 'aldersgrense' },
    ])
    const known = new Set(['barn', 'barn.alder', 'aldersgrense'])
    expect(namesUsed(expression, known)).toEqual({ names: ['aldersgrense', 'barn', 'barn.alder'], either: [], problems: [] })
  })

  it('a name of several parts inside brackets is the column, or else the fact', () => {
    const known = new Set(['svar.antall', 'svar.barn', 'svar.barn.sted.navn', 'sted.navn', 'frist'])
    const names = (expression: string) => namesUsed(expression, known)
    expect(names('[{ fra: 0, sats: 5 }][item.fra <= svar.antall][-1].sats')).toMatchObject({
      names: ['svar.antall'],
      problems: [],
    })
    expect(names('count(svar.barn[sted.navn = "x"])').names).toContain('svar.barn.sted.navn')
    expect(names('count(svar.barn[frist.year > 2020])')).toMatchObject({ names: ['frist', 'svar.barn'], problems: [] })
    expect(names('count(svar.barn[item.sted.navn = svar.antal])').problems).toMatchObject([{ word: 'svar.antal' }])
    expect(namesUsed('count(svar.barn[sted.navn = "x"])').either).toEqual([{ column: 'svar.barn.sted.navn', fact: 'sted.navn' }])
  })

  it('a misspelt fact is found, with its place', () => {
    const { problems } = namesUsed('antall medlemer > 3', new Set(['antall medlemmer']))
    expect(problems).toEqual([
      { key: 'unknown-name', message: 'no such fact: antall medlemer', word: 'antall medlemer', from: 0, to: 15 },
    ])
  })

  it('a date part counts as a fact only where a fact has that name', () => {
    expect(namesUsed('frist.month', new Set(['frist', 'frist.month'])).names).toEqual(['frist.month'])
  })

  it('tells which names facts may have', () => {
    for (const name of ['antall medlemmer', 'søkerÅr', 'år i drift', 'Post 2']) expect(isFactName(name)).toBe(true)
    for (const name of ['støtte for ungdom', 'a-b', 'a  b', '2 år', 'not med', 'true', '', 'a.b', 'inn/ut'])
      expect(isFactName(name)).toBe(false)
  })
})

describe('what is wrong with an expression is told with its place', () => {
  it.each([
    ['antall >', 'incomplete', 8],
    ['', 'incomplete', 0],
    ['antall > > 3', 'unsupported', 9],
    ['antall ) 3', 'syntax', 7],
    ['kronr(3)', 'unknown-function', 0],
    ['not medlem', 'reserved-word', 0],
    ['x not in [1]', 'reserved-word', 0],
    ['1 < x < 3', 'chained-comparison', 0],
    ['date("2026-13-01")', 'bad-literal', 0],
    ['today() + add days(today())', 'wrong-arguments', 10],
    ['time("10:00:00")', 'unknown-function', 0],
    ['x instance of tall', 'unsupported', 14],
    ['99999999999999999999', 'bad-literal', 0],
  ])('%s: %s at %i', (expression, key, from) => {
    expect(compile(expression)).toMatchObject({ errors: [{ key, from }] })
  })

  it('an expression is read once', () => {
    expect(compile('antall medlemmer > 3')).toBe(compile('antall medlemmer > 3'))
  })
})
