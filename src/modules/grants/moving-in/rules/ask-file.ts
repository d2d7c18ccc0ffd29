import type { Common, Question } from './asking.ts'
import { say } from './check-texts.ts'
import { compare, value } from './expression.ts'
import type { Item } from './import-report.ts'
import { listOf, textOf } from './source.ts'

export interface FileLimits {
  several?: boolean
  most?: number | undefined
  least?: number | undefined
  megabytes?: number | undefined
  /** Media types or endings, as a list or with commas. */
  accept?: unknown
}

/** A question for files, within what Torg can take: 20 files, 50 MB each, of kinds it can read. */
export function askFile(common: Common, limits: FileLimits, at: { item: Item; path: string }): Question {
  const { accept, unknown } = acceptedFiles(limits.accept)
  if (unknown.length > 0) at.item.loss(at.path, `Files of these kinds cannot be read by Torg: ${unknown.join(', ')}.`)
  const most = limits.most ?? (limits.several ? 20 : 1)
  if (most > 20 || most < 1) at.item.loss(at.path, `${most} files are allowed; a question takes 1 to 20.`)
  const megabytes = limits.megabytes
  if (megabytes !== undefined && (megabytes > 50 || megabytes < 1))
    at.item.loss(at.path, `Files of ${megabytes} MB are allowed; a question takes a limit from 1 to 50 MB.`)
  const least = limits.least
  return {
    asked: {
      type: 'file',
      ...common,
      maxFiles: Math.min(20, Math.max(1, Math.floor(most))),
      ...(megabytes === undefined ? {} : { maxMegabytes: Math.min(50, Math.max(1, Math.floor(megabytes))) }),
      ...(accept.length > 0 ? { accept: accept as never } : {}),
    },
    checks:
      least !== undefined && least > 1
        ? [{ when: (self) => compare({ op: 'length', of: self }, '>=', value(least)), message: say.filesAtLeast(least) }]
        : [],
  }
}

function acceptedFiles(list: unknown): { accept: string[]; unknown: string[] } {
  const words = Array.isArray(list) ? listOf(list).map((each) => textOf(each) ?? '') : (textOf(list) ?? '').split(/[,;\s]+/)
  const accept = new Set<string>()
  const unknown: string[] = []
  for (const word of words.map((each) => each.trim().toLowerCase()).filter(Boolean)) {
    const kinds = Object.entries(known).filter(
      ([kind, names]) =>
        names.includes(word) ||
        word === '*' ||
        word === '*/*' ||
        (word.endsWith('/*') && names.some((name) => name.startsWith(word.slice(0, -1)))) ||
        word.replace(/^\*?\./, '') === kind,
    )
    for (const [kind] of kinds) accept.add(kind)
    if (kinds.length === 0) unknown.push(word)
  }
  return { accept: [...accept], unknown }
}

const known: Record<string, readonly string[]> = {
  pdf: ['application/pdf'],
  jpeg: ['image/jpeg', 'image/jpg', '.jpg', 'jpg', '*.jpg'],
  png: ['image/png'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  csv: ['text/csv'],
  txt: ['text/plain'],
}
