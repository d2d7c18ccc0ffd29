import { expect, test } from 'vitest'
import { decision, dmn, feel, input, run } from './dmn.testing.ts'

const value = (logic: string, given: Record<string, unknown> = {}, more = ''): unknown =>
  run(dmn(more + decision('answer', [], logic)), 'answer', given).result

test('decisions that need one another are worked out in their order, names may have spaces and signs', () => {
  const file = dmn(
    input('Own-share', 'number') +
      input('Date of birth', 'date') +
      decision('Total cost', ['i_Own-share'], feel('Own-share * 2')) +
      decision('Letter', ['d_Total cost', 'i_Date of birth'], feel('string(Total cost) + " " + string(Date of birth.year)')),
  )
  expect(run(file, 'Letter', { 'Own-share': 21, 'Date of birth': '1990-02-28' }).result).toBe('42 1990')
})

test('input is typed by its definition: dates, times, durations, numbers as texts, rows of a table', () => {
  const types = `<itemDefinition name="tRow"><itemComponent name="at"><typeRef>date and time</typeRef></itemComponent>
    <itemComponent name="lasts"><typeRef>days and time duration</typeRef></itemComponent></itemDefinition>
    <itemDefinition name="tRows" isCollection="true"><typeRef>tRow</typeRef></itemDefinition>`
  const file = dmn(types + input('rows', 'tRows') + decision('ends', ['i_rows'], feel('for r in rows return r.at + r.lasts')))
  const rows = [{ at: '2026-05-17T10:00:00+02:00', lasts: 'PT90M' }]
  expect(run(file, 'ends', { rows }).result).toEqual(['2026-05-17T11:30:00+02:00'])
  const number = dmn(input('n', 'number') + decision('twice', ['i_n'], feel('n * 2')))
  expect(run(number, 'twice', { n: '12.5' }).result).toBe(25)
  expect(run(number, 'twice', { n: 'many' }).result).toBe(null)
})

test('an input of Any, or of no type, takes a text that is wholly a date or a duration as that', () => {
  const asked = decision(
    'kind',
    ['i_given'],
    feel('{day: given instance of date, text: given instance of string, ten: given = @"P10D"}'),
  )
  const kinds = (type: string, given: unknown): unknown => run(dmn(input('given', type) + asked), 'kind', { given }).result
  expect(kinds('Any', '2026-03-29')).toEqual({ day: true, text: false, ten: null })
  expect(kinds('Any', 'P10D')).toEqual({ day: false, text: false, ten: true })
  expect(kinds('Any', 'in March')).toEqual({ day: false, text: true, ten: null })
  expect(kinds('', '2026-03-29')).toEqual({ day: true, text: false, ten: null })
  expect(kinds('string', '2026-03-29')).toEqual({ day: false, text: true, ten: null })
})

test('values are brought to their type, or are nothing with a word on why', () => {
  const types = `<itemDefinition name="tAge"><typeRef>number</typeRef><allowedValues><text>[0..130]</text></allowedValues></itemDefinition>
    <itemDefinition name="tNames" isCollection="true"><typeRef>string</typeRef></itemDefinition>`
  const typed = (text: string, type: string): unknown =>
    run(dmn(types + decision('answer', [], feel(text), type)), 'answer').result
  expect(typed('["Kari"]', 'string')).toBe('Kari')
  expect(typed('"Kari"', 'tNames')).toEqual(['Kari'])
  expect(typed('1', 'tNames')).toBe(null)
  expect(typed('date("2026-05-17")', 'date and time')).toBe('2026-05-17T00:00:00Z')
  expect(typed('[12]', 'list&lt;number>')).toEqual([12])
  expect(typed('130', 'tAge')).toBe(130)
  const { result, messages } = run(dmn(types + decision('answer', [], feel('131'), 'tAge')), 'answer')
  expect(result).toBe(null)
  expect(messages).toEqual([{ message: 'a number is not tAge', place: 'answer' }])
})

test('allowed values are checked wherever a type stands, and a type of its own sets the other’s aside', () => {
  const types = `<itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"choir", "band"</text></allowedValues></itemDefinition>
    <itemDefinition name="tSide"><typeRef>tKind</typeRef><allowedValues><text>"left", "right"</text></allowedValues></itemDefinition>
    <itemDefinition name="tEcho"><functionItem outputTypeRef="tKind"><parameters name="a"/></functionItem></itemDefinition>`
  const echo = (logic: string, given: string): unknown =>
    run(dmn(types + input('given') + decision('answer', ['i_given'], logic)), 'answer', { given }).result
  const body = (typeRef: string): string => `<literalExpression${typeRef}><text>given</text></literalExpression>`
  const column = (typeRef: string): string => `<relation><column name="c"${typeRef}/><row>${body('')}</row></relation>`
  const rule = (typeRef: string, values: string): string =>
    `<decisionTable><output>${values}</output><rule><outputEntry${typeRef}><text>given</text></outputEntry></rule></decisionTable>`
  const call = (typeRef: string, own: string): string =>
    `<invocation${own}>${feel('function(a) a')}<binding><parameter name="a"${typeRef}/>${body('')}</binding></invocation>`
  for (const logic of [
    body(' typeRef="tKind"'),
    feel('(function(a: tKind) a)(given)'),
    rule(' typeRef="tKind"', ''),
    rule('', '<outputValues><text>"choir", "band"</text></outputValues>'),
    call(' typeRef="tKind"', ''),
    call('', ' typeRef="tKind"'),
  ]) {
    expect(echo(logic, 'choir')).toBe('choir')
    expect(echo(logic, 'orchestra')).toBe(null)
  }
  expect(echo(column(' typeRef="tKind"'), 'orchestra')).toEqual([{ c: null }])
  expect(echo(body(' typeRef="tSide"'), 'left')).toBe('left')
  expect(echo(body(' typeRef="tSide"'), 'choir')).toBe(null)
  const typed = `<functionDefinition typeRef="tEcho"><formalParameter name="a"/>${feel('a')}</functionDefinition>`
  const file = dmn(types + decision('f', [], typed) + decision('answer', ['d_f'], feel('[f("band"), f("orchestra")]')))
  expect(run(file, 'answer').result).toEqual(['band', null])
})

test('a context may have a result, and later entries see the earlier', () => {
  const entry = (name: string, text: string): string => `<contextEntry><variable name="${name}"/>${feel(text)}</contextEntry>`
  expect(value(`<context>${entry('a', '1')}${entry('b', 'a + 1')}</context>`)).toEqual({ a: 1, b: 2 })
  expect(value(`<context>${entry('a', '1')}<contextEntry>${feel('a * 10')}</contextEntry></context>`)).toBe(10)
})

test('boxed lists, relations, conditions, filters and loops', () => {
  const box = (name: string, text: string): string => `<${name}>${feel(text)}</${name}>`
  expect(value(`<list>${feel('1')}${feel('"to"')}</list>`)).toEqual([1, 'to'])
  expect(
    value(
      `<relation><column name="n"/><column name="of"/><row>${feel('1')}${feel('"a"')}</row><row>${feel('2')}${feel('"b"')}</row></relation>`,
    ),
  ).toEqual([
    { n: 1, of: 'a' },
    { n: 2, of: 'b' },
  ])
  expect(value(`<conditional>${box('if', '1 > 2')}${box('then', '"a"')}${box('else', '"b"')}</conditional>`)).toBe('b')
  expect(value(`<filter>${box('in', '[1, 5, 9]')}${box('match', 'item > 3')}</filter>`)).toEqual([5, 9])
  expect(value(`<for iteratorVariable="i">${box('in', '1..3')}${box('return', 'i * i')}</for>`)).toBe(null)
  expect(value(`<for iteratorVariable="i">${box('in', '[1..3]')}${box('return', 'i + count(partial)')}</for>`)).toEqual([1, 3, 5])
  expect(value(`<some iteratorVariable="i">${box('in', '[1, 2]')}${box('satisfies', 'i > 1')}</some>`)).toBe(true)
  expect(value(`<every iteratorVariable="i">${box('in', '[1, 2]')}${box('satisfies', 'i > 1')}</every>`)).toBe(false)
})

const FACTORIAL = `<businessKnowledgeModel id="f_factorial" name="factorial"><variable name="factorial"/><encapsulatedLogic>
  <formalParameter name="n" typeRef="number"/>${feel('if n &lt;= 1 then 1 else n * factorial(n - 1)')}</encapsulatedLogic></businessKnowledgeModel>`

test('business knowledge is called by name, by place, by a box, and by itself', () => {
  const boxed = `<invocation>${feel('factorial')}<binding><parameter name="n"/>${feel('4')}</binding></invocation>`
  const call = (logic: string): unknown => run(dmn(FACTORIAL + decision('answer', ['f_factorial'], logic)), 'answer').result
  expect(call(feel('factorial(5)'))).toBe(120)
  expect(call(feel('factorial(n: 3)'))).toBe(6)
  expect(call(feel('factorial(m: 3)'))).toBe(null)
  expect(call(boxed)).toBe(24)
  expect(run(dmn(FACTORIAL), 'factorial', { n: 6 }).result).toBe(720)
})

test('functions are values: returned, passed on, and closed over what they saw', () => {
  expect(value(feel('{ twice: function(f, x) f(f(x)), answer: twice(function(y) y * 3, 2) }.answer'))).toBe(18)
  const made = `<functionDefinition><formalParameter name="a"/>${feel('a + 1')}</functionDefinition>`
  const file = dmn(decision('more', [], made) + decision('answer', ['d_more'], feel('more(41)')))
  expect(run(file, 'answer').result).toBe(42)
})

test('a decision service is a function of its input, and its inner decisions are its own', () => {
  const service = `<decisionService id="f_svc" name="svc"><variable name="svc"/><outputDecision href="#d_sum"/>
    <encapsulatedDecision href="#d_sum"/><inputDecision href="#d_base"/><inputData href="#i_n"/></decisionService>`
  const file = dmn(
    input('n', 'number') +
      decision('base', [], feel('1')) +
      decision('sum', ['d_base', 'i_n'], feel('base + n')) +
      decision('answer', ['f_svc', 'd_sum'], feel('[svc(5, 100), svc(base: 7, n: 1), svc("five", 1), sum]')) +
      service,
  )
  expect(run(file, 'answer', { n: 2 }).result).toEqual([105, 8, null, 3])
  expect(run(file, 'svc', { n: 2, base: 40 }).result).toBe(42)
})

test('models import one another: types, decisions and functions under the name they are imported as', () => {
  const shared = dmn(
    `<itemDefinition name="tShare"><typeRef>number</typeRef><allowedValues><text>[0..1]</text></allowedValues></itemDefinition>` +
      input('cost', 'number') +
      decision('half', ['i_cost'], feel('cost / 2')) +
      FACTORIAL,
    'https://torg.example/shared',
  )
  const main = dmn(
    `<import name="common" namespace="https://torg.example/shared" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
     <decision id="d_answer" name="answer"><variable name="answer"/>
       <informationRequirement><requiredDecision href="https://torg.example/shared#d_half"/></informationRequirement>
       <knowledgeRequirement><requiredKnowledge href="https://torg.example/shared#f_factorial"/></knowledgeRequirement>
       ${feel('common.half + common.factorial(3)')}</decision>` + decision('share', [], feel('2'), 'common.tShare'),
  )
  expect(run([main, shared], 'answer', { common: { cost: 10 } }).result).toBe(11)
  expect(run([main, shared], 'share').result).toBe(null)
  expect(() => run(main, 'answer')).toThrow('not among the files')
})

test('what is imported without a name is as if it stood here', () => {
  const shared = dmn(
    `<itemDefinition name="tShare"><typeRef>number</typeRef><allowedValues><text>[0..1]</text></allowedValues></itemDefinition>` +
      input('born', 'date') +
      decision('year', ['i_born'], feel('born.year')),
    'https://torg.example/shared',
  )
  const main = dmn(
    `<import name="" namespace="https://torg.example/shared" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
     <decision id="d_answer" name="answer"><variable name="answer"/>
       <informationRequirement><requiredDecision href="https://torg.example/shared#d_year"/></informationRequirement>
       ${feel('year + 1')}</decision>` + decision('share', [], feel('2'), 'tShare'),
  )
  expect(run([main, shared], 'answer', { born: '1999-12-31' }).result).toBe(2000)
  expect(run([main, shared], 'year', { born: '1999-12-31' }).result).toBe(1999)
  expect(run([main, shared], 'share').result).toBe(null)
})

test('the moment is handed in', () => {
  expect(value(feel('[today(), now()]'))).toEqual(['2026-03-29', '2026-03-29T12:00:00+02:00'])
})

test('what is written in another language is nothing, with a word on why', () => {
  const java = `<functionDefinition kind="Java"><formalParameter name="a"/>${feel('{}')}</functionDefinition>`
  expect(run(dmn(decision('answer', [], java)), 'answer')).toEqual({
    result: null,
    messages: [{ message: 'functions of other languages are not run', place: 'answer' }],
  })
})
