import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { shipped } from '../../application/choir.testing.ts'
import { listFields } from '../../application/rules/fields.ts'
import { SchemeDefinition, SchemeExample, type Answers, type EffectiveDefinition } from '../../model.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { readSchemeFile, writeSchemeFile } from '../../scheme/rules/exchange.ts'
import { describeChanges } from './differences/describe-changes.ts'
import { addExamples, examplesIn, keptAnswers, removeExample } from './examples.ts'
import { invent } from './invent.ts'
import { applyOps } from './ops.ts'
import { brokenBy, expectationOf, tryExample, workOutExample } from './run-example.ts'
import { overall } from './tried.ts'

const here = { number: '4699', districts: ['sentrum', 'havna'] }
const day = '2026-11-10'
const choirs = shipped('kor-og-korps')
const make = (definition: SchemeDefinition, many = 6, seed = 1) => invent(definition, { seed, many, day, here })
const asExample = (made: ReturnType<typeof make>[number] | undefined) =>
  SchemeExample.parse({ key: 'one', name: 'En', day, applicant: made?.applicant, part: made?.part, answers: made?.answers })
const keyOf = (type: string) => listFields(choirs).find(({ field }) => field.type === type)?.field.key ?? ''

describe('applications are invented from the form', () => {
  it('the same each time for the same seed, and others for another', () => {
    expect(make(choirs)).toEqual(make(choirs))
    expect(make(choirs, 6, 2)).not.toEqual(make(choirs))
    // More of them begin with the same ones, so that asking again gives the next.
    expect(make(choirs, 3)).toEqual(make(choirs).slice(0, 3))
  })

  it('the first meets every rule and can be sent', () => {
    const [first] = make(choirs)
    const side = tryExample(choirs, asExample(first), here)
    expect(side && overall(side)).toBe('meets')
    expect(side?.stopsAt).toEqual([])
  })

  it('the others stand just below, at and above what the rules compare with, and come from other applicants too', () => {
    const all = make(choirs, 40)
    const members = all.flatMap(({ about }) => (about?.field.key === 'members' ? [about.value] : []))
    expect(members).toEqual(expect.arrayContaining([9, 10, 11]))
    expect(new Set(all.map(({ applicant }) => applicant)).size).toBeGreaterThan(2)
  })

  it('what is not asked is not answered, and what is asked keeps within its limits', () => {
    for (const { answers, applicant, about } of make(choirs, 12)) {
      const { state, problems } = workOutExample(choirs as EffectiveDefinition, { answers, applicant, day }, here)
      for (const key of state.hidden) expect(answers).not.toHaveProperty(key)
      for (const problem of problems) expect([about?.field.key, 'members', 'youngMembers', 'budget']).toContain(problem.field)
    }
  })

  test.each(readdirSync('schemes').flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : [])))(
    'also for %s, as examples that its file can hold',
    (slug) => {
      const definition = shipped(slug)
      const made = make(definition, 4)
      for (const each of made) expect(tryExample(definition, asExample(each), here)).toBeDefined()
      const examples = made.map((each, n) => ({ ...asExample(each), key: `e${n}` }))
      const whole = { ...definition, examples }
      const again = SchemeDefinition.parse(readSchemeFile(JSON.parse(writeSchemeFile(whole))))
      expect(canonicalJson(again)).toBe(canonicalJson(whole))
    },
  )

  it('when there is no time, whatever comes first is taken', () => {
    expect(invent(choirs, { seed: 1, many: 3, day, here, hurry: () => true })).toHaveLength(3)
  })
})

describe('an example is expected to come out as it should', () => {
  const example = asExample(make(choirs)[0])

  it('and is told when a change of the scheme makes it come out otherwise', () => {
    const before = tryExample(choirs, example, here)
    const expects = before && expectationOf(before)
    expect(brokenBy(expects, before)).toEqual([])
    const rules = choirs.rules.map((rule) => (rule.key === 'enoughMembers' ? { ...rule, when: 'answer.members >= 5000' } : rule))
    expect(brokenBy(expects, tryExample({ ...choirs, rules }, example, here))).toEqual(['outcome'])
    expect(brokenBy({ ore: 1 }, before)).toEqual(['ore'])
    expect(brokenBy({ stops: true }, before)).toEqual(['stops'])
    expect(brokenBy(undefined, before)).toEqual([])
  })

  it('one whose part is gone holds nothing of what is expected', () => {
    const parts = shipped('integreringstilskudd')
    const gone = { ...example, part: 'nowhere', expects: { outcome: 'meets' as const } }
    expect(brokenBy(gone.expects, tryExample(parts, gone, here))).toEqual(['outcome'])
  })
})

describe('in a document that is being written', () => {
  const base = make(choirs, 2).map((each) => {
    const { key: _key, ...rest } = asExample(each)
    return rest
  })

  it('they are added with keys of their own, and the list goes with the last of them', () => {
    const one = applyOps({}, addExamples({}, base))
    const two = applyOps(one.document, addExamples(one.document, base))
    expect(examplesIn(two.document).map(({ key }) => key)).toEqual(['e1', 'e2', 'e3', 'e4'])
    expect(two.clashes).toEqual([])
    let document = two.document
    for (const key of ['e2', 'e1', 'e4', 'e3']) ({ document } = applyOps(document, removeExample(document, key)))
    expect(document).toEqual({})
    expect(applyOps(two.document, two.inverse).document).toEqual(one.document)
  })

  it('what is no example is passed by: a document may hold anything', () => {
    expect(examplesIn({ examples: [1, null, { key: 'x' }, { ...base[0], key: 'ok' }] }).map(({ key }) => key)).toEqual(['ok'])
    expect(examplesIn({ examples: 'many' })).toEqual([])
    expect(removeExample({ examples: 'many' }, 'x')).toEqual([])
  })
})

test('what somebody filled in is kept without their classified answers, files, and what could not be read', () => {
  const account = keyOf('bankAccount')
  const budget = keyOf('budget')
  const answers: Answers = {
    members: 42,
    [account]: '86011117947',
    [budget]: { lines: [{ side: 'cost', category: 'x', label: '', ore: 0, typed: 'mye' }] },
    nobodyAsked: 'x',
  }
  const classified = {
    ...choirs,
    form: {
      ...choirs.form,
      pages: choirs.form.pages.map((page) => ({
        ...page,
        fields: page.fields.map((field) => (field.key === account ? { ...field, classified: true } : field)),
      })),
    },
  } as EffectiveDefinition
  const kept = keptAnswers(classified, answers, { day, districts: [] })
  expect(kept['members']).toBe(42)
  expect(kept[account]).not.toBe('86011117947')
  expect(kept[budget]).toEqual({ lines: [] })
  expect(kept).not.toHaveProperty('nobodyAsked')
})

test('what differs in an example is told as one thing, by its name', () => {
  const [one, two] = make(choirs, 2).map((each, n) => ({ ...asExample(each), key: `e${n}`, name: `Lag ${n}` }))
  const told = (before: unknown, after: unknown) =>
    describeChanges(before, after).map((each) => `${each.kind} ${each.within.map(({ name }) => name).join()}`)
  expect(told({}, { examples: [one, two] })).toEqual(['added Lag 0', 'added Lag 1'])
  expect(told({ examples: [one, two] }, { examples: [one, { ...two, answers: {}, day: '2027-01-01' }] })).toEqual([
    'changed Lag 1',
  ])
  expect(told({ examples: [one] }, {})).toEqual(['removed Lag 0'])
})
