import type { Text3 } from '#platform/texts/texts.ts'
import type { MenuUse } from './menu-condition.ts'
import type { DraftDocument } from './ops.ts'
import { itemName, valueAt } from './paths.ts'

/** What a page of the studio asks for, told as data: one renderer draws it, one reader turns what was posted into ops. */

/** What choices may depend on. */
export interface Around {
  document: DraftDocument
  units: readonly { key: string; name: Text3; kind: 'department' | 'body' }[]
  districts: readonly { key: string; name: string }[]
  /** The scheme has been published: its address is fixed. */
  published?: boolean
}

export interface Choice {
  value: string
  label: Text3
  help?: Text3
}
export type Choices = readonly Choice[] | ((around: Around) => readonly Choice[])

interface Asked {
  /** From the document, or from the thing in the list; '' is the thing itself. */
  path: string
  label: Text3
  help?: Text3
  optional?: boolean
  /** Asked only then; `here` is the place of the thing in the list it belongs to. */
  when?: (document: DraftDocument, here: string) => boolean
}

export type Leaf = Asked &
  (
    | { kind: 'text3'; lines?: number }
    | { kind: 'text'; size?: number; fixed?: (around: Around) => boolean }
    | { kind: 'number'; unit?: Text3; decimals?: boolean }
    | { kind: 'amount' | 'date' | 'check' }
    /** In the rule language, made of menus or written; `optional`: may be left out. In the report's form its answers are facts too. */
    /** `none`: what it is called to have none; else "always". */
    | { kind: 'condition'; use: MenuUse; inReport?: boolean; none?: Text3 }
    | { kind: 'formula'; inReport?: boolean }
    | { kind: 'select'; choices: Choices; numbers?: boolean }
    | { kind: 'several'; choices: Choices; numbers?: boolean }
    /** One of a few forms of a whole value: `make` is what stands there when it is chosen; undefined: nothing. */
    | { kind: 'shape'; choices: readonly (Choice & { is: (value: unknown) => boolean; make: () => unknown })[] }
  )

export type List = Asked & {
  kind: 'list'
  inputs: readonly Input[]
  /** What one of them is called: "Mål". */
  one: Text3
  /** On the button. */
  add: Text3
  make: (list: readonly unknown[], document: DraftDocument) => unknown
}

/** A heading between questions, with an id to link to. */
export interface Heading {
  kind: 'heading'
  id: string
  label: Text3
  help?: Text3
}

/** A sum that is shown, and what it should be; where `sums` is there, one for each group it makes of the things. */
export interface Sum {
  kind: 'sum'
  /** A list, and the number in each of its things. */
  list: string
  of: string
  label: Text3
  goal: number
  sums?: (things: readonly Record<string, unknown>[]) => { label: Text3; things: readonly Record<string, unknown>[] }[]
}

export type Input = Leaf | List | Heading | Sum

/** A posted form; what `readForm` gives. */
export interface Posted {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  names(): string[]
}

/** An input at its place in the document. */
export interface Placed<T> {
  input: T
  path: string
  /** The thing in a list it belongs to; '' for the document. */
  here: string
}

export function join(base: string, path: string): string {
  return base === '' || path === '' ? base + path : `${base}.${path}`
}

/** True where the input is asked in this document. */
export function isAsked(input: Input, document: DraftDocument, here: string): boolean {
  return !('when' in input) || input.when === undefined || input.when(document, here)
}

/** The things of a list with their places. */
export function itemsOf(document: DraftDocument, path: string): { path: string; value: unknown }[] {
  const list = valueAt(document, path)
  return Array.isArray(list) ? list.map((value, index) => ({ path: `${path}[${itemName(list, index) || index}]`, value })) : []
}

/** "rounds[2026-host].pots[a].ore" is "rounds[].pots[].ore": the place as the inputs know it. */
export function patternOf(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '[]')
}

/** The inputs by the pattern of their place; the texts of a `text3` by language. */
export function byPattern(inputs: readonly Input[], base = ''): Map<string, Leaf | List> {
  const found = new Map<string, Leaf | List>()
  for (const input of inputs) {
    if (input.kind === 'heading' || input.kind === 'sum') continue
    const path = patternOf(join(base, input.path))
    if (input.kind === 'list') {
      found.set(`${path}[]`, input)
      for (const [pattern, each] of byPattern(input.inputs, `${path}[]`)) if (!found.has(pattern)) found.set(pattern, each)
    }
    if (input.kind === 'text3') for (const lang of ['nb', 'nn', 'en']) found.set(`${path}.${lang}`, input)
    else if (input.kind !== 'list' || !found.has(path)) found.set(path, input)
  }
  return found
}
