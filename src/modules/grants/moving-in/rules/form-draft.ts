import type { Text3 } from '#platform/texts/texts.ts'
import type { Field, SchemeDefinition } from '../../model.ts'
import type { Expr } from './expression.ts'
import type { Answered } from './feel-answers.ts'
import { newTally, type FormReport, type Item, type Tally } from './import-report.ts'
import { speaker, type Speaker } from './languages.ts'
import { keyMaker } from './make-keys.ts'
import { CannotImport, importLimits } from './source.ts'
import { writeCondition, type Feel } from './write-feel.ts'

/** A form being read: its questions in order, the names they had, and the count of what came along. */

export type NewField = (typeof Field)['_zod']['input']
/** Any field without its key, while it is being put together. */
export type Asked = { [T in NewField as T['type']]: Omit<T, 'key'> }[NewField['type']]

export interface DraftPage {
  title: Text3
  intro?: Text3
  showIf?: string
  /** Pages of the same group are put together first, where there are too many. */
  group?: Text3
  fields: NewField[]
}

export interface ImportedForm {
  definition: SchemeDefinition
  report: FormReport
}

/** What a municipality decides about all forms it brings in at once. */
export interface ImportOptions {
  /** Key of the unit that is to own the schemes. */
  unit?: string
  /** The first day of the placeholder round, YYYY-MM-DD. */
  opens?: string
}

export interface Draft extends Tally, Speaker {
  pages: DraftPage[]
  page: (title: Text3, intro?: Text3) => DraftPage
  /** A key nothing in the form has yet, made from a name. */
  key: (name: string, otherwise?: string) => string
  /** Puts a question on a page, and remembers it by its name in the source. */
  add: (fields: NewField[], name: string, asked: Asked, answered?: Partial<Answered>) => NewField
  /** What conditions know a question by; for columns and for parts of questions. */
  know: (source: string, answered: Answered) => void
  /** Another name of a question, where no question has it, and only one is called so. */
  alias: (source: string, answered: Answered) => void
  answerOf: (source: string) => Answered | undefined
  /** The source fills in an answer beforehand; Torg does not. Told once for all of them. */
  preset: (name: string) => void
  /** Runs when every question is known: conditions may ask about later ones. */
  later: (work: () => void) => void
  settle: () => void
  /** A condition as FEEL; on failure the item is dropped with the reason. */
  feel: (expr: Expr, item: Item, what: string, options?: { emptyCounts?: boolean; inTable?: string }) => string | undefined
}

/** Starts an empty form. @param language of texts that do not say which */
export function newDraft(language = 'und'): Draft {
  const tally = newTally()
  const words = speaker(language)
  const pages: DraftPage[] = []
  const key = keyMaker()
  const known = new Map<string, Answered>()
  let waiting: (() => void)[] = []
  let count = 0
  const presets = new Set<string>()
  const aliases = new Map<string, Answered | undefined>()
  const answerOf = (source: string) => known.get(source) ?? aliases.get(source)
  return {
    ...tally,
    ...words,
    pages,
    key,
    page(title, intro) {
      const page: DraftPage = { title, ...(intro ? { intro } : {}), fields: [] }
      pages.push(page)
      return page
    },
    add(fields, name, asked, answered) {
      count += 1
      if (count > importLimits.fields) throw new CannotImport(name, `the form has more than ${importLimits.fields} questions`)
      const field = { key: key(shortName(name), asked.type), ...asked } as NewField
      fields.push(field)
      if (!known.has(name))
        known.set(name, {
          path: `answer.${field.key}`,
          type: field.type,
          ...(field.required ? {} : { optional: true }),
          ...answered,
        })
      return field
    },
    know: (source, answered) => void known.set(source, answered),
    alias: (source, answered) => void aliases.set(source, aliases.has(source) ? undefined : answered),
    answerOf,
    preset: (name) => void presets.add(name),
    later: (work) => void waiting.push(work),
    settle() {
      // Work may bring more work with it.
      while (waiting.length > 0) {
        const now = waiting
        waiting = []
        for (const work of now) work()
      }
      if (presets.size > 0)
        tally.note('', `${presets.size} answers were filled in beforehand`, `Here they start empty: ${[...presets].join(', ')}`)
      presets.clear()
    },
    feel(expr, item, what, options) {
      const written: Feel = writeCondition(expr, { answerOf, ...options })
      if ('feel' in written) return written.feel
      item.drop(what, written.why)
      return undefined
    },
  }
}

/** The last part of a path names the question; of a mere number, the two last. */
function shortName(name: string): string {
  const parts = name.split('.').filter(Boolean)
  const last = parts.at(-1) ?? name
  return /^\d/.test(last) ? parts.slice(-2).join(' ') : last
}

/** Both must be true; what is missing demands nothing. */
export function bothFeel(first: string | undefined, second: string | undefined): string | undefined {
  if (!first || !second || first === second) return first ?? second
  return `(${first}) and (${second})`
}

/** A check on the field, beside those it has. */
export function addCheck(field: NewField, when: string, message: Text3): void {
  field.checks = [...(field.checks ?? []), { when, message }]
}
