import { Invalid } from '#platform/errors.ts'
import { formatDate, formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { ApplicationData, LetterData, ListData, Sender } from './model.ts'
import { createPdfProcess, type PdfLimits, type PdfOrder, type PdfProcess } from './pdf-process.ts'
import application from './templates/application.typ?raw'
import common from './templates/common.typ?raw'
import letter from './templates/letter.typ?raw'
import list from './templates/list.typ?raw'
import { documentTexts } from './texts.ts'

interface Settings {
  lang: Lang
  /** Stands in the file; the same input with the same time gives the same bytes. */
  createdAt: Date
  /**
   * A character that the font lacks (it has Latin with Sámi, Greek and Cyrillic; no emoji): 'error' throws Invalid, 'name' writes
   * "[U+1F600]" in its place. A letter defaults to 'error', since its author can change it; the others to 'name'.
   */
  missing?: 'error' | 'name'
  /** Goes before what waits: somebody looks at the screen. */
  urgent?: boolean
}

export type RenderInput = Settings &
  (
    | { template: 'letter'; data: LetterData }
    | { template: 'application'; data: ApplicationData }
    | { template: 'list'; data: ListData }
  )

const defaults: PdfLimits = { timeoutMs: 20_000, documentsPerProcess: 300, waiting: 5_000, idleMs: 120_000 }
const templates = { letter, application, list }
let shared: PdfProcess | undefined

/**
 * Makes a PDF that is both PDF/A-2a (archive) and PDF/UA-1 (accessible); throws rather than giving one that is not.
 * Data is shown as text whatever it holds. Throws Invalid ('document.missing-glyph', data.characters) for characters the font
 * lacks, and an ordinary Error for a fault of ours or a document that takes over 20 seconds. Does not block the event loop.
 */
export async function renderPdf(input: RenderInput): Promise<Uint8Array> {
  return await orderPdf(
    {
      sources: { 'common.typ': common, 'main.typ': templates[input.template] },
      main: 'main.typ',
      data: JSON.stringify({ ...prepared(input), lang: input.lang, words: documentTexts[input.lang] }),
      images: [],
      createdAt: Math.floor(input.createdAt.getTime() / 1000),
      missing: input.missing ?? (input.template === 'letter' ? 'error' : 'name'),
    },
    input.urgent ?? false,
  )
}

/** Hands an order to the process and turns its answer into bytes or an error. Used by what makes PDFs of other kinds. */
export async function orderPdf(order: PdfOrder, urgent: boolean): Promise<Uint8Array> {
  shared ??= createPdfProcess(defaults)
  const answer = await shared.make(order, urgent)
  if ('pdf' in answer) return answer.pdf
  if ('missingGlyphs' in answer) {
    throw new Invalid([{ key: 'document.missing-glyph', data: { characters: answer.missingGlyphs.join(' ') } }])
  }
  throw new Error(`The document could not be made: ${answer.failure}`)
}

/** Ends the child process; for a graceful stop. The next document starts a new one. */
export function stopPdfProcess(): void {
  shared?.stop()
  shared = undefined
}

function prepared(input: RenderInput): object {
  checkColour(input.data.sender)
  if (input.template === 'letter') return { ...input.data, date: formatDate(input.data.date, input.lang) }
  if (input.template === 'list') return { ...input.data, date: formatDate(input.data.date, input.lang) }
  const attachments = input.data.attachments?.map((file) => ({ ...file, size: formatSize(file.size, input.lang) }))
  return { ...input.data, sentAt: undefined, sent: formatDateTime(input.data.sentAt, input.lang), attachments }
}

function checkColour(sender: Sender): void {
  if (sender.colour !== undefined && !/^#[0-9a-f]{6}$/i.test(sender.colour)) {
    throw new Error(`The sender's colour must be written #rrggbb, not "${sender.colour}".`)
  }
}

/** "1,2 MB", "340 kB": decimal units, as files are shown elsewhere. */
export function formatSize(bytes: number, lang: Lang): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [Math.max(1, Math.round(bytes / 1000)), 'kB']
  const shown = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : `${lang}-NO`, { maximumFractionDigits: 1 }).format(value)
  return `${shown}\u00a0${unit}`
}
