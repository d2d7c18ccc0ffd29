import type { Lang } from '#platform/texts/texts.ts'
import type { EffectiveDefinition, SchemeDefinition } from '../../model.ts'

const made = new WeakMap<SchemeDefinition, Map<string, EffectiveDefinition>>()

/**
 * The definition as it goes for an application to one part: the common pages, then the part's; the common rules and the part's; the
 * part's amount and report where it has its own. A scheme without parts is as it stands. The same object each time, so that what is
 * kept beside a definition is kept once.
 */
export function forPart(definition: SchemeDefinition, part: string | null | undefined): EffectiveDefinition {
  if (!definition.parts) return definition as EffectiveDefinition
  const kept = made.get(definition) ?? new Map<string, EffectiveDefinition>()
  made.set(definition, kept)
  const found = kept.get(part ?? '') ?? effective(definition, part)
  kept.set(part ?? '', found)
  return found
}

function effective({ parts, ...common }: SchemeDefinition, key: string | null | undefined): EffectiveDefinition {
  const part = parts?.find((each) => each.key === key)
  if (!part) return common
  return {
    ...common,
    part,
    form: { ...common.form, pages: [...common.form.pages, ...part.pages] },
    rules: [...common.rules, ...part.rules],
    amount: part.amount ?? common.amount,
    ...(part.report ? { report: part.report } : {}),
  }
}

/** What an application is called: the scheme, and its part where there is one. */
export function titleOf({ title, part }: EffectiveDefinition, lang: Lang): string {
  return part ? `${title[lang]} – ${part.title[lang]}` : title[lang]
}

/** Where a place in a part's effective definition stands in the whole document: "form.pages.3" may be "parts.0.pages.1". */
export function placeInPart(definition: SchemeDefinition, index: number, path: string): string {
  const part = definition.parts?.[index]
  if (!part) return path
  const own = `parts.${index}`
  const moved = (list: string, common: number, to: string) => {
    const [, at = '', rest = ''] = new RegExp(`^${list}\\.(\\d+)(.*)$`).exec(path) ?? []
    return at !== '' && Number(at) >= common ? `${own}.${to}.${Number(at) - common}${rest}` : undefined
  }
  if ((part.amount && /^amount\b/.test(path)) || (part.report && /^report\b/.test(path))) return `${own}.${path}`
  return moved('form\\.pages', definition.form.pages.length, 'pages') ?? moved('rules', definition.rules.length, 'rules') ?? path
}

/** Whether amounts in the scheme, or in one of its parts, depend on all applications of a round. */
export function sharesMoney({ amount, parts = [] }: Pick<SchemeDefinition, 'amount' | 'parts'>): boolean {
  return [amount, ...parts.map((part) => part.amount)].some((each) => each?.allocation !== undefined)
}
