/** What a condition or a calculation says, whichever form format it was written in. Written as FEEL by write-feel.ts. */

export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>='
export type MathSign = '+' | '-' | '*' | '/' | '%'
export type Named = 'sum' | 'min' | 'max' | 'abs' | 'round' | 'floor' | 'ceil'
export type Unit = 'days' | 'weeks' | 'months' | 'years'

export type Expr =
  | { op: 'value'; value: string | number | boolean | null }
  /** The answer to the source's question of this name. */
  | { op: 'read'; source: string }
  | { op: 'list'; of: Expr[] }
  | { op: 'and'; of: Expr[] }
  | { op: 'or'; of: Expr[] }
  | { op: 'not'; of: Expr }
  | { op: 'compare'; sign: Sign; left: Expr; right: Expr }
  /** A list has it as an item, or a text has it as a part. */
  | { op: 'contains'; list: Expr; item: Expr }
  | { op: 'starts'; of: Expr; part: Expr }
  | { op: 'ends'; of: Expr; part: Expr }
  | { op: 'filled'; of: Expr }
  | { op: 'matches'; of: Expr; pattern: string; flags?: string }
  /** Characters of a text, items of a list. */
  | { op: 'length'; of: Expr }
  | { op: 'words'; of: Expr }
  | { op: 'math'; sign: MathSign; left: Expr; right: Expr }
  | { op: 'call'; name: Named; of: Expr[] }
  /** The first, or the other where it is not known. */
  | { op: 'default'; of: Expr; other: Expr }
  | { op: 'if'; test: Expr; yes: Expr; no: Expr }
  | { op: 'today'; plus: number; unit: Unit }
  | { op: 'cannot'; why: string }

export const yes: Expr = { op: 'value', value: true }
export const never: Expr = { op: 'value', value: false }

export function read(source: string): Expr {
  return { op: 'read', source }
}

export function value(of: string | number | boolean | null): Expr {
  return { op: 'value', value: of }
}

export function cannot(why: string): Expr {
  return { op: 'cannot', why }
}

export function compare(left: Expr, sign: Sign, right: Expr): Expr {
  return { op: 'compare', sign, left, right }
}

export function not(of: Expr): Expr {
  if (of.op === 'not') return of.of
  if (of.op === 'value' && typeof of.value === 'boolean') return value(!of.value)
  return of.op === 'cannot' ? of : { op: 'not', of }
}

/** All of them; what is always so is left out, and what can never be so decides. */
export function and(...parts: Expr[]): Expr {
  return joined('and', parts)
}

export function or(...parts: Expr[]): Expr {
  return joined('or', parts)
}

function joined(op: 'and' | 'or', parts: Expr[]): Expr {
  const neutral = op === 'and'
  const seen = new Set<string>()
  const kept: Expr[] = []
  for (const part of parts.flatMap((each) => (each.op === op ? each.of : [each]))) {
    if (isBoolean(part, neutral)) continue
    if (isBoolean(part, !neutral)) return value(!neutral)
    const text = JSON.stringify(part)
    if (!seen.has(text)) kept.push(part)
    seen.add(text)
  }
  const [first] = kept
  if (!first) return value(neutral)
  return kept.length === 1 ? first : { op, of: kept }
}

function isBoolean(expr: Expr, wanted: boolean): boolean {
  return expr.op === 'value' && expr.value === wanted
}

export function same(a: Expr, b: Expr): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The source names that it reads. */
export function readsOf(expr: Expr): string[] {
  const found = new Set<string>()
  visit(expr, (each) => {
    if (each.op === 'read') found.add(each.source)
  })
  return [...found]
}

/** Why it cannot be said, when some part of it cannot. */
export function hindrances(expr: Expr): string[] {
  const found = new Set<string>()
  visit(expr, (each) => {
    if (each.op === 'cannot') found.add(each.why)
  })
  return [...found]
}

const sizes = new WeakMap<Expr, number>()

/** How many parts it has; shared parts count each time, as they are written each time. */
export function sizeOf(expr: Expr): number {
  const known = sizes.get(expr)
  if (known !== undefined) return known
  let size = 1
  for (const part of Object.values(expr) as unknown[]) {
    if (Array.isArray(part)) for (const each of part as Expr[]) size += sizeOf(each)
    else if (typeof part === 'object' && part !== null && 'op' in part) size += sizeOf(part as Expr)
  }
  sizes.set(expr, size)
  return size
}

function visit(expr: Expr, seen: (each: Expr) => void): void {
  seen(expr)
  for (const part of Object.values(expr) as unknown[]) {
    if (Array.isArray(part)) for (const each of part as Expr[]) visit(each, seen)
    else if (typeof part === 'object' && part !== null && 'op' in part) visit(part as Expr, seen)
  }
}
