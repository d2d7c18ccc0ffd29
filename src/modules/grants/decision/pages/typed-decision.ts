import type { Reason } from '#platform/errors.ts'
import { parseKr, typedKr, type Ore } from '#platform/money.ts'
import type { Condition, Outcome } from '../../model.ts'
import type { ConditionText } from '../../model.ts'
import { fitOutcome, grants } from '../rules/decision.ts'

/** A decision as it was typed, before anything is read out of it: shown again as it is when something is wrong. */
export interface TypedDecision {
  outcome: string
  ore: string
  pot: string
  reasons: string
  /** Keys of the scheme's conditions. */
  conditions: string[]
  extra: string
}

/** What went wrong with a form that came back: a reason's key, and the field it belongs to. */
export interface Wrong {
  reasons: { key: string; field?: string }[]
  /** Somebody else changed the case meanwhile. */
  isChanged?: boolean
}

const outcomes: readonly string[] = ['granted', 'partly-granted', 'refused', 'dismissed']

/** Reads outcome and amount. The amount decides between granted and partly granted: nobody has to keep the two in step. */
export function readOutcome(
  typed: Pick<TypedDecision, 'outcome' | 'ore'>,
  appliedOre: Ore,
): { ok: true; outcome: Outcome; ore: Ore } | { ok: false; reasons: Reason[] } {
  if (!outcomes.includes(typed.outcome)) return { ok: false, reasons: [{ key: 'outcomeMissing', field: 'outcome' }] }
  const outcome = typed.outcome as Outcome
  const text = typed.ore.trim()
  const ore = text === '' ? 0 : parseKr(text)
  if (ore === undefined || ore < 0) return { ok: false, reasons: [{ key: 'amountUnreadable', field: 'ore' }] }
  return { ok: true, outcome: ore > 0 ? fitOutcome(outcome, ore, appliedOre) : outcome, ore }
}

/** The conditions ticked, in the case's language, then those written by hand. */
export function readConditions(
  typed: Pick<TypedDecision, 'conditions' | 'extra'>,
  offered: readonly Condition[],
  lang: 'nb' | 'nn' | 'en',
): ConditionText[] {
  const chosen = offered.filter((each) => typed.conditions.includes(each.key))
  const own = typed.extra
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return [
    ...chosen.map((each) => ({
      key: each.key,
      text: each.text[lang],
      ...(each.dueDays === undefined ? {} : { dueDays: each.dueDays }),
    })),
    ...own.map((text, index) => ({ key: `own-${index + 1}`, text })),
  ]
}

/** What a form begins with: the standing decision, else the recommendation. */
export function typedFrom(
  source: { outcome: Outcome; ore: Ore; potId: string | null; reasons: string; conditions: readonly ConditionText[] } | undefined,
  offered: readonly Condition[],
): TypedDecision {
  const keys = new Set(offered.map((each) => each.key))
  return {
    outcome: source?.outcome ?? '',
    ore: source && grants(source.outcome) ? typedKr(source.ore) : '',
    pot: source?.potId ?? '',
    reasons: source?.reasons ?? '',
    conditions: source
      ? source.conditions.map((each) => each.key).filter((key) => keys.has(key))
      : offered.filter((each) => each.standard).map((each) => each.key),
    extra: (source?.conditions ?? [])
      .filter((each) => !keys.has(each.key))
      .map((each) => each.text)
      .join('\n'),
  }
}
