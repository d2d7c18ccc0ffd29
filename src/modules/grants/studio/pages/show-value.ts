import { formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { isRecord } from '../rules/paths.ts'
import { isText3, withStandIns } from '../rules/texts3.ts'
import { inputTexts } from '../texts/inputs.ts'

/** Any value of a document as a person reads it, on one line or a few. */
export function showValue(value: unknown, lang: Lang): string {
  if (value === undefined || value === null || value === '') return inputTexts[lang].nothingStored
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value, lang)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (isText3(value)) {
    const shown = withStandIns(value)
    return isText3(shown) ? (shown[lang] ?? '') : ''
  }
  if (Array.isArray(value)) return value.map((each) => showValue(each, lang)).join(', ')
  return isRecord(value)
    ? Object.values(value)
        .map((each) => showValue(each, lang))
        .join(' · ')
    : ''
}
