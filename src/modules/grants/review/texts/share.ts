import { formatKr, formatNumber } from '#platform/money.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { AllocationShare } from '../../model.ts'

/** Why an amount that follows from sharing the round's money is what it is. */
const shareTexts = defineTexts({
  nb: {
    sharedByPoints: (own: string, sum: string, pot: string) =>
      `Beløpet følger av ordningens regel for fordeling av rammen. Søknaden har ${own} av ${sum} poeng, og rammen er ${pot}.`,
    sharedInProportion: (sum: string, pot: string) =>
      `Beløpet følger av ordningens regel for fordeling av rammen. Søknadene gir til sammen ${sum}, og rammen er ${pot}.`,
  },
  nn: {
    sharedByPoints: (own: string, sum: string, pot: string) =>
      `Beløpet følgjer av regelen i ordninga for fordeling av ramma. Søknaden har ${own} av ${sum} poeng, og ramma er ${pot}.`,
    sharedInProportion: (sum: string, pot: string) =>
      `Beløpet følgjer av regelen i ordninga for fordeling av ramma. Søknadene gir til saman ${sum}, og ramma er ${pot}.`,
  },
  en: {
    sharedByPoints: (own: string, sum: string, pot: string) =>
      `The amount follows from the scheme’s rule for sharing the money. The application has ${own} of ${sum} points, and the money to share is ${pot}.`,
    sharedInProportion: (sum: string, pot: string) =>
      `The amount follows from the scheme’s rule for sharing the money. The applications come to ${sum}, and the money to share is ${pot}.`,
  },
})

/** The reason for an amount that the sharing gives, to begin from, in the applicant's language form. */
export function reasonOfShare(share: AllocationShare, lang: Lang): string {
  const t = shareTexts[lang]
  const pot = formatKr(share.potOre, lang)
  return share.method === 'per-point'
    ? t.sharedByPoints(formatNumber(share.own, lang), formatNumber(share.sum, lang), pot)
    : t.sharedInProportion(formatKr(share.sum, lang), pot)
}
