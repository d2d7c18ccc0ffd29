import { endings, type FileType } from './types.ts'

const MOST_CHARACTERS = 120

/**
 * The uploader's name for a file made fit to show and to download under: no folders, no invisible characters, not too long, and an
 * ending that says what the bytes are ("regnskap.exe" that is a PDF becomes "regnskap.exe.pdf").
 */
export function cleanFileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Control characters, text direction, and what no file system takes.
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"|?*]/gu, '').replace(/\s+/g, ' ')
  const name = visible.replace(/^[. ]+|[. ]+$/g, '')
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const right = endings[type].includes(ending)
  const stem = right ? name.slice(0, -ending.length - 1) : name
  const short = [...(stem || 'vedlegg')].slice(0, MOST_CHARACTERS).join('').trimEnd()
  return `${short}.${right ? ending : endings[type][0]}`
}

/**
 * Content-Disposition for a download (RFC 6266): plain letters for old programs, and the whole name in UTF-8 (RFC 8187).
 */
export function attachmentHeader(name: string): string {
  const plain = name
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
