import { PROBLEM_TEXTS } from '#platform/feel/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { askedNotes } from './import-notes-asked.ts'
import { conditionNotes, scriptReasons } from './import-notes-conditions.ts'
import { formNotes } from './import-notes-form.ts'
import { leftOutNotes } from './import-notes-left-out.ts'
import { fileFaults } from './import-notes-faults.ts'
import { noteReasons } from './import-notes-reasons.ts'
import { answerKinds, noteSubjects } from './import-notes-subjects.ts'
import type { NoteTable } from './note-table.ts'

/** What the rule language says of an expression, with or without the word it is about. */
function expressionFaults(): NoteTable {
  const faults = Object.values(PROBLEM_TEXTS).map(({ nb, nn, en }) => [en, nb, nn].map((text) => text.replace(/\.$/, '')))
  return Object.fromEntries(
    faults.flatMap(([en = '', nb = '', nn = '']) => [
      [en, { nb, nn }],
      [`${en} ({})`, { nb: `${nb} ({})`, nn: `${nn} ({})` }],
    ]),
  )
}

type Reader = (text: string, lang: 'nb' | 'nn') => string | undefined

const readReason = reader(
  { ...noteReasons, ...scriptReasons, ...fileFaults, ...expressionFaults() },
  { unit: reader(answerKinds, {}) },
)
const readLanguage = reader(formNotes, {})
const readWhy = reader(
  { ...formNotes, ...leftOutNotes, ...askedNotes, ...conditionNotes },
  {
    why: readReason,
    spoken: (languages, lang) =>
      languages
        .split(', ')
        .map((each) => readLanguage(each, lang) ?? each)
        .join(', '),
  },
)
const readSubject = reader(noteSubjects, {})

/** Why something did not come along, or came along changed. A sentence that is not known stays in English. */
export function sayNote(why: string, lang: Lang): string {
  if (lang === 'en') return why
  const reason = why.endsWith('.') ? readReason(why.slice(0, -1), lang) : undefined
  return readWhy(why, lang) ?? readReason(why, lang) ?? (reason === undefined ? why : `${reason}.`)
}

/** What a note is about: a place or a text of the form stands as it is. */
export function sayNoteSubject(what: string, lang: Lang): string {
  return lang === 'en' ? what : (readSubject(what, lang) ?? what)
}

/** Those with the most words of their own are tried first. */
function reader(table: NoteTable, within: Record<string, Reader>): Reader {
  const patterns = Object.entries(table)
    .map(([english, said]) => ({
      said,
      own: english.replace(/\{\w*\}/g, '').length,
      holes: [...english.matchAll(/\{(\w*)\}/g)].map((hole) => hole[1] ?? ''),
      pattern: new RegExp(
        `^${english
          .split(/\{\w*\}/)
          .map(escaped)
          .join('([\\s\\S]*?)')}$`,
      ),
    }))
    .toSorted((one, other) => other.own - one.own)
  return (text, lang) => {
    for (const { said, holes, pattern } of patterns) {
      const found = pattern.exec(text)
      if (!found) continue
      const filled = holes.map((hole, index) => {
        const part = found[index + 1] ?? ''
        return within[hole]?.(part, lang) ?? part
      })
      return said[lang].replace(/\{\w*\}/g, () => filled.shift() ?? '')
    }
    return undefined
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
