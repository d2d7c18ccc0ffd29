import type { Lang } from '#platform/texts/texts.ts'
import { sheetKinds, type SheetKind, type SheetRow } from './question-columns.ts'

/** A row of each kind, with conditions, choices, a table and a sum. */
export function exampleRows(language: Lang): SheetRow[] {
  const kind = (name: SheetKind) => sheetKinds[name][language][0] ?? name
  const [ja, og] = language === 'en' ? ['yes', 'and'] : ['ja', 'og']
  const first = { nb: 'Om søkeren', nn: 'Om søkjaren', en: 'About the applicant' }[language]
  const second = { nb: 'Prosjektet', nn: 'Prosjektet', en: 'The project' }[language]
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
    row('Hvor stor del er under 26 år?', 'Kor stor del er under 26 år?', 'What share is under 26?', {
      page: first,
      key: 'young',
      type: kind('percentage'),
      max: '100',
    }),
    row('Kontaktperson', 'Kontaktperson', 'Contact person', { page: first, key: 'contact', type: kind('person'), required: ja }),
    row('Postadresse', 'Postadresse', 'Postal address', { page: first, key: 'address', type: kind('address') }),
    row('Telefon', 'Telefon', 'Phone', { page: first, key: 'phone', type: kind('phone') }),
    row('Nettsted', 'Nettstad', 'Website', { page: first, key: 'website', type: kind('web') }),
    row('E-postadresse', 'E-postadresse', 'Email address', { page: first, key: 'email', type: kind('email'), required: ja }),
    row('Kontonummer', 'Kontonummer', 'Bank account', { page: first, key: 'account', type: kind('bankAccount'), required: ja }),
    row('Skriv slik at andre forstår det.', 'Skriv slik at andre forstår det.', 'Write so that others understand.', {
      page: second,
      key: 'advice',
      type: kind('info'),
    }),
    row('Hva heter prosjektet?', 'Kva heiter prosjektet?', 'What is the project called?', {
      page: second,
      key: 'name',
      type: kind('shortText'),
      required: ja,
      max: '100',
    }),
    row('Hvor skal det være?', 'Kvar skal det vere?', 'Where will it be?', {
      page: second,
      key: 'place',
      type: kind('district'),
    }),
    row('Er det åpent for alle?', 'Er det ope for alle?', 'Is it open to everybody?', {
      page: second,
      key: 'open',
      type: kind('yesNo'),
      required: ja,
    }),
    row('Når er den første dagen?', 'Når er den første dagen?', 'When is the first day?', {
      page: second,
      key: 'begins',
      type: kind('date'),
    }),
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
      section: { nb: 'Penger', nn: 'Pengar', en: 'Money' }[language],
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
