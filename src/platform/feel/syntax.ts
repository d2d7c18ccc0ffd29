import { parseExpression, parseUnaryTests } from 'feelin'
import { FeelProblem, type Span } from './failure.ts'
import type { Node } from './ast.ts'
import { LIMITS } from './limits.ts'
import type { Scope } from './scope.ts'

/** A node of the grammar's own tree. */
export type Raw = ReturnType<typeof parseExpression>['topNode']

/** What reading a node needs: the text, and itself for the nodes inside. */
export interface Reader {
  text: string
  read(raw: Raw, scope: Scope): Node
}

export const spanOf = (raw: Raw): Span => ({ from: raw.from, to: raw.to })

/** The child at a place that the grammar promises. @throws FeelProblem */
export function childAt(children: readonly Raw[], index: number, whole: Raw): Raw {
  const child = children[index]
  if (!child) throw new FeelProblem('incomplete', 'something is missing here', spanOf(whole))
  return child
}

/**
 * Reads the grammar's tree without any facts, so that the same text means the same whatever is known.
 * @throws FeelProblem at the first place that is not FEEL, or when the text is over the limits
 */
export function readTree(text: string): Raw {
  const whole = readWhole(text, { limit: LIMITS.expression })
  const top = childrenOfRaw(whole)
  if (top.length !== 1 || !top[0]) throw new FeelProblem('syntax', 'one expression is needed', { from: 0, to: text.length })
  return top[0]
}

/**
 * Reads the grammar's whole tree: of an expression, or of a decision table's cell.
 * @param how names and the shapes of what they name, so that names may have signs in them; the most characters
 * @throws FeelProblem
 */
export function readWhole(text: string, how: { limit: number; tests?: boolean; shape?: Record<string, unknown> }): Raw {
  const all: Span = { from: 0, to: text.length }
  if (text.length > how.limit) throw new FeelProblem('too-long', `more than ${how.limit} characters`, all)
  const deep = deepestBracket(text)
  if (deep !== undefined) throw new FeelProblem('too-deep', 'nested too deeply', { from: deep, to: deep + 1 })
  if (text.trim() === '') throw new FeelProblem('incomplete', 'the expression is empty', all)
  const tree = parsed(text, how.tests ? parseUnaryTests : parseExpression, how.shape ?? {})
  let depth = 0
  tree.iterate({
    enter: (node) => {
      depth += 1
      if (depth > LIMITS.nesting) throw new FeelProblem('too-deep', 'nested too deeply', node)
      if (node.type.isError) throw faultAt(text, node)
      return undefined
    },
    leave: () => {
      depth -= 1
    },
  })
  return tree.topNode
}

/** Where brackets stand deeper than may be read: found before the grammar works on them, which for some takes it seconds. */
function deepestBracket(text: string): number | undefined {
  let depth = 0
  for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\/|[([{]|[)\]}]/gs)) {
    // texts and comments are longer than a bracket
    if (found[0].length > 1) continue
    depth += '([{'.includes(found[0]) ? 1 : -1
    if (depth > LIMITS.nesting) return found.index
  }
  return undefined
}

function parsed(text: string, parse: typeof parseExpression, shape: Record<string, unknown>): ReturnType<typeof parseExpression> {
  try {
    return parse(text, shape, undefined)
  } catch (error) {
    // the grammar's bookkeeping gives up on some broken texts before it can point at the place
    if (error instanceof Error) throw new FeelProblem('syntax', 'not understood', { from: 0, to: text.length })
    throw error
  }
}

function faultAt(text: string, at: Span): FeelProblem {
  const word = text.slice(at.from, at.to) || (/^\s*(\S{1,20})/.exec(text.slice(at.to))?.[1] ?? '')
  if (word === '') return new FeelProblem('incomplete', 'something is missing at the end', { from: at.from, to: text.length })
  return new FeelProblem('syntax', `not understood: ${word}`, { from: at.from, to: Math.max(at.to, at.from + 1) }, word)
}

/** The children of a node, without comments. */
export function childrenOfRaw(raw: Raw): Raw[] {
  const children: Raw[] = []
  for (let child = raw.firstChild; child; child = child.nextSibling) if (!child.name.endsWith('Comment')) children.push(child)
  return children
}

/** A name's words with single spaces. */
export function nameOf(text: string, raw: Raw): string {
  return text.slice(raw.from, raw.to).trim().replaceAll(/\s+/g, ' ')
}

const ESCAPES = /\\(u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|.)/gs
const LONG_ESCAPES = /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|u\{[0-9a-fA-F]{1,6}\}|.)/gs

/** A text literal's text. @param long whether `\\U01F40E` is a character too, as the standard has it */
export function stringOf(text: string, raw: Raw, long = false): string {
  const body = text.slice(raw.from + 1, raw.to - 1)
  const escapes = long ? LONG_ESCAPES : ESCAPES
  return body.replaceAll(escapes, (_all, code: string) => {
    const plain = ({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' } as Record<string, string>)[code]
    if (plain !== undefined) return plain
    if (code.length > 1) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code.replaceAll(/[uU{}]/g, ''), 16)))
    // a pattern's own escapes (\d, \s, \.) keep their backslash
    return `\\${code}`
  })
}
