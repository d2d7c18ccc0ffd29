import type { Text3 } from '#platform/texts/texts.ts'
import type { Draft, NewField } from './form-draft.ts'

/** A heading for the questions that follow. */
export function addHeading(draft: Draft, fields: NewField[], name: string, label: Text3, help?: Text3): NewField {
  return draft.add(fields, `heading ${name}`, { type: 'section', label, ...(help ? { help } : {}) })
}

/**
 * Reads parts one after another. A section goes on to the next one, so after a part that had sections of its own, the heading of what
 * is around is said again; one that comes to stand empty is taken away when the pages are laid out.
 */
export function underHeading<T>(
  draft: Draft,
  fields: NewField[],
  title: Text3,
  parts: readonly T[],
  readPart: (part: T) => void,
): void {
  let away = false
  for (const part of parts) {
    const before = fields.length
    readPart(part)
    const added = fields.slice(before)
    if (added.length === 0) continue
    if (away && added[0]?.type !== 'section') {
      addHeading(draft, fields, title.en, title)
      const heading = fields.pop()
      if (heading) fields.splice(before, 0, heading)
    }
    away = added.some((field) => field.type === 'section')
  }
}
