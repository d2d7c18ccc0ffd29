import type { Reason } from '#platform/errors.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDate } from '#platform/time.ts'
import { paymentTexts } from './payments.ts'

/** Why a payment could not be taken on, in a sentence. Throws for a reason that has none. */
export function reasonText(reason: Reason, lang: Lang): string {
  const t = paymentTexts[lang]
  if (reason.key === 'claimTooLate') return t.claimTooLate(formatDate(String(reason.data?.['day']), lang))
  const sentences: Record<string, string> = t.reasons
  const sentence = sentences[reason.key]
  if (!sentence) throw new Error(`No text for ${reason.key}.`)
  return sentence
}
