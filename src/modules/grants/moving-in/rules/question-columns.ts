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

/** Headings in Norwegian and English; either may stand in a file, in any order. */
export const questionHeadings: Record<QuestionColumn, { nb: string; en: string }> = {
  page: { nb: 'Side', en: 'Page' },
  section: { nb: 'Overskrift', en: 'Section' },
  key: { nb: 'Nøkkel', en: 'Key' },
  question: { nb: 'Spørsmål', en: 'Question' },
  questionNn: { nb: 'Spørsmål (nynorsk)', en: 'Question (Nynorsk)' },
  questionEn: { nb: 'Spørsmål (engelsk)', en: 'Question (English)' },
  help: { nb: 'Hjelpetekst', en: 'Help text' },
  helpNn: { nb: 'Hjelpetekst (nynorsk)', en: 'Help text (Nynorsk)' },
  helpEn: { nb: 'Hjelpetekst (engelsk)', en: 'Help text (English)' },
  type: { nb: 'Type', en: 'Type' },
  required: { nb: 'Må besvares', en: 'Required' },
  choices: { nb: 'Valg', en: 'Choices' },
  min: { nb: 'Minst', en: 'Minimum' },
  max: { nb: 'Høyst', en: 'Maximum' },
  showIf: { nb: 'Vises når', en: 'Show when' },
  requiredIf: { nb: 'Må besvares når', en: 'Required when' },
  check: { nb: 'Må stemme', en: 'Must be true' },
  message: { nb: 'Melding', en: 'Message' },
  calculation: { nb: 'Beregning', en: 'Calculation' },
  table: { nb: 'I tabellen', en: 'In table' },
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
export const sheetKinds: Record<SheetKind, { nb: string[]; en: string[] }> = {
  shortText: { nb: ['kort tekst', 'tekst'], en: ['short text', 'text'] },
  longText: { nb: ['lang tekst', 'fritekst'], en: ['long text'] },
  number: { nb: ['tall', 'antall'], en: ['number'] },
  amount: { nb: ['beløp', 'kroner', 'sum'], en: ['amount', 'money'] },
  percentage: { nb: ['prosent'], en: ['percentage', 'percent'] },
  date: { nb: ['dato'], en: ['date'] },
  period: { nb: ['periode'], en: ['period'] },
  yesNo: { nb: ['ja/nei', 'ja eller nei'], en: ['yes/no', 'yes or no'] },
  oneOf: { nb: ['ett valg', 'nedtrekk', 'én av'], en: ['one choice', 'one of', 'select'] },
  severalOf: { nb: ['flere valg', 'avkryssing', 'flere av'], en: ['several choices', 'checkboxes'] },
  person: { nb: ['person'], en: ['person'] },
  organisation: { nb: ['organisasjon'], en: ['organisation', 'organization'] },
  address: { nb: ['adresse'], en: ['address'] },
  district: { nb: ['bydel', 'kommunedel'], en: ['district'] },
  bankAccount: { nb: ['kontonummer', 'bankkonto'], en: ['bank account', 'account'] },
  email: { nb: ['e-post', 'epost'], en: ['email', 'e-mail'] },
  phone: { nb: ['telefon', 'telefonnummer'], en: ['phone', 'telephone'] },
  web: { nb: ['nettadresse', 'nettsted'], en: ['web address', 'url', 'website'] },
  file: { nb: ['vedlegg', 'fil'], en: ['attachment', 'file'] },
  declaration: { nb: ['erklæring', 'bekreftelse'], en: ['declaration', 'confirmation'] },
  info: { nb: ['informasjon', 'infotekst'], en: ['information', 'info'] },
  calculated: { nb: ['beregnet', 'beregning'], en: ['calculated'] },
  table: { nb: ['tabell'], en: ['table'] },
}

export type SheetRow = Partial<Record<QuestionColumn, string>>

/** One row of most kinds, with conditions, choices, a table and a sum. */
export function exampleRows(language: 'nb' | 'en'): SheetRow[] {
  const kind = (name: SheetKind) => sheetKinds[name][language][0] ?? name
  const [ja, og] = language === 'nb' ? ['ja', 'og'] : ['yes', 'and']
  const first = { nb: 'Om søkeren', en: 'About the applicant' }[language]
  const second = { nb: 'Prosjektet', en: 'The project' }[language]
  const row = (nb: string, nn: string, en: string, rest: SheetRow): SheetRow => ({
    question: nb,
    questionNn: nn,
    questionEn: en,
    ...rest,
  })
  return [
    row('Hva slags søker er dere?', 'Kva slags søkjar er de?', 'What kind of applicant are you?', {
      page: first,
      key: 'kind',
      type: kind('oneOf'),
      required: ja,
      choices: 'Lag eller forening | Lag eller foreining | Association\nGruppe | Gruppe | Group',
    }),
    row('Organisasjon', 'Organisasjon', 'Organisation', {
      page: first,
      key: 'organisation',
      type: kind('organisation'),
      required: ja,
      showIf: 'kind = "Lag eller forening"',
    }),
    row('Hvor mange medlemmer har dere?', 'Kor mange medlemmer har de?', 'How many members do you have?', {
      page: first,
      key: 'members',
      type: kind('number'),
      required: ja,
      min: '1',
      max: '100000',
    }),
    row('E-postadresse', 'E-postadresse', 'Email address', { page: first, key: 'email', type: kind('email'), required: ja }),
    row('Kontonummer', 'Kontonummer', 'Bank account', { page: first, key: 'account', type: kind('bankAccount'), required: ja }),
    row('Hva skal dere gjøre?', 'Kva skal de gjere?', 'What will you do?', {
      page: second,
      key: 'plan',
      type: kind('longText'),
      required: ja,
      max: '2000',
      help: 'Skriv kort.',
      helpNn: 'Skriv kort.',
      helpEn: 'Keep it short.',
    }),
    row('Hvem er det for?', 'Kven er det for?', 'Who is it for?', {
      page: second,
      key: 'groups',
      type: kind('severalOf'),
      choices: 'Barn | Barn | Children\nUnge | Unge | Young people\nVoksne | Vaksne | Adults\nEldre | Eldre | Older people',
    }),
    row('Når varer det?', 'Når varer det?', 'When does it last?', {
      page: second,
      key: 'lasts',
      type: kind('period'),
      required: ja,
    }),
    row('Kostnader', 'Kostnader', 'Costs', {
      page: second,
      section: { nb: 'Penger', en: 'Money' }[language],
      key: 'costs',
      type: kind('table'),
      required: ja,
      max: '20',
    }),
    row('Hva', 'Kva', 'What', { page: second, key: 'what', table: 'costs', type: kind('shortText'), required: ja }),
    row('Beløp', 'Beløp', 'Amount', { page: second, key: 'cost', table: 'costs', type: kind('amount'), required: ja }),
    row('Sum kostnader', 'Sum kostnader', 'Total costs', {
      page: second,
      key: 'total',
      type: kind('calculated'),
      calculation: 'sum(costs.cost)',
    }),
    row('Hvor mye søker dere om?', 'Kor mykje søkjer de om?', 'How much do you apply for?', {
      page: second,
      key: 'applied',
      type: kind('amount'),
      required: ja,
      min: '1000',
      max: '100000',
      check: 'applied <= total',
      message: 'Dere kan ikke søke om mer enn det koster.',
    }),
    row('Vedtekter', 'Vedtekter', 'Articles of association', {
      page: second,
      key: 'articles',
      type: kind('file'),
      requiredIf: `kind = "Lag eller forening" ${og} members > 10`,
    }),
    row('Opplysningene er riktige.', 'Opplysningane er rette.', 'The information is correct.', {
      page: second,
      key: 'correct',
      type: kind('declaration'),
      required: ja,
    }),
  ]
}
