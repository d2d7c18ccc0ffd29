// What a decision letter says: the outcome first, then the rules, the facts, the main considerations, and how to appeal (fvl. §§ 24, 25 and 27).

import { formatKr, type Ore } from '#platform/money.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CheckOutcome, Outcome, SchemeDefinition } from '../../model.ts'
import type { PlannedPayment } from '../../payment/rules/plan.ts'
import type { ConditionText, LetterText } from '../../tables.ts'
import { letterTexts } from '../texts/letter.ts'
import { appealLaw } from './time-limits.ts'

export interface LetterFacts {
  lang: Lang
  definition: SchemeDefinition
  caseNumber: string
  applicant: string
  submittedAt: Date
  appliedOre: Ore
  budget?: { costOre: Ore; incomeOre: Ore }
  checks: readonly { rule: string; outcome: CheckOutcome }[]
  decision: { outcome: Outcome; ore: Ore; reasons: string; conditions: readonly ConditionText[] }
  /** Name and title, or the body with its meeting. */
  decidedBy: { name: string } | { body: string; heldOn: string; item: string }
  payments: readonly PlannedPayment[]
  acceptBy?: string
  reportBy?: string
  /** The day it is announced. */
  today: string
}

/** The letter as a caseworker first sees it: a heading and paragraphs to proofread. Pure: the same facts give the same letter. */
export function composeLetter(facts: LetterFacts): LetterText {
  const { lang, definition, decision } = facts
  const t = letterTexts[lang]
  const grants = decision.outcome === 'granted' || decision.outcome === 'partly-granted'
  const own = { granted: 'granted', 'partly-granted': 'partlyGranted', refused: 'refused', dismissed: 'dismissed' } as const
  const law = appealLaw(facts.today)
  const section = (heading: string, lines: (string | false | undefined)[]) => {
    const text = lines.filter(Boolean).join('\n\n')
    return text ? [{ heading, text }] : []
  }
  return {
    lang,
    heading: t.headings[decision.outcome](definition.title[lang]),
    paragraphs: [
      {
        text: [
          grants && t.amount(formatKr(decision.ore, lang), formatKr(facts.appliedOre, lang)),
          definition.letters[own[decision.outcome]][lang],
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
      ...section(t.reasons, [decision.reasons.trim(), decider(facts)]),
      ...section(t.facts, [
        t.applied(
          facts.applicant,
          formatDate(osloDate(facts.submittedAt), lang),
          facts.caseNumber,
          formatKr(facts.appliedOre, lang),
        ),
        facts.budget && t.budget(formatKr(facts.budget.costOre, lang), formatKr(facts.budget.incomeOre, lang)),
        facts.checks.length > 0 && t.checks(facts.checks.map((check) => checkLine(facts, check)).join('; ')),
      ]),
      ...section(
        t.rules,
        definition.legalBasis.map((basis) => basis.text[lang]),
      ),
      ...(grants
        ? section(t.conditions, [
            decision.conditions.map((c) => `• ${c.text}`).join('\n'),
            facts.reportBy && t.report(formatDate(facts.reportBy, lang)),
          ])
        : []),
      ...(grants
        ? section(t.payment, [
            facts.acceptBy && t.accept(formatDate(facts.acceptBy, lang)),
            facts.payments.map((p) => t.instalment(formatKr(p.ore, lang), t.part[p.releaseOn])).join(' '),
            t.pays,
          ])
        : []),
      ...section(t.appeal, [t.appealText(law.appealWeeks, definition.letters.appealBody[lang], law.law), t.documents]),
    ],
  }
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
