// What a decision letter says: the outcome first, then the rules, the facts, the main considerations, and how to appeal (fvl. §§ 24, 25 and 27).

import { formatKr, type Ore } from '#platform/money.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { amountTexts, formulaLines, sharingLines } from '../application/texts/amounts.ts'
import type { AllocationShare, AmountLine, CheckOutcome, EffectiveDefinition, Outcome, SchemeDefinition } from '../model.ts'
import type { PlannedPayment } from '../payment/rules/plan.ts'
import type { ConditionText, LetterText } from '../model.ts'
import { letterTexts } from './texts/letter.ts'
import { grants } from './rules/decision.ts'
import { appealLaw } from './rules/time-limits.ts'
import { titleOf } from '../scheme/rules/for-part.ts'

/** What in a letter depends on the day it is announced. Days as YYYY-MM-DD. */
export interface LetterDates {
  /** The day it is announced. */
  today: string
  acceptBy?: string
  reportBy?: string
}

export interface LetterFacts extends LetterDates {
  lang: Lang
  definition: EffectiveDefinition
  caseNumber: string
  applicant: string
  submittedAt: Date
  appliedOre: Ore
  budget?: { costOre: Ore; incomeOre: Ore }
  checks: readonly { rule: string; outcome: CheckOutcome }[]
  /** The line of the budget that the case was opened from: nobody applied. */
  budgetLine?: string
  /** The recipient is one of the municipality's own units: no party of its own, so there is no appeal (forvaltningsloven § 2). */
  ownUnit?: boolean
  /** How the formula came to its amount; left out in schemes without one. */
  amountLines?: readonly AmountLine[]
  /** How the amount follows from sharing the round's money, when the decision gives just that. */
  allocation?: AllocationShare
  decision: { outcome: Outcome; ore: Ore; reasons: string; conditions: readonly Pick<ConditionText, 'text'>[] }
  /** Name and title, or the body with its meeting. */
  decidedBy: { name: string } | { body: string; heldOn: string; item: string }
  payments: readonly PlannedPayment[]
  /** The announced decision that this one replaces, and what has been paid under it. */
  replaces?: { day: string; paidOre: Ore }
}

/** The letter as a caseworker first sees it: a heading and paragraphs to proofread. Pure: the same facts give the same letter. */
export function composeLetter(facts: LetterFacts): LetterText {
  const { lang, definition, decision, replaces } = facts
  const t = letterTexts[lang]
  const gives = grants(decision.outcome)
  // Where the round's money is shared, nobody has named an amount.
  const applied = facts.appliedOre > 0 && facts.budgetLine === undefined ? formatKr(facts.appliedOre, lang) : undefined
  const own = { granted: 'granted', 'partly-granted': 'partlyGranted', refused: 'refused', dismissed: 'dismissed' } as const
  const section = (heading: string, lines: (string | false | undefined)[]) => {
    const text = lines.filter(Boolean).join('\n\n')
    return text ? [{ heading, text }] : []
  }
  return {
    lang,
    heading: t.headings[decision.outcome](titleOf(definition, lang)),
    paragraphs: [
      {
        text: [
          replaces && t.replaces(formatDate(replaces.day, lang)),
          gives && t.amount(formatKr(decision.ore, lang), applied),
          definition.letters[own[decision.outcome]][lang],
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
      ...section(t.reasons, [decision.reasons.trim(), decider(facts)]),
      ...section(t.facts, [
        facts.budgetLine === undefined
          ? t.applied(facts.applicant, formatDate(osloDate(facts.submittedAt), lang), facts.caseNumber, applied)
          : t.fromBudget(facts.applicant, formatDate(osloDate(facts.submittedAt), lang), facts.caseNumber, facts.budgetLine),
        facts.budget && t.budget(formatKr(facts.budget.costOre, lang), formatKr(facts.budget.incomeOre, lang)),
        facts.checks.length > 0 && [t.checks, ...facts.checks.map((check) => `• ${checkLine(facts, check)}`)].join('\n'),
      ]),
      ...section(amountTexts[lang].title, amountParagraphs(facts)),
      ...section(
        t.rules,
        definition.legalBasis.map((basis) => basis.text[lang]),
      ),
      ...(gives
        ? section(t.conditions, [
            decision.conditions.map((c) => `• ${c.text}`).join('\n'),
            reportSentence(facts, definition),
            definition.report?.auditorFromOre !== undefined && decision.ore >= definition.report.auditorFromOre && t.auditor,
          ])
        : []),
      ...(gives
        ? section(t.payment, [
            acceptSentence(facts, lang),
            replaces && replaces.paidOre > 0 && t.paid(formatKr(replaces.paidOre, lang)),
            facts.payments.map((p) => t.instalment(formatKr(p.ore, lang), t.part[p.releaseOn])).join(' '),
            facts.payments.length > 0 && (facts.ownUnit ? t.paysInside : t.pays),
          ])
        : []),
      ...(facts.ownUnit
        ? section(t.internal, [t.internalText])
        : section(t.appeal, [appealSentences(facts, definition, lang), t.documents])),
    ],
  }
}

/**
 * Moves a proofread letter's dates from the day it was written for to the day it is announced. A sentence that the proofreader
 * changed keeps its words; only the date in it is moved.
 */
export function redate(letter: LetterText, definition: SchemeDefinition, from: LetterDates, to: LetterDates): LetterText {
  const { lang } = letter
  const pairs: [string | undefined, string | undefined][] = [
    [acceptSentence(from, lang), acceptSentence(to, lang)],
    [reportSentence({ ...from, lang }, definition), reportSentence({ ...to, lang }, definition)],
    [appealSentences(from, definition, lang), appealSentences(to, definition, lang)],
    [from.acceptBy && formatDate(from.acceptBy, lang), to.acceptBy && formatDate(to.acceptBy, lang)],
    [from.reportBy && formatDate(from.reportBy, lang), to.reportBy && formatDate(to.reportBy, lang)],
  ]
  const moves = pairs.filter((pair): pair is [string, string] => Boolean(pair[0] && pair[1] && pair[0] !== pair[1]))
  const moved = (text: string) => {
    for (const [before, after] of moves) {
      const next = text.replaceAll(before, () => after)
      // Dates that follow each other by a day must not be moved twice.
      if (next !== text) return next
    }
    return text
  }
  return {
    ...letter,
    paragraphs: letter.paragraphs.map((p) => ({ ...p, text: p.text.split('\n\n').map(moved).join('\n\n') })),
  }
}

function acceptSentence(dates: LetterDates, lang: Lang): string | undefined {
  return dates.acceptBy && letterTexts[lang].accept(formatDate(dates.acceptBy, lang))
}

function reportSentence(dates: LetterDates & { lang: Lang }, definition: SchemeDefinition): string | undefined {
  if (!dates.reportBy || !definition.report) return undefined
  return letterTexts[dates.lang].report(formatDate(dates.reportBy, dates.lang))
}

function appealSentences(dates: LetterDates, definition: SchemeDefinition, lang: Lang): string {
  const law = appealLaw(dates.today)
  return letterTexts[lang].appealText(law.appealWeeks, definition.letters.appealBody[lang], law.law)
}

/** The formula's steps and the sharing, a line each: a party sees how the amount came to be (fvl. § 25). */
function amountParagraphs({ lang, definition, decision, amountLines = [], allocation }: LetterFacts): string[] {
  if (decision.outcome === 'dismissed') return []
  const { amount } = definition
  return [formulaLines(amountLines, amount, lang), allocation ? sharingLines(allocation, amount, lang) : []].map((lines) =>
    lines.map((line) => `• ${line.label}: ${line.value}`).join('\n'),
  )
}

function decider({ lang, decidedBy }: LetterFacts): string {
  const t = letterTexts[lang]
  return 'body' in decidedBy
    ? t.byBody(decidedBy.body, formatDate(decidedBy.heldOn, lang), decidedBy.item)
    : t.decidedBy(decidedBy.name)
}

function checkLine({ lang, definition }: LetterFacts, check: { rule: string; outcome: CheckOutcome }): string {
  const rule = definition.rules.find((r) => r.key === check.rule)
  return `${rule?.title[lang] ?? check.rule}: ${letterTexts[lang].check[check.outcome]}${rule ? ` (${rule.source})` : ''}`
}
