import { Card, DefinitionList, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { AllocationShare, AmountDefinition, AmountLine } from '../../model.ts'
import { amountTexts, formulaLines, sharingLines } from '../texts/amounts.ts'
import { checkTexts } from '../texts/check.ts'

/** How the scheme's formula comes to its amount, line by line. Nothing for schemes without one. */
export function AmountSteps(props: { lang: Lang; amount: AmountDefinition; lines: readonly AmountLine[]; level?: 2 | 3 }) {
  const { lang, amount, lines } = props
  if (lines.length === 0) return null
  const t = checkTexts[lang]
  const ore = lines.at(-1)?.value
  return (
    <Section title={amountTexts[lang].title} level={props.level ?? 2}>
      <Card tinted>
        <DefinitionList items={formulaLines(lines, amount, lang)} />
        <p class="tg-lead">{ore === undefined ? t.amountUnknown : `${t.amountSum}: ${formatKr(ore, lang)}`}</p>
      </Card>
    </Section>
  )
}

/** What a round's money comes to for one application if it were shared now, with how; it is said to be preliminary. */
export function PreliminaryAmount(props: { lang: Lang; amount: AmountDefinition; share: AllocationShare; level?: 2 | 3 }) {
  const { lang, amount, share } = props
  const t = amountTexts[lang]
  return (
    <Section title={t.preliminaryTitle} level={props.level ?? 2} id="forelopig">
      <Card tinted>
        <p class="tg-lead">{`${t.preliminary}: ${formatKr(share.ore, lang)}`}</p>
        <p>{t.preliminaryBody(share.applications)}</p>
        <DefinitionList items={sharingLines(share, amount, lang)} />
      </Card>
    </Section>
  )
}
