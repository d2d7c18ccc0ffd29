import { BarChart, ChartTable, Figure, KeyFacts, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { RoundFigures } from '../queries/round-figures.ts'
import type { Round } from '../queries/rounds.ts'
import { schemeTexts } from '../texts/scheme.ts'

/** What came of the last round: a sentence, the typical grant and waiting time, and kroner applied for and given. */
export function Figures(props: { figures: RoundFigures; round: Round; isOver: boolean; slug: string; lang: Lang }) {
  const { figures, lang } = props
  const t = schemeTexts[lang]
  const kr = (ore: number) => formatKr(ore, lang)
  const title = `${props.isOver ? t.last : t.lastRolling}: ${props.round.title[lang]}`
  const facts = [
    ...(figures.medianOre === null ? [] : [{ label: t.median, value: kr(figures.medianOre), note: t.medianNote }]),
    ...(figures.medianDays === null ? [] : [{ label: t.days, value: t.daysValue(figures.medianDays), note: t.daysNote }]),
  ]
  return (
    <Section title={title} id="forrige-runde">
      <Figure
        finding={t.finding(figures.applied, figures.granted)}
        table={
          <ChartTable
            lang={lang}
            caption={title}
            headings={['', t.number, t.amount]}
            rows={[
              { name: t.appliedFor, values: [figures.applied, kr(figures.appliedOre)] },
              { name: t.granted, values: [figures.granted, kr(figures.grantedOre)] },
            ]}
          />
        }
      >
        {facts.length > 0 ? <KeyFacts facts={facts} /> : null}
        <BarChart
          id="last-round"
          title={t.chartTitle}
          description={t.chartDescription(kr(figures.appliedOre), kr(figures.grantedOre))}
          bars={[
            { name: t.appliedFor, value: figures.appliedOre, text: kr(figures.appliedOre) },
            { name: t.granted, value: figures.grantedOre, text: kr(figures.grantedOre), marked: true },
          ]}
        />
      </Figure>
      <p>
        <a href={`/register?ordning=${encodeURIComponent(props.slug)}`}>{t.receivers}</a>
      </p>
    </Section>
  )
}
