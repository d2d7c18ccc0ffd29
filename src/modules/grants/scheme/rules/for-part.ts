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
