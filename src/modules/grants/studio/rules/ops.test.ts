import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffDocuments } from './diff.ts'
import { applyOp, applyOps, type DraftDocument, type Op } from './ops.ts'
import { freshKey, itemName, keyOf, parsePath, valueAt, writePath } from './paths.ts'
import { shiftOp, shiftPath } from './shift.ts'

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '2026', 'om')
const text3 = fc.record({ nb: fc.string(), nn: fc.string(), en: fc.string() })
const things = fc.uniqueArray(fc.record({ key, label: text3, size: fc.option(fc.nat(9), { nil: undefined }) }), {
  selector: (each) => each.key,
  maxLength: 5,
})
const document: fc.Arbitrary<DraftDocument> = fc
  .record({
    title: text3,
    goals: fc.array(fc.record({ goal: text3 }), { maxLength: 4 }),
    criteria: fc.array(text3, { maxLength: 4 }),
    numbers: fc.array(fc.nat(20), { maxLength: 4 }),
    rules: things,
    form: fc.record({
      pages: fc.uniqueArray(fc.record({ key, fields: things }), { selector: (each) => each.key, maxLength: 3 }),
    }),
  })
  .map((made) => JSON.parse(JSON.stringify(made)) as DraftDocument)

/** Every place of a document, and whether it is a thing in a list. */
function places(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return [path, ...value.flatMap((each, index) => places(each, `${path}[${itemName(value, index)}]`))]
  }
  if (typeof value !== 'object' || value === null) return [path]
  return [
    ...(path ? [path] : []),
    ...Object.entries(value).flatMap(([name, each]) => places(each, path ? `${path}.${name}` : name)),
  ]
}

/** An op that fits the document, of any kind, at any place. */
function opFor(made: DraftDocument, pick: number, kind: number, other: number, text: string): Op | undefined {
  const all = places(made)
  const path = all[pick % all.length] ?? 'title'
  const lists = all.filter((each) => Array.isArray(valueAt(made, each)))
  const items = all.filter((each) => each.endsWith(']'))
  if (kind % 4 === 1) {
    const list = lists[pick % lists.length] ?? 'rules'
    const now = valueAt(made, list) as unknown[]
    const keyed = now.length === 0 ? list.endsWith('rules') || list.endsWith('s') : keyOf(now[0]) !== undefined
    const item = keyed ? { key: freshKey(now, 'ny'), label: { nb: text, nn: '', en: '' } } : { nb: text, nn: '', en: '' }
    const after = now.length === 0 ? undefined : itemName(now, other % now.length)
    return { do: 'insert', list, ...(after === undefined ? {} : { after }), item }
  }
  const item = items[pick % items.length]
  if (kind % 4 === 2) return item === undefined ? undefined : { do: 'remove', path: item, item: valueAt(made, item) }
  if (kind % 4 === 3) {
    if (item === undefined) return undefined
    const list = valueAt(made, item.replace(/\[[^\]]+\]$/, '')) as unknown[]
    return { do: 'move', path: item, ...(other % 2 ? { after: itemName(list, other % list.length) } : {}) }
  }
  const before = valueAt(made, path)
  return { do: 'set', path, before, after: typeof before === 'string' ? text : before }
}

const opSeed = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.string())

describe('an edit of a scheme', () => {
  test('can be taken back: what was there is there again', () => {
    fc.assert(
      fc.property(document, fc.array(opSeed, { maxLength: 6 }), (made, seeds) => {
        let now = made
        const inverses: Op[][] = []
        for (const [pick, kind, other, text] of seeds) {
          const op = opFor(now, pick, kind, other, text)
          const result = op ? applyOp(now, op) : undefined
          if (!result || 'clash' in result) continue
          now = result.document
          inverses.unshift(result.inverse)
        }
        const back = applyOps(now, inverses.flat())
        expect(back.clashes).toEqual([])
        expect(back.document).toEqual(made)
      }),
      { numRuns: 400 },
    )
  })

  test('and can be done again as it was written down', () => {
    fc.assert(
      fc.property(document, opSeed, (made, [pick, kind, other, text]) => {
        const op = opFor(made, pick, kind, other, text)
        const first = op ? applyOp(made, op) : undefined
        if (!first || 'clash' in first) return
        const again = applyOps(applyOps(first.document, first.inverse).document, first.ops)
        expect(again.document).toEqual(first.document)
      }),
      { numRuns: 300 },
    )
  })

  test('at another place than another one’s gives the same, whoever comes first', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), (made, one, two) => {
        const texts = places(made).filter((each) => typeof valueAt(made, each) === 'string' && !each.endsWith('.key'))
        const [a, b] = [texts[one % texts.length], texts[two % texts.length]]
        if (a === undefined || b === undefined || a === b) return
        const mine: Op = { do: 'set', path: a, before: valueAt(made, a), after: 'mine' }
        const theirs: Op = { do: 'set', path: b, before: valueAt(made, b), after: 'theirs' }
        const here = applyOps(made, [mine, theirs])
        const there = applyOps(made, [theirs, mine])
        expect([here.clashes, there.clashes]).toEqual([[], []])
        expect(here.document).toEqual(there.document)
      }),
    )
  })

  test('keeps the keys of what it does not touch', () => {
    fc.assert(
      fc.property(document, opSeed, (made, [pick, kind, other, text]) => {
        const keys = (each: DraftDocument) => (each['rules'] as { key: string }[]).map((rule) => rule.key)
        const op = opFor(made, pick, kind, other, text)
        const result = op ? applyOp(made, op) : undefined
        const touched = !result || 'clash' in result || !op || op.do === 'set'
        const gone = op?.do === 'remove' && op.path.startsWith('rules[') ? [keyOf(op.item)] : []
        const left = touched ? [] : keys(made).filter((each) => !gone.includes(each))
        expect(touched ? [] : keys(result.document)).toEqual(expect.arrayContaining(left))
      }),
    )
  })

  test('of a place that has been changed since is a clash that shows what stands there', () => {
    const made = { title: { nb: 'Ny', nn: '', en: '' } }
    expect(applyOp(made, { do: 'set', path: 'title.nb', before: 'Gammel', after: 'Min' })).toMatchObject({
      clash: { reason: 'changed', now: 'Ny' },
    })
    expect(applyOp({ rules: [] }, { do: 'set', path: 'rules[a].when', before: 'x', after: 'y' })).toMatchObject({
      clash: { reason: 'gone' },
    })
    const twice: Op = { do: 'insert', list: 'rules', item: { key: 'a' } }
    expect(applyOp({ rules: [{ key: 'a' }] }, twice)).toMatchObject({ clash: { reason: 'keyTaken' } })
  })

  test('makes what is missing on the way, and takes it away again', () => {
    const made = { title: { nb: 'A' } }
    const result = applyOps(made, [
      { do: 'set', path: 'notGivenTo.nb', after: 'Ikke til drift' },
      { do: 'set', path: 'notGivenTo.nn', after: 'Ikkje til drift' },
    ])
    expect(result.document).toEqual({ ...made, notGivenTo: { nb: 'Ikke til drift', nn: 'Ikkje til drift' } })
    expect(applyOps(result.document, result.inverse).document).toEqual(made)
  })

  test('that gives a thing another key is found again', () => {
    const made = { rules: [{ key: 'a', when: 'true' }, { key: 'b' }] }
    const renamed = applyOps(made, [{ do: 'set', path: 'rules[a].key', before: 'a', after: 'members' }])
    expect(valueAt(renamed.document, 'rules[members].when')).toBe('true')
    expect(applyOps(renamed.document, renamed.inverse).document).toEqual(made)
    expect(applyOp(made, { do: 'set', path: 'rules[a].key', before: 'a', after: 'b' })).toMatchObject({
      clash: { reason: 'keyTaken' },
    })
  })

  test('never reaches outside the document', () => {
    for (const path of ['__proto__.x', 'constructor.prototype.x', 'a..b', '[0]', 'a[', 'a.b[../x]', '']) {
      expect(applyOp({ a: {} }, { do: 'set', path, before: undefined, after: 1 })).not.toHaveProperty('document.__proto__.x')
    }
    expect(parsePath('__proto__.x')).toBeUndefined()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

test('a path is read and written the same', () => {
  const path = 'form.pages[om].fields[members].label.nn'
  expect(writePath(parsePath(path) ?? [])).toBe(path)
  expect(valueAt({ goals: [{ goal: { nb: 'A' } }] }, 'goals[0].goal.nb')).toBe('A')
})

test('a place in a list without keys is led past what others put in and took out', () => {
  const made = { goals: [{ goal: { nb: '' } }, { goal: { nb: '' } }, { goal: { nb: '' } }] }
  const theirs = applyOps(made, [{ do: 'remove', path: 'goals[0]', item: made.goals[0] }])
  expect(shiftPath('goals[1].goal.nb', theirs.ops)).toBe('goals[0].goal.nb')
  expect(shiftPath('goals[0].goal.nb', theirs.ops)).toBeUndefined()
  const added = applyOps(made, [{ do: 'insert', list: 'goals', after: '0', item: { goal: { nb: 'ny' } } }])
  expect(shiftPath('goals[1].goal.nb', added.ops)).toBe('goals[2].goal.nb')
  expect(shiftOp({ do: 'insert', list: 'goals', after: '1', item: {} }, added.ops)).toMatchObject({ after: '2' })
  expect(shiftPath('rounds[2026].title', [{ do: 'insert', list: 'rounds', item: { key: '2025' } }])).toBe('rounds[2026].title')
})

test('the difference between two documents makes one the other', () => {
  fc.assert(
    fc.property(document, document, (from, to) => {
      const { document: made, clashes } = applyOps(from, diffDocuments(from, to))
      expect(clashes).toEqual([])
      expect(made).toEqual(to)
    }),
    { numRuns: 400 },
  )
})
