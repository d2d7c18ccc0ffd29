import type { Lang } from '#platform/texts/texts.ts'
import { fieldId } from '#platform/look/index.ts'
import type { SchemeDraft } from '../queries/drafts.ts'
import { partOf, partTitle, studioParts } from './parts.ts'
import { draftHref } from './studio-page.tsx'

/** Things with a place, under the studio's part they belong to, in the order of the parts; what has no page comes last. */
export function groupByPart<T extends { path: string }>(
  all: readonly T[],
  lang: Lang,
  other: string,
): { title: string; items: T[] }[] {
  const known = studioParts.map((part) => ({
    title: partTitle(part, lang),
    items: all.filter((each) => partOf(each.path) === part),
  }))
  const rest = { title: other, items: all.filter((each) => !partOf(each.path)) }
  return [...known, rest].filter(({ items }) => items.length > 0)
}

/** Where a place of the document is written; undefined when no page shows it. */
export function placeHref(draft: Pick<SchemeDraft, 'id'>, path: string): string | undefined {
  const part = partOf(path)
  return part && `${draftHref(draft, part.path)}#${fieldId(path)}`
}
