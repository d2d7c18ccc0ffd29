/** What goes between the server and the process that makes PDFs. */

export interface PdfRequest {
  id: number
  /** Template sources by file name; `main` is the one to run. */
  sources: Record<string, string>
  main: string
  /** The document's data as JSON text. */
  data: string
  images: { path: string; bytes: Uint8Array }[]
  /** Unix seconds; the same input with the same time gives the same bytes. */
  createdAt: number
  /** What to do with a character that the font cannot show. */
  missing: 'error' | 'name'
}

export type PdfAnswer =
  | { id: number; pdf: Uint8Array }
  | { id: number; missingGlyphs: string[] }
  /** The template or its data is at fault; lines for the log. */
  | { id: number; failure: string }
