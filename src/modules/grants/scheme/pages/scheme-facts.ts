import { formatKr } from '#platform/money.ts'
import { formatDate, formatRelative } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Fact, Tone } from '#platform/look/index.ts'
import type { SchemeDefinition } from '../../model.ts'
import type { Round } from '../queries/rounds.ts'
import type { Scheme } from '../queries/schemes.ts'
import { lastRound, nextRound, openRound } from '../rules/round-state.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { sharesMoney } from '../rules/for-part.ts'
import { takesOrganisations } from '../rules/who-may-apply.ts'

/** What a person can do with a scheme now, and the round it is about. */
export type Standing =
  | { kind: 'open'; round: Round }
  | { kind: 'rolling'; round: Round }
  | { kind: 'soon'; round: Round }
  | { kind: 'closed'; round: Round | undefined }
  /** Nobody applies: the recipients are named in the budget. */
  | { kind: 'named'; round: Round | undefined }

export function standingOf(scheme: Pick<Scheme, 'rounds' | 'definition'>, now: Date): Standing {
  if (scheme.definition.openedFrom === 'budget') return { kind: 'named', round: scheme.rounds.at(-1) }
  const open = openRound(scheme.rounds, now)
  if (open) return { kind: open.closesAt ? 'open' : 'rolling', round: open }
  const next = nextRound(scheme.rounds, now)
  return next ? { kind: 'soon', round: next } : { kind: 'closed', round: lastRound(scheme.rounds, now) }
}

/** Open ones by deadline, rolling ones, those that open, and the closed last; within each by title. */
export function bySoonest(lang: Lang, now: Date): (a: Scheme, b: Scheme) => number {
  const rank = { open: 0, rolling: 1, soon: 2, closed: 3, named: 4 } as const
  const collator = new Intl.Collator(lang === 'en' ? 'en' : 'nb')
  const dateOf = (standing: Standing) =>
    standing.kind === 'open' ? Number(standing.round.closesAt) : standing.kind === 'soon' ? Number(standing.round.opensAt) : 0
  return (a, b) => {
    const [left, right] = [standingOf(a, now), standingOf(b, now)]
    return (
      rank[left.kind] - rank[right.kind] ||
      dateOf(left) - dateOf(right) ||
      collator.compare(a.definition.title[lang], b.definition.title[lang])
    )
  }
}

export function stateTag(standing: Standing, lang: Lang): { tone: Tone; text: string } {
  const t = schemesTexts[lang]
  if (standing.kind === 'open') return { tone: 'success', text: t.stateOpen }
  if (standing.kind === 'rolling') return { tone: 'success', text: t.stateRolling }
  if (standing.kind === 'named') return { tone: 'neutral', text: t.stateNamed }
  return standing.kind === 'soon' ? { tone: 'info', text: t.stateSoon } : { tone: 'neutral', text: t.stateClosed }
}

/** How much one can get, in a few words: limits, a share of the costs, or fixed rates. */
export function howMuch(definition: SchemeDefinition, lang: Lang): Fact {
  const t = schemesTexts[lang]
  const { minOre, maxOre, maxShareOfCost, steps } = definition.amount
  const kr = (ore: number) => formatKr(ore, lang)
  const share = maxShareOfCost === undefined ? undefined : t.shareNote(maxShareOfCost)
  const fact = (value: string, note?: string): Fact => ({ label: t.howMuch, value, icon: 'wallet', ...(note ? { note } : {}) })
  const most = (definition.parts ?? []).map((part) => (part.amount ?? definition.amount).maxOre)
  if (most.length > 0 && most.every((each) => each !== undefined)) return fact(t.upTo(kr(Math.max(...most))))
  if (sharesMoney(definition) && maxOre === undefined) return fact(t.partOfPot, t.dependsOnAll)
  if (maxOre !== undefined && minOre === maxOre) return fact(kr(maxOre), share)
  if (maxOre !== undefined && minOre !== undefined) return fact(t.between(kr(minOre).replace(/\s?kr$/, ''), kr(maxOre)), share)
  if (maxOre !== undefined) return fact(t.upTo(kr(maxOre)), share)
  if (steps.length > 0 && !definition.amount.askedIn) return fact(t.byFormula, share)
  if (maxShareOfCost !== undefined)
    return fact(t.shareOfCost(maxShareOfCost), minOre === undefined ? undefined : t.from(kr(minOre)))
  return fact(minOre === undefined ? t.noLimit : t.from(kr(minOre)))
}

export function forWhom(definition: SchemeDefinition, lang: Lang): Fact {
  const t = schemesTexts[lang]
  const { persons, groups, units } = definition.applicants
  const organisations = takesOrganisations(definition.applicants)
  return {
    label: t.forWhom,
    value: organisations && persons ? t.both : persons ? t.persons : t.organisations,
    icon: 'people',
    ...(groups || units ? { note: [groups && t.groupsToo, units && t.unitsToo].filter(Boolean).join(', ') } : {}),
  }
}

export function byWhen(definition: SchemeDefinition, standing: Standing, now: Date, lang: Lang): Fact {
  const t = schemesTexts[lang]
  const fact = (value: string, note?: string): Fact => ({ label: t.byWhen, value, icon: 'calendar', ...(note ? { note } : {}) })
  const { round } = standing
  if (standing.kind === 'named') return fact(t.stateNamed, t.namedNote)
  if (standing.kind === 'rolling') return fact(t.anyTime, definition.notice ? t.noticeNote(definition.notice.days) : undefined)
  if (standing.kind === 'open' && round?.closesAt)
    return fact(formatDate(round.closesAt, lang), t.dueNote(formatRelative(round.closesAt, now, lang)))
  if (standing.kind === 'soon' && round)
    return fact(t.opens(formatDate(round.opensAt, lang)), formatRelative(round.opensAt, now, lang))
  return fact(t.closedNow, round?.closesAt ? t.wasDue(formatDate(round.closesAt, lang)) : undefined)
}

export function answerWithin(definition: SchemeDefinition, standing: Standing, lang: Lang): Fact {
  const t = schemesTexts[lang]
  const isRolling = standing.kind === 'rolling' || definition.rounds.every((round) => round.closes === undefined)
  return {
    label: t.answer,
    value: t.within(definition.answerWithinWeeks),
    note: isRolling ? t.afterArrival : t.afterDeadline,
    icon: 'hourglass',
  }
}
