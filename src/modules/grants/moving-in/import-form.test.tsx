import { describe, expect, test } from 'vitest'
import { questionSheetTemplate } from './question-template.ts'
import { SchemeDefinition, type Answer, type Answers, type Field } from '../model.ts'
import { askingOf } from '../application/pages/asking.testing.ts'
import { FieldInput } from '../application/pages/field-input.tsx'
import { choirAround } from '../application/choir.testing.ts'
import { listFields } from '../application/rules/fields.ts'
import { workOutForm } from '../application/rules/form-state.ts'
import { sentAnswers } from '../application/rules/sent-answers.ts'
import { validateForm } from '../application/rules/validate.ts'
import { forPart } from '../scheme/rules/for-part.ts'
import { checkDefinition } from '../scheme/rules/check-definition.ts'
import { defaultAnswer } from '#demo/fill-form.ts'
import { allFixtures, countFormIo, countSchemaLeaves, countWebform, countXgov, fixture } from './forms.testing.ts'
import { importForm, type ImportResult } from './import-form.ts'
import { sumReports } from './rules/import-report.ts'

const filler = {
  contact: 'Kari Nordmann',
  email: 'kari@eksempel.no',
  account: '12345678903',
  district: 'sentrum',
  sentAt: new Date('2026-11-10'),
}
const whole = await importForm([
  ...allFixtures(),
  { name: 'mal.xlsx', bytes: await questionSheetTemplate('nb') },
  { name: 'mal-nn.xlsx', bytes: await questionSheetTemplate('nn') },
  { name: 'template.xlsx', bytes: await questionSheetTemplate('en') },
])
const named = new Map(whole.forms.map((form) => [form.report.format, form]))
const text = (name: string) => Buffer.from(fixture(name).bytes).toString('utf8')

function reportOf(format: string): ImportResult['forms'][number]['report'] {
  const form = named.get(format)
  if (!form) throw new Error(`no form of the format ${format}`)
  return form.report
}

describe('What is found is what an independent count finds', () => {
  test.each([
    ['XGovFormBuilder', () => countXgov(JSON.parse(text('fund-xgov.json')))],
    ['JSON Schema', () => countSchemaLeaves(JSON.parse(text('choir-grant/schema.json')))],
    ['Form.io', () => countFormIo(JSON.parse(text('culture-formio.json')))],
    ['Drupal Webform', () => countWebform(text('webform.webform.sport.yml'))],
    ['Excel', () => 25],
  ])('%s', (format, count) => {
    expect(reportOf(format).fields.found).toBe(count())
  })
})

describe('The report', () => {
  test('adds up, and has a note for each loss and each thing left out', () => {
    for (const { report } of whole.forms) {
      for (const kind of ['fields', 'conditions', 'calculations'] as const) {
        const { found, carried, withLoss, notCarried } = report[kind]
        expect(found).toBe(carried + withLoss + notCarried)
      }
      const lost = [report.fields, report.conditions, report.calculations].reduce(
        (sum, each) => sum + each.withLoss + each.notCarried,
        0,
      )
      expect(report.notes.filter((note) => note.path !== '').length).toBeGreaterThanOrEqual(lost)
      expect(Object.keys(report)).toEqual(['file', 'format', 'id', 'fields', 'conditions', 'calculations', 'notes'])
      for (const note of report.notes) expect(Object.keys(note)).toEqual(['path', 'what', 'why'])
    }
  })

  test('sums the forms', () => {
    const { forms, totals } = sumReports(whole.forms.map((form) => form.report))
    expect(totals.forms).toBe(7)
    expect(totals.fields.found).toBe(forms.reduce((sum, form) => sum + form.fields.found, 0))
  })

  test('names what has no place in Torg, where it stood and why', () => {
    const why = (format: string, part: string) => reportOf(format).notes.find((note) => note.path.includes(part))?.why
    expect(why('XGovFormBuilder', 'odd')).toBe('Torg has no question of the kind "HologramField".')
    expect(why('XGovFormBuilder', 'plan')).toContain('application/msword')
    expect(why('JSON Schema', 'group_name')).toBe('It is a hidden value that nobody fills in.')
    expect(why('JSON Schema', 'info')).toContain('script')
    expect(why('Form.io', 'costs/note')).toContain('cannot be said in Torg')
    expect(why('Form.io', 'odd/calculateValue')).toContain('fetch')
    expect(why('Drupal Webform', 'region')).toContain('norwegian_regions')
    expect(why('Drupal Webform', 'lock')).toContain('never locked')
  })
})

function answerTo(field: Field): Answer {
  if (field.type === 'file') return ['1']
  if (field.type !== 'table') return defaultAnswer(field, filler)
  const columns = field.fields.filter((column) => column.type !== 'info' && column.type !== 'calculated')
  return [Object.fromEntries(columns.map((column) => [column.key, defaultAnswer(column, filler)]))]
}

const imported = whole.forms.map((form) => [`${form.report.format} ${form.report.file}`, form.definition] as const)

describe.each(imported)('%s', (_, made) => {
  if (!made) throw new Error('it was refused')
  const definition = forPart(made, null)

  test('becomes a scheme that holds together', () => {
    expect(SchemeDefinition.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
    expect(checkDefinition(made, { units: new Set(['enhet']), districts: new Set() })).toEqual([])
  })

  test.each(['nb', 'nn', 'en'] as const)('is shown to an applicant, and takes a filled application (%s)', (lang) => {
    let answers: Answers = {}
    for (let round = 0; round < 3; round++) {
      const shown = workOutForm(definition, answers, choirAround)
      answers = Object.fromEntries(
        listFields(definition).flatMap(({ field }) => {
          if (shown.hidden.has(field.key) || ['info', 'section', 'calculated'].includes(field.type)) return []
          return [[field.key, answerTo(field)]]
        }),
      )
    }
    const state = workOutForm(definition, answers, choirAround)
    const problems = validateForm(definition, answers, state, { districts: ['sentrum'] })
    const ask = askingOf({ lang, definition, answers, state })
    const page = listFields(definition)
      .map(({ field }) => String(<FieldInput ask={ask} field={field} />))
      .join('')
    expect(page).not.toContain('<script')
    // Whoever answers by the kind of question does not meet every demand on how it is written.
    const others = problems.filter((problem) => problem.key !== 'check')
    expect(others).toEqual([])
    expect(Object.keys(sentAnswers(definition, answers, state)).every((key) => !state.hidden.has(key))).toBe(true)
  })
})
