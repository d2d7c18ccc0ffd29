import { describe, expect, test } from 'vitest'
import type { Answers } from '../../model.ts'
import { amountLines } from './amount.ts'
import { listChecks, rulesOf } from './checks.ts'
import { workOutForm } from './form-state.ts'
import { sentAnswers } from './sent-answers.ts'
import { choirAnswers, choirAround, shipped } from '../choir.testing.ts'
import { validateForm } from './validate.ts'

const choirs = shipped('kor-og-korps')
const known = { districts: ['sentrum', 'havna'] }
const problems = (answers: Answers) => validateForm(choirs, answers, workOutForm(choirs, answers, choirAround), known)

const slow = `matches(string join(for n in 1..9999 return "a", ""), "^.*.*.*b$")`

describe('a choir fills in its application', () => {
  test('a whole one has nothing to correct and meets every rule', () => {
    expect(problems(choirAnswers)).toEqual([])
    const checks = listChecks(workOutForm(choirs, choirAnswers, choirAround))
    expect(checks.map((check) => check.outcome)).toEqual(checks.map(() => 'meets'))
  })

  test('an empty one says what is missing, only for what is asked', () => {
    const missing = problems({}).map((problem) => problem.field)
    expect(missing).toContain('members')
    expect(missing).not.toContain('schoolBased')
    expect(missing).not.toContain('whyClosed')
  })

  test.each([
    [{ kind: 'choir' }, 'schoolBased', true],
    [{ kind: 'other' }, 'schoolBased', false],
    [{ kind: 'other' }, 'culturalField', true],
    [{}, 'culturalField', false],
  ] as const)('%o: is %s asked? %s', (answers, key, asked) => {
    expect(!workOutForm(choirs, answers, choirAround).hidden.has(key)).toBe(asked)
  })

  test('the budget says in kroner what does not add up', () => {
    const short = { ...choirAnswers, applied: 3_500_000 }
    expect(problems(short)).toMatchObject([{ field: 'budget', key: 'incomeTooLow', data: { ore: 500_000 } }])
    expect(problems({ ...choirAnswers, applied: 4_500_000 })).toMatchObject([{ key: 'incomeTooHigh', data: { ore: 500_000 } }])
  })

  test('a check of the scheme gives its own words', () => {
    expect(problems({ ...choirAnswers, youngMembers: 50, policeCertificates: true })).toMatchObject([
      { field: 'youngMembers', key: 'check' },
    ])
  })

  test('what is unknown is for a person to judge, never a no', () => {
    const state = workOutForm(choirs, choirAnswers, { ...choirAround, applicant: { kind: 'organisation' }, earlier: undefined })
    const outcomes = Object.fromEntries(listChecks(state).map((check) => [check.key, check.outcome]))
    expect(outcomes).toMatchObject({
      inVoluntaryRegister: 'unknown',
      fromHere: 'unknown',
      reportsDelivered: 'unknown',
      enoughMembers: 'meets',
    })
  })

  test('a rule that never ends is for a person to judge, and no other rule waits for it', () => {
    const endless = { ...choirs, rules: choirs.rules.map((rule, n) => (n === 0 ? { ...rule, when: slow } : rule)) }
    const [first, ...rest] = listChecks(workOutForm(endless, choirAnswers, choirAround))
    expect(first?.outcome).toBe('unknown')
    expect(rest.map((check) => check.outcome)).toEqual(rest.map(() => 'meets'))
  })

  test('a question whose condition never ends is asked: nothing disappears because a condition is slow', () => {
    const pages = choirs.form.pages.map((page) => ({ ...page, fields: page.fields.map((field) => ({ ...field, showIf: slow })) }))
    const state = workOutForm({ ...choirs, form: { ...choirs.form, pages } }, choirAnswers, choirAround)
    expect(state.hidden.has('kind')).toBe(false)
  })

  test('a check keeps the facts it read and no others', () => {
    const check = listChecks(workOutForm(choirs, choirAnswers, choirAround)).find((each) => each.key === 'shareOfCost')
    expect(check?.facts).toEqual({ amount: { applied: 4_000_000 }, budget: { cost: 12_000_000 } })
  })

  test('a hidden question keeps its answer in the draft, and it is not sent and counts for nothing', () => {
    const answers = { ...choirAnswers, whyClosed: 'Bare kvinner' }
    const state = workOutForm(choirs, answers, choirAround)
    expect(sentAnswers(choirs, answers, state)).not.toHaveProperty('whyClosed')
    expect((state.facts['answer'] as Record<string, unknown>)['whyClosed']).toBeNull()
  })
})

test('what one hidden answer hides in turn is hidden too', () => {
  const base = choirs.form.pages[0]?.fields.find((field) => field.key === 'schoolBased')
  if (base?.type !== 'yesNo') throw new Error('the scheme has changed')
  const chain = {
    ...choirs,
    rules: [],
    form: {
      ...choirs.form,
      pages: [
        {
          key: 'one',
          title: choirs.title,
          fields: [
            { ...base, key: 'a', showIf: undefined },
            { ...base, key: 'b', showIf: 'answer.a' },
            { ...base, key: 'c', showIf: 'answer.b' },
          ],
        },
      ],
    },
  }
  const hidden = (answers: Answers) => [...workOutForm(chain, answers, choirAround).hidden]
  expect(hidden({ a: true, b: true })).toEqual([])
  expect(hidden({ a: false, b: true, c: true })).toEqual(['b', 'c'])
})

describe('an amount by formula', () => {
  const clubs = shipped('barn-og-unge-organisasjoner')
  const around = { ...choirAround }
  test('is worked out step by step, with the scheme’s ceilings', () => {
    const answers: Answers = {
      membersUnder26: 120,
      disabledMembers: 3,
      boughtEquipment: true,
      purchases: [{ what: 'Telt', price: 1_000_000 }, {}],
    }
    const state = workOutForm(clubs, answers, around)
    expect(state.steps).toMatchObject({ members: 1_500_000, disabled: 150_000, equipment: 350_000, total: 2_000_000 })
    expect(state.calculatedOre).toBe(2_000_000)
  })
  test('says nothing while it depends on something not answered', () => {
    expect(workOutForm(clubs, { membersUnder26: 10 }, around).calculatedOre).toBeUndefined()
  })
  test.each([
    [{ maxOre: 10_000 }, 20_050, ['step', 'most']],
    [{ roundDownToOre: 10_000 }, 25_999, ['step', 'rounded']],
    [{ minOre: 50_000 }, 20_000, ['step', 'least']],
    [{}, 20_000, ['step']],
  ])('%o on %i øre', (limits, value, kinds) => {
    const amount = { steps: [{ key: 'a', label: choirs.title, value: '1' }], roundDownToOre: 100, ...limits }
    expect(amountLines(amount, { a: value }).map((line) => line.kind)).toEqual(kinds)
  })
  test('never gives more than the share of cost, to the øre', () => {
    const amount = { steps: [{ key: 'a', label: choirs.title, value: '1' }], roundDownToOre: 1, maxShareOfCost: 33.3 }
    expect(amountLines(amount, { a: 10_000_000 }, 1_000_001).at(-1)?.value).toBe(333_000)
  })
})

test('a rolling scheme without a rule of its own about notice gets one', () => {
  const rolling = shipped('kunst-og-kulturtiltak')
  expect(rulesOf(rolling)).toBe(rolling.rules)
  const bare = { ...rolling, rules: [] }
  const outcome = (startsOn: string) => workOutForm(bare, { startsOn }, choirAround, rulesOf(bare)).rules.at(-1)?.outcome
  expect(outcome('2026-12-08')).toBe('meets')
  expect(outcome('2026-12-07')).toBe('fails')
})
