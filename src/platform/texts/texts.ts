/** The languages every person-facing text exists in. nb is the municipality's default unless configured. */
export const langs = ['nb', 'nn', 'en'] as const
export type Lang = (typeof langs)[number]
export type Text3 = Record<Lang, string>

/** The same shape with other words: strings stay strings, functions keep their parameters. */
type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Same<T[K]> }

/**
 * Texts of one feature in three languages; a key missing in nn or en is a compile error.
 * Use: `const t = applyTexts[lang]`. Sentences with values are functions.
 */
export function defineTexts<T>(all: { nb: T; nn: Same<T>; en: Same<T> }): Record<Lang, T> {
  return all as Record<Lang, T>
}

/** The text with a capital letter first, as a label or a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function isLang(value: unknown): value is Lang {
  return langs.includes(value as Lang)
}
