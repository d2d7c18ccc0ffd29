import type { Lang } from '#platform/texts/texts.ts'
import { reservedKeys, type FieldType } from '../../model.ts'
import { formFieldsIn, reportFieldsIn } from './fields-in.ts'
import { applyOps, type DraftDocument, type Op } from './ops.ts'
import { freshKey, indexOf, isRecord, itemName, splitItem, valueAt } from './paths.ts'

/** Adding, copying, moving and taking away pages and questions of a form. Pure: each gives the ops that do it. */

/** All kinds of questions, in the order one chooses among them. */
export const fieldTypes: readonly FieldType[] = [
  'shortText',
  'longText',
  'number',
  'amount',
  'percentage',
  'date',
  'period',
  'yesNo',
  'oneOf',
  'severalOf',
  'budget',
  'file',
  'table',
  'calculated',
  'organisation',
  'person',
  'address',
  'district',
  'bankAccount',
  'declaration',
  'info',
  'section',
]
/** Files, budgets and headings stand outside rows. */
export const columnTypes = fieldTypes.filter((type) => !['budget', 'file', 'table', 'section'].includes(type))

const text = (lang: Lang, words: string) => ({ nb: '', nn: '', en: '', [lang]: words })

/** A new question with what its kind cannot be without. Its key comes from the words. */
export function newField(type: FieldType, words: string, lang: Lang, taken: ReadonlySet<string>): Record<string, unknown> {
  const asksNothing = type === 'info' || type === 'section'
  const base = {
    type,
    key: keyFrom(words, taken),
    label: text(lang, words),
    ...(asksNothing ? {} : { required: type !== 'file' && type !== 'calculated' }),
  }
  switch (type) {
    case 'oneOf':
    case 'severalOf':
      return {
        ...base,
        options: [
          { key: 'option', label: text(lang, '') },
          { key: 'option2', label: text(lang, '') },
        ],
      }
    case 'budget':
      return {
        ...base,
        categories: [
          { key: 'costs', side: 'cost', label: { nb: 'Utgifter', nn: 'Utgifter', en: 'Costs' } },
          { key: 'ownFunds', side: 'income', label: { nb: 'Egne midler', nn: 'Eigne midlar', en: 'Own funds' } },
        ],
      }
    // Never shown to all: a scheme with an open one could not be published.
    case 'bankAccount':
      return { ...base, classified: true }
    case 'calculated':
      return { ...base, value: '', format: 'number' }
    case 'declaration':
      return { ...base, statement: text(lang, words) }
    case 'table':
      return {
        ...base,
        rowTitle: text(lang, ''),
        fields: [{ type: 'shortText', key: 'what', label: { nb: 'Hva', nn: 'Kva', en: 'What' }, required: true }],
      }
    default:
      return base
  }
}

export function newPage(words: string, lang: Lang, pages: unknown): Record<string, unknown> {
  return { key: keyFrom(words, new Set(keysIn(pages))), title: text(lang, words), fields: [] }
}

/** Every question's key in the form or the report it belongs to: answers are known by it. */
export function keysAround(document: DraftDocument, list: string): Set<string> {
  const table = /^(.*\.fields\[[^\]]+\])\.fields$/.exec(list)
  const all = /^(parts\[[^\]]*\]\.)?report\./.test(list) ? reportFieldsIn(document) : formFieldsIn(document)
  return new Set(all.filter((field) => (table ? field.table?.path === table[1] : !field.table)).map((field) => field.key))
}

/** "Hvor mange medlemmer?" is hvorMangeMedlemmer; the same again gets a number. */
export function keyFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  const [first = '', ...rest] = plain.match(/[a-z0-9]+/g) ?? []
  const joined = [
    first.replace(/^[0-9]+/, ''),
    ...rest.slice(0, 4).map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('')
  return fresh((/^[a-z]/.test(joined) ? joined : `q${joined}`).slice(0, 30), taken)
}

/** The key itself, or with the first number that nobody has. */
export function fresh(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`
    if (!taken.has(key) && !reservedKeys.has(key)) return key
  }
}

/** Puts a thing last in a list. */
export function addTo(document: DraftDocument, list: string, item: Record<string, unknown>): Op[] {
  const now = valueAt(document, list)
  const last = Array.isArray(now) && now.length > 0 ? itemName(now, now.length - 1) : undefined
  return [{ do: 'insert', list, ...(last === undefined ? {} : { after: last }), item }]
}

export function takeAway(document: DraftDocument, path: string): Op[] {
  const item = valueAt(document, path)
  return item === undefined ? [] : [{ do: 'remove', path, item }]
}

/** A copy beside the original, with keys of its own. */
export function copyOf(document: DraftDocument, path: string): Op[] {
  const split = splitItem(path)
  const item = valueAt(document, path)
  if (!split || !isRecord(item)) return []
  const key = split.list.endsWith('pages')
    ? freshKey(valueAt(document, split.list), String(item['key']))
    : fresh(String(item['key']), keysAround(document, split.list))
  const copy = { ...item, key }
  if (!split.list.endsWith('pages')) return [{ do: 'insert', list: split.list, after: split.item, item: copy }]
  const taken = keysAround(document, `${path}.fields`)
  const fields: unknown[] = Array.isArray(item['fields']) ? item['fields'] : []
  const renamed = fields.map((field) => {
    if (!isRecord(field)) return field
    const own = fresh(String(field['key']), taken)
    taken.add(own)
    return { ...field, key: own }
  })
  return [{ do: 'insert', list: split.list, after: split.item, item: { ...copy, fields: renamed } }]
}

/** One place up or down; a question at a page's edge goes on to the page beside it. */
export function step(document: DraftDocument, path: string, by: -1 | 1): Op[] {
  const split = splitItem(path)
  const list = split && valueAt(document, split.list)
  if (!split || !Array.isArray(list)) return []
  const index = indexOf(list, split.item)
  if (index < 0) return []
  const to = index + by
  if (to >= 0 && to < list.length) {
    const without = list.toSpliced(index, 1)
    return [{ do: 'move', path, ...(to > 0 ? { after: itemName(without, to - 1) } : {}) }]
  }
  const page = splitItem(split.list.replace(/\.fields$/, ''))
  const pages = page && valueAt(document, page.list)
  if (!page || !page.list.endsWith('pages') || !Array.isArray(pages)) return []
  const beside = indexOf(pages, page.item) + by
  if (beside < 0 || beside >= pages.length) return []
  const target = `${page.list}[${itemName(pages, beside)}].fields`
  const there = valueAt(document, target)
  const after = by < 0 && Array.isArray(there) && there.length > 0 ? itemName(there, there.length - 1) : undefined
  return moveTo(document, path, target, after)
}

/**
 * To a place in any list that takes such a thing: pages among pages, questions among questions, in a table those that may stand in
 * rows. Moved between the form and the report, or to where its key is another's, it gets a key of its own. `after`: the thing before
 * it; none: first.
 */
export function moveTo(document: DraftDocument, path: string, list: string, after: string | undefined): Op[] {
  const split = splitItem(path)
  const item = valueAt(document, path)
  if (!split || !isRecord(item) || list.startsWith(path) || !takes(list, item)) return []
  const where = after === undefined ? {} : { after }
  if (split.list === list) return [{ do: 'move', path, ...where }]
  const remove: Op = { do: 'remove', path, item }
  const without = applyOps(document, [remove]).document
  const taken = list.endsWith('pages') ? new Set(keysIn(valueAt(without, list))) : keysAround(without, list)
  const moved = belongsTo(split.list) === belongsTo(list) ? item : { ...item, key: fresh(String(item['key']), taken) }
  return [remove, { do: 'insert', list, ...where, item: moved }]
}

/** Whether a list is for things of this kind. */
function takes(list: string, item: Record<string, unknown>): boolean {
  const type = fieldTypes.find((each) => each === item['type'])
  if (list.endsWith('pages')) return type === undefined
  if (type === undefined || !list.endsWith('fields')) return false
  return !/\.fields\[[^\]]+\]\.fields$/.test(list) || columnTypes.includes(type)
}

/** "form", "report", "parts[kor]", or one table of them: within it a question is known by its key. */
function belongsTo(list: string): string {
  return /^(.*\.fields\[[^\]]+\])\.fields$/.exec(list)?.[1] ?? list.replace(/(\.|^)pages(\[[^\]]*\]\.fields)?$|\.fields$/, '')
}

function keysIn(list: unknown): string[] {
  return Array.isArray(list) ? list.flatMap((each) => (isRecord(each) ? [String(each['key'])] : [])) : []
}
