import type { Lang } from '#platform/texts/texts.ts'
import { isRecord } from '../rules/paths.ts'
import { isText3 } from '../rules/texts3.ts'

/** A thing's own words, in a language it has. */
export function nameOf(value: unknown, key: string, lang: Lang): string | undefined {
  const text = isRecord(value) ? value[key] : undefined
  if (!isText3(text)) return undefined
  const found = [text[lang], text.nb, text.nn, text.en].find((each) => typeof each === 'string' && each.trim() !== '')
  return found ?? undefined
}
