import { expect, test } from 'vitest'
import { sayNote, sayNoteSubject } from '../studio/texts/import-notes.ts'
import { importForm } from './import-form.ts'
import { questionSheetTemplate } from './question-template.ts'
import { sheetKinds } from './rules/question-columns.ts'

const languages = ['nb', 'nn', 'en'] as const

test.each(languages)('The template comes back whole, with a question of each kind (%s)', async (lang) => {
  const [form] = (await importForm([{ name: 'mal.xlsx', bytes: await questionSheetTemplate(lang) }])).forms
  const { fields, conditions, calculations } = form?.report ?? {}
  expect(fields).toEqual({ found: 25, carried: 25, withLoss: 0, notCarried: 0 })
  expect(conditions).toEqual({ found: 3, carried: 3, withLoss: 0, notCarried: 0 })
  expect(calculations).toEqual({ found: 1, carried: 1, withLoss: 0, notCarried: 0 })
  const all = form?.definition?.form.pages.flatMap((page) => page.fields) ?? []
  const kinds = new Set<string>(all.map((field) => field.type))
  // These are short texts with a check.
  const written = new Set(['email', 'phone', 'web'])
  expect(Object.keys(sheetKinds).filter((kind) => !written.has(kind) && !kinds.has(kind))).toEqual([])
  for (const key of ['email', 'phone', 'website']) expect(all.find((field) => field.key === key)?.checks.length).toBe(1)
  for (const field of all) expect(new Set(Object.keys(field.label))).toEqual(new Set(languages))
  expect(all.find((field) => field.key === 'members')?.label).toEqual({
    nb: 'Hvor mange medlemmer har dere?',
    nn: 'Kor mange medlemmer har de?',
    en: 'How many members do you have?',
  })
})

test('What is wrong in a sheet is told with its row and its column, in three languages', async () => {
  const rows = [
    'Nøkkel;Type;Spørsmål;Valg;Minst;Vises når;Beregning;I tabellen',
    'a;hologram;Hva?;;;;;',
    'b;tall;Hvor mange?;;mange;;;',
    'c;ett valg;Hvilken?;;;;;',
    'd;kort tekst;Hvorfor?;;;zz = 3;;',
    'e;kort tekst;Hvem?;;;;1+1;',
    'f;dato;Når?;;31.13.2026;;;',
    'g;kort tekst;Hvor?;;;;;borte',
    'h;kort tekst;;;;;;',
  ]
  const [form] = (await importForm([{ name: 'feil.csv', bytes: Buffer.from(rows.join('\n')) }])).forms
  const notes = (form?.report.notes ?? []).filter((note) => note.path !== '')
  expect(notes.map((note) => [note.path, note.what])).toEqual([
    ['row 2', 'column B (Type)'],
    ['row 3', 'column E (Minst)'],
    ['row 4', 'column D (Valg)'],
    ['row 6', 'column G (Beregning): 1+1'],
    ['row 7', 'column E (Minst)'],
    ['row 8', 'column H (I tabellen)'],
    ['row 9', 'column C (Spørsmål)'],
    ['row 5', 'column F (Vises når): zz = 3'],
  ])
  expect(notes.map((note) => sayNoteSubject(note.path, 'nb'))[0]).toBe('rad 2')
  expect(notes.map((note) => sayNoteSubject(note.what, 'nn'))[0]).toBe('kolonne B (Type)')
  for (const { why } of notes) {
    expect(sayNote(why, 'nb')).not.toBe(why)
    expect(sayNote(why, 'nn')).not.toBe(why)
    expect(sayNote(why, 'en')).toBe(why)
  }
})

test('A heading that is missing is told with the row it should stand in', async () => {
  const [form] = (await importForm([{ name: 'annet.csv', bytes: Buffer.from('Navn;Alder\nKari;4\n') }])).forms
  expect(form?.report.notes).toEqual([
    {
      path: 'row 1',
      what: 'The file was not brought in',
      why: 'it is not the template: the columns "Spørsmål" and "Type" are not there',
    },
  ])
})
