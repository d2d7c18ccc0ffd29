import { describe, expect, test } from 'vitest'
import { asking, extra, field, found, number, oneOf, scheme, t3, yesNo, type Field } from './checks.testing.ts'

describe('whether a question can ever be shown is found by trying, and said only with proof', () => {
  const kinds = ['a', 'b', 'c']
  const never: [name: string, showIf: string, before: Field[]][] = [
    ['a constant', 'false', []],
    ['two options at once', 'answer.sort = "a" and answer.sort = "b"', [oneOf('sort', kinds)]],
    ['none of the options', 'not(answer.sort in ("a", "b", "c"))', [oneOf('sort', kinds)]],
    ['yes and no', 'answer.open and not(answer.open)', [yesNo('open')]],
    ['a number below its least', 'answer.count < 5', [number('count', { min: 5, max: 9 })]],
    ['no whole number between', 'answer.count > 3 and answer.count < 4', [number('count')]],
    [
      'a chain that bites its tail',
      'answer.n < answer.m and answer.m < answer.k and answer.k < answer.n',
      ['n', 'm', 'k'].map((k) => number(k)),
    ],
    [
      'an option of a list and its absence',
      'list contains(answer.many, "a") and not(list contains(answer.many, "a"))',
      [field('many', { type: 'severalOf', options: kinds.map((key) => ({ key, label: t3(key) })) })],
    ],
    [
      'dates the wrong way',
      'answer.day < date("2026-01-01") and answer.day > date("2026-06-01")',
      [field('day', { type: 'date' })],
    ],
    [
      'an answer that is asked only otherwise',
      'answer.sort = "a" and answer.open',
      [oneOf('sort', kinds), yesNo('open', { showIf: 'answer.sort = "b"' })],
    ],
    [
      'an answer that its own check refuses',
      'answer.count = 7',
      [number('count', { checks: [{ when: 'answer.count < 5', message: t3('x') }] })],
    ],
  ]
  test.each(never)('never: %s', (_name, showIf, before) => {
    expect(found(asking(...before, yesNo('it', { showIf })), 'fieldNeverShown')).toEqual([
      expect.objectContaining({ path: `${extra('it')}.showIf`, level: 'stops' }),
    ])
  })

  const possible: [name: string, showIf: string, before: Field[]][] = [
    ['an option', 'answer.sort = "c"', [oneOf('sort', kinds)]],
    ['either of two', 'answer.sort = "a" or answer.sort = "b"', [oneOf('sort', kinds)]],
    ['nothing answered', 'answer.sort = null', [oneOf('sort', kinds)]],
    ['the least', 'answer.count <= 5', [number('count', { min: 5, max: 9 })]],
    ['between with decimals', 'answer.count > 3 and answer.count < 4', [number('count', { decimals: 1 })]],
    ['a sum', 'answer.n + answer.m > 40', [number('n'), number('m')]],
    ['an age', 'age on(answer.born, today) < 18', [field('born', { type: 'date' })]],
    ['money', 'budget.cost >= kr(200000)', []],
    ['a default', 'with default(answer.count, 3) = 3', [number('count', { min: 5 })]],
    [
      'an answer that is asked in the same case',
      'answer.sort = "b" and answer.open',
      [oneOf('sort', kinds), yesNo('open', { showIf: 'answer.sort = "b"' })],
    ],
    [
      'what cannot be counted through',
      'string length(answer.words) = 4321',
      [field('words', { type: 'shortText', maxLength: 200 })],
    ],
  ]
  test.each(possible)('possible, or not proven impossible: %s', (_name, showIf, before) => {
    expect(found(asking(...before, yesNo('it', { showIf }))).filter((each) => each.level === 'stops')).toEqual([])
  })

  test('what cannot be shown either way is said to be that, and stops nothing', () => {
    const definition = asking(
      field('words', { type: 'shortText', maxLength: 200 }),
      yesNo('it', { showIf: 'string length(answer.words) = 4321' }),
    )
    expect(found(definition, 'notProven')).toEqual([expect.objectContaining({ path: `${extra('it')}.showIf`, level: 'advises' })])
  })

  test('a page, a required question, a column and what stands under a heading', () => {
    expect(
      found(
        scheme((d) => ((d.form.pages.at(-1) as { showIf?: string }).showIf = 'false')),
        'pageNeverShown',
      ),
    ).toHaveLength(1)
    expect(found(asking(yesNo('it', { showIf: 'false', required: true })), 'requiredNeverShown')).toHaveLength(1)
    const table = field('rows', {
      type: 'table',
      rowTitle: t3('Row'),
      minRows: 0,
      maxRows: 3,
      fields: [yesNo('x', { showIf: 'false' })],
    })
    expect(found(asking(table), 'columnNeverShown')).toHaveLength(1)
    const under = asking(field('head', { type: 'section', showIf: 'false' }), yesNo('it'))
    expect(found(under, 'fieldNeverShown').map((each) => each.path)).toContain(`${extra('it')}.showIf`)
  })

  test('a hundred questions and sixty conditions are counted through in bounded work', () => {
    const fields = Array.from({ length: 100 }, (_none, index) =>
      index % 5 < 2
        ? oneOf(`q${index}`, kinds)
        : yesNo(`q${index}`, { showIf: `answer.q${index - (index % 5)} = "a" and answer.q${index - (index % 5) + 1} != "b"` }),
    )
    const pages = [0, 1].map((half) => ({
      key: `half${half}`,
      title: t3('Page'),
      fields: fields.slice(half * 50, half * 50 + 50),
    }))
    expect(found(scheme((d) => d.form.pages.push(...pages))).filter((each) => each.level === 'stops')).toEqual([])
  })
})
