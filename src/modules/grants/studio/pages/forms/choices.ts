import { isRecord, keyOf, valueAt } from '../../rules/paths.ts'
import { isText3, withStandIns } from '../../rules/texts3.ts'
import type { Around, Choice } from '../../rules/inputs.ts'
import type { Text3 } from '#platform/texts/texts.ts'

/** The same words in every language: a name. */
export const named = (value: string): Text3 => ({ nb: value, nn: value, en: value })

/** The form's questions of some kinds, by what they ask. */
export function questions({ document }: Around, ...types: string[]): Choice[] {
  const pages = valueAt(document, 'form.pages')
  const fields = Array.isArray(pages)
    ? pages.flatMap((page) => {
        const list = isRecord(page) ? page['fields'] : undefined
        return Array.isArray(list) ? (list as unknown[]) : []
      })
    : []
  return fields.flatMap((field) => {
    const key = keyOf(field)
    if (!isRecord(field) || key === undefined || !types.includes(String(field['type']))) return []
    const label = withStandIns(field['label'])
    return [{ value: key, label: isText3(label) ? (label as Text3) : named(key) }]
  })
}

export function units(kind: 'department' | 'body') {
  return ({ units: all }: Around): Choice[] =>
    all.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.key, label: unit.name }))
}

export function districts(around: Around): Choice[] {
  return around.districts.map((district) => ({ value: district.key, label: named(district.name) }))
}

/** The scheme's own parts, where it has some. */
export function schemeParts({ document }: Around): Choice[] {
  const parts = valueAt(document, 'parts')
  return (Array.isArray(parts) ? (parts as unknown[]) : []).flatMap((part) => {
    const key = keyOf(part)
    const title = isRecord(part) ? withStandIns(part['title']) : undefined
    return key === undefined ? [] : [{ value: key, label: isText3(title) ? (title as Text3) : named(key) }]
  })
}
