/**
 * Places in a scheme's document: `form.pages[om].fields[members].label.nn`. Things in a list are named by their `key`; in a list
 * of things without keys by their number from 0.
 */

/** `name`: a property. `item`: a thing in a list, by key or number. */
export interface Step {
  kind: 'name' | 'item'
  value: string
}

const whole = /^[a-z][a-zA-Z0-9]{0,39}(?:\.[a-z][a-zA-Z0-9]{0,39}|\[[a-zA-Z0-9-]{1,40}\])*$/
const part = /(?:^|\.)([a-z][a-zA-Z0-9]*)|\[([a-zA-Z0-9-]+)\]/g

/** The steps of a path; undefined when it is none. */
export function parsePath(path: string): Step[] | undefined {
  if (path.length > 400 || !whole.test(path)) return undefined
  return [...path.matchAll(part)].map(([, name, item]) =>
    name === undefined ? { kind: 'item', value: item ?? '' } : { kind: 'name', value: name },
  )
}

/** The path of steps: the opposite of `parsePath`. */
export function writePath(steps: readonly Step[]): string {
  return steps
    .map((step, index) => (step.kind === 'item' ? `[${step.value}]` : index === 0 ? step.value : `.${step.value}`))
    .join('')
}

/** "rules" and "members" of "rules[members]"; undefined when the path does not end in a thing of a list. */
export function splitItem(path: string): { list: string; item: string } | undefined {
  const match = /^(.+)\[([a-zA-Z0-9-]+)\]$/.exec(path)
  return match ? { list: match[1] ?? '', item: match[2] ?? '' } : undefined
}

/** True when `inner` is `outer` or a place inside it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)))
}

/** What stands at a place; undefined when nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  const steps = parsePath(path)
  return steps ? steps.reduce<unknown>(stepInto, document) : undefined
}

export function stepInto(value: unknown, step: Step): unknown {
  if (step.kind === 'item') return Array.isArray(value) ? value[indexOf(value, step.value)] : undefined
  return isRecord(value) && Object.hasOwn(value, step.value) ? value[step.value] : undefined
}

/** Where in a list the thing with this key, or number, stands; -1 when it is not there. */
export function indexOf(list: readonly unknown[], item: string): number {
  if (isKeyed(list)) return list.findIndex((each) => keyOf(each) === item)
  const index = /^\d{1,4}$/.test(item) ? Number(item) : -1
  return index < list.length ? index : -1
}

/** How the thing at this index is named in a path. */
export function itemName(list: readonly unknown[], index: number): string {
  return isKeyed(list) ? (keyOf(list[index]) ?? '') : String(index)
}

export function isKeyed(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((each) => keyOf(each) !== undefined)
}

export function keyOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['key'] === 'string' && /^[a-zA-Z0-9-]{1,40}$/.test(value['key'])
    ? value['key']
    : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A key that no thing in the list has: "round", "round2", "round3". */
export function freshKey(list: unknown, base: string): string {
  const taken = new Set(Array.isArray(list) ? list.map(keyOf) : [])
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`
    if (!taken.has(key)) return key
  }
}

/** The path of a place that a schema's fault names by numbers: ["rules", 2, "when"] is "rules[members].when". */
export function pathOf(document: unknown, segments: readonly PropertyKey[]): string {
  let value = document
  const steps: Step[] = []
  for (const segment of segments) {
    const step: Step =
      Array.isArray(value) && Number.isInteger(Number(segment))
        ? { kind: 'item', value: itemName(value, Number(segment)) || String(segment) }
        : { kind: 'name', value: String(segment) }
    steps.push(step)
    value = stepInto(value, step)
  }
  return writePath(steps)
}
