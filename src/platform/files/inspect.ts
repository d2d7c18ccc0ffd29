import type { Reason } from '#platform/errors.ts'
import { judgeOffice } from './office.ts'
import { endings, type FileType } from './types.ts'
import type { ReadAt } from './zip-directory.ts'

export type Verdict = { type: FileType } | { reason: Reason }

/**
 * Decides what a file is from its bytes, whatever it is called, and whether it is among the allowed. What cannot be recognised is
 * refused. Text has no mark of its own: it must be called .csv or .txt, hold only text, and not be a web page.
 * Reasons: 'file.empty' | 'file.program' | 'file.web-page' | 'file.macro' | 'file.old-office' | 'file.archive' | 'file.heic' |
 * 'file.too-packed' | 'file.unreadable' | 'file.type', each with data.name.
 */
export async function inspectFile(
  file: { name: string; size: number; readAt: ReadAt },
  allow: readonly FileType[],
): Promise<Verdict> {
  const refuse = (key: string): Verdict => ({ reason: { key, data: { name: file.name } } })
  if (file.size === 0) return refuse('file.empty')
  const found = await recognise(file)
  if ('refused' in found) return refuse(found.refused)
  return allow.includes(found.type) ? found : refuse('file.type')
}

async function recognise(file: {
  name: string
  size: number
  readAt: ReadAt
}): Promise<{ type: FileType } | { refused: string }> {
  const head = await file.readAt(0, 4100)
  const start = head.toString('latin1')
  if (start.startsWith('PK\x03\x04')) return await judgeOffice(file.readAt, file.size)
  if (start.startsWith('PK')) return { refused: 'file.archive' }
  if (isProgram(start)) return { refused: 'file.program' }
  // Old Office formats can hold macros unseen; a password-protected docx has the same shell.
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { refused: 'file.old-office' }
  const { fileTypeFromBuffer } = await import('file-type')
  const sniffed = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  if (sniffed === 'application/pdf') return start.startsWith('%PDF-') ? { type: 'pdf' } : { refused: 'file.unreadable' }
  if (sniffed === 'image/jpeg') return { type: 'jpeg' }
  if (sniffed === 'image/png') return { type: 'png' }
  if (sniffed && /heic|heif|avif/.test(sniffed)) return { refused: 'file.heic' }
  if (sniffed && /zip|rar|7z|gzip|tar|bzip|xz|compress/.test(sniffed)) return { refused: 'file.archive' }
  if (looksLikeMarkup(start)) return { refused: 'file.web-page' }
  if (sniffed) return { refused: 'file.type' }
  return await recogniseText(file)
}

/** Windows, Linux and macOS programs, shortcuts, and scripts that name their interpreter. */
function isProgram(start: string): boolean {
  return ['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '#!', 'L\0\0\0\x01\x14\x02'].some((mark) =>
    start.startsWith(mark),
  )
}

/** HTML and SVG run scripts in a browser that is led to show them; XML can become either. */
function looksLikeMarkup(start: string): boolean {
  const text = start
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  return text.startsWith('<') || /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta)\b/i.test(text)
}

async function recogniseText(file: {
  name: string
  size: number
  readAt: ReadAt
}): Promise<{ type: FileType } | { refused: string }> {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  const type = (['csv', 'txt'] as const).find((kind) => endings[kind].includes(ending))
  if (!type) return { refused: 'file.type' }
  const step = 1_000_000
  for (let at = 0; at < file.size; at += step) {
    const part = await file.readAt(at, step)
    if (part.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12))
      return { refused: 'file.unreadable' }
  }
  return { type }
}
