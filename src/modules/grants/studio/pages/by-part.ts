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

const item = String.raw`\[[^\]]+\]`
const part = String.raw`(?:parts${item}\.)?`
const inForm = new RegExp(
  `^(?:${part}(?:form\\.)?pages${item}(?:\\.fields${item}){0,2}|${part}report\\.fields${item}(?:\\.fields${item})?)`,
)

/** Where a place of the document is written; undefined when no page shows it. Each question of a form has a page of its own. */
export function placeHref(draft: Pick<SchemeDraft, 'id'>, path: string): string | undefined {
  const example = /^examples\[([^\]]+)\]/.exec(path)?.[1]
  if (example !== undefined) return draftHref(draft, `eksempler/${example}`)
  const owner = partOf(path)
  if (!owner) return undefined
  const question = inForm.exec(path)?.[0]
  if (question !== undefined) {
    const page = draftHref(draft, `skjema/${encodeURIComponent(question)}`)
    return question === path ? page : `${page}#${fieldId(path)}`
  }
  // A thing in a list stands under its own heading.
  return `${draftHref(draft, owner.path)}#${path.endsWith(']') ? 'i-' : ''}${fieldId(path)}`
}
