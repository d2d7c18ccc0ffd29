import type { Lang } from '#platform/texts/texts.ts'
import { Details } from '#platform/look/index.ts'
import type { Finding } from '../rules/findings.ts'
import { sayPlace } from '../texts/changes.ts'
import { sayFinding } from '../texts/findings.ts'
import { publishingTexts } from '../texts/publishing.ts'
import { groupByPart } from './by-part.ts'

interface Props {
  findings: readonly Finding[]
  /** The document they are about: where each stands is told by its names. */
  document: unknown
  lang: Lang
  href?: (path: string) => string | undefined
}

/** What was found, part by part: each place once in words, leading there, and what is wrong with it. */
export function FindingsByPart(props: Props & { folded?: boolean }) {
  const { findings, lang, folded } = props
  return groupByPart(findings, lang, publishingTexts[lang].otherPart).map(({ title, items }) =>
    folded ? (
      <Details summary={`${title} (${items.length})`}>
        <Items {...props} findings={items} />
      </Details>
    ) : (
      <section class="tg-findings">
        <h3>{title}</h3>
        <Items {...props} findings={items} />
      </section>
    ),
  )
}

function Items({ findings, document, lang, href }: Props) {
  return (
    <ul class="tg-changes">
      {[...Map.groupBy(findings, (finding) => sayPlace(document, finding.path, lang))].map(([place, here]) => {
        const to = href?.(here[0]?.path ?? '')
        return (
          <li class="tg-changes__one">
            {to ? <a href={to}>{place}</a> : <strong>{place}</strong>}
            {[...new Set(here.map((finding) => sayFinding(finding, lang)))].map((sentence) => (
              <p>{sentence}</p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
