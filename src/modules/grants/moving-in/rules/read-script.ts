import { cannot, value, type Expr } from './expression.ts'
import { expression, picked } from './script-expressions.ts'
import { isSign, isWord, NotRead, peek, take, want, type Reader, type ScriptNames } from './script-reader.ts'
import { readTokens } from './script-tokens.ts'

/**
 * Reads the small scripts that forms carry (JavaScript's expressions, Twig's, expr-eval's) without running them: comparisons, sums,
 * choices, and the functions forms use. All else is said to be something that cannot be brought in.
 */
export function readScript(script: string, names: ScriptNames): Expr {
  const tokens = readTokens(script)
  if (!tokens || tokens.length === 0) return cannot('the script has signs that are not understood')
  const reader: Reader = { tokens, at: 0, depth: 0, names, known: new Map() }
  try {
    const result = statements(reader)
    return reader.at < tokens.length ? cannot(`the script goes on with "${peek(reader)}"`) : result
  } catch (error) {
    if (error instanceof NotRead) return cannot(error.message)
    throw error
  }
}

function statements(reader: Reader): Expr {
  const { target } = reader.names
  let result: Expr | undefined
  while (reader.at < reader.tokens.length && !isSign(reader, '}')) {
    if (take(reader, ';')) continue
    const said = statement(reader)
    if (said) result = said
  }
  return (target !== undefined ? reader.known.get(target) : undefined) ?? result ?? cannot('the script says nothing')
}

/** A statement's value; undefined when it only sets a variable. */
function statement(reader: Reader): Expr | undefined {
  if (isWord(reader, 'var') || isWord(reader, 'let') || isWord(reader, 'const')) reader.at += 1
  if (take(reader, 'return')) return expression(reader)
  if (take(reader, 'if')) return choice(reader)
  const [name, sign] = [reader.tokens[reader.at], reader.tokens[reader.at + 1]]
  if (name?.kind === 'name' && sign?.kind === 'sign' && sign.text === '=') {
    reader.at += 2
    reader.known.set(name.text, expression(reader))
    return undefined
  }
  return expression(reader)
}

function choice(reader: Reader): Expr | undefined {
  want(reader, '(')
  const test = expression(reader)
  want(reader, ')')
  const before = new Map(reader.known)
  const first = block(reader)
  const afterFirst = reader.known
  reader.known = new Map(before)
  const second = take(reader, 'else') ? (take(reader, 'if') ? choice(reader) : block(reader)) : undefined
  const merged = new Map(before)
  for (const name of new Set([...afterFirst.keys(), ...reader.known.keys()])) {
    const [one, other] = [afterFirst.get(name), reader.known.get(name)]
    if (one === other && one) merged.set(name, one)
    else merged.set(name, picked(test, one ?? value(null), other ?? value(null)))
  }
  reader.known = merged
  return first || second ? picked(test, first ?? value(null), second ?? value(null)) : undefined
}

function block(reader: Reader): Expr | undefined {
  if (!take(reader, '{')) {
    const said = statement(reader)
    take(reader, ';')
    return said
  }
  let result: Expr | undefined
  while (!isSign(reader, '}')) {
    if (reader.at >= reader.tokens.length) throw new NotRead('a bracket is not closed')
    if (take(reader, ';')) continue
    result = statement(reader) ?? result
  }
  want(reader, '}')
  return result
}
