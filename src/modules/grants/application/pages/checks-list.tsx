import { Card, DefinitionList, Section, Tag, type IconName, type Tone } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CheckOutcome, SchemeDefinition } from '../../model.ts'
import { amountLines } from '../rules/amount.ts'
import type { FormState } from '../rules/form-state.ts'
import { checkTexts } from '../texts/check.ts'

/** What a rule says of an application: title, outcome, the scheme's words for it and where the rule comes from. */
export interface CheckShown {
  title: Record<Lang, string>
  outcome: CheckOutcome
  text: Record<Lang, string>
  source: string
}

const looks: Record<CheckOutcome, { tone: Tone; icon: IconName }> = {
  meets: { tone: 'success', icon: 'check' },
  fails: { tone: 'warning', icon: 'warning' },
  unknown: { tone: 'info', icon: 'question' },
}

/** The scheme's rules in plain words, those that need attention first. */
export function ChecksList({ lang, checks }: { lang: Lang; checks: readonly CheckShown[] }) {
  const t = checkTexts[lang]
  const order: CheckOutcome[] = ['fails', 'unknown', 'meets']
  const words = { meets: t.ruleMeets, fails: t.ruleFails, unknown: t.ruleUnknown }
  return (
    <ul class="tg-rules">
      {checks
        .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
        .map((check) => (
          <li>
            <Tag tone={looks[check.outcome].tone} icon={looks[check.outcome].icon}>
              {words[check.outcome]}
            </Tag>
            <div>
              <b>{check.title[lang]}</b>
              <p>{check.text[lang]}</p>
              <p class="tg-quiet">{t.ruleSource(check.source)}</p>
            </div>
          </li>
        ))}
    </ul>
  )
}

/** How the scheme's formula comes to its amount, line by line. Nothing for schemes without one. */
export function AmountSteps({ lang, definition, state }: { lang: Lang; definition: SchemeDefinition; state: FormState }) {
  const t = checkTexts[lang]
  if (definition.amount.steps.length === 0) return null
  const cost = (state.facts['budget'] as { cost?: unknown } | undefined)?.cost
  const lines = amountLines(definition.amount, state.steps, typeof cost === 'number' ? cost : undefined)
  const label = (line: (typeof lines)[number]): string => {
    const kr = formatKr(line.limit ?? 0, lang)
    if (line.kind === 'step') return definition.amount.steps.find((step) => step.key === line.key)?.label[lang] ?? ''
    if (line.kind === 'most') return t.amountMost(kr)
    if (line.kind === 'least') return t.amountLeast(kr)
    return line.kind === 'rounded' ? t.amountRounded(kr) : t.amountShare(formatNumber(line.limit ?? 0, lang))
  }
  const items = lines.map((line) => ({
    label: label(line),
    value: line.value === undefined ? '–' : formatKr(Math.trunc(line.value), lang),
  }))
  return (
    <Section title={t.amountTitle}>
      <Card tinted>
        <DefinitionList items={items} />
        <p class="tg-lead">
          {state.calculatedOre === undefined ? t.amountUnknown : `${t.amountSum}: ${formatKr(state.calculatedOre, lang)}`}
        </p>
      </Card>
    </Section>
  )
}
