import type { Expr } from './expression.ts'
import type { Token } from './script-tokens.ts'

/** Going through a script's words one by one. */

export interface ScriptNames {
  /** What a path such as ["data", "members"] stands for. */
  resolve: (path: string[]) => Expr
  /** The variable whose value counts: "show", "value", "valid". Without it the script is one expression. */
  target?: string
  /** What that variable is before the script sets it. */
  initial?: Expr
}

export class NotRead extends Error {
  override name = 'NotRead'
}

export interface Reader {
  tokens: Token[]
  at: number
  depth: number
  names: ScriptNames
  /** Variables of the script by what they were set to. */
  known: Map<string, Expr>
  /** How many times it has given back a value. */
  returns: number
}

export const peek = (reader: Reader) => reader.tokens[reader.at]?.text ?? ''
export const isSign = (reader: Reader, text: string) => reader.tokens[reader.at]?.kind === 'sign' && peek(reader) === text
export const isWord = (reader: Reader, text: string) => reader.tokens[reader.at]?.kind === 'name' && peek(reader) === text

export function take(reader: Reader, text: string): boolean {
  const found = reader.tokens[reader.at]?.kind !== 'text' && peek(reader) === text
  if (found) reader.at += 1
  return found
}

export function want(reader: Reader, text: string): void {
  if (!take(reader, text)) throw new NotRead(`the script has "${peek(reader)}" where "${text}" is expected`)
}
