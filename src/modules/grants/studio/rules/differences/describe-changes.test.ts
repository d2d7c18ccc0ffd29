import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SchemeDefinition } from '../../../model.ts'
import { canonicalJson } from '../../../scheme/rules/canonical.ts'
import { sayChange } from '../../texts/changes.ts'
import { applyOps, type DraftDocument } from '../ops.ts'
import { valueAt } from '../paths.ts'
import { describeChanges } from './describe-changes.ts'
import { diffWords } from './word-diff.ts'

const file = path.resolve(import.meta.dirname, '../../../../../../schemes/kor-og-korps.json')
const scheme = (): SchemeDefinition => SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8')))
const t3 = (text: string) => ({ nb: text, nn: text, en: text })
const first = <T>(list: readonly T[]): T => {
  const [head] = list
  if (head === undefined) throw new Error('empty')
  return head
}
const told = (change: (d: SchemeDefinition) => void, lang: 'nb' | 'nn' | 'en' = 'nb') => {
  const after = scheme()
  change(after)
  return describeChanges(scheme(), after).map((each) => sayChange(each, lang))
}

test('nothing has changed', () => {
  expect(describeChanges(scheme(), scheme())).toEqual([])
  expect(describeChanges({ a: 1, b: 2 }, { b: 2, a: 1, c: undefined })).toEqual([])
})

describe('what has changed is told in words', () => {
  test('a deadline, a pot and a limit', () => {
    expect(told((d) => (first(d.rounds).closes = '2026-03-15'))).toEqual([
      expect.stringMatching(/^Fristen i runden «.+» er flyttet fra \d+\. \w+ \d{4} til 15\. mars 2026$/),
    ])
    expect(told((d) => (first(d.rounds).potOre = 999_999_900))).toEqual([
      expect.stringMatching(/^Rammen i runden «.+» er økt fra .+ kr til 9.999.999 kr$/),
    ])
    expect(told((d) => (d.amount.maxOre = 100))).toEqual([expect.stringMatching(/^Høyeste beløp er senket fra .+ kr til 1 kr$/)])
  })
  test('a question: new, gone, moved, renamed, required, of another kind', () => {
    const page = (d: SchemeDefinition) => first(d.form.pages)
    const added: SchemeDefinition['form']['pages'][number]['fields'][number] = {
      type: 'yesNo',
      key: 'fresh',
      label: t3('Er dere med?'),
      required: false,
      checks: [],
      classified: false,
      copied: true,
    }
    expect(told((d) => page(d).fields.push(added))).toEqual([
      `Spørsmålet «Er dere med?» på siden «${first(scheme().form.pages).title.nb}» er nytt`,
    ])
    const label = first(page(scheme()).fields).label.nb
    expect(told((d) => void page(d).fields.shift())).toContain(`Spørsmålet «${label}» på siden «Om dere» er fjernet`)
    expect(told((d) => page(d).fields.push(page(d).fields.shift() as never))).toEqual([
      expect.stringMatching(/^Spørsmålet «.+» er flyttet fra plass 1 til plass \d+/),
    ])
    expect(told((d) => (first(page(d).fields).label = t3('Hva slags lag?')))).toEqual([
      `Spørsmålet «${label}» heter nå «Hva slags lag?»`,
    ])
    expect(told((d) => (first(page(d).fields).required = false))).toEqual([expect.stringMatching(/trenger ikke lenger svar$/)])
    expect(told((d) => ((first(page(d).fields) as { type: string }).type = 'shortText'))).toEqual([
      expect.stringMatching(/er endret fra «ett valg» til «kort tekst»$/),
    ])
  })
  test('a rule, a condition, a report that is no more', () => {
    expect(told((d) => (first(d.rules).when = 'answer.members > 5'))).toEqual([
      expect.stringMatching(/^Det regelen «.+» krever, er endret fra «.+» til «answer\.members > 5»$/),
    ])
    expect(told((d) => (d.report = undefined))).toEqual(['Kravet om rapport er fjernet'])
    expect(told((d) => (d.acceptance.needed = !d.acceptance.needed))).toHaveLength(1)
  })
  test('a goal in a list without keys, and one that has been moved', () => {
    expect(told((d) => d.goals.push({ goal: t3('Flere spiller'), indicator: t3('Antall som spiller') }))).toEqual([
      'Målet «Flere spiller» er nytt',
    ])
    expect(told((d) => (d.awardCriteria = d.awardCriteria.toReversed())).every((each) => /flyttet/.test(each))).toBe(true)
  })
  test('in the three languages', () => {
    const change = (d: SchemeDefinition) => void (first(d.rounds).closes = '2026-03-15')
    expect(told(change, 'nn')[0]).toMatch(/^Fristen i runden «.+» er flytta frå .+ til 15\. mars 2026$/)
    expect(told(change, 'en')[0]).toMatch(/^The deadline of the round “.+” has been moved from .+ to 15 March 2026$/)
  })
  test('something nobody has thought of is told by its place', () => {
    expect(describeChanges({ a: { quite: 1 } }, { a: { quite: 2 } }).map((each) => sayChange(each, 'nb'))).toEqual([
      '«a.quite» er økt fra 1 til 2',
    ])
  })
})

test('words taken out and put in make the old and the new text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('vi', 'gir', 'støtte', 'til ', ' lag.', '\n')),
      fc.array(fc.constantFrom('vi', 'gir', 'penger', 'til ', ' lag.')),
      (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const pieces = diffWords(before, after)
        const of = (kind: 'in' | 'out') =>
          pieces.flatMap((each) => (each.kind === 'same' || each.kind === kind ? [each.text] : [])).join('')
        expect([of('out'), of('in')].map((each) => each.replaceAll(/\s+/g, ' ').trim())).toEqual(
          [before, after].map((each) => each.replaceAll(/\s+/g, ' ').trim()),
        )
      },
    ),
  )
})

/** Every place in a document that holds a value. */
function places(value: unknown, at = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => places(each, `${at}[${(each as { key?: string } | null)?.key ?? index}]`))
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([name, each]) => places(each, at === '' ? name : `${at}.${name}`))
}

test('no change is silent: whatever is set, added or taken out anywhere is told, in words without holes', () => {
  const document = scheme() as unknown as DraftDocument
  const all = places(document).filter((each) => !each.endsWith('.key'))
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null)),
      (place, value) => {
        const { document: after } = applyOps(document, [
          { do: 'set', path: place, before: valueAt(document, place), after: value },
        ])
        const changes = describeChanges(document, after)
        expect(changes.length > 0).toBe(canonicalJson(document) !== canonicalJson(after))
        for (const each of changes)
          for (const lang of ['nb', 'nn', 'en'] as const) expect(sayChange(each, lang)).not.toMatch(/undefined|NaN|\[object|^$/)
      },
    ),
    { numRuns: 300 },
  )
})

test('any two different values differ in at least one thing, and equal ones in none', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (a, b) => {
      expect(describeChanges({ it: a }, { it: b }).length > 0).toBe(canonicalJson(a) !== canonicalJson(b))
    }),
  )
})
