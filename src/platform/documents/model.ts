/** What the documents are made of: plain data. Nothing in it can become code; every string is shown as it is written. */

/** The municipality as a sender. Lines are one line each. */
export interface Sender {
  name: string
  unit?: string
  /** #rrggbb, for the bar and the name; needs 4.5:1 against white to be read. */
  colour?: string
  address?: string
  phone?: string
  email?: string
  web?: string
  organisationNumber?: string
}

export interface Addressee {
  name: string
  /** Address lines, organisation number, "v/ Kari Nordmann". */
  lines?: string[]
}

export interface Fact {
  label: string
  value: string
}

export interface Column {
  label: string
  /** 'end' for numbers. */
  align?: 'start' | 'end'
  /** Share of the width; 1 when left out. */
  width?: number
}

/** Rows have as many cells as there are columns; amounts come formatted. */
export interface TableBlock {
  type: 'table'
  caption?: string
  columns: Column[]
  rows: string[][]
  sum?: string[]
}

export type Block =
  /** Level 1 (the default) or 2, below the document's or the section's own heading; a level is never skipped. */
  | { type: 'heading'; text: string; level?: 1 | 2 }
  /** An empty line in the text starts a new paragraph. */
  | { type: 'paragraph'; text: string; strong?: boolean }
  | { type: 'list'; items: string[]; ordered?: boolean }
  | { type: 'facts'; items: Fact[] }
  | TableBlock

export interface LetterData {
  sender: Sender
  recipient: Addressee
  /** YYYY-MM-DD. */
  date: string
  caseNumber?: string
  yourReference?: string
  title: string
  blocks: Block[]
  signatures?: { name: string; title?: string; unit?: string }[]
  /** Says that the letter is approved electronically and has no signature. True when left out. */
  approvedElectronically?: boolean
  attachments?: string[]
}

/** A frozen copy of what an applicant sent, or of what a recipient reported. */
export interface ApplicationData {
  /** An application when left out. */
  kind?: 'application' | 'report'
  sender: Sender
  title: string
  caseNumber?: string
  applicant: Addressee
  sentAt: Date
  sentBy?: string
  sections: { title: string; blocks: Block[] }[]
  /** size in bytes, sha256 in hex. */
  attachments?: { name: string; size: number; sha256: string }[]
}

/** A table for a meeting, landscape; the header row comes again on each page. */
export interface ListData {
  sender: Sender
  title: string
  /** YYYY-MM-DD. */
  date: string
  /** Short facts after the date: meeting, item number, pot. */
  facts?: Fact[]
  blocks?: Block[]
  columns: Column[]
  /** One table each; a group without rows says so. */
  groups: { title?: string; rows: string[][]; sum?: string[] }[]
  total?: Fact[]
  after?: Block[]
}
