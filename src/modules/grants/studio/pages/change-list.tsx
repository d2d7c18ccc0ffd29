import { Details, Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Change } from '../rules/differences/describe-changes.ts'
import { diffWords, type WordPiece } from '../rules/differences/word-diff.ts'
import { isText3, languages } from '../rules/texts3.ts'
import { sayChange } from '../texts/changes.ts'
import { publishingTexts } from '../texts/publishing.ts'
import { groupByPart } from './by-part.ts'

interface Props {
  changes: readonly Change[]
  lang: Lang
  /** Where the place can be seen; none where there is nothing to see any more. */
  href?: (path: string) => string | undefined
  /** Headings stand under one of this page's own. */
  level?: 2 | 3
}

/** What has changed, part by part in the order of the studio, each as a sentence; words in and out of texts underneath. */
export function ChangeList({ changes, lang, href, level = 2 }: Props) {
  return groupByPart(changes, lang, publishingTexts[lang].otherPart).map(({ title, items }) => (
    <Section title={title} level={level}>
      <ul class="tg-changes">
        {items.map((change) => (
          <OneChange change={change} lang={lang} {...(href ? { href } : {})} />
        ))}
      </ul>
    </Section>
  ))
}

function OneChange({ change, lang, href }: { change: Change; lang: Lang; href?: Props['href'] }) {
  const to = change.kind === 'removed' ? undefined : href?.(change.path)
  const sentence = sayChange(change, lang)
  return (
    <li class="tg-changes__one" data-kind={change.kind}>
      {to ? <a href={to}>{sentence}</a> : <span>{sentence}</span>}
      <TextDifference change={change} lang={lang} />
    </li>
  )
}

function TextDifference({ change, lang }: { change: Change; lang: Lang }) {
  const t = publishingTexts[lang]
  const { before, after } = change
  if (change.kind !== 'changed' || !isText3(before) || !isText3(after)) return null
  const changed = languages.filter((each) => before[each] !== after[each])
  return (
    <Details summary={t.showText}>
      <dl class="tg-diff">
        {changed.map((each) => (
          <div>
            <dt>{t.languages[each]}</dt>
            <dd lang={each}>
              {diffWords(before[each] ?? '', after[each] ?? '').map((piece) => (
                <Piece piece={piece} lang={lang} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

/** Colour and line through are not all: a reader that says words aloud is told as well. */
function Piece({ piece, lang }: { piece: WordPiece; lang: Lang }) {
  const t = publishingTexts[lang]
  if (piece.kind === 'same') return <>{piece.text}</>
  if (piece.kind === 'out')
    return (
      <del>
        <span class="ds-sr-only">{`${t.removedWords} `}</span>
        {piece.text}
      </del>
    )
  return (
    <ins>
      <span class="ds-sr-only">{`${t.addedWords} `}</span>
      {piece.text}
    </ins>
  )
}
