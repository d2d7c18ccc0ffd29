import { wordsOf } from './content.ts'
import { answerNamed } from './form-io-conditions.ts'
import type { Draft, NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { readScript } from './read-script.ts'
import { textOf, type Loose } from './source.ts'
import { writeCalculation } from './write-feel.ts'

/** A computed element: a Twig template that comes to a number becomes a calculated value; other templates are dropped. */
export function calculateWebform(
  at: { draft: Draft; path: string; words: (key: string, property: string, said: unknown) => unknown },
  fields: NewField[],
  key: string,
  element: Loose,
  item: Item,
): void {
  const { draft, path } = at
  const sum = draft.item('calculations', path)
  const script = element['#type'] === 'webform_computed_twig' ? twigScript(textOf(element['#template']) ?? '') : undefined
  if (script === undefined) {
    item.drop(path, 'It puts a text together; only sums are worked out.')
    return sum.drop(path, 'It puts a text together; only sums are worked out.')
  }
  const { label, help } = wordsOf(
    draft,
    item,
    path,
    key,
    at.words(key, '#title', element['#title']),
    at.words(key, '#description', element['#description']),
  )
  const field = draft.add(
    fields,
    key,
    { type: 'calculated', label, ...(help ? { help } : {}), value: '0', format: 'number' },
    { type: 'number' },
  )
  draft.later(() => {
    const expr = readScript(script, { resolve: (parts) => answerNamed({ draft, path, data: [] }, parts) })
    const written = writeCalculation(expr, { answerOf: draft.answerOf })
    if (field.type !== 'calculated') return
    if ('why' in written) {
      item.loss(path, 'What it is worked out from is not brought in: it shows 0.')
      return sum.drop(path, `It cannot be said in Torg: ${written.why}.`)
    }
    field.value = written.feel
    field.format = written.format
    draft.know(key, { path: `answer.${field.key}`, type: written.format })
  })
}

/** Twig's tags as the small script they amount to; undefined where plain text stands between them. */
function twigScript(template: string): string | undefined {
  if (template.length > 10_000) return undefined
  const steps = template
    .replace(/\{#[\s\S]{0,5000}?#\}/g, '')
    .replace(/\{%-?\s*set\s+([^%]{1,1000}?)-?%\}/g, '\u0001$1;\u0002')
    .replace(/\{%-?\s*if\s+([^%]{1,1000}?)-?%\}/g, '\u0001if ($1) {\u0002')
    .replace(/\{%-?\s*else\s?if\s+([^%]{1,1000}?)-?%\}/g, '\u0001} else if ($1) {\u0002')
    .replace(/\{%-?\s*else\s*-?%\}/g, '\u0001} else {\u0002')
    .replace(/\{%-?\s*endif\s*-?%\}/g, '\u0001}\u0002')
    .replace(/\{\{-?([^}]{1,1000}?)-?\}\}/g, '\u0001$1;\u0002')
  const outside = steps
    .replace(/\u0001[^\u0002]*\u0002/g, ' ')
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .trim()
  if (outside !== '' && !/^(\d+\s*)+$/.test(outside)) return undefined
  const script = steps.replace(
    /(^|\u0002)([^\u0001]*)(\u0001|$)/g,
    (_, _before: string, text: string) => ` ${/\d+/.exec(text.replace(/<[^>]*>/g, ''))?.[0] ?? ''} ${/\d/.test(text) ? ';' : ''}`,
  )
  return script.trim() === '' ? undefined : script
}
