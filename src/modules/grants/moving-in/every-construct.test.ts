import { describe, expect, test } from 'vitest'
import { sayNote } from '../studio/texts/import-notes.ts'
import { countFormIo, countSchemaLeaves, countWebform, countXgov, everyConstruct } from './forms.testing.ts'
import { importForm } from './import-form.ts'

const files = everyConstruct()
const { forms } = await importForm(files)
const text = (name: string) => Buffer.from(files.find((file) => file.name === name)?.bytes ?? []).toString('utf8')
const formOf = (file: string) => {
  const form = forms.find((each) => each.report.file === file)
  if (!form?.definition) throw new Error(`${file}: ${form?.report.notes[0]?.why ?? 'not there'}`)
  return {
    report: form.report,
    fields: form.definition.form.pages.flatMap((page) => page.fields),
    pages: form.definition.form.pages,
  }
}
const whyOf = (file: string, path: string) =>
  formOf(file)
    .report.notes.filter((note) => note.path === path)
    .map((note) => note.why)

describe('Of forms with one of each that the format has', () => {
  test.each([
    ['components.json', () => countFormIo(JSON.parse(text('components.json')))],
    ['pages.json', () => countXgov(JSON.parse(text('pages.json')))],
    ['newer-pages.json', () => countXgov(JSON.parse(text('newer-pages.json')))],
    ['schema', () => countSchemaLeaves(JSON.parse(text('schema/schema.json')))],
    ['webform.webform.every.yml', () => countWebform(text('webform.webform.every.yml'))],
  ])('%s: what is found is what an independent count finds', (file, count) => {
    expect(formOf(file).report.fields.found).toBe(count())
  })

  test('there is a note for every loss and everything left out, and it is told in Norwegian', () => {
    expect(forms.length).toBe(5)
    for (const { report } of forms) {
      for (const kind of ['fields', 'conditions', 'calculations'] as const) {
        const { found, carried, withLoss, notCarried } = report[kind]
        expect(found).toBe(carried + withLoss + notCarried)
      }
      const lost = [report.fields, report.conditions, report.calculations].reduce(
        (sum, { withLoss, notCarried }) => sum + withLoss + notCarried,
        0,
      )
      expect(report.notes.filter((note) => note.path !== '').length).toBeGreaterThanOrEqual(lost)
      for (const { why } of report.notes) expect([why, sayNote(why, 'nb')]).not.toEqual([why, why])
    }
  })
})

test.each([
  ['components.json', 'components/c5/customConditional', 'isAfter'],
  ['components.json', 'components/c6/customConditional', '=>'],
  ['components.json', 'components/m4/conditional', 'matches'],
  ['components.json', 'components/l1/logic/1', 'neither to show nor to require'],
  ['components.json', 'components/grid/g3/calculateValue', 'in a row of a table'],
  ['components.json', 'components/tr/trt', 'What it lies in'],
  ['components.json', 'components/ro', 'locked'],
  ['components.json', 'components/k2/calculateValue', 'Only sums'],
  ['pages.json', 'pages/one/hid', 'hidden value'],
  ['pages.json', 'pages/one/pay', 'no payment'],
  ['pages.json', 'fees', 'no payment'],
  ['pages.json', 'pages/one/cb/b', 'always there'],
  ['schema', 'rows/nested/deep2', 'list inside a row'],
  ['schema', 'tree/kids', 'goes round in a circle'],
  ['schema', 'free/additionalProperties', 'names the applicant makes up'],
  ['schema', 'ro', 'locked'],
  ['schema', 'dependencies/mail', 'no question of this form'],
  ['webform.webform.every.yml', 'elements/page_one/hidden_roles', 'Only staff'],
  ['webform.webform.every.yml', 'elements/page_two/tm', '09:30'],
  ['webform.webform.every.yml', 'elements/page_two/st_dis/#states/disabled', 'never locked'],
  ['webform.webform.every.yml', 'elements/page_two/ent', 'records of the old service'],
  ['webform.webform.every.yml', 'elements/page_two/cc/c', 'in a row of a table'],
  ['webform.webform.every.yml', 'settings', 'How many may apply'],
])('%s tells at %s why: %s', (file, path, part) => {
  expect(whyOf(file, path).join(' ')).toContain(part)
})

test('Pages that are asked many times are tables: as many rows as an answer says, between limits, or as one likes', () => {
  const tables = formOf('pages.json').fields.filter((field) => field.type === 'table')
  expect(tables.map((table) => [table.minRows, table.maxRows, table.checks.length])).toEqual([
    [0, 50, 0],
    [0, 50, 1],
    [1, 4, 0],
  ])
  expect(formOf('newer-pages.json').fields.find((field) => field.type === 'table')).toMatchObject({
    maxRows: 5,
    rowTitle: { en: 'Member' },
  })
})

test('The newer kind of pages is shown by its own conditions, which name questions and choices by id', () => {
  const { pages, fields } = formOf('newer-pages.json')
  expect(pages.map((page) => page.showIf)).toEqual([
    undefined,
    'answer.aaa = "choir"',
    '(answer.bbb > 10 or answer.aaa = "choir")',
    'answer.ccc < add months(today, -36)',
    'answer.ddd = true',
    undefined,
  ])
  expect(fields.find((field) => field.key === 'ddd')?.checks[0]?.when).toBe('not(answer.ddd = true)')
})

test('What a choice brings with it is asked, whichever way it is written', () => {
  const shown = new Map(formOf('pages.json').fields.map((field) => [field.key, field.showIf]))
  expect([shown.get('fromA'), shown.get('fx'), shown.get('vc')]).toEqual([
    'list contains(answer.cb, "a")',
    'answer.st = "x"',
    'answer.lr = "n1"',
  ])
})

test('Lists of choices in files of their own are used; files in a list are one question; groups drawn by the form are read', () => {
  expect(formOf('webform.webform.every.yml').fields.find((field) => field.key === 'q2')).toMatchObject({
    type: 'oneOf',
    options: [{ label: { nb: 'Disagree' } }, { label: { nb: 'Agree' } }],
  })
  const { fields } = formOf('schema')
  expect(fields.find((field) => field.key === 'files')).toMatchObject({ type: 'file', maxFiles: 20 })
  expect(fields.map((field) => field.key)).toEqual(expect.arrayContaining(['x1', 'x2']))
})
