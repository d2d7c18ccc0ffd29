/** The parts of a scheme as the studio shows them: one page for each. The names are those of their addresses. */
export const parts = [
  'formal',
  'hvem',
  'utlysning',
  'skjema',
  'regler',
  'belop',
  'vurdering',
  'steg',
  'fullmakt',
  'brev',
  'vilkar',
  'utbetaling',
  'rapport',
  'offentlighet',
] as const
export type Part = (typeof parts)[number]

const partOfProperty: Record<string, Part> = {
  applicants: 'hvem',
  whoCanApply: 'hvem',
  targetGroup: 'hvem',
  notGivenTo: 'hvem',
  rounds: 'utlysning',
  notice: 'utlysning',
  answerWithinWeeks: 'utlysning',
  form: 'skjema',
  parts: 'skjema',
  rules: 'regler',
  amount: 'belop',
  whatIsGiven: 'belop',
  assessment: 'vurdering',
  awardCriteria: 'vurdering',
  howDecided: 'vurdering',
  steps: 'steg',
  acceptance: 'steg',
  whatHappensNext: 'steg',
  authority: 'fullmakt',
  letters: 'brev',
  standardReasons: 'brev',
  conditions: 'vilkar',
  payment: 'utbetaling',
  report: 'rapport',
  publicity: 'offentlighet',
  whatIsPublished: 'offentlighet',
  retentionYears: 'offentlighet',
}

/** Which part of the studio a place in the document belongs to; what has no part of its own stands with the formal things. */
export function partOf(place: string): Part {
  const [top = ''] = place.split(/[.[]/)
  return (Object.hasOwn(partOfProperty, top) ? partOfProperty[top] : undefined) ?? 'formal'
}

/** In the order of the studio's pages. */
export function byPart<T extends { part: Part }>(all: readonly T[]): { part: Part; items: T[] }[] {
  return parts.flatMap((part) => {
    const items = all.filter((each) => each.part === part)
    return items.length > 0 ? [{ part, items }] : []
  })
}
