import type { Lang } from '#platform/texts/texts.ts'
import type { PotStanding } from '../queries/pots.ts'
import { caseTexts } from '../texts/case.ts'

/** A pot by its own name, its district's, or as the round's. */
export function potName(pot: PotStanding | undefined, lang: Lang): string {
  return pot?.title?.[lang] ?? pot?.districtName ?? caseTexts[lang].pot
}
