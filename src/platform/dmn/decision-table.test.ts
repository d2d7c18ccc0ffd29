import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decision, dmn, input, run, table } from './dmn.testing.ts'

const OUT = '<output/>'
const points = (policy: string, rules: string[], output = OUT): Uint8Array =>
  dmn(input('points', 'number') + decision('grade', ['i_points'], table(policy, ['points'], [output], rules)))
const grade = (policy: string, rules: string[], given: unknown, output = OUT): unknown =>
  run(points(policy, rules, output), 'grade', { points: given }).result

test('a unique table answers by the one rule that matches, and by none with nothing', () => {
  const rules = ['&lt; 10 | "low"', '[10..20) | "middle"', '&gt;= 20 | "high"']
  expect(grade('hitPolicy="UNIQUE"', rules, 9)).toBe('low')
  expect(grade('', rules, 10)).toBe('middle')
  expect(grade('', rules, 20)).toBe('high')
  expect(grade('', rules, null)).toBe(null)
})

test('two rules that match where one alone may are told, and give nothing', () => {
  const { result, messages } = run(points('', ['&gt; 1 | "a"', '&gt; 2 | "b"']), 'grade', { points: 3 })
  expect(result).toBe(null)
  expect(messages).toEqual([{ message: 'several rules match where one alone may', place: 'grade' }])
})

test('the first rule, every rule, and rules that must agree', () => {
  const rules = ['&gt; 1 | 1', '&gt; 2 | 2', '- | 3']
  expect(grade('hitPolicy="FIRST"', rules, 5)).toBe(1)
  expect(grade('hitPolicy="RULE ORDER"', rules, 5)).toEqual([1, 2, 3])
  expect(grade('hitPolicy="COLLECT"', rules, 2)).toEqual([1, 3])
  expect(grade('hitPolicy="ANY"', ['&gt; 1 | "yes"', '&gt; 2 | "yes"'], 5)).toBe('yes')
  expect(grade('hitPolicy="ANY"', ['&gt; 1 | "yes"', '&gt; 2 | "no"'], 5)).toBe(null)
})

test('collecting adds, counts, and finds the least and greatest', () => {
  const rules = ['&gt; 1 | 10', '&gt; 2 | 30', '&gt; 3 | 20']
  const collect = (aggregation: string, given: number): unknown =>
    grade(`hitPolicy="COLLECT" aggregation="${aggregation}"`, rules, given)
  expect(collect('SUM', 9)).toBe(60)
  expect(collect('COUNT', 3)).toBe(2)
  expect(collect('MIN', 9)).toBe(10)
  expect(collect('MAX', 9)).toBe(30)
  expect(collect('COUNT', 0)).toBe(0)
  expect(collect('SUM', 0)).toBe(null)
})

test('the order of the allowed values ranks what matches', () => {
  const output = '<output><outputValues><text>"refuse", "ask", "grant"</text></outputValues></output>'
  const rules = ['&gt; 1 | "grant"', '&gt; 2 | "ask"', '&gt; 3 | "refuse"']
  expect(grade('hitPolicy="PRIORITY"', rules, 3, output)).toBe('ask')
  expect(grade('hitPolicy="OUTPUT ORDER"', rules, 9, output)).toEqual(['refuse', 'ask', 'grant'])
})

test('several outputs are a context, and what none gives is the default', () => {
  const outputs = [
    '<output name="answer"><defaultOutputEntry><text>"ask"</text></defaultOutputEntry></output>',
    '<output name="share"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>',
  ]
  const logic = table('', ['points', 'kind'], outputs, ['&gt; 5 | not("person") | "yes" | points / 10'])
  const file = dmn(input('points') + input('kind') + decision('answer', ['i_points', 'i_kind'], logic))
  expect(run(file, 'answer', { points: 8, kind: 'choir' }).result).toEqual({ answer: 'yes', share: 0.8 })
  expect(run(file, 'answer', { points: 8, kind: 'person' }).result).toEqual({ answer: 'ask', share: 0 })
})

test('a cell may ask of the value itself, of a list, or of another name', () => {
  const cell = (text: string, given: unknown): unknown => grade('hitPolicy="FIRST"', [`${text} | true`, '- | false'], given)
  expect(cell('? &gt; 3 and ? &lt; 5', 4)).toBe(true)
  expect(cell('1, 2, &gt; 10', 2)).toBe(true)
  expect(cell('[1, 2, 3]', 3)).toBe(true)
  expect(cell('points &gt; 3', 4)).toBe(true)
  expect(cell('null', null)).toBe(true)
  expect(cell('(1..4)', 4)).toBe(false)
})

test('a value that a table does not allow is none for its rules', () => {
  const logic = `<decisionTable><input><inputExpression><text>kind</text></inputExpression><inputValues><text>"choir", "band"</text></inputValues></input>
    <output/><rule><inputEntry><text>null</text></inputEntry><outputEntry><text>"neither"</text></outputEntry></rule>
    <rule><inputEntry><text>"choir"</text></inputEntry><outputEntry><text>"sings"</text></outputEntry></rule></decisionTable>`
  const file = dmn(input('kind') + decision('does', ['i_kind'], logic))
  expect(run(file, 'does', { kind: 'choir' }).result).toBe('sings')
  expect(run(file, 'does', { kind: 'club' }).result).toBe('neither')
})

test('a rule with too few cells is found when the file is read, with its line', () => {
  expect(() => grade('', ['&gt; 1'], 3)).toThrow('another number of cells')
})

test('whatever the rules, first, collected and counted answers agree with one another', () => {
  const bound = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(fc.array(bound, { minLength: 1, maxLength: 8 }), bound, (bounds, given) => {
      const rules = bounds.map((one, index) => `&gt;= ${one} | ${index}`)
      const hits = bounds.flatMap((one, index) => (given >= one ? [index] : []))
      expect(grade('hitPolicy="COLLECT"', rules, given)).toEqual(hits)
      expect(grade('hitPolicy="FIRST"', rules, given)).toBe(hits[0] ?? null)
      expect(grade('hitPolicy="COLLECT" aggregation="COUNT"', rules, given)).toBe(hits.length)
      expect(grade('hitPolicy="COLLECT" aggregation="MAX"', rules, given)).toBe(hits.at(-1) ?? null)
    }),
    { numRuns: 40 },
  )
})
