import type { Lang } from '#platform/texts/texts.ts'
import { defineTexts } from '#platform/texts/texts.ts'
import type { AwardRowProblem } from '../rules/award-row.ts'

type Problem = { reason: AwardRowProblem['reason'] | 'sameRowTwice' | 'missingColumn'; column: string; value: string }

const texts = defineTexts({
  nb: {
    noYear: 'skal være et årstall med fire siffer',
    unknownStage: 'skal si om raden er vedtatt («vedtatt …») eller foreslått («foreslått …»)',
    noRowNumber: 'skal være radens nummer i listen',
    noRecipient: 'skal si hvem som får, med høyst 400 tegn',
    noResult: 'mangler; skriv 0 når ingenting ble gitt',
    notAnAmount: 'er ikke et beløp',
    negative: 'kan ikke være under null',
    badAddress: 'skal være en nettadresse som begynner med https://',
    sameRowTwice: 'står to ganger i filen',
    missingColumn: 'mangler i første linje',
    column: (name: string, value: string) => `${name}${value ? ` («${value}»)` : ''}`,
  },
  nn: {
    noYear: 'skal vere eit årstal med fire siffer',
    unknownStage: 'skal seie om rada er vedteken («vedteke …») eller føreslått («føreslått …»)',
    noRowNumber: 'skal vere nummeret til rada i lista',
    noRecipient: 'skal seie kven som får, med høgst 400 teikn',
    noResult: 'manglar; skriv 0 når ingenting blei gitt',
    notAnAmount: 'er ikkje eit beløp',
    negative: 'kan ikkje vere under null',
    badAddress: 'skal vere ei nettadresse som byrjar med https://',
    sameRowTwice: 'står to gonger i fila',
    missingColumn: 'manglar i første linje',
    column: (name: string, value: string) => `${name}${value ? ` («${value}»)` : ''}`,
  },
  en: {
    noYear: 'must be a year of four digits',
    unknownStage: 'must say whether the row was adopted (“adopted …”) or proposed (“proposed …”)',
    noRowNumber: 'must be the row’s number in the list',
    noRecipient: 'must say who receives, in at most 400 characters',
    noResult: 'is missing; write 0 where nothing was granted',
    notAnAmount: 'is not an amount',
    negative: 'cannot be below zero',
    badAddress: 'must be a web address that begins with https://',
    sameRowTwice: 'stands twice in the file',
    missingColumn: 'is missing from the first line',
    column: (name: string, value: string) => `${name}${value ? ` (“${value}”)` : ''}`,
  },
})

/** Why a row was refused, in words: the column, what stands there and what should. */
export function awardRowText(problem: Problem, lang: Lang): string {
  const t = texts[lang]
  return `${t.column(problem.column, problem.value)} ${t[problem.reason]}`
}
