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
  const { target, initial } = names
  const known = new Map<string, Expr>(target !== undefined && initial ? [[target, initial]] : [])
  const reader: Reader = { tokens, at: 0, depth: 0, names, known, returns: 0 }
  try {
    const result = statements(reader)
    return reader.at < tokens.length ? cannot(`the script goes on with "${peek(reader)}"`) : result
  } catch (error) {
    if (error instanceof NotRead) return cannot(error.message)
    throw error
  }
}

function statements(reader: Reader): Expr {
  const { target, initial } = reader.names
  let result: Expr | undefined
  while (reader.at < reader.tokens.length && !isSign(reader, '}')) {
    if (take(reader, ';')) continue
    // What comes after is only reached by some.
    if (reader.returns > 0) throw new NotRead('the script gives back a value in several places')
    const said = statement(reader)
    if (said) result = said
  }
  if (reader.returns > 0) return result ?? cannot('the script says nothing')
  if (target === undefined) return result ?? cannot('the script says nothing')
  const set = reader.known.get(target)
  return set === undefined || set === initial ? cannot(`the script never sets "${target}"`) : set
}

/** A statement's value; undefined when it only sets a variable. */
function statement(reader: Reader): Expr | undefined {
  if (isWord(reader, 'var') || isWord(reader, 'let') || isWord(reader, 'const')) reader.at += 1
  if (take(reader, 'return')) {
    reader.returns += 1
    return expression(reader)
  }
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
