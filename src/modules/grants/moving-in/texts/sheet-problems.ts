import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { RowProblem } from '../rules/sheet-rows.ts'
import { fieldLabel } from './sheet-fields.ts'

const texts = defineTexts({
  nb: {
    line: (line: number) => `Linje ${line}`,
    missing: 'mangler. Fyll inn cellen, eller velg noe som gjelder alle rader.',
    missingResult: 'mangler. Skriv 0 når ingenting ble gitt.',
    tooLong: 'er for lang. Kort den ned.',
    notYear: 'er ikke et årstall. Skriv fire siffer, for eksempel 2024.',
    notDay: 'er ikke en dato. Skriv den som 24.12.2026 eller 2026-12-24.',
    notKr: 'er ikke et beløp. Skriv tall, for eksempel 12 500 eller 12500,50.',
    negative: 'er under null. Skriv beløpet uten minus, eller ta ut raden.',
    badNumber: 'er ikke et organisasjonsnummer: kontrollsifferet stemmer ikke. Se etter i Enhetsregisteret, eller tøm cellen.',
    badAccount: 'er ikke et kontonummer: kontrollsifferet stemmer ikke. Rett det, eller tøm cellen.',
    badEmail: 'er ikke en e-postadresse. Rett den, eller tøm cellen.',
    badPostcode: 'er ikke et postnummer. Skriv fire siffer.',
    badUrl: 'er ikke en nettadresse. Den skal begynne med https://.',
    badRowKey: 'kan ikke brukes som radens nummer. Bruk bokstaver, tall, bindestrek og skråstrek.',
    unknownStage: 'sier ikke om raden er vedtatt. Skriv «vedtatt», «foreslått» eller «avslag».',
    unknownDemand: 'sier ikke hva slags krav det er. Skriv «rapport» eller «vilkår».',
    unknownState: 'sier ikke om kravet er åpent. Skriv «åpen» eller «levert».',
    nationalId: 'inneholder et fødselsnummer. Slike hører ikke hjemme i listen; ta det ut.',
    twice: 'står to ganger i filen. Behold én av radene.',
    sumRow: 'ser ut som en sum under listen, og er ikke tatt med.',
    done: 'er levert eller oppfylt, og er ikke tatt med.',
    left: 'er ikke tatt med, fordi noen har sagt at raden skal stå over.',
    refusedWithAmount: 'har et beløp, men raden sier avslag. Rett den ene av dem.',
    field: (name: string, column: string, value: string) =>
      `${name}${column && column !== name ? ` i «${column}»` : ''}${value ? ` («${value}»)` : ''}`,
  },
  nn: {
    line: (line: number) => `Linje ${line}`,
    missing: 'manglar. Fyll inn cella, eller vel noko som gjeld alle radene.',
    missingResult: 'manglar. Skriv 0 når ingenting blei gitt.',
    tooLong: 'er for lang. Kort han ned.',
    notYear: 'er ikkje eit årstal. Skriv fire siffer, til dømes 2024.',
    notDay: 'er ikkje ein dato. Skriv han som 24.12.2026 eller 2026-12-24.',
    notKr: 'er ikkje eit beløp. Skriv tal, til dømes 12 500 eller 12500,50.',
    negative: 'er under null. Skriv beløpet utan minus, eller ta ut rada.',
    badNumber:
      'er ikkje eit organisasjonsnummer: kontrollsifferet stemmer ikkje. Sjå etter i Einingsregisteret, eller tøm cella.',
    badAccount: 'er ikkje eit kontonummer: kontrollsifferet stemmer ikkje. Rett det, eller tøm cella.',
    badEmail: 'er ikkje ei e-postadresse. Rett henne, eller tøm cella.',
    badPostcode: 'er ikkje eit postnummer. Skriv fire siffer.',
    badUrl: 'er ikkje ei nettadresse. Ho skal byrje med https://.',
    badRowKey: 'kan ikkje brukast som nummeret til rada. Bruk bokstavar, tal, bindestrek og skråstrek.',
    unknownStage: 'seier ikkje om rada er vedteken. Skriv «vedteke», «føreslått» eller «avslag».',
    unknownDemand: 'seier ikkje kva slags krav det er. Skriv «rapport» eller «vilkår».',
    unknownState: 'seier ikkje om kravet er ope. Skriv «ope» eller «levert».',
    nationalId: 'inneheld eit fødselsnummer. Slike høyrer ikkje heime i lista; ta det ut.',
    twice: 'står to gonger i fila. Behald éi av radene.',
    sumRow: 'ser ut som ein sum under lista, og er ikkje teken med.',
    done: 'er levert eller oppfylt, og er ikkje teken med.',
    left: 'er ikkje teken med, fordi nokon har sagt at rada skal stå over.',
    refusedWithAmount: 'har eit beløp, men rada seier avslag. Rett den eine av dei.',
    field: (name: string, column: string, value: string) =>
      `${name}${column && column !== name ? ` i «${column}»` : ''}${value ? ` («${value}»)` : ''}`,
  },
  en: {
    line: (line: number) => `Line ${line}`,
    missing: 'is missing. Fill in the cell, or choose something that holds for every row.',
    missingResult: 'is missing. Write 0 where nothing was granted.',
    tooLong: 'is too long. Shorten it.',
    notYear: 'is not a year. Write four digits, for example 2024.',
    notDay: 'is not a date. Write it as 24.12.2026 or 2026-12-24.',
    notKr: 'is not an amount. Write digits, for example 12 500 or 12500,50.',
    negative: 'is below zero. Write the amount without the minus, or take the row out.',
    badNumber: 'is not an organisation number: its control digit is wrong. Look it up in the register, or empty the cell.',
    badAccount: 'is not a bank account number: its control digit is wrong. Correct it, or empty the cell.',
    badEmail: 'is not an email address. Correct it, or empty the cell.',
    badPostcode: 'is not a postcode. Write four digits.',
    badUrl: 'is not a web address. It must begin with https://.',
    badRowKey: 'cannot be the row’s number. Use letters, digits, hyphens and slashes.',
    unknownStage: 'does not say whether the row was adopted. Write “adopted”, “proposed” or “refused”.',
    unknownDemand: 'does not say what kind of demand it is. Write “report” or “condition”.',
    unknownState: 'does not say whether it is open. Write “open” or “delivered”.',
    nationalId: 'holds a national identity number. Those have no place in the list; take it out.',
    twice: 'stands twice in the file. Keep one of the rows.',
    sumRow: 'looks like a sum under the list, and is left out.',
    done: 'is delivered or met, and is left out.',
    left: 'is left out, because somebody said that the row should be.',
    refusedWithAmount: 'has an amount, but the row says refused. Correct one of them.',
    field: (name: string, column: string, value: string) =>
      `${name}${column && column !== name ? ` in “${column}”` : ''}${value ? ` (“${value}”)` : ''}`,
  },
})

/** What is wrong with a cell and how to mend it: "Tildelt beløp i «Sum» («mye») er ikke et beløp. Skriv tall …" */
export function problemText(problem: RowProblem, kind: ImportKind, lang: Lang): string {
  const t = texts[lang]
  const why = problem.reason === 'missing' && problem.field === 'result' ? t.missingResult : t[problem.reason]
  return `${t.field(fieldLabel(kind, problem.field, lang), problem.column, problem.value)} ${why}`
}

/** The same with the line in front. */
export function problemLine(problem: RowProblem, kind: ImportKind, lang: Lang): string {
  return `${texts[lang].line(problem.line)}: ${problemText(problem, kind, lang)}`
}

/** Only why, and how to mend it: in a table whose other cells say where. */
export function problemReason(problem: RowProblem, lang: Lang): string {
  const t = texts[lang]
  const why = problem.reason === 'missing' && problem.field === 'result' ? t.missingResult : t[problem.reason]
  return why.charAt(0).toLocaleUpperCase() + why.slice(1)
}
