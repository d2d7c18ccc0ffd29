import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SchemeDefinition } from '../../model.ts'
import { checkBeforePublishing } from './checks.ts'
import type { DraftDocument } from './ops.ts'

/** For tests: a scheme with one thing about it, and what is found before publishing. */

const file = path.resolve(import.meta.dirname, '../../../../../schemes/kor-og-korps.json')
const around = { units: new Set(['kultur', 'utvalgKulturIdrett']), districts: new Set<string>() }
const today = '2026-11-21'
export const t3 = (text: string) => ({ nb: text, nn: text, en: text })

export type Field = SchemeDefinition['form']['pages'][number]['fields'][number]
export const field = (key: string, more: Record<string, unknown>) =>
  ({ key, label: t3(key), required: false, checks: [], classified: false, copied: true, ...more }) as unknown as Field
export const yesNo = (key: string, more = {}) => field(key, { type: 'yesNo', ...more })
export const number = (key: string, more = {}) => field(key, { type: 'number', decimals: 0, ...more })
export const oneOf = (key: string, options: string[], more = {}) =>
  field(key, { type: 'oneOf', options: options.map((each) => ({ key: each, label: t3(each) })), ...more })

/** The shipped choir scheme, changed where the test says. */
export function scheme(change: (definition: SchemeDefinition) => void = () => undefined): SchemeDefinition {
  const definition = SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8')))
  change(definition)
  return definition
}

/** What the checks find, all of it or of one kind. */
export function found(definition: unknown, key?: string) {
  const all = checkBeforePublishing(definition as DraftDocument, around, today)
  return key === undefined ? all : all.filter((each) => each.key === key)
}

/** The scheme with these questions on a page of their own. */
export const asking = (...fields: Field[]) => scheme((d) => d.form.pages.push({ key: 'extra', title: t3('Extra'), fields }))
export const extra = (key: string) => `form.pages[extra].fields[${key}]`

/** Fails where the list is empty. */
export const first = <T>(list: readonly T[]): T => {
  const [head] = list
  if (head === undefined) throw new Error('empty')
  return head
}
