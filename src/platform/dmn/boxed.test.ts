import { expect, test } from 'vitest'
import { decision, dmn, feel, input, run } from './dmn.testing.ts'

const box = (name: string, text: string): string => `<${name}>${feel(text)}</${name}>`
const value = (logic: string): unknown => run(dmn(decision('answer', [], logic)), 'answer').result

test('a test in a box that is neither true nor false makes the whole nothing; one that is unknown does not', () => {
  const choice = (test: string): string =>
    `<conditional>${box('if', test)}${box('then', '"yes"')}${box('else', '"no"')}</conditional>`
  expect(value(choice('"true"'))).toBe(null)
  expect(value(choice('null'))).toBe('no')
  const kept = (test: string): string => `<filter>${box('in', '[2, null, 7]')}${box('match', test)}</filter>`
  expect(value(kept('if item = 2 then true else "seven"'))).toBe(null)
  expect(value(kept('item > 5'))).toEqual([7])
  expect(value(kept('2'))).toBe(null)
  expect(value(`<filter>${box('in', '[2, 7]')}${box('match', '2')}</filter>`)).toBe(7)
  const loop = (kind: string, test: string): string =>
    `<${kind} iteratorVariable="n">${box('in', '[1, 2]')}${box('satisfies', test)}</${kind}>`
  expect(value(loop('some', 'if n = 2 then true else "one"'))).toBe(null)
  expect(value(loop('every', 'if n = 2 then "two" else false'))).toBe(null)
  expect(value(loop('some', 'n > (if n = 2 then 1 else null)'))).toBe(true)
})

test('why a box is nothing is told', () => {
  const logic = `<some iteratorVariable="n">${box('in', '[1]')}${box('satisfies', 'n')}</some>`
  expect(run(dmn(decision('answer', [], logic)), 'answer').messages).toEqual([
    { message: 'a test in a box is neither true nor false', place: 'answer' },
  ])
})

test('the variable of a function may name the type of what the function gives', () => {
  const made = `<functionDefinition><formalParameter name="a" typeRef="number"/>${feel('a / 4')}</functionDefinition>`
  const entry = (name: string, type: string, logic: string): string =>
    `<contextEntry><variable name="${name}" typeRef="${type}"/>${logic}</contextEntry>`
  const asks = (text: string): string =>
    `<context>${entry('quarter', 'number', made)}${entry('shout', 'string', feel('function(t) if t = "" then 0 else t + "!"'))}
     <contextEntry>${feel(text)}</contextEntry></context>`
  expect(value(asks('[quarter(a: 10), shout("hei")]'))).toEqual([2.5, 'hei!'])
  expect(value(asks('shout("")'))).toBe(null)
  const file = dmn(decision('quarter', [], made, 'number') + decision('answer', ['d_quarter'], feel('quarter(2)')))
  expect(run(file, 'answer').result).toBe(0.5)
})

test('a decision that another needs may be given: by a person, or from elsewhere', () => {
  const file = dmn(
    input('cost', 'number') +
      decision('judged', [], '', 'string') +
      decision('share', ['i_cost'], feel('cost * 0.2'), 'number') +
      decision('letter', ['d_judged', 'd_share'], feel('judged + " " + string(share)')),
  )
  expect(run(file, 'letter', { cost: 10, judged: 'granted' }).result).toBe('granted 2')
  expect(run(file, 'letter', { cost: 10, judged: 'granted', share: 7 }).result).toBe('granted 7')
  expect(run(file, 'letter', { cost: 10, judged: 5 }).result).toBe(null)
  expect(run(file, 'letter', { cost: 10 }).result).toBe(null)
  // what is asked for is worked out
  expect(run(file, 'share', { cost: 10, share: 7 }).result).toBe(2)
})

test('a null that is given in place of a decision is its value, and an input’s name is never a decision’s value', () => {
  const shared = dmn(
    decision('share', [], feel('3')) + decision('double', ['d_share'], feel('share * 2')),
    'https://torg.example/shared',
  )
  const main = dmn(
    `<import name="common" namespace="https://torg.example/shared" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
     ${input('share', 'number')}<decision id="d_answer" name="answer"><informationRequirement><requiredInput href="#i_share"/>
     </informationRequirement><informationRequirement><requiredDecision href="https://torg.example/shared#d_double"/>
     </informationRequirement>${feel('[share, common.double]')}</decision>`,
  )
  expect(run([main, shared], 'answer', { share: 50 }).result).toEqual([50, 6])
  expect(run(shared, 'double', { share: null }).result).toBe(null)
})

test('a decision may be asked for by the name of its variable', () => {
  const file = dmn(`<decision id="d1" name="Own share (2026)"><variable name="share"/>${feel('20')}</decision>`)
  expect([run(file, 'share').result, run(file, 'Own share (2026)').result, run(file, 'd1').result]).toEqual([20, 20, 20])
})

test('a part of a type may be of the same type', () => {
  const part = (name: string, type: string): string => `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`
  const step = `<itemDefinition name="tStep">${part('next', 'tStep')}${part('days', 'number')}</itemDefinition>`
  const file = dmn(step + input('first', 'tStep') + decision('answer', ['i_first'], feel('first.next.days')))
  expect(run(file, 'answer', { first: { days: 1, next: { days: 2, next: null } } }).result).toBe(2)
  expect(run(file, 'answer', { first: { days: 1, next: { days: 'two', next: null } } }).result).toBe(null)
})
