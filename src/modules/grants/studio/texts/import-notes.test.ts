import { expect, test } from 'vitest'
import { allFixtures } from '../../moving-in/forms.testing.ts'
import { importForm } from '../../moving-in/import-form.ts'
import { questionSheetTemplate } from '../../moving-in/question-template.ts'
import { sayNote, sayNoteSubject } from './import-notes.ts'

const languages = ['nb', 'nn'] as const
const whole = await importForm([...allFixtures(), { name: 'mal.xlsx', bytes: await questionSheetTemplate('nb') }])
const notes = whole.forms.flatMap((form) => form.report.notes)

test('every note from the forms we have is told in both kinds of Norwegian, and stays in English in English', () => {
  expect(notes.length).toBeGreaterThan(20)
  for (const lang of languages) expect(notes.map((note) => note.why).filter((why) => sayNote(why, lang) === why)).toEqual([])
  for (const { why } of notes) expect(sayNote(why, 'en')).toBe(why)
})

test('a note whose sentence is known has no English left in it', () => {
  const english = /\b(the|is|of|are|which|brought|cannot)\b/
  for (const lang of languages)
    for (const { why } of notes)
      expect(sayNote(why, lang).replace(/«[^»]*»|\([^)]*\)|: .* …$|lyder det: .*$/g, '')).not.toMatch(english)
})

test.each([
  [
    'Torg has no question of the kind "map".',
    'Torg har ingen spørsmål av typen «map».',
    'Torg har ingen spørsmål av typen «map».',
  ],
  [
    'It cannot be said in Torg: a number is divided by an amount. It shows 0 until it is written.',
    'Det kan ikke uttrykkes i Torg: et tall blir delt på et beløp. Det vises 0 til du har skrevet det.',
    'Det kan ikkje uttrykkjast i Torg: eit tal blir delt på eit beløp. Det blir vist 0 til du har skrive det.',
  ],
  [
    'It is not checked: a text is compared with a amount.',
    'Det blir ikke kontrollert: en tekst blir sammenlignet med et beløp.',
    'Det blir ikkje kontrollert: ein tekst blir samanlikna med eit beløp.',
  ],
  [
    'It cannot be said in Torg: it asks for "$1", which is none of the question\'s options.',
    'Det kan ikke uttrykkes i Torg: det krever «$1», som ikke er et av valgene i spørsmålet.',
    'Det kan ikkje uttrykkjast i Torg: det krev «$1», som ikkje er eit av vala i spørsmålet.',
  ],
  [
    'it is not YAML: a line is indented with a tab',
    'det er ikke YAML: en linje har tabulator som innrykk',
    'det er ikkje YAML: ei linje har tabulator som innrykk',
  ],
  [
    'It cannot be said in Torg: There is no fact with this name. Choose one from the list of facts (kor).',
    'Det kan ikke uttrykkes i Torg: Det finnes ingen opplysning med dette navnet. Velg en fra listen over opplysninger (kor).',
    'Det kan ikkje uttrykkjast i Torg: Det finst inga opplysning med dette namnet. Vel ei frå lista over opplysningar (kor).',
  ],
  [
    'The demand cannot be checked: The pattern must stand in the rule, be short, and have no repetition inside repetition.',
    'Kravet kan ikke kontrolleres: Mønsteret må stå i regelen, være kort og uten gjentakelser inni gjentakelser.',
    'Kravet kan ikkje kontrollerast: Mønsteret må stå i regelen, vere kort og utan gjentakingar inni gjentakingar.',
  ],
  [
    'the draft does not hold together: a key in it is used twice',
    'utkastet henger ikke sammen: en nøkkel i det er brukt to ganger',
    'utkastet heng ikkje saman: ein nøkkel i det er brukt to gonger',
  ],
  ['A sentence nobody knows.', 'A sentence nobody knows.', 'A sentence nobody knows.'],
])('%s', (english, nb, nn) => {
  expect(sayNote(english, 'nb')).toBe(nb)
  expect(sayNote(english, 'nn')).toBe(nn)
  expect(sayNote(english, 'en')).toBe(english)
})

test('what a note is about is told too where it is a sentence of ours', () => {
  expect(sayNoteSubject('Translations to nb, nn are missing', 'nb')).toBe('Det mangler oversettelser til nb, nn')
  expect(sayNoteSubject('row 12', 'nn')).toBe('rad 12')
  expect(sayNoteSubject('Purpose of the grant', 'nb')).toBe('Purpose of the grant')
})
