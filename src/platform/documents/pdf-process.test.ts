import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createPdfProcess, type PdfOrder, type PdfProcess } from './pdf-process.ts'

const order: PdfOrder = {
  sources: {
    'main.typ': '#set document(title: "T", date: auto)\n#set text(font: "Source Sans 3", lang: "nb")\n= Hei #sys.inputs.data',
  },
  main: 'main.typ',
  data: '"på deg"',
  images: [],
  createdAt: 0,
  missing: 'error',
}
const endless: PdfOrder = {
  ...order,
  sources: { 'main.typ': '#let a = 0\n#for i in range(100000000) { a += calc.rem(i, 7) }\n#a' },
}
let running: PdfProcess | undefined
const start = (limits: Partial<Parameters<typeof createPdfProcess>[0]>): PdfProcess =>
  (running = createPdfProcess({ timeoutMs: 10_000, documentsPerProcess: 300, waiting: 100, idleMs: 60_000, ...limits }))
afterEach(() => running?.stop())

test('A document that never ends is stopped, and the next one is made', async () => {
  const pdfs = start({ timeoutMs: 5_000 })
  const [stopped, made] = await Promise.allSettled([pdfs.make(endless, false), pdfs.make(order, false)])
  expect(stopped).toMatchObject({
    status: 'rejected',
    reason: expect.objectContaining({ message: expect.stringContaining('5000 ms') }),
  })
  expect(made).toMatchObject({ status: 'fulfilled', value: { pdf: expect.any(Uint8Array) } })
})

test('The server answers others while a document is made', async () => {
  const pdfs = start({ timeoutMs: 1_000 })
  const making = pdfs.make(endless, false).catch(() => 'stopped')
  let turns = 0
  const until = Date.now() + 500
  while (Date.now() < until) {
    await setTimeout(5)
    turns++
  }
  expect(turns).toBeGreaterThan(5)
  expect(await making).toBe('stopped')
})

test('A new process takes over after a number of documents, and gives the same bytes', async () => {
  const pdfs = start({ documentsPerProcess: 2 })
  const made = await Promise.all(Array.from({ length: 5 }, () => pdfs.make(order, false)))
  const bytes = made.map((answer) => ('pdf' in answer ? Buffer.from(answer.pdf).toString('base64') : 'none'))
  expect(new Set(bytes).size).toBe(1)
  expect(bytes[0]).not.toBe('none')
})

test('A process without work ends, and the next document starts another', async () => {
  const pdfs = start({ idleMs: 20 })
  const first = await pdfs.make(order, false)
  await setTimeout(300)
  expect(await pdfs.make(order, false)).toEqual({ ...first, id: 2 })
})

test('What somebody looks at goes before what waits', async () => {
  const pdfs = start({})
  const done: string[] = []
  await Promise.all([
    pdfs.make(order, false).then(() => done.push('first')),
    pdfs.make(order, false).then(() => done.push('waits')),
    pdfs.make(order, true).then(() => done.push('urgent')),
  ])
  expect(done).toEqual(['first', 'urgent', 'waits'])
})

test('A line that is full says so instead of growing', async () => {
  const pdfs = start({ waiting: 1 })
  const accepted = [pdfs.make(order, false), pdfs.make(order, false)]
  await expect(pdfs.make(order, false)).rejects.toThrow('waiting already')
  await Promise.all(accepted)
})

test.each([
  [
    'a font that is not there',
    '#set document(title: "T", date: auto)\n#set text(font: "Comic Sans MS", fallback: false)\nHei',
    'font',
  ],
  [
    'a picture without alternative text',
    '#set document(title: "T")\n#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>"))',
    'alt',
  ],
  ['a missing title', 'Hei', 'title'],
  ['a file of the machine', '#set document(title: "T")\n#read("/../../etc/passwd")', 'outside of project root'],
  ['a package from the net', '#import "@preview/cetz:0.3.0": *\nHei', 'takes packages'],
])('A template with %s is refused', async (_, source, word) => {
  const answer = await start({}).make({ ...order, sources: { 'main.typ': source } }, false)
  expect(answer).toMatchObject({ failure: expect.stringContaining(word) })
})
