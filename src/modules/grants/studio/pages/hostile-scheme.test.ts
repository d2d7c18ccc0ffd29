import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { shipped } from '../../application/choir.testing.ts'
import { anyScheme } from '../../any-form.testing.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { readSchemeFile, writeSchemeFile } from '../../scheme/rules/exchange.ts'
import { listDrafts } from '../queries/drafts.ts'

// A scheme's file is what somebody sends; everything in it may be of another kind than the format says.
const as = 'liv-tangen'
let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
})
afterAll(() => torg.close())

const pages = `
  formal hvem utlysning skjema regler belop vurdering steg fullmakt brev vilkar utbetaling rapport offentlighet
  forhandsvis papir prov endringer publiser hentet eksport.json
  skjema/form.pages[about] skjema/form.pages[about].fields[members] skjema/parts[first].pages[about]
`.split(/\s+/)

async function bringIn(text: string) {
  const file = new File([text], 'ordning.json', { type: 'application/json' })
  return await torg.post('/saker/ordninger/hent', { as, files: [['filer', file]] })
}

/** Brings the text in and looks at pages of what became of it; the addresses that fell over. */
async function fallen(text: string, looked: readonly string[]): Promise<string[]> {
  const answer = await bringIn(text)
  const draftId = /ordninger\/([0-9a-f-]{36})\/hentet/.exec(answer.headers.get('location') ?? '')?.[1]
  if (answer.status >= 500) return [`hent: ${answer.status}`]
  if (!draftId) {
    expect(answer.text).toMatch(/Kunne ikke leses|Lik den som er publisert/)
    return []
  }
  const down: string[] = []
  for (const page of looked) {
    const shown = await torg.get(`/saker/ordninger/${draftId}${page && `/${page}`}`, { as })
    if (shown.status >= 500) down.push(`${page}: ${shown.status}`)
    const frame = /src="(\/saker\/skjemaprove\/[0-9a-f-]{36})/.exec(shown.text)?.[1]
    if (frame && (await torg.get(`${frame}/about`, { as })).status >= 500) down.push('frame')
  }
  const list = await torg.get('/saker/ordninger', { as })
  if (list.status >= 500) down.push('list')
  await torg.post(`/saker/ordninger/${draftId}/forkast`, { as, form: {} })
  return down
}

const whole = shipped('kor-og-korps') as unknown as Record<string, unknown>
const document = {
  ...whole,
  slug: 'fremmed',
  parts: [{ key: 'first', title: whole['title'], description: whole['summary'], pages: [], rules: [] }],
}

type Place = readonly (string | number)[]
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [
    at,
    ...Object.entries(value).flatMap(([name, each]) => placesIn(each, [...at, Array.isArray(value) ? Number(name) : name])),
  ]
}
const places = placesIn(document).filter((place) => place.length > 0)

function put(value: unknown, [name, ...rest]: Place, item: unknown): unknown {
  if (name === undefined) return item
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as never)
    : { ...(value as object) }
  const inner = put(copy[name], rest, item)
  Object.defineProperty(copy, name, { value: inner, enumerable: true, configurable: true, writable: true })
  return copy
}

const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    [null],
    [{}],
    { nb: 1 },
    { nb: '' },
    'x'.repeat(10_000),
  ),
  fc.constantFrom<unknown>(
    '\u0000',
    '\ud800',
    'a\u0000b',
    '\u202e\u2066',
    '<script>alert(1)</script>',
    '=cmd()',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<unknown>({ key: 'constructor' }, { key: '../..' }, { key: 5 }, { constructor: { prototype: 1 } }, [
    { key: 'a' },
    { key: 'a' },
  ]),
  fc.jsonValue({ maxDepth: 2 }),
)
const hostile = fc
  .array(fc.tuple(fc.constantFrom(...places), nonsense, fc.constantFrom('', 'constructor', '__proto__', 'toString', 'key')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) =>
    changes.reduce<unknown>((all, [place, item, name]) => put(all, name === '' ? place : place.with(-1, name), item), document),
  )

test('a scheme’s file with anything wrong in it is refused, or becomes a draft whose pages stand', async () => {
  const stands = fc.asyncProperty(hostile, fc.shuffledSubarray(pages, { minLength: 5, maxLength: 5 }), async (value, looked) => {
    expect(await fallen(JSON.stringify(value), looked)).toEqual([])
  })
  const found = await fc.check(stands, { numRuns: 10, endOnFailure: true })
  if (found.failed) throw new Error(`does not hold with the seed ${found.seed}`, { cause: found.errorInstance })
}, 60_000)

test('any form that the schema accepts is drawn in the studio, and goes out as it came in', async () => {
  const same = fc.asyncProperty(anyScheme, async (scheme) => {
    const out = { ...scheme, slug: 'fra-en-annen' }
    const answer = await bringIn(writeSchemeFile(out))
    const studio = (answer.headers.get('location') ?? '').replace('/hentet', '')
    for (const page of ['skjema', 'forhandsvis', 'papir', 'rapport', 'publiser', 'skjema/form.pages[page0].fields[a]'])
      expect([page, (await torg.get(`${studio}/${page}`, { as })).status]).toEqual([page, 200])
    const exported: unknown = JSON.parse((await torg.get(`${studio}/eksport.json`, { as })).text)
    expect(canonicalJson(readSchemeFile(exported))).toBe(canonicalJson(out))
    await torg.post(`${studio}/forkast`, { as, form: {} })
  })
  const found = await fc.check(same, { numRuns: 4, endOnFailure: true })
  if (found.failed) throw new Error(`does not hold with the seed ${found.seed}`, { cause: found.errorInstance })
}, 60_000)

test.each([
  ['a NUL in a text', JSON.stringify({ ...document, title: { nb: 'a\u0000b', nn: 'a', en: 'a' } })],
  ['half a character', JSON.stringify({ ...document, title: { nb: 'a\ud800b', nn: 'a', en: 'a' } })],
  ['a NUL in the address', JSON.stringify({ ...document, slug: 'a\u0000b' })],
  ['half a character as a name', `{"\\ud800": 1, ${JSON.stringify(document).slice(1)}`],
  ['the prototype as a name', `{"__proto__": {"isAdmin": true}, ${JSON.stringify(document).slice(1)}`],
  ['the same name twice', `{"form": 5, ${JSON.stringify(document).slice(1)}`],
  ['the same name twice, the wrong one last', `${JSON.stringify(document).slice(0, -1)}, "form": {"pages": "x"}}`],
  ['unknown names', JSON.stringify({ ...document, unknown: { a: [1] }, form: { pages: [], privacyNotice: 3, more: {} } })],
  ['no form', JSON.stringify({ format: 1, form: {}, rounds: 5 })],
  ['no object as form', JSON.stringify({ format: 1, form: null, rounds: null })],
  ['a very long address', JSON.stringify({ ...document, slug: 'a'.repeat(100_000) })],
  [
    'pages without end',
    JSON.stringify({ ...document, form: { pages: Array.from({ length: 300 }, () => ({ key: 'a', title: {}, fields: [] })) } }),
  ],
  ['depth', JSON.stringify({ ...document, goals: Array.from({ length: 90 }).reduce<unknown>((inner) => [inner], 1) })],
])(
  '%s takes nothing down',
  async (_what, text) => {
    expect(await fallen(text, ['', 'skjema', 'publiser', 'papir', 'eksport.json'])).toEqual([])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  },
  30_000,
)

test.each([
  ['over 2 MB', JSON.stringify({ ...document, notes: 'x'.repeat(2_000_001) })],
  ['too deep', `{"format":1,"rounds":[],"form":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
  ['too many values', JSON.stringify({ ...document, goals: Array.from({ length: 310_000 }, () => 1) })],
  ['another format', JSON.stringify({ ...document, format: 2 })],
  ['cut off', JSON.stringify(document).slice(0, -10)],
])(
  'what is %s is refused with a reason, and nothing is written',
  async (_what, text) => {
    const before = (await torg.inFjordvik(listDrafts)).length
    const answer = await bringIn(text)
    expect(answer.text).toContain('Kunne ikke leses')
    expect((await torg.inFjordvik(listDrafts)).length).toBe(before)
  },
  30_000,
)
