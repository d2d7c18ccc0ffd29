import { Card, Tag } from '#platform/look/index.ts'
import { keepNumbers } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Scheme } from '../queries/schemes.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { byWhen, forWhom, howMuch, standingOf, stateTag } from './scheme-facts.ts'

/** One scheme among others: what it is, how much, for whom, by when. */
export function SchemeCard({ scheme, now, lang, level }: { scheme: Scheme; now: Date; lang: Lang; level?: 2 | 3 }) {
  const { definition } = scheme
  const standing = standingOf(scheme, now)
  const state = stateTag(standing, lang)
  const when = byWhen(definition, standing, now, lang)
  const facts = [howMuch(definition, lang), forWhom(definition, lang), when].map(({ label, value, note }) => ({
    label,
    value,
    note,
  }))
  return (
    <Card
      level={level ?? 3}
      title={definition.title[lang]}
      href={`/tilskudd/${scheme.slug}`}
      eyebrow={
        <>
          <Tag tone={state.tone}>{state.text}</Tag>
          <span>{schemesTexts[lang].category[definition.category]}</span>
        </>
      }
      facts={facts}
    >
      <p>{keepNumbers(definition.summary[lang])}</p>
    </Card>
  )
}
