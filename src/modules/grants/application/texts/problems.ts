import { formatKr, formatNumber } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { Problem, ProblemKey } from '../rules/validate.ts'

interface Data {
  /** What the question is called. */
  label: string
  most: number
  least: number
  now: number
  ore: number
  decimals: number
  day: string
}

type Sentences = Record<Exclude<ProblemKey, 'check'>, (d: Data) => string>

/** What is wrong and what to do, one sentence per fault. */
const problemTexts = defineTexts({
  nb: {
    required: (d) => `Svar på «${d.label}».`,
    requiredChoice: (d) => `Velg et svar på «${d.label}».`,
    requiredFile: (d) => `Legg ved «${d.label}».`,
    requiredDeclaration: (d) => `Kryss av for å bekrefte: «${d.label}».`,
    requiredPart: (d) => `Fyll ut hele «${d.label}».`,
    tooLong: (d) => `Kort ned «${d.label}». Du har skrevet ${d.now} tegn, og det er plass til ${d.most}.`,
    notNumber: (d) => `Skriv et tall i «${d.label}», for eksempel 25.`,
    notAmount: (d) => `Skriv et beløp i kroner i «${d.label}», for eksempel 12 500.`,
    negative: (d) => `Beløpet i «${d.label}» kan ikke være mindre enn 0.`,
    tooSmall: (d) => `Tallet i «${d.label}» må være ${formatNumber(d.least, 'nb')} eller mer.`,
    tooLarge: (d) => `Tallet i «${d.label}» kan ikke være større enn ${formatNumber(d.most, 'nb')}.`,
    amountTooSmall: (d) => `«${d.label}» må være minst ${formatKr(d.least, 'nb')}.`,
    amountTooLarge: (d) => `«${d.label}» kan være opptil ${formatKr(d.most, 'nb')}.`,
    decimals: (d) =>
      d.decimals === 0 ? `Skriv et helt tall i «${d.label}».` : `Skriv høyst ${d.decimals} desimaler i «${d.label}».`,
    notDate: (d) => `Skriv en dato i «${d.label}», for eksempel 17.5.2027.`,
    dateTooEarly: (d) => `Datoen i «${d.label}» kan ikke være før ${formatDate(d.day, 'nb')}.`,
    dateTooLate: (d) => `Datoen i «${d.label}» kan ikke være etter ${formatDate(d.day, 'nb')}.`,
    periodBackwards: (d) => `I «${d.label}» er sluttdatoen før startdatoen. Rett en av dem.`,
    unknownChoice: (d) => `Velg et av svarene på «${d.label}».`,
    tooManyChoices: (d) => `Velg høyst ${d.most} i «${d.label}».`,
    badOrganisationNumber: () => 'Organisasjonsnummeret stemmer ikke. Det har ni siffer. Sjekk det, eller la det stå tomt.',
    badAccount: () => 'Kontonummeret stemmer ikke. Det har elleve siffer. Sjekk det i nettbanken.',
    badPostcode: () => 'Skriv postnummeret med fire siffer.',
    tooFewRows: (d) => `Fyll ut minst ${d.least === 1 ? 'én rad' : `${d.least} rader`} i «${d.label}».`,
    tooManyRows: (d) => `Det er plass til ${d.most} rader i «${d.label}». Fjern noen.`,
    tooManyFiles: (d) => `Det er plass til ${d.most} filer i «${d.label}». Fjern noen.`,
    lineAmount: (d) => `Skriv et beløp i kroner for «${d.label}», eller fjern linjen.`,
    lineText: () => 'Skriv hva linjen i budsjettet gjelder, eller fjern den.',
    noCost: () => 'Skriv hva dere skal bruke penger på i budsjettet.',
    incomeTooLow: (d) =>
      `Inntektene er ${formatKr(d.ore, 'nb')} mindre enn utgiftene, når vi regner med beløpet det søkes om. Rett budsjettet eller søknadsbeløpet.`,
    incomeTooHigh: (d) =>
      `Inntektene er ${formatKr(d.ore, 'nb')} større enn utgiftene, når vi regner med beløpet det søkes om. Rett budsjettet eller søknadsbeløpet.`,
  } satisfies Sentences as Sentences,
  nn: {
    required: (d) => `Svar på «${d.label}».`,
    requiredChoice: (d) => `Vel eit svar på «${d.label}».`,
    requiredFile: (d) => `Legg ved «${d.label}».`,
    requiredDeclaration: (d) => `Kryss av for å stadfeste: «${d.label}».`,
    requiredPart: (d) => `Fyll ut heile «${d.label}».`,
    tooLong: (d) => `Kort ned «${d.label}». Du har skrive ${d.now} teikn, og det er plass til ${d.most}.`,
    notNumber: (d) => `Skriv eit tal i «${d.label}», til dømes 25.`,
    notAmount: (d) => `Skriv eit beløp i kroner i «${d.label}», til dømes 12 500.`,
    negative: (d) => `Beløpet i «${d.label}» kan ikkje vere mindre enn 0.`,
    tooSmall: (d) => `Talet i «${d.label}» må vere ${formatNumber(d.least, 'nn')} eller meir.`,
    tooLarge: (d) => `Talet i «${d.label}» kan ikkje vere større enn ${formatNumber(d.most, 'nn')}.`,
    amountTooSmall: (d) => `«${d.label}» må vere minst ${formatKr(d.least, 'nn')}.`,
    amountTooLarge: (d) => `«${d.label}» kan vere opptil ${formatKr(d.most, 'nn')}.`,
    decimals: (d) =>
      d.decimals === 0 ? `Skriv eit heilt tal i «${d.label}».` : `Skriv høgst ${d.decimals} desimalar i «${d.label}».`,
    notDate: (d) => `Skriv ein dato i «${d.label}», til dømes 17.5.2027.`,
    dateTooEarly: (d) => `Datoen i «${d.label}» kan ikkje vere før ${formatDate(d.day, 'nn')}.`,
    dateTooLate: (d) => `Datoen i «${d.label}» kan ikkje vere etter ${formatDate(d.day, 'nn')}.`,
    periodBackwards: (d) => `I «${d.label}» er sluttdatoen før startdatoen. Rett ein av dei.`,
    unknownChoice: (d) => `Vel eitt av svara på «${d.label}».`,
    tooManyChoices: (d) => `Vel høgst ${d.most} i «${d.label}».`,
    badOrganisationNumber: () => 'Organisasjonsnummeret stemmer ikkje. Det har ni siffer. Sjekk det, eller la det stå tomt.',
    badAccount: () => 'Kontonummeret stemmer ikkje. Det har elleve siffer. Sjekk det i nettbanken.',
    badPostcode: () => 'Skriv postnummeret med fire siffer.',
    tooFewRows: (d) => `Fyll ut minst ${d.least === 1 ? 'éi rad' : `${d.least} rader`} i «${d.label}».`,
    tooManyRows: (d) => `Det er plass til ${d.most} rader i «${d.label}». Fjern nokre.`,
    tooManyFiles: (d) => `Det er plass til ${d.most} filer i «${d.label}». Fjern nokre.`,
    lineAmount: (d) => `Skriv eit beløp i kroner for «${d.label}», eller fjern linja.`,
    lineText: () => 'Skriv kva linja i budsjettet gjeld, eller fjern ho.',
    noCost: () => 'Skriv kva de skal bruke pengar på i budsjettet.',
    incomeTooLow: (d) =>
      `Inntektene er ${formatKr(d.ore, 'nn')} mindre enn utgiftene, når vi reknar med beløpet det blir søkt om. Rett budsjettet eller søknadsbeløpet.`,
    incomeTooHigh: (d) =>
      `Inntektene er ${formatKr(d.ore, 'nn')} større enn utgiftene, når vi reknar med beløpet det blir søkt om. Rett budsjettet eller søknadsbeløpet.`,
  },
  en: {
    required: (d) => `Answer “${d.label}”.`,
    requiredChoice: (d) => `Choose an answer to “${d.label}”.`,
    requiredFile: (d) => `Attach “${d.label}”.`,
    requiredDeclaration: (d) => `Tick the box to confirm: “${d.label}”.`,
    requiredPart: (d) => `Fill in all of “${d.label}”.`,
    tooLong: (d) => `Shorten “${d.label}”. You have written ${d.now} characters, and there is room for ${d.most}.`,
    notNumber: (d) => `Write a number in “${d.label}”, for example 25.`,
    notAmount: (d) => `Write an amount in kroner in “${d.label}”, for example 12 500.`,
    negative: (d) => `The amount in “${d.label}” cannot be below 0.`,
    tooSmall: (d) => `The number in “${d.label}” must be ${formatNumber(d.least, 'en')} or more.`,
    tooLarge: (d) => `The number in “${d.label}” cannot be above ${formatNumber(d.most, 'en')}.`,
    amountTooSmall: (d) => `“${d.label}” must be at least ${formatKr(d.least, 'en')}.`,
    amountTooLarge: (d) => `“${d.label}” can be up to ${formatKr(d.most, 'en')}.`,
    decimals: (d) =>
      d.decimals === 0 ? `Write a whole number in “${d.label}”.` : `Write at most ${d.decimals} decimals in “${d.label}”.`,
    notDate: (d) => `Write a date in “${d.label}”, for example 17.5.2027.`,
    dateTooEarly: (d) => `The date in “${d.label}” cannot be before ${formatDate(d.day, 'en')}.`,
    dateTooLate: (d) => `The date in “${d.label}” cannot be after ${formatDate(d.day, 'en')}.`,
    periodBackwards: (d) => `In “${d.label}” the end date is before the start date. Correct one of them.`,
    unknownChoice: (d) => `Choose one of the answers to “${d.label}”.`,
    tooManyChoices: (d) => `Choose at most ${d.most} in “${d.label}”.`,
    badOrganisationNumber: () => 'The organisation number is not right. It has nine digits. Check it, or leave it empty.',
    badAccount: () => 'The account number is not right. It has eleven digits. Check it in your bank.',
    badPostcode: () => 'Write the postcode with four digits.',
    tooFewRows: (d) => `Fill in at least ${d.least === 1 ? 'one row' : `${d.least} rows`} in “${d.label}”.`,
    tooManyRows: (d) => `There is room for ${d.most} rows in “${d.label}”. Remove some.`,
    tooManyFiles: (d) => `There is room for ${d.most} files in “${d.label}”. Remove some.`,
    lineAmount: (d) => `Write an amount in kroner for “${d.label}”, or remove the line.`,
    lineText: () => 'Write what the budget line is for, or remove it.',
    noCost: () => 'Write what you will spend money on in the budget.',
    incomeTooLow: (d) =>
      `Income is ${formatKr(d.ore, 'en')} less than costs when the amount applied for is counted. Correct the budget or the amount.`,
    incomeTooHigh: (d) =>
      `Income is ${formatKr(d.ore, 'en')} more than costs when the amount applied for is counted. Correct the budget or the amount.`,
  },
})

const nothing: Data = { label: '', most: 0, least: 0, now: 0, ore: 0, decimals: 0, day: '' }

/** The sentence for one fault; `label` is what the question is called. */
export function describeProblem(problem: Problem, label: string, lang: Lang): string {
  if (problem.key === 'check') return problem.message?.[lang] ?? label
  const line = problem.data?.['line']
  const named = problem.part?.[lang] ?? (typeof line === 'string' ? line : label)
  const sentence = problemTexts[lang][problem.key]({ ...nothing, ...(problem.data as Partial<Data>), label: named })
  return problem.row === undefined || problem.part === undefined ? sentence : `${label}, ${problem.row}: ${sentence}`
}
