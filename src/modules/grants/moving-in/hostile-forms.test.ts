import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { listFields } from '../application/rules/fields.ts'
import { importForm } from './import-form.ts'
import { jsonFile } from './forms.testing.ts'
import { questionSheetTemplate } from './question-template.ts'

const bytes = (text: string) => Buffer.from(text)
async function refusal(name: string, content: Uint8Array): Promise<{ path: string; why: string }> {
  const [form] = (await importForm([{ name, bytes: content }])).forms
  expect(form?.definition).toBeUndefined()
  expect(form?.report.fields).toEqual({ found: 0, carried: 0, withLoss: 0, notCarried: 0 })
  const [note] = form?.report.notes ?? []
  return { path: note?.path ?? '', why: note?.why ?? '' }
}

test('A file over 10 MB is refused unread', async () => {
  expect((await refusal('big.json', Buffer.alloc(50_000_000, 32))).why).toBe('the file is 50 MB; at most 10 MB is read')
})

test.each([
  ['arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
])('JSON that is nested too deeply is refused: %s', async (_, text) => {
  expect((await refusal('deep.json', bytes(text))).why).toContain('nested more than 100 levels deep')
})

test('A broken file is refused with the place', async () => {
  const json = await refusal('broken.json', bytes('{"pages": [\n\n  }'))
  expect(json.why).toBe('it is not JSON')
  expect(json.path).toBe('line 3')
  const yaml = await refusal('broken.yml', bytes('elements:\n  a: [1,\n b: }'))
  expect(yaml.why).toContain('it is not YAML')
  expect(yaml.path).toMatch(/^line \d+$/)
  expect((await refusal('other.json', bytes('{"hello": 1}'))).why).toContain('none of the forms that are known')
  expect((await refusal('empty.json', bytes(''))).why).toBe('the file is empty')
  expect((await refusal('binary.json', Buffer.from([0xc3, 0x28, 0xff]))).why).toBe('the file is not text in UTF-8')
})

test('Too many values are refused', async () => {
  expect((await refusal('many.json', bytes(JSON.stringify({ pages: Array.from({ length: 400_000 }, () => 1) })))).why).toBe(
    'more than 300000 values',
  )
})

test('YAML whose aliases multiply is refused, in text and in the elements inside', async () => {
  const lines = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]`),
  ]
  expect((await refusal('bomb.yml', bytes(lines.join('\n')))).why).toMatch(/aliases|values/)
  expect((await refusal('inner.yml', bytes(`id: x\nelements: |\n${lines.map((line) => `  ${line}`).join('\n')}`))).why).toMatch(
    /aliases|values/,
  )
  expect((await refusal('deep.yml', bytes('['.repeat(5000)))).why).toContain('nested')
})

test('YAML that is slow to read is refused unread', async () => {
  expect((await refusal('long.yml', bytes(`a: "${'x'.repeat(1_000_001)}"`))).why).toBe('YAML of more than 1 MB is not read')
  expect((await refusal('lines.yml', bytes('#\n'.repeat(20_001)))).why).toBe('YAML of more than 20000 lines is not read')
  expect((await refusal('flow.yml', bytes(`a: [${'1,'.repeat(60_001)}]`))).why).toContain('60000 commas and colons')
  const anchors = Array.from({ length: 201 }, (_, i) => `k${i}: &a${i} 1`).join('\n')
  expect((await refusal('anchors.yml', bytes(anchors))).why).toBe('YAML with more than 200 anchors is not read')
})

test('References that go round in a circle, out of the file or nowhere, cost one question each', async () => {
  const schema = {
    type: 'object',
    definitions: { node: { type: 'object', properties: { name: { type: 'string' }, child: { $ref: '#/definitions/node' } } } },
    properties: {
      tree: { $ref: '#/definitions/node' },
      far: { $ref: 'https://example.org/schema.json' },
      gone: { $ref: '#/definitions/gone' },
      whole: { $ref: '#' },
    },
  }
  const [form] = (await importForm([jsonFile('round.schema.json', schema)])).forms
  expect(
    listFields(form?.definition ?? ({ form: { pages: [] } } as never)).filter((each) => each.field.label.nb === 'Name').length,
  ).toBeGreaterThan(0)
  const whys = form?.report.notes.map((note) => note.why).join(' ') ?? ''
  expect(whys).toContain('goes round in a circle')
  expect(whys).toContain('leads out of the file')
  expect(whys).toContain('points at nothing')
})

test('References that double at each level are refused', async () => {
  const definitions = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [
      `d${i}`,
      { type: 'object', properties: { a: { $ref: `#/definitions/d${i + 1}` }, b: { $ref: `#/definitions/d${i + 1}` } } },
    ]),
  )
  const { why } = await refusal(
    'double.schema.json',
    bytes(
      JSON.stringify({
        definitions: { ...definitions, d30: { type: 'string' } },
        properties: { x: { $ref: '#/definitions/d0' } },
      }),
    ),
  )
  expect(why).toBe('the schema has too many parts when its references are followed')
})

test('Ways between pages that multiply do not make conditions that multiply', async () => {
  const layers = 40
  const pages = Array.from({ length: layers }, (_, i) =>
    ['a', 'b'].map((side) => ({
      path: `/${side}${i}`,
      title: `${side}${i}`,
      components: [{ type: 'YesNoField', name: `${side}${i}`, title: 'x', options: {} }],
      next: i + 1 < layers ? [{ path: `/a${i + 1}`, condition: `${side}${i}` }, { path: `/b${i + 1}` }] : [],
    })),
  ).flat()
  const conditions = pages.map(({ path }) => ({
    name: path.slice(1),
    displayName: path,
    value: {
      name: path,
      conditions: [
        {
          field: { name: path.slice(1), type: 'YesNoField', display: '' },
          operator: 'is',
          value: { type: 'Value', value: 'true', display: '' },
        },
      ],
    },
  }))
  const [form] = (await importForm([jsonFile('lattice.json', { startPage: '/a0', sections: [], lists: [], conditions, pages })]))
    .forms
  expect(form?.definition).toBeDefined()
  expect(form?.report.conditions.found).toBe(80)
})

test('A form with more ways between its pages than can be followed is refused', async () => {
  const pages = Array.from({ length: 30 }, (_, i) => ({
    path: `/p${i}`,
    title: 'p',
    components: [],
    next: Array.from({ length: 40 }, () => ({ path: '/p0' })),
  }))
  const source = JSON.stringify({ startPage: '/p0', lists: [], sections: [], conditions: [], pages })
  expect((await refusal('ways.json', bytes(source))).why).toBe('the form has more than 1000 ways between its pages')
})

test('More questions than a form can hold are refused', async () => {
  const components = Array.from({ length: 2500 }, (_, i) => ({ type: 'textfield', key: `k${i}`, label: `L${i}`, input: true }))
  expect((await refusal('long.json', bytes(JSON.stringify({ components })))).why).toBe('the form has more than 2400 questions')
})

test('Script and markup in texts become plain words', async () => {
  const label = '<img src=x onerror=alert(1)>Navn<script>alert(2)</script> & "mer"'
  const [form] = (
    await importForm([
      jsonFile('script.json', {
        components: [
          { type: 'textfield', key: '__proto__', label, input: true },
          { type: 'textfield', key: 'constructor', label: '<b>Fet</b> a < b', input: true },
        ],
      }),
    ])
  ).forms
  const labels = listFields(form?.definition ?? ({ form: { pages: [] } } as never)).map((each) => each.field.label.nb)
  expect(labels).toEqual(['Navn & "mer"', 'Fet a < b'])
  expect(form?.report.fields).toMatchObject({ found: 2, withLoss: 1 })
})

test('A script is read and never run; one that is endless or strange is told', async () => {
  const nasty = [
    'while(true){}',
    'show = process.exit()',
    `show = ${'('.repeat(5000)}1`,
    'show = data.a == 1 &&',
    'show = /(a+)+$/.test(data.a)',
    `show = ${'data.a+'.repeat(3000)}1`,
  ]
  const components = nasty.map((customConditional, i) => ({
    type: 'textfield',
    key: i === 0 ? 'a' : `k${i}`,
    label: 'x',
    input: true,
    customConditional,
  }))
  const [form] = (await importForm([jsonFile('scripts.json', { components })])).forms
  expect(form?.report.conditions).toEqual({ found: 6, carried: 0, withLoss: 0, notCarried: 6 })
  expect(form?.definition?.form.pages[0]?.fields.every((field) => field.showIf === undefined)).toBe(true)
})

test('A workbook that unpacks to more than it may is refused; a broken one too', async () => {
  expect((await refusal('bomb.xlsx', zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(150_000_000, 32)))).why).toContain(
    'larger than it may be',
  )
  expect((await refusal('broken.xlsx', bytes('PK not a workbook'))).why).toBe('it cannot be read as a workbook')
  const good = await questionSheetTemplate('nb')
  expect((await refusal('cut.xlsx', good.subarray(0, 900))).why).toBe('it cannot be read as a workbook')
})

test('A text that looks like a formula stays a text', async () => {
  const csv = 'Nøkkel;Spørsmål;Type;Vises når\n"a";"=HYPERLINK(""http://x"";""y"")";tall;\nb;@SUM(A1);kort tekst;=1+1\n'
  const [form] = (await importForm([{ name: 'formler.csv', bytes: bytes(csv) }])).forms
  expect(listFields(form?.definition ?? ({ form: { pages: [] } } as never)).map((each) => each.field.label.nb)).toEqual([
    '=HYPERLINK("http://x";"y")',
    '@SUM(A1)',
  ])
  expect(form?.report.conditions.notCarried).toBe(1)
})

/** A zip with a workbook part and one large part. */
function zipOf(name: string, content: Buffer): Buffer {
  const parts = [
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
    { name, content },
  ]
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(part.content.length, 22)
    head.writeUInt16LE(part.name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(part.content.length, 24)
    entry.writeUInt16LE(part.name.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(head, Buffer.from(part.name), packed)
    central.push(entry, Buffer.from(part.name))
    offset += 30 + part.name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
