/** What an import found in a form, what came along, and a note for everything that did not. */

export interface Count {
  found: number
  carried: number
  withLoss: number
  notCarried: number
}

/** Where in the source, what it is about, and why it was changed or left out. Source text, to be shown escaped. */
export interface ImportNote {
  path: string
  what: string
  why: string
}

export type Counted = 'fields' | 'conditions' | 'calculations'

export type FormReport = Record<Counted, Count> & {
  /** The file or folder it came from. */
  file: string
  format: string
  id: string
  notes: ImportNote[]
}

/** One thing found in the source, until it is known how it came along. */
export interface Item {
  /** Something of it is lost; the rest is carried. */
  loss: (what: string, why: string) => void
  /** Nothing of it is carried. */
  drop: (what: string, why: string) => void
}

export interface Tally {
  item: (kind: Counted, path: string) => Item
  /** Something a person should know that is no loss. The same note is kept once. */
  note: (path: string, what: string, why: string) => void
  /** Something counted as carried turned out not to be whole, and nobody knows any more which it was. */
  spoil: (kind: Counted, path: string, why: string) => void
  finish: (about: { file: string; format: string; id: string }) => FormReport
}

/** Notes beyond this many, or this many characters together, are summed up in one: a hostile file must not fill a disk with them. */
const most = { notes: 5000, characters: 2_000_000 }

/** Starts a count. An item that nothing is said of counts as carried. */
export function newTally(): Tally {
  const items: { kind: Counted; lost: boolean; dropped: boolean }[] = []
  const notes = new Map<string, ImportNote>()
  let left = 0
  let characters = 0
  const note = (path: string, what: string, why: string) => {
    const length = path.length + what.length + why.length
    // Nothing is put together of texts that there is no room for.
    if (notes.size >= most.notes || characters + length > most.characters) {
      left += 1
      return
    }
    const key = `${path}\n${what}\n${why}`
    if (notes.has(key)) return
    characters += length
    notes.set(key, { path, what, why })
  }
  return {
    note,
    spoil(kind, path, why) {
      const item = items.find((each) => each.kind === kind && !each.lost && !each.dropped)
      if (item) item.lost = true
      note(path, path, why)
    },
    item(kind, path) {
      const item = { kind, lost: false, dropped: false }
      items.push(item)
      return {
        loss(what, why) {
          item.lost = true
          note(path, what, why)
        },
        drop(what, why) {
          item.dropped = true
          note(path, what, why)
        },
      }
    },
    finish: ({ file, format, id }) => ({
      file,
      format,
      id,
      fields: countOf(items.filter((each) => each.kind === 'fields')),
      conditions: countOf(items.filter((each) => each.kind === 'conditions')),
      calculations: countOf(items.filter((each) => each.kind === 'calculations')),
      notes: [...notes.values(), ...(left > 0 ? [{ path: '', what: `${left} more notes`, why: 'too many to list' }] : [])],
    }),
  }
}

function countOf(items: readonly { lost: boolean; dropped: boolean }[]): Count {
  const notCarried = items.filter((each) => each.dropped).length
  const withLoss = items.filter((each) => each.lost && !each.dropped).length
  return { found: items.length, carried: items.length - withLoss - notCarried, withLoss, notCarried }
}

export interface ImportReport {
  forms: FormReport[]
  totals: { forms: number } & Record<Counted, Count>
}

/** All forms' counts together. */
export function sumReports(forms: FormReport[]): ImportReport {
  const sum = (kind: Counted): Count => ({
    found: forms.reduce((total, form) => total + form[kind].found, 0),
    carried: forms.reduce((total, form) => total + form[kind].carried, 0),
    withLoss: forms.reduce((total, form) => total + form[kind].withLoss, 0),
    notCarried: forms.reduce((total, form) => total + form[kind].notCarried, 0),
  })
  return {
    forms,
    totals: { forms: forms.length, fields: sum('fields'), conditions: sum('conditions'), calculations: sum('calculations') },
  }
}

/** The report of a file that could not be read: nothing found, and why. */
export function emptyReport(file: string, format: string, path: string, why: string): FormReport {
  const none = (): Count => ({ found: 0, carried: 0, withLoss: 0, notCarried: 0 })
  return {
    file,
    format,
    id: '',
    fields: none(),
    conditions: none(),
    calculations: none(),
    notes: [{ path, what: 'The file was not brought in', why }],
  }
}
