import { formatKr, type Ore } from '#platform/money.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { Span } from '../rules/plan-spans.ts'

const spanTexts = defineTexts({
  nb: {
    above: (kr: string) => `tilskudd over ${kr}`,
    upTo: (kr: string) => `tilskudd til og med ${kr}`,
    between: (from: string, to: string) => `tilskudd over ${from}, til og med ${to}`,
  },
  nn: {
    above: (kr: string) => `tilskot over ${kr}`,
    upTo: (kr: string) => `tilskot til og med ${kr}`,
    between: (from: string, to: string) => `tilskot over ${from}, til og med ${to}`,
  },
  en: {
    above: (kr: string) => `grants above ${kr}`,
    upTo: (kr: string) => `grants up to ${kr}`,
    between: (from: string, to: string) => `grants above ${from}, up to ${to}`,
  },
})

/** "tilskudd over 50 000 kr"; undefined for all amounts. */
export function saySpan({ aboveOre, upToOre }: Span, lang: Lang): string | undefined {
  const t = spanTexts[lang]
  const kr = (ore: Ore) => formatKr(ore, lang)
  if (aboveOre !== undefined && upToOre !== undefined) return t.between(kr(aboveOre), kr(upToOre))
  if (aboveOre !== undefined) return t.above(kr(aboveOre))
  return upToOre === undefined ? undefined : t.upTo(kr(upToOre))
}
