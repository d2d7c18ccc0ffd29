import type { Text3 } from '#platform/texts/texts.ts'
import type { Asked, Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'

/** A text for the applicant: with its title, else its first line as the heading. Undefined when nothing is said. */
export function askInfo(draft: Draft, title: unknown, content: unknown, item: Item, path: string): Asked | undefined {
  const head = draft.say(title)
  const body = draft.say(content)
  for (const lost of new Set([...(head?.lost ?? []), ...(body?.lost ?? [])]))
    item.loss(path, `The text has ${lost} in it, which is not brought in.`)
  if (head) return { type: 'info', label: head.text, ...(body ? { help: body.text } : {}) }
  if (!body) return undefined
  const first = lines(body.text, (all) => all.slice(0, 1))
  const rest = lines(body.text, (all) => all.slice(1))
  return rest.nb && rest.nn && rest.en ? { type: 'info', label: first, help: rest } : { type: 'info', label: body.text }
}

function lines(text: Text3, some: (all: string[]) => string[]): Text3 {
  const of = (words: string) => some(words.split('\n')).join('\n')
  return { nb: of(text.nb), nn: of(text.nn), en: of(text.en) }
}

/** Label and help of a question; what the markup loses is a loss of the question. A question without words gets its name. */
export function wordsOf(
  draft: Draft,
  item: Item,
  path: string,
  name: string,
  label: unknown,
  help?: unknown,
): { label: Text3; help?: Text3 } {
  const said = draft.say(label)
  const helped = draft.say(help)
  for (const lost of new Set([...(said?.lost ?? []), ...(helped?.lost ?? [])]))
    item.loss(path, `The text has ${lost} in it, which is not brought in.`)
  const plain = readable(name)
  return { label: said?.text ?? { nb: plain, nn: plain, en: plain }, ...(helped ? { help: helped.text } : {}) }
}

/** "community_practices.title" → "Community practices": a name in words, where nobody has written the text. */
export function readable(name: string): string {
  const words = name
    .replace(/\.(title|label|value|description|legend|help|text|tooltip)(_\d+)?$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_./-]+/g, ' ')
    .trim()
    .slice(0, 200)
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Uten tekst'
}
