import { isRecord, itemName } from './paths.ts'

/** Every question that stands in a document, finished or not, in the order it is asked. */

export interface PlacedField {
  path: string
  key: string
  type: string
  field: Readonly<Record<string, unknown>>
  /** The page's key and number; the report's questions have none. */
  page?: { key: string; path: string; index: number; showIf?: string }
  /** The heading it stands under, when that has a condition of its own. */
  section?: string
  /** The table it is a column of. */
  table?: PlacedField
}

export function formFieldsIn(document: unknown): PlacedField[] {
  const common = fieldsOfPages(listAt(document, 'form', 'pages'), 'form.pages', 0)
  const pages = listAt(document, 'form', 'pages').length
  return [
    ...common,
    ...partsIn(document).flatMap(({ part, path }) => fieldsOfPages(listAt(part, 'pages'), `${path}.pages`, pages)),
  ]
}

/** The pages of a scheme in parts: each part's come after the common ones. */
function fieldsOfPages(pages: unknown[], list: string, before: number): PlacedField[] {
  return pages.flatMap((page, index) => {
    if (!isRecord(page)) return []
    const path = `${list}[${itemName(pages, index)}]`
    const place = { key: textOf(page['key']), path, index: before + index, ...maybe('showIf', page['showIf']) }
    return fieldsOf(page['fields'], `${path}.fields`).map((field) => ({ ...field, page: place }))
  })
}

export function reportFieldsIn(document: unknown): PlacedField[] {
  return [
    ...fieldsOf(listAt(document, 'report', 'fields'), 'report.fields'),
    ...partsIn(document).flatMap(({ part, path }) => fieldsOf(listAt(part, 'report', 'fields'), `${path}.report.fields`)),
  ]
}

function partsIn(document: unknown): { part: unknown; path: string }[] {
  const parts = listAt(document, 'parts')
  return parts.map((part, index) => ({ part, path: `parts[${itemName(parts, index)}]` }))
}

function fieldsOf(value: unknown, path: string): PlacedField[] {
  const list = Array.isArray(value) ? (value as unknown[]) : []
  let section: string | undefined
  return list.flatMap((field, index): PlacedField[] => {
    if (!isRecord(field)) return []
    const own: PlacedField = {
      path: `${path}[${itemName(list, index)}]`,
      key: textOf(field['key']),
      type: textOf(field['type']),
      field,
      ...(section === undefined || field['type'] === 'section' ? {} : { section }),
    }
    if (own.type === 'section') section = typeof field['showIf'] === 'string' ? field['showIf'] : undefined
    if (own.type !== 'table') return [own]
    return [own, ...fieldsOf(field['fields'], `${own.path}.fields`).map((column) => ({ ...column, table: own }))]
  })
}

/** The conditions that must all be true for a question to be asked. */
export function conditionsOf(field: PlacedField): string[] {
  return [field.page?.showIf, field.table?.section ?? field.section, showIfOf(field.table), showIfOf(field)].filter(
    (each): each is string => each !== undefined,
  )
}

export function showIfOf(field: PlacedField | undefined): string | undefined {
  const showIf = field?.field['showIf']
  return typeof showIf === 'string' && showIf.trim() !== '' ? showIf : undefined
}

export function checksOf(field: PlacedField): { path: string; when: string }[] {
  const checks = field.field['checks']
  return (Array.isArray(checks) ? (checks as unknown[]) : []).flatMap((check, index) =>
    isRecord(check) && typeof check['when'] === 'string'
      ? [{ path: `${field.path}.checks[${index}].when`, when: check['when'] }]
      : [],
  )
}

/** Keys of a question's options or categories. */
export function optionsOf(field: PlacedField): string[] {
  const options = field.field['options']
  return (Array.isArray(options) ? (options as unknown[]) : []).flatMap((option) =>
    isRecord(option) && typeof option['key'] === 'string' ? [option['key']] : [],
  )
}

function listAt(document: unknown, ...way: string[]): unknown[] {
  const found = way.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), document)
  return Array.isArray(found) ? (found as unknown[]) : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function maybe<N extends string>(name: N, value: unknown): Partial<Record<N, string>> {
  return typeof value === 'string' && value.trim() !== '' ? ({ [name]: value } as Record<N, string>) : {}
}
