import type { Lang, Text3 } from '#platform/texts/texts.ts'

/** The Excel template with one question in each row: its columns, the kinds of questions, and what its rows show by example. */

export type QuestionColumn =
  | 'page'
  | 'section'
  | 'key'
  | 'question'
  | 'questionNn'
  | 'questionEn'
  | 'help'
  | 'helpNn'
  | 'helpEn'
  | 'type'
  | 'required'
  | 'choices'
  | 'min'
  | 'max'
  | 'showIf'
  | 'requiredIf'
  | 'check'
  | 'message'
  | 'calculation'
  | 'table'

/** Headings in the three languages; any of them may stand in a file, in any order. */
export const questionHeadings: Record<QuestionColumn, Text3> = {
  page: { nb: 'Side', nn: 'Side', en: 'Page' },
  section: { nb: 'Overskrift', nn: 'Overskrift', en: 'Section' },
  key: { nb: 'Nøkkel', nn: 'Nøkkel', en: 'Key' },
  question: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Question' },
  questionNn: { nb: 'Spørsmål (nynorsk)', nn: 'Spørsmål (nynorsk)', en: 'Question (Nynorsk)' },
  questionEn: { nb: 'Spørsmål (engelsk)', nn: 'Spørsmål (engelsk)', en: 'Question (English)' },
  help: { nb: 'Hjelpetekst', nn: 'Hjelpetekst', en: 'Help text' },
  helpNn: { nb: 'Hjelpetekst (nynorsk)', nn: 'Hjelpetekst (nynorsk)', en: 'Help text (Nynorsk)' },
  helpEn: { nb: 'Hjelpetekst (engelsk)', nn: 'Hjelpetekst (engelsk)', en: 'Help text (English)' },
  type: { nb: 'Type', nn: 'Type', en: 'Type' },
  required: { nb: 'Må besvares', nn: 'Må svarast på', en: 'Required' },
  choices: { nb: 'Valg', nn: 'Val', en: 'Choices' },
  min: { nb: 'Minst', nn: 'Minst', en: 'Minimum' },
  max: { nb: 'Høyst', nn: 'Høgst', en: 'Maximum' },
  showIf: { nb: 'Vises når', nn: 'Blir vist når', en: 'Show when' },
  requiredIf: { nb: 'Må besvares når', nn: 'Må svarast på når', en: 'Required when' },
  check: { nb: 'Må stemme', nn: 'Må stemme', en: 'Must be true' },
  message: { nb: 'Melding', nn: 'Melding', en: 'Message' },
  calculation: { nb: 'Beregning', nn: 'Utrekning', en: 'Calculation' },
  table: { nb: 'I tabellen', nn: 'I tabellen', en: 'In table' },
}

export type SheetKind =
  | 'shortText'
  | 'longText'
  | 'number'
  | 'amount'
  | 'percentage'
  | 'date'
  | 'period'
  | 'yesNo'
  | 'oneOf'
  | 'severalOf'
  | 'person'
  | 'organisation'
  | 'address'
  | 'district'
  | 'bankAccount'
  | 'email'
  | 'phone'
  | 'web'
  | 'file'
  | 'declaration'
  | 'info'
  | 'calculated'
  | 'table'

/** The first word is what the template shows; the others mean the same. */
export const sheetKinds: Record<SheetKind, Record<Lang, string[]>> = {
  shortText: { nb: ['kort tekst', 'tekst'], nn: ['kort tekst', 'tekst'], en: ['short text', 'text'] },
  longText: { nb: ['lang tekst', 'fritekst'], nn: ['lang tekst', 'fritekst'], en: ['long text'] },
  number: { nb: ['tall', 'antall'], nn: ['tal', 'mengd'], en: ['number'] },
  amount: { nb: ['beløp', 'kroner', 'sum'], nn: ['beløp', 'kroner', 'sum'], en: ['amount', 'money'] },
  percentage: { nb: ['prosent'], nn: ['prosent'], en: ['percentage', 'percent'] },
  date: { nb: ['dato'], nn: ['dato'], en: ['date'] },
  period: { nb: ['periode'], nn: ['periode'], en: ['period'] },
  yesNo: { nb: ['ja/nei', 'ja eller nei'], nn: ['ja/nei', 'ja eller nei'], en: ['yes/no', 'yes or no'] },
  oneOf: {
    nb: ['ett valg', 'nedtrekk', 'én av'],
    nn: ['eitt val', 'nedtrekk', 'éin av'],
    en: ['one choice', 'one of', 'select'],
  },
  severalOf: {
    nb: ['flere valg', 'avkryssing', 'flere av'],
    nn: ['fleire val', 'avkryssing', 'fleire av'],
    en: ['several choices', 'checkboxes'],
  },
  person: { nb: ['person'], nn: ['person'], en: ['person'] },
  organisation: { nb: ['organisasjon'], nn: ['organisasjon'], en: ['organisation', 'organization'] },
  address: { nb: ['adresse'], nn: ['adresse'], en: ['address'] },
  district: { nb: ['bydel', 'kommunedel'], nn: ['bydel', 'kommunedel'], en: ['district'] },
  bankAccount: { nb: ['kontonummer', 'bankkonto'], nn: ['kontonummer', 'bankkonto'], en: ['bank account', 'account'] },
  email: { nb: ['e-post', 'epost'], nn: ['e-post', 'epost'], en: ['email', 'e-mail'] },
  phone: { nb: ['telefon', 'telefonnummer'], nn: ['telefon', 'telefonnummer'], en: ['phone', 'telephone'] },
  web: { nb: ['nettadresse', 'nettsted'], nn: ['nettadresse', 'nettsted'], en: ['web address', 'url', 'website'] },
  file: { nb: ['vedlegg', 'fil'], nn: ['vedlegg', 'fil'], en: ['attachment', 'file'] },
  declaration: { nb: ['erklæring', 'bekreftelse'], nn: ['erklæring', 'stadfesting'], en: ['declaration', 'confirmation'] },
  info: { nb: ['informasjon', 'infotekst'], nn: ['informasjon', 'infotekst'], en: ['information', 'info'] },
  calculated: { nb: ['beregnet', 'beregning'], nn: ['utrekna', 'utrekning'], en: ['calculated'] },
  table: { nb: ['tabell'], nn: ['tabell'], en: ['table'] },
}

/** What a column is called when it is told of: by its letter and the heading it has in the file. */
export type ColumnOf = (column: QuestionColumn) => string

export type SheetRow = Partial<Record<QuestionColumn, string>>
