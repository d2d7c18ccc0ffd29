import type { Field } from '../../model.ts'

export type SectionField = Extract<Field, { type: 'section' }>

/** The fields of a page under its headings, in order. Fields before the first heading have none. */
export interface Sectioned {
  section?: SectionField
  fields: Field[]
}

/** A page's fields by the heading they stand under; a heading with nothing under it is kept. */
export function inSections(fields: readonly Field[]): Sectioned[] {
  const groups: Sectioned[] = []
  for (const field of fields) {
    if (field.type === 'section') groups.push({ section: field, fields: [] })
    else if (groups.length === 0) groups.push({ fields: [field] })
    else groups.at(-1)?.fields.push(field)
  }
  return groups
}
