import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { shipped } from '../../application/choir.testing.ts'
import { SchemeDefinition } from '../../model.ts'
import { inParts } from '../../shapes.testing.ts'
import { checkDefinition } from './check-definition.ts'
import { forPart, placeInPart, titleOf } from './for-part.ts'

const whole = SchemeDefinition.parse(JSON.parse(JSON.stringify(inParts())))
const around = { units: new Set(['kultur', 'utvalgKulturIdrett']), districts: new Set<string>() }
const faults = (definition: SchemeDefinition) => checkDefinition(definition, around).map(({ path: at, key }) => `${key} ${at}`)

describe('A scheme in parts', () => {
  test('is for each part the common and what is its own', () => {
    const choirs = forPart(whole, 'choirs')
    expect(choirs.form.pages.map((page) => page.key)).toEqual(['about', 'choir'])
    expect(choirs.rules.map((rule) => rule.key)).toEqual(['enough'])
    expect(choirs.amount.allocation?.method).toBe('per-point')
    expect(choirs.parts).toBeUndefined()
    expect(titleOf(choirs, 'nb')).toBe('Musikk i to deler – Kor')
    expect(forPart(whole, 'choirs')).toBe(choirs)
    expect(forPart(whole, null).form.pages).toHaveLength(1)
    const plain = shipped('kor-og-korps')
    expect(forPart(plain as SchemeDefinition, null)).toBe(plain)
  })

  test('hangs together, and a fault is told where it stands in the document', () => {
    expect(faults(whole)).toEqual([])
    const [first, second] = whole.parts ?? []
    if (!first || !second) throw new Error('two parts')
    const asked = { ...second, amount: { ...first.amount, steps: [], roundDownToOre: 100, askedIn: 'members' } }
    expect(faults({ ...whole, parts: [first, asked] })).toContain('noSuchField parts.1.amount.askedIn')
    const twice = { ...first, pages: [...first.pages, ...first.pages] }
    expect(faults({ ...whole, parts: [twice, second] })).toContain('twice form.pages')
    expect(placeInPart(whole, 0, 'form.pages.1.fields.0.showIf')).toBe('parts.0.pages.0.fields.0.showIf')
    expect(placeInPart(whole, 0, 'form.pages.0.title')).toBe('form.pages.0.title')
  })

  test('has its pots for parts that are there, and parts that share unlike each their own', () => {
    const [round] = whole.rounds
    if (!round) throw new Error('a round')
    const [choirs] = round.pots
    if (!choirs) throw new Error('a pot')
    const other = { ...round, pots: [{ ...choirs, part: 'bands' }] }
    expect(faults({ ...whole, rounds: [other] })).toEqual(['noSuchPart rounds.0.pots.0.part', 'sharedUnlike rounds.0.pots'])
    expect(faults({ ...whole, rounds: [{ ...round, pots: [] }] })).toContain('noPotToShare rounds.0.potOre')
  })
})

test('only those who mean the whole document read a version without asking for its part', () => {
  const root = path.join(import.meta.dirname, '../..')
  const readers = globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file) && /\bgetVersions?\(/.test(readFileSync(path.join(root, file), 'utf8')))
    .filter((file) => !/^(studio|moving-in)\//.test(file))
  expect(readers.toSorted()).toEqual([
    'decision/queries/list-to-decide.ts',
    'review/queries/worklist-choices.ts',
    'scheme/actions/publish-scheme.ts',
    'scheme/pages/deadline-calendar.ts',
    'scheme/pages/show-scheme.tsx',
    'scheme/queries/schemes.ts',
    'scheme/queries/versions.ts',
  ])
})
