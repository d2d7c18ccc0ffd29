import type { Reason } from '#platform/errors.ts'
import type { Form } from '#platform/http/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Step } from '../rules/next-steps.ts'
import { stepTexts } from '../texts/steps.ts'

/** A form that came back: what was typed, and why it could not be used. Warnings ask to be confirmed. */
export interface Typed {
  step: Step
  form: Form
  reasons: Reason[]
  warnings?: string[]
  /** Somebody else changed the case while this was written. */
  conflict?: boolean
}

/** What is wrong, in words. */
export function reasonText(reason: Reason, lang: Lang): string {
  const texts = stepTexts[lang].errors as Record<string, string | ((n: number) => string)>
  const text = texts[reason.key] ?? stepTexts[lang].errors.other
  return typeof text === 'function' ? text(Number(reason.data?.['most'] ?? 0)) : text
}

/** The error of one field of a form that came back. */
export function errorAt(typed: Typed | undefined, field: string, lang: Lang): string | undefined {
  const reason = typed?.reasons.find((each) => each.field === field)
  if (!reason) return undefined
  return typeof reason.data?.['text'] === 'string' ? reason.data['text'] : reasonText(reason, lang)
}
