import type { Lang, Text3 } from '#platform/texts/texts.ts'

type Texts = Record<Lang, Record<string, string>>

/** The words of a question: its text, and its help where `<key>Help` is there. */
export function wordsOf<T extends Texts>(texts: T) {
  const text3 = (key: string): Text3 => ({ nb: texts.nb[key] ?? '', nn: texts.nn[key] ?? '', en: texts.en[key] ?? '' })
  return {
    /** One text in its three languages. */
    say: (key: keyof T['nb'] & string): Text3 => text3(key),
    /** Label, and help where there is one. */
    ask: (key: keyof T['nb'] & string): { label: Text3; help?: Text3 } =>
      `${key}Help` in texts.nb ? { label: text3(key), help: text3(`${key}Help`) } : { label: text3(key) },
  }
}

export const emptyText = (): Text3 => ({ nb: '', nn: '', en: '' })
