/** The words of a small script: numbers, texts, names, signs, patterns. */

export interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'pattern'
  text: string
  /** Of a pattern. */
  flags?: string
}

const signs = [
  '===',
  '!==',
  '&&',
  '||',
  '??',
  '==',
  '!=',
  '<=',
  '>=',
  '=>',
  '?.',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  ':',
  '?',
  '!',
  '<',
  '>',
  '=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '.',
  '|',
  '~',
  '^',
  '&',
]
const MOST_TOKENS = 2000

/** Undefined where the script has something else than the signs we know, or is too long. */
export function readTokens(script: string): Token[] | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < script.length) {
    if (tokens.length > MOST_TOKENS) return undefined
    const rest = script.slice(at, at + 2000)
    const skipped = /^(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest)
    if (skipped) {
      at += skipped[0].length
      continue
    }
    const token = readToken(rest, tokens.at(-1))
    if (!token) return undefined
    tokens.push(token.token)
    at += token.length
  }
  return tokens
}

function readToken(rest: string, before: Token | undefined): { token: Token; length: number } | undefined {
  const number = /^(\d+(\.\d+)?|\.\d+)(?![\w])/.exec(rest)
  if (number) return { token: { kind: 'number', text: number[0] }, length: number[0].length }
  const name = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(rest)
  if (name) return { token: { kind: 'name', text: name[0] }, length: name[0].length }
  const text = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/.exec(rest)
  if (text) return { token: { kind: 'text', text: unescaped(text[1] ?? text[2] ?? text[3] ?? '') }, length: text[0].length }
  const operandBefore = before && (before.kind !== 'sign' || before.text === ')' || before.text === ']')
  if (rest.startsWith('/') && !operandBefore) {
    const pattern = /^\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/.exec(rest)
    if (pattern) return { token: { kind: 'pattern', text: pattern[1] ?? '', flags: pattern[2] ?? '' }, length: pattern[0].length }
  }
  const sign = signs.find((each) => rest.startsWith(each))
  return sign ? { token: { kind: 'sign', text: sign }, length: sign.length } : undefined
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => ({ n: '\n', t: '\t', r: '\r' })[char] ?? char)
}
