import { formFieldsIn, reportFieldsIn } from './fields-in.ts'
import { keyFrom } from './form-edit.ts'
import { itemsOf } from './inputs.ts'
import { applyOps, type DraftDocument, type Op } from './ops.ts'
import { isRecord, keyOf, valueAt } from './paths.ts'

/** What an option, or a category of a budget, is called until it has words: see `optionKeyOps`. */
const unnamed: Readonly<Record<string, RegExp>> = { options: /^option\d*$/, categories: /^line\d*$/ }

/**
 * Ops that call a question's options by their words, the way questions get their keys: once, when the words are there, so that a
 * formula reads "stort" and not "option2". One that is named in an expression, or has been published with its key, keeps it: answers
 * are known by it. Pure.
 */
export function optionKeyOps(document: DraftDocument, place: string, published: unknown): Op[] {
  const ops: Op[] = []
  let now = document
  for (const [name, pattern] of Object.entries(unnamed)) {
    const list = `${place}.${name}`
    const kept = keysPublished(published, valueAt(document, `${place}.key`), name)
    for (const { path, value } of itemsOf(document, list)) {
      const key = keyOf(value)
      const words = isRecord(value) ? wordsOf(value['label']) : undefined
      if (key === undefined || !words || !pattern.test(key) || kept.has(key) || isNamed(now, key)) continue
      const all = itemsOf(now, list).map((each) => keyOf(each.value) ?? '')
      const own = keyFrom(words, new Set(all.filter((each) => each !== key)))
      if (own === key) continue
      const before = all[all.indexOf(key) - 1]
      const renamed: Op[] = [
        { do: 'remove', path, item: value },
        { do: 'insert', list, ...(before === undefined ? {} : { after: before }), item: { ...(value as object), key: own } },
      ]
      ops.push(...renamed)
      now = applyOps(now, renamed).document
    }
  }
  return ops
}

function wordsOf(label: unknown): string | undefined {
  if (!isRecord(label)) return undefined
  return ['nb', 'nn', 'en']
    .map((lang) => label[lang])
    .find((each): each is string => typeof each === 'string' && each.trim() !== '')
}

/** Whether any expression could mean it. */
function isNamed(document: DraftDocument, key: string): boolean {
  return JSON.stringify(document).includes(`\\"${key}\\"`)
}

function keysPublished(published: unknown, question: unknown, name: string): Set<string> {
  const same = [...formFieldsIn(published), ...reportFieldsIn(published)].filter((field) => field.key === question)
  return new Set(same.flatMap(({ field }) => itemsOf(field, name).map((each) => keyOf(each.value) ?? '')))
}
