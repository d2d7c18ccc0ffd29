import { Field } from '../../model.ts'
import { diffDocuments } from './diff.ts'
import { formFieldsIn, reportFieldsIn, type PlacedField } from './fields-in.ts'
import { fresh, keysAround } from './form-edit.ts'
import { applyOps, sameValue, type DraftDocument, type Op } from './ops.ts'
import { indexOf, isRecord, itemName, keyOf, splitItem, valueAt } from './paths.ts'
import { withoutBlanks } from './texts3.ts'

/**
 * Blocks: questions that several schemes ask, kept once. In a draft they stand as any other questions, under keys of that draft;
 * a use says which they are. What has been changed in a draft is that draft's own and is not overwritten.
 */

export type BlockField = Readonly<Record<string, unknown>>

export interface BlockUse {
  /** The list of questions they were put in. */
  place: string
  /** By the block's key for a question: its key in the draft. */
  keys: Readonly<Record<string, string>>
  /** The block's questions as they last came from it. */
  brought: readonly BlockField[]
}

/** `behind`: as it came, and the block has been changed since. `takenAway`: no longer asked in the draft. */
export type BlockState = 'same' | 'changedHere' | 'behind' | 'takenAway'

export interface BlockQuestion {
  /** The block's key for it. */
  key: string
  field: BlockField
  state: BlockState
  /** Where it stands in the draft, and what stands there. */
  path?: string
  here?: BlockField
}

/** How each of a block's questions stands in a draft that uses it. */
export function blockQuestions(document: DraftDocument, use: BlockUse, fields: readonly BlockField[]): BlockQuestion[] {
  const around = questionsAround(document, use.place)
  const was = byKey(use.brought)
  return fields.map((field): BlockQuestion => {
    const key = keyOf(field) ?? ''
    const at = around.get(use.keys[key] ?? '')
    if (!at) return { key, field, state: 'takenAway' }
    const asCame = was.get(key)
    const state = sameQuestion(at.field, inDraft(field, use))
      ? 'same'
      : asCame && sameQuestion(at.field, inDraft(asCame, use))
        ? 'behind'
        : 'changedHere'
    return { key, field, state, path: at.path, here: at.field }
  })
}

/** True while one of its questions stands in the draft: taken away and undone, it is a use again. */
export function isUsed(document: DraftDocument, use: BlockUse): boolean {
  const around = questionsAround(document, use.place)
  return Object.values(use.keys).some((key) => around.has(key))
}

/** The draft with the block's own words for all its questions: what differs from it has been changed in the draft. */
export function asInBlock(document: DraftDocument, use: BlockUse, fields: readonly BlockField[]): DraftDocument {
  const all = new Set(byKey(fields).keys())
  return applyOps(document, bringBlock(document, use, fields, all).ops).document
}

/** Puts a block's questions last in a list, under keys nobody has there. */
export function putIn(document: DraftDocument, place: string, fields: readonly BlockField[]): { ops: Op[]; use: BlockUse } {
  const use: BlockUse = { place, keys: keysFor(document, place, fields, {}), brought: fields }
  const list = valueAt(document, place)
  let last = Array.isArray(list) && list.length > 0 ? itemName(list, list.length - 1) : undefined
  const ops = fields.map((field): Op => {
    const item = inDraft(field, use)
    const op: Op = { do: 'insert', list: place, ...(last === undefined ? {} : { after: last }), item }
    last = keyOf(item)
    return op
  })
  return { ops, use }
}

export interface Brought {
  ops: Op[]
  use: BlockUse
  /** Keys of the block's questions that stand otherwise in the draft, and were left as they are. */
  kept: string[]
}

/**
 * Brings a block's questions as they are now into a draft that uses it. Those changed in the draft are left, but for those in `force`;
 * those taken away there come back only with `force`.
 */
export function bringBlock(
  document: DraftDocument,
  use: BlockUse,
  fields: readonly BlockField[],
  force: ReadonlySet<string> = new Set(),
): Brought {
  const around = questionsAround(document, use.place)
  const was = byKey(use.brought)
  const now = byKey(fields)
  const after: BlockUse = { ...use, keys: keysFor(document, use.place, fields, use.keys), brought: fields }
  const kept: string[] = []
  const ops: Op[] = []
  const unchanged = (key: string, at: PlacedField) => {
    const asCame = was.get(key)
    return asCame !== undefined && sameQuestion(at.field, inDraft(asCame, use))
  }
  for (const key of was.keys()) {
    const at = around.get(use.keys[key] ?? '')
    if (now.has(key) || !at) continue
    if (unchanged(key, at)) ops.push({ do: 'remove', path: at.path, item: at.field })
    else kept.push(key)
  }
  let last: { list: string; item: string } | undefined
  for (const [key, field] of now) {
    const item = inDraft(field, after)
    const at = around.get(after.keys[key] ?? '')
    if (at) {
      last = splitItem(at.path)
      if (sameQuestion(at.field, item)) continue
      if (force.has(key) || unchanged(key, at)) ops.push({ do: 'set', path: at.path, before: at.field, after: item })
      else kept.push(key)
    } else if (!was.has(key) || force.has(key)) {
      const place: { list: string; item?: string } = last ?? beforeOthers(document, after, around)
      ops.push({ do: 'insert', list: place.list, ...(place.item === undefined ? {} : { after: place.item }), item })
      last = { list: place.list, item: keyOf(item) ?? '' }
    }
  }
  const brought = inBlocksOrder(document, applyOps(document, ops).document, use, after)
  // Told text by text: an undo of it then leaves what others write in the same question meanwhile.
  return { ops: diffDocuments(document, brought), use: after, kept }
}

/** The block's questions in the block's order, in the places they have among others. Where a draft has an order of its own, it keeps it. */
function inBlocksOrder(before: DraftDocument, document: DraftDocument, had: BlockUse, use: BlockUse): DraftDocument {
  const stood = standing(before, had)
  if (stood.some(({ key }, index) => key !== stood.toSorted(asOrdered(had))[index]?.key)) return document
  const now = standing(document, use)
  const lists = new Set(now.map(({ path }) => splitItem(path)?.list ?? ''))
  const [list = ''] = lists
  const all = valueAt(document, list)
  if (lists.size !== 1 || !Array.isArray(all)) return document
  const ordered = now.toSorted(asOrdered(use)).map(({ field }) => field)
  const own = new Set(now.map(({ key }) => key))
  const after = all.map((each: unknown) => (own.has(keyOf(each) ?? '') ? ordered.shift() : each))
  return applyOps(document, [{ do: 'set', path: list, before: all, after }]).document
}

/** The block's questions that stand in a draft, in the draft's order. */
function standing(document: DraftDocument, use: BlockUse): PlacedField[] {
  const own = new Set(use.brought.map((field) => use.keys[keyOf(field) ?? '']))
  return [...questionsAround(document, use.place).values()].filter(({ key }) => own.has(key))
}

function asOrdered({ brought, keys }: BlockUse) {
  const order = brought.map((field) => keys[keyOf(field) ?? ''])
  return (a: PlacedField, b: PlacedField) => order.indexOf(a.key) - order.indexOf(b.key)
}

/** Questions of a draft as a block keeps them, in the draft's order, with those of an earlier use under the keys the block knows them by. */
export function takeFrom(document: DraftDocument, place: string, keys: readonly string[], use?: BlockUse) {
  const around = questionsAround(document, place)
  const known = new Map(Object.entries(use?.keys ?? {}).map(([inBlock, inDraft]) => [inDraft, inBlock]))
  const taken = new Set(known.values())
  const names: Record<string, string> = {}
  for (const key of around.keys()) {
    if (!keys.includes(key)) continue
    const name = known.get(key) ?? fresh(key, taken)
    taken.add(name)
    names[name] = key
  }
  const back = new Map(Object.entries(names).map(([inBlock, inDraft]) => [inDraft, inBlock]))
  const fields = Object.values(names).flatMap((key): BlockField[] => {
    const at = around.get(key)
    return at ? [renamed(at.field, back)] : []
  })
  return { fields, keys: names }
}

/** A block's question as it stands in a draft: under the draft's keys, also where its conditions name the block's others. */
function inDraft(field: BlockField, { keys }: Pick<BlockUse, 'keys'>): BlockField {
  return renamed(field, new Map(Object.entries(keys)))
}

function keysFor(document: DraftDocument, place: string, fields: readonly BlockField[], had: BlockUse['keys']) {
  const taken = keysAround(document, place)
  for (const key of Object.values(had)) taken.add(key)
  const keys: Record<string, string> = {}
  for (const field of fields) {
    const key = keyOf(field) ?? ''
    const own = had[key] ?? fresh(key, taken)
    taken.add(own)
    keys[key] = own
  }
  return keys
}

/** The place before the first of the block's questions that are there; last in its list when none is. */
function beforeOthers(document: DraftDocument, use: BlockUse, around: ReadonlyMap<string, PlacedField>) {
  const first = Object.values(use.keys).map((key) => around.get(key)?.path)
  const at = splitItem(first.find((path) => path !== undefined) ?? '')
  const place = at?.list ?? use.place
  const list = valueAt(document, place)
  if (!Array.isArray(list)) return { list: place }
  const index = at ? indexOf(list, at.item) : list.length
  return { list: place, ...(index > 0 ? { item: itemName(list, index - 1) } : {}) }
}

/** The questions of the form, or of the report, by their keys. Columns of tables come along with their table. */
function questionsAround(document: DraftDocument, place: string): Map<string, PlacedField> {
  const all = isReport(place) ? reportFieldsIn(document) : formFieldsIn(document)
  return new Map(all.filter((field) => !field.table).map((field) => [field.key, field]))
}

function isReport(place: string): boolean {
  return /^(parts\[[^\]]*\]\.)?report\./.test(place)
}

function byKey(fields: readonly BlockField[]): Map<string, BlockField> {
  return new Map(fields.flatMap((field): [string, BlockField][] => (keyOf(field) ? [[keyOf(field) ?? '', field]] : [])))
}

/** As they would be published: a blank text is none, and what nobody has chosen is the standard. */
function sameQuestion(a: BlockField, b: BlockField): boolean {
  return sameValue(published(a), published(b))
}

function published(field: BlockField): unknown {
  const written = withoutBlanks(field)
  const parsed = Field.safeParse(written)
  return parsed.success ? parsed.data : written
}

const expressions = new Set(['showIf', 'requiredIf', 'value', 'when', 'earliest', 'latest'])

/** Texts in quotes, which are left; and names of answers. */
const named = /"(?:[^"\\]|\\.)*"|\banswer\.([a-zA-Z0-9]+)/g

/** With other keys: its own, and where its conditions and formulas name one of them. */
function renamed(field: BlockField, names: ReadonlyMap<string, string>): BlockField {
  const rewrite = (text: string) =>
    text.replace(named, (all, key: string | undefined) => (key && names.has(key) ? `answer.${names.get(key)}` : all))
  const inside = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return expressions.has(name) ? rewrite(value) : value
    if (Array.isArray(value)) return value.map((each) => inside(each, name))
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, key)]))
  }
  const key = keyOf(field) ?? ''
  return { ...(inside(field, '') as BlockField), key: names.get(key) ?? key }
}
