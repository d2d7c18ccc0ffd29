import { read, value, type Expr } from './expression.ts'
import type { Draft } from './form-draft.ts'
import { readScript } from './read-script.ts'

/**
 * Conditions and sums as people write them in the sheet: "members > 10 og kind = "Kor"". Names are keys of questions; a single word
 * that is no key is an answer.
 */
export function readSheetCondition(draft: Draft, said: string): Expr {
  const script = outsideQuotes(said.replace(/[“”«»]/g, '"'), (text) =>
    text
      .replace(/<>/g, '!=')
      .replace(/([^<>!=])=(?!=)/g, '$1==')
      .replace(/(?<![\p{L}\p{N}])og(?![\p{L}\p{N}])/giu, 'and')
      .replace(/(?<![\p{L}\p{N}])eller(?![\p{L}\p{N}])/giu, 'or')
      .replace(/(?<![\p{L}\p{N}])(ikke|ikkje)(?![\p{L}\p{N}])/giu, 'not')
      .replace(/(?<![\p{L}\p{N}])(ja|yes|sann)(?![\p{L}\p{N}])/giu, 'true')
      .replace(/(?<![\p{L}\p{N}])(nei|no|usann)(?![\p{L}\p{N}])/giu, 'false')
      .replace(/(\d),(\d)/g, '$1.$2'),
  )
  return readScript(script, {
    resolve(path) {
      const name = path.join('.')
      if (draft.answerOf(name)) return read(name)
      // A column by its own name where only one table has it.
      return path.length === 1 && /^\p{L}/u.test(name) ? value(name) : read(name)
    },
  })
}

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}
