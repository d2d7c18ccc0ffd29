import { Alert, LinkButton, Tag } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { capitalised, type Lang } from '#platform/texts/texts.ts'
import type { SchemeExample } from '../../model.ts'
import type { SchemeDraft } from '../queries/drafts.ts'
import type { TriedExample } from '../queries/examples.ts'
import { formFieldsIn } from '../rules/fields-in.ts'
import { overall, type TriedSide } from '../rules/tried.ts'
import { exampleTexts } from '../texts/examples.ts'
import { nameOf } from './name-of.ts'
import { draftHref } from './studio-page.tsx'

/** What comes of an example, in tags and words. */

const tones = { meets: 'success', fails: 'danger', unknown: 'warning' } as const

/** Verdict, amount and where the form stops. */
export function ExampleSide({ lang, side, document }: { lang: Lang; side: TriedSide; document: SchemeDraft['document'] }) {
  const t = exampleTexts[lang]
  const outcome = overall(side)
  const labels = new Map(formFieldsIn(document).map((field) => [field.key, nameOf(field.field, 'label', lang) ?? field.key]))
  return (
    // One box: a cell of a card on a phone lays its children side by side.
    <div>
      <Tag tone={tones[outcome]}>{t.outcome[outcome]}</Tag>
      {side.calculatedOre === undefined ? null : ` ${formatKr(side.calculatedOre, lang)}`}
      {side.stopsAt.length > 0 ? (
        <div class="tg-quiet">{t.stopsAt(side.stopsAt.map((key) => `«${labels.get(key) ?? key}»`).join(', '))}</div>
      ) : null}
    </div>
  )
}

/** What its owner expects, in one line. */
export function expectedWords(expects: SchemeExample['expects'], lang: Lang): string {
  const t = exampleTexts[lang]
  const words = [
    ...(expects?.outcome ? [t.outcome[expects.outcome]] : []),
    ...(expects?.ore === undefined ? [] : [formatKr(expects.ore, lang)]),
    ...(expects?.stops === undefined ? [] : [t.stops[expects.stops ? 'yes' : 'no'].toLowerCase()]),
  ]
  return words.length > 0 ? capitalised(words.join(', ')) : t.open
}

/** Whether it came out as expected. */
export function Held({ lang, tried }: { lang: Lang; tried: TriedExample }) {
  const t = exampleTexts[lang]
  if (tried.late) return <Tag tone="warning">{t.late}</Tag>
  if (!tried.draft) return <Tag tone="warning">{t.cannot}</Tag>
  if (!tried.example.expects) return <span class="tg-quiet">{t.open}</span>
  return tried.broken.length > 0 ? (
    <Tag tone="danger" icon="warning">
      {t.breaks}
    </Tag>
  ) : (
    <Tag tone="success" icon="check">
      {t.holds}
    </Tag>
  )
}

/** How many come out as expected, and which do not; nothing where nobody expects anything. */
export function ExamplesHeld(props: {
  lang: Lang
  draft: Pick<SchemeDraft, 'id'>
  tried: readonly TriedExample[]
  link?: boolean
}) {
  const { lang, draft } = props
  const t = exampleTexts[lang]
  const expected = props.tried.filter(({ example }) => example.expects)
  const wrong = expected.filter(({ broken, late }) => broken.length > 0 || late)
  if (expected.length === 0) return null
  const link = props.link ? (
    <LinkButton small variant="secondary" href={draftHref(draft, 'eksempler')}>
      {t.toExamples}
    </LinkButton>
  ) : null
  if (wrong.length === 0) return <Alert kind="success">{t.allHold(expected.length)}</Alert>
  return (
    <Alert kind="warning" title={t.someBreak(wrong.length, expected.length)}>
      <ul>
        {wrong.map(({ example }) => (
          <li>
            <a href={draftHref(draft, `eksempler/${example.key}`)}>{example.name}</a>
          </li>
        ))}
      </ul>
      <p>{t.breakBody}</p>
      {link}
    </Alert>
  )
}
