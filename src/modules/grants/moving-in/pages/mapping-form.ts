import type { Form } from '#platform/http/index.ts'
import type { Mapping } from '../rules/mapping.ts'
import { importFields, type ImportKind } from '../rules/sheet-fields.ts'

/** What was typed on the mapping screen. */
export interface TypedMapping {
  mapping: Mapping
  /** Another sheet or heading line was chosen than the one the columns were shown for. */
  moved: boolean
  headerWrong: boolean
  /** Fields that two columns were chosen for. */
  twice: string[]
}

/** Fields a person may say once for every row. */
export function fixedFields(kind: ImportKind): string[] {
  return importFields[kind].filter((field) => field.fixed).map((field) => field.key)
}

export function readMappingForm(form: Form, kind: ImportKind, sheets: number): TypedMapping {
  const number = (name: string) => Number(/^\s*(\d{1,6})\s*$/.exec(form.text(name))?.[1] ?? Number.NaN)
  const sheet = number('ark')
  const header = number('linje')
  const columns: Record<string, number> = {}
  const twice = new Set<string>()
  const known = new Set(importFields[kind].map((field) => field.key))
  for (const name of form.names()) {
    const column = /^k(\d{1,3})$/.exec(name)?.[1]
    const field = form.text(name)
    if (column === undefined || !known.has(field)) continue
    if (columns[field] !== undefined) twice.add(field)
    else columns[field] = Number(column)
  }
  const fixed = fixedFields(kind).flatMap((field) => {
    const said = form.text(`f-${field}`).trim().slice(0, 500)
    return said === '' ? [] : [[field, said]]
  })
  const at = Number.isInteger(sheet) && sheet >= 0 && sheet < sheets ? sheet : 0
  const shownHeader = number('vist-linje')
  return {
    mapping: {
      sheet: at,
      header: Number.isNaN(header) ? shownHeader || 0 : header,
      columns,
      fixed: Object.fromEntries(fixed) as Record<string, string>,
      ...(form.has('tusen') ? { thousands: true } : {}),
      ...(form.has('skjult') ? { hidden: true } : {}),
    },
    moved: at !== number('vist-ark') || (!Number.isNaN(header) && header !== shownHeader),
    headerWrong: Number.isNaN(header),
    twice: [...twice],
  }
}
