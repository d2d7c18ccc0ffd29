import type { ProblemKey } from './failure.ts'

interface Text3 {
  nb: string
  nn: string
  en: string
}

/** What is wrong with an expression and what to do, for the person who writes it. */
export const PROBLEM_TEXTS: Record<ProblemKey, Text3> = {
  syntax: {
    nb: 'Dette forstår vi ikke. Se etter skrivefeil, tegn som mangler eller ord som er brukt til noe annet.',
    nn: 'Dette forstår vi ikkje. Sjå etter skrivefeil, teikn som manglar eller ord som er brukte til noko anna.',
    en: 'We do not understand this. Look for misspellings, missing signs or words that mean something else.',
  },
  incomplete: {
    nb: 'Uttrykket er ikke ferdig. Fyll inn det som mangler.',
    nn: 'Uttrykket er ikkje ferdig. Fyll inn det som manglar.',
    en: 'The expression is not finished. Fill in what is missing.',
  },
  'too-long': {
    nb: 'Uttrykket er for langt. Del det i flere regler.',
    nn: 'Uttrykket er for langt. Del det i fleire reglar.',
    en: 'The expression is too long. Divide it into several rules.',
  },
  'too-deep': {
    nb: 'Uttrykket har for mange nivåer. Del det i flere regler.',
    nn: 'Uttrykket har for mange nivå. Del det i fleire reglar.',
    en: 'The expression has too many levels. Divide it into several rules.',
  },
  unsupported: {
    nb: 'Dette kan ikke brukes i regler.',
    nn: 'Dette kan ikkje brukast i reglar.',
    en: 'This cannot be used in rules.',
  },
  'reserved-word': {
    nb: 'Skriv «not» med parentes: not(medlem = true).',
    nn: 'Skriv «not» med parentes: not(medlem = true).',
    en: 'Write "not" with brackets: not(member = true).',
  },
  'unknown-function': {
    nb: 'Funksjonen finnes ikke. Velg en fra listen over funksjoner.',
    nn: 'Funksjonen finst ikkje. Vel ein frå lista over funksjonar.',
    en: 'There is no such function. Choose one from the list of functions.',
  },
  'wrong-arguments': {
    nb: 'Funksjonen har fått for få, for mange eller feil opplysninger.',
    nn: 'Funksjonen har fått for få, for mange eller feil opplysningar.',
    en: 'The function was given too few, too many or the wrong values.',
  },
  'unsafe-pattern': {
    nb: 'Mønsteret må stå i regelen, være kort og uten gjentakelser inni gjentakelser.',
    nn: 'Mønsteret må stå i regelen, vere kort og utan gjentakingar inni gjentakingar.',
    en: 'The pattern must stand in the rule, be short, and have no repetition inside repetition.',
  },
  'bad-literal': {
    nb: 'Datoen, varigheten eller tallet er ikke gyldig. Datoer skrives date("2026-04-01").',
    nn: 'Datoen, lengda eller talet er ikkje gyldig. Datoar skriv du date("2026-04-01").',
    en: 'The date, duration or number is not valid. Dates are written date("2026-04-01").',
  },
  'chained-comparison': {
    nb: 'Skriv sammenligningen i to ledd: a < b and b < c.',
    nn: 'Skriv samanlikninga i to ledd: a < b and b < c.',
    en: 'Write the comparison in two parts: a < b and b < c.',
  },
  'unknown-name': {
    nb: 'Det finnes ingen opplysning med dette navnet. Velg en fra listen over opplysninger.',
    nn: 'Det finst inga opplysning med dette namnet. Vel ei frå lista over opplysningar.',
    en: 'There is no fact with this name. Choose one from the list of facts.',
  },
  timeout: {
    nb: 'Det tok for lang tid å lese uttrykket. Gjør det enklere.',
    nn: 'Det tok for lang tid å lese uttrykket. Gjer det enklare.',
    en: 'Reading the expression took too long. Make it simpler.',
  },
}
