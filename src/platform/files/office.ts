import type { ReadAt, ZipEntry } from './zip-directory.ts'
import { readZipDirectory } from './zip-directory.ts'
import type { FileType } from './types.ts'

export type OfficeVerdict =
  | { type: FileType }
  | { refused: 'file.macro' | 'file.archive' | 'file.too-packed' | 'file.unreadable' }

// A document of 25 MB that unpacks to more than this is made to hurt.
const MOST_UNPACKED = 400_000_000
const MOST_RATIO = 200

/** What a ZIP is: one of the four document kinds, or why it is none. Looks only at its directory, and unpacks nothing. */
export async function judgeOffice(readAt: ReadAt, size: number): Promise<OfficeVerdict> {
  const entries = await readZipDirectory(readAt, size)
  if (!entries || entries.some((entry) => entry.encrypted)) return { refused: 'file.unreadable' }
  const type = await kindOf(entries, readAt)
  if (!type) return { refused: 'file.archive' }
  if (entries.some(isProgram)) return { refused: 'file.macro' }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unpacked > MOST_UNPACKED || unpacked > Math.max(10_000_000, size * MOST_RATIO)) return { refused: 'file.too-packed' }
  return { type }
}

async function kindOf(entries: ZipEntry[], readAt: ReadAt): Promise<FileType | undefined> {
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return 'docx'
    if (names.has('xl/workbook.xml')) return 'xlsx'
    return undefined
  }
  // OpenDocument: the first entry is stored plain and says what the whole is.
  const first = entries.find((entry) => entry.offset === 0)
  if (first?.name !== 'mimetype' || first.method !== 0 || first.size > 100) return undefined
  const header = await readAt(0, 30)
  const mimetype = (await readAt(30 + header.readUInt16LE(26) + header.readUInt16LE(28), first.size)).toString('latin1')
  if (mimetype === 'application/vnd.oasis.opendocument.text') return 'odt'
  return mimetype === 'application/vnd.oasis.opendocument.spreadsheet' ? 'ods' : undefined
}

/** Visual Basic, ActiveX and OpenDocument macros; and any entry that wants to be written outside its folder. */
function isProgram(entry: ZipEntry): boolean {
  return (
    /vbaProject|vbaData|activeX|^Basic\/|^Scripts\/|macrosheets\//i.test(entry.name) ||
    /(^|[/\\])\.\.([/\\]|$)|^[/\\]/.test(entry.name)
  )
}
