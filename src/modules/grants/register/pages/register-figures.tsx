import { BarChart, ChartTable, Figure, Section, TileMap } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { RegisterDistrict } from '../queries/list-districts.ts'
import type { RegisterSums, RegisterTotal } from '../queries/sum-register.ts'
import { registerTexts } from '../texts/register.ts'

interface Props {
  lang: Lang
  sums: RegisterSums
  /** In their own order; none leaves the map out. */
  districts: RegisterDistrict[]
}

/** Sums by scheme, year and district: a sentence, a drawing and its table. Only over what is known. */
export function RegisterFigures({ lang, sums, districts }: Props) {
  const { byYear, byScheme, byDistrict } = sums
  const t = registerTexts[lang]
  const schemes = byScheme.filter((s) => s.label)
  // Districts stand in their own order always, so that the eye finds them again.
  const places = districts.map((d) => ({ ...d, ...(byDistrict.find((x) => x.key === d.key) ?? { count: 0, ore: 0 }) }))
  const most = places.toSorted((a, b) => b.ore - a.ore)[0]
  return (
    <>
      <Bars
        lang={lang}
        id="ar"
        title={t.byYear}
        heading={t.year}
        totals={byYear}
        finding={(x) => t.mostYear(x.label ?? '', formatKr(x.ore, lang))}
      />
      <Bars
        lang={lang}
        id="ordning"
        title={t.byScheme}
        heading={t.scheme}
        totals={schemes}
        source={t.onlyKnown}
        finding={(x) => t.mostScheme(x.label ?? '', formatKr(x.ore, lang))}
      />
      {most && most.ore > 0 ? (
        <Section title={t.byDistrict}>
          <Figure
            finding={t.mostDistrict(most.name, formatKr(most.ore, lang))}
            source={t.onlyKnown}
            table={
              <ChartTable
                lang={lang}
                caption={t.byDistrict}
                headings={[t.district, t.number, t.total]}
                visible
                rows={places.map((p) => ({ name: p.name, values: [formatNumber(p.count, lang), formatKr(p.ore, lang)] }))}
              />
            }
          >
            <TileMap
              id="bydeler"
              title={t.mapTitle}
              description={t.mapText(most.name, formatKr(most.ore, lang))}
              legend={{ least: t.legendLeast, most: t.legendMost }}
              tiles={places.map((p) => ({
                id: p.key,
                name: p.name,
                column: p.column,
                row: p.row,
                value: p.ore,
                text: formatKr(p.ore, lang),
                href: `/register?bydel=${p.key}`,
              }))}
            />
          </Figure>
        </Section>
      ) : null}
    </>
  )
}

function Bars(props: {
  lang: Lang
  id: string
  title: string
  heading: string
  totals: RegisterTotal[]
  source?: string
  finding: (most: RegisterTotal) => string
}) {
  const t = registerTexts[props.lang]
  const most = props.totals.toSorted((a, b) => b.ore - a.ore)[0]
  // One bar compares with nothing: the sum at the top says it already.
  if (!most || props.totals.length < 2) return null
  const finding = props.finding(most)
  return (
    <Section title={props.title}>
      <Figure
        finding={finding}
        source={props.source}
        table={
          <ChartTable
            lang={props.lang}
            caption={props.title}
            headings={[props.heading, t.number, t.total]}
            rows={props.totals.map((x) => ({
              name: x.label ?? t.unknown,
              values: [formatNumber(x.count, props.lang), formatKr(x.ore, props.lang)],
            }))}
          />
        }
      >
        <BarChart
          id={props.id}
          title={props.title}
          description={finding}
          bars={props.totals.map((x) => ({
            name: x.label ?? t.unknown,
            value: x.ore,
            text: formatKr(x.ore, props.lang),
            marked: x === most,
          }))}
        />
      </Figure>
    </Section>
  )
}
