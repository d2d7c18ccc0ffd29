import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DmnProblem } from './problem.ts'
import { decision, dmn, feel, run } from './dmn.testing.ts'
import { readModel } from './read-model.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const placeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof DmnProblem) return `${error.place}: ${error.message}`
    throw error
  }
  return 'nothing was wrong'
}

test('a document type is refused with its line: nothing outside is read and nothing grows', () => {
  const laughs = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<definitions>&b;</definitions>`
  expect(placeOf(() => readModel(bytes(laughs)))).toBe('line 2: a document type (DOCTYPE) is not allowed')
})

test('what is not XML, not DMN, too deep or too large is refused with the place', () => {
  expect(placeOf(() => readModel(bytes('<a><b></a>')))).toContain('line 1')
  expect(placeOf(() => readModel(bytes('<a/>')))).toBe('line 1: the file is not a DMN model')
  expect(placeOf(() => readModel(bytes('')))).toBe('line 1: missing start tag')
  expect(placeOf(() => readModel(dmn('<a>'.repeat(200) + '</a>'.repeat(200))))).toContain('nested too deeply')
  expect(placeOf(() => readModel(dmn('<a/>'.repeat(250_000))))).toContain('too many elements')
  expect(placeOf(() => readModel(new Uint8Array(10_000_001)))).toContain('larger than 10 MB')
  expect(placeOf(() => readModel(new Uint8Array([0x3c, 0xff, 0xff])))).toContain('encoding')
})

test('decisions and types that need themselves are told, not followed', () => {
  const circle = dmn(decision('a', ['d_b'], feel('b')) + decision('b', ['d_a'], feel('a')))
  expect(placeOf(() => run(circle, 'a'))).toBe('a: decisions need one another in a circle')
  const types =
    '<itemDefinition name="tA"><typeRef>tB</typeRef></itemDefinition><itemDefinition name="tB"><typeRef>tA</typeRef></itemDefinition>'
  expect(placeOf(() => run(dmn(types + decision('a', [], feel('1'), 'tA')), 'a'))).toContain('defined by itself')
})

test('what never ends is stopped with a reason', () => {
  const endless = `<businessKnowledgeModel id="f_on" name="on"><variable name="on"/><encapsulatedLogic><formalParameter name="n"/>${feel('on(n + 1)')}</encapsulatedLogic></businessKnowledgeModel>`
  expect(placeOf(() => run(dmn(endless + decision('a', ['f_on'], feel('on(1)'))), 'a'))).toContain('without end')
  expect(placeOf(() => run(dmn(decision('a', [], feel('for i in 1..3000, j in 1..3000 return 1'))), 'a'))).toContain(
    'too many steps',
  )
  expect(placeOf(() => run(dmn(decision('a', [], feel('for i in 1..1000000000000 return 1'))), 'a'))).toContain('too many steps')
  const pattern = feel('matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")')
  expect(placeOf(() => run(dmn(decision('a', [], pattern)), 'a', {}, 200))).toContain('longer than')
  // while the engine makes ready for a pattern, nothing can stop it: such ones are not tried
  const unready = feel(`matches("b", "${'a?'.repeat(60)}${'a'.repeat(60)}b")`)
  expect(placeOf(() => run(dmn(decision('a', [], unready)), 'a'))).toContain('may be left out')
})

test('what grows without end is stopped before it fills the memory', () => {
  const grow = (body: string): string =>
    `<businessKnowledgeModel id="f_grow" name="grow"><variable name="grow"/><encapsulatedLogic><formalParameter name="x"/><formalParameter name="n"/>${feel(`if n = 0 then x else grow(${body}, n - 1)`)}</encapsulatedLogic></businessKnowledgeModel>`
  const grown = (body: string, start: string): string =>
    placeOf(() => run(dmn(grow(body) + decision('a', ['f_grow'], feel(`grow(${start}, 60)`))), 'a'))
  expect(grown('x + x', '"ab"')).toContain('too long')
  expect(grown('concatenate(x, x)', '[1]')).toContain('too many steps')
  expect(grown('[x, x]', '[1]')).toContain('too large to write')
  expect(grown('replace(x, "a", x)', '"aaaaaaaa"')).toContain('too many steps')
  const many = feel('for i in 1..2000 return string join(for j in 1..9000 return "abcd")')
  expect(placeOf(() => run(dmn(decision('a', [], many)), 'a'))).toContain('too many steps')
})

test('an expression that cannot be read is nothing, with the place', () => {
  expect(run(dmn(decision('a', [], feel('1 + '))), 'a').messages[0]?.message).toContain('cannot be read at character')
})

test('there is no way out of the language', () => {
  for (const text of ['constructor', '{}.constructor', '"a".length', 'process', '[].push(1)', '{a: 1}.__proto__'])
    expect(run(dmn(decision('a', [], feel(text))), 'a').result).toBe(null)
})

test('whatever text stands as an expression, the answer is a value or a reason', () => {
  const words = fc.constantFrom(
    ...'1|"a"|x|+|-|(|)|[|]|{|}|:|,|..|for|in|return|if|then|else|not|and|function|instance|of|date|@"P1D"'.split('|'),
    ...'?|&lt;|&gt;=|null|true|sum|item|.|**|some|satisfies'.split('|'),
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const { result } = run(dmn(decision('a', [], feel(parts.join(' ')))), 'a')
      expect(result).not.toBe(undefined)
    }),
    { numRuns: 300 },
  )
})

test('the line of a fault is its own, whatever comments and sections stand before it', () => {
  const before = '<!-- <rule>\n\n -->\n<description><![CDATA[<rule>\n]]></description>\n'
  const broken = '<decisionTable><input/><output/><rule>\n</rule></decisionTable>'
  expect(placeOf(() => readModel(dmn(`${before}<decision name="a">${broken}</decision>`)))).toContain('line 7')
})
