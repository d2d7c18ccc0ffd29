import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { astrid, fillChoir, openChoirApp, sendChoir, startChoir, type ChoirApp } from './application/choir-app.testing.ts'
import { shipped } from './application/choir.testing.ts'
import { composeLetter } from './decision/compose-letter.ts'
import { ReadLetter } from './decision/pages/read-letter.tsx'
import { publishScheme } from './scheme/actions/publish-scheme.ts'

// Whoever writes a scheme writes its words: they are shown as words everywhere, whatever stands in them.
const hostile = `"'><img src=x onerror=alert(1)><script>alert("ord")</script></textarea></title>\u202egal\u2066 {{x}} \${x} `
const long = 'Ord uten ende '.repeat(700)

/** The scheme with hostile words in each of its texts; `=` first where a spreadsheet would take it for a formula. */
function withHostileWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withHostileWords)
  if (typeof value !== 'object' || value === null) return value
  const all = Object.entries(value)
  if (all.every(([name]) => ['nb', 'nn', 'en'].includes(name)))
    return Object.fromEntries(all.map(([name, text]) => [name, `=1+1 ${hostile}${String(text)}`]))
  return Object.fromEntries(all.map(([name, each]) => [name, withHostileWords(each)]))
}

let torg: ChoirApp
let scheme: ReturnType<typeof shipped>
beforeAll(async () => {
  torg = await openChoirApp()
  scheme = withHostileWords(shipped('kor-og-korps')) as typeof scheme
  const [field] = scheme.form.pages[0]?.fields ?? []
  if (field) field.help = { nb: long, nn: long, en: long }
  await torg.inFjordvik((trx) => publishScheme(trx, { definition: scheme, now: torg.clock.now }))
})
afterAll(() => torg.close())

async function words(path: string, as?: string): Promise<string> {
  const shown = await torg.get(path, as ? { as } : {})
  expect([path, shown.status]).toEqual([path, 200])
  expect(shown.text, path).not.toMatch(/<script>alert|<img src=x|<\/textarea><\/title>/)
  return shown.text
}

test('hostile words in a scheme are words on every page, for everyone, in every language', async () => {
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  for (const page of ['about', 'activity', 'money', 'confirm', 'kontroll'])
    expect(await words(`${draft}/${page}?sprak=${page === 'money' ? 'en' : 'nb'}`, astrid)).toContain('&lt;script&gt;alert(')
  expect((await sendChoir(torg, draft)).status).toBe(303)
  await words(`${draft}/kvittering`, astrid)
  const { number } = await torg.inFjordvik((trx) => trx.selectFrom('case_file').select('number').executeTakeFirstOrThrow())
  const slug = caseSlug(number)
  for (const path of ['/tilskudd/kor-og-korps', '/tilskudd', '/', '/register', '/statistikk']) {
    const shown = await torg.get(path)
    if (shown.status === 200) await words(path)
  }
  await words('/min-side', astrid)
  expect(await words(`/min-side/saker/${slug}`, astrid)).toContain('&lt;script&gt;alert(')
  expect(await words(`/saker/${slug}`, 'maren-lie')).toContain('&lt;script&gt;alert(')
  await words('/saker', 'maren-lie')
  const file = await torg.get('/tilskudd/kor-og-korps/ordning.json')
  expect(file.headers.get('content-type')).toContain('application/json')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
}, 60_000)

test('hostile words stand in a letter as words, on the page where it is read', () => {
  const letter = composeLetter({
    lang: 'nb',
    definition: scheme,
    today: '2026-12-01',
    caseNumber: '2026/17',
    applicant: hostile,
    submittedAt: new Date('2026-11-10T09:00:00Z'),
    appliedOre: 60_000_00,
    checks: [{ rule: 'enoughMembers', outcome: 'fails' }],
    decision: { outcome: 'granted', ore: 40_000_00, reasons: hostile, conditions: [{ text: hostile }] },
    decidedBy: { name: hostile },
    payments: [],
  })
  const html = String(<ReadLetter letter={letter} />)
  expect(html).toContain('&lt;script&gt;alert(')
  expect(html).not.toMatch(/<script|<img|<\/title>/)
})

test('the sheet of applications comes as a file, never as a page', async () => {
  const book = await torg.get('/saker/excel', { as: 'maren-lie' })
  expect([book.status, book.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, true])
})
