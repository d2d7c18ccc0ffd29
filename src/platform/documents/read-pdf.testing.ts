import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'

/** What tests ask of a finished PDF, read back without the program that made it. */
export interface ReadPdf {
  pages: string[]
  /** All pages, with runs of white space as one space. */
  text: string
  title: string | undefined
  lang: string
  tagged: boolean
  /** Structure types in reading order: 'H1', 'P', 'Table', 'TH' … */
  tags: string[]
  xmp: string
  showsTitle: boolean
}

/** Reads text by each font's own map to Unicode, and the structure tree. Knows what the compiler writes, not all of PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = document
  const pages = document.getPages().map((page) => {
    const resources = page.node.Resources()
    const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
    return textOf(streamText(page.node.Contents()), fontMaps(fonts))
  })
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  return {
    pages,
    text: pages.join('\n').replace(/\s+/g, ' '),
    title: document.getTitle(),
    lang: String(catalog.get(PDFName.of('Lang'))).replace(/[()]/g, ''),
    tagged: String(catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))) === 'true',
    tags: tree ? tagsUnder(tree) : [],
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '',
    showsTitle:
      String(catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.get(PDFName.of('DisplayDocTitle'))) === 'true',
  }

  function tagsUnder(node: PDFDict): string[] {
    const kind = node.get(PDFName.of('S'))
    const kids = node.lookup(PDFName.of('K'))
    const list: PDFObject[] = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
    const below = list.map((kid) => context.lookup(kid)).filter((kid) => kid instanceof PDFDict)
    return [...(kind ? [String(kind).slice(1)] : []), ...below.filter((kid) => kid.has(PDFName.of('S'))).flatMap(tagsUnder)]
  }
}

function streamText(object: unknown): string {
  if (object instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
  if (object instanceof PDFArray)
    return object
      .asArray()
      .map((_, i) => streamText(object.lookup(i)))
      .join('\n')
  return ''
}

function fontMaps(fonts: PDFDict | undefined): Map<string, Map<string, string>> {
  return new Map(
    (fonts?.keys() ?? []).map((name) => {
      const map = streamText(fonts?.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode')))
      const pairs = [...map.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]+)>/gi)].map(
        ([, glyph, units]) =>
          [String(glyph).toLowerCase(), Buffer.from(String(units), 'hex').swap16().toString('utf16le')] as const,
      )
      return [String(name), new Map(pairs)]
    }),
  )
}

/** Goes through a content stream: font choices, and strings in either notation. */
function textOf(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>()
  let text = ''
  const token = /(\/\S+) [\d.]+ Tf|<([0-9a-f]*)>|(\()|\bET\b/gi
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [whole, name, hex, open] = match
    if (name) font = fonts.get(name) ?? new Map()
    else if (whole === 'ET') text += ' '
    else {
      const literal = open ? readLiteral(content, token.lastIndex) : undefined
      if (literal) token.lastIndex = literal.end
      for (const glyph of (literal?.hex ?? hex ?? '').toLowerCase().match(/.{4}/g) ?? []) text += font.get(glyph) ?? ''
    }
  }
  return text
}

/** A literal string from after its opening parenthesis: parentheses inside it may be balanced instead of escaped. */
function readLiteral(content: string, start: number): { hex: string; end: number } {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  let raw = ''
  let depth = 1
  let at = start
  while (at < content.length) {
    const character = content[at++] ?? ''
    if (character === '(') depth++
    if (character === ')' && --depth === 0) break
    if (character !== '\\') {
      raw += character
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(content.slice(at, at + 3))?.[0]
    const next = content[at] ?? ''
    raw += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (named[next] ?? next)
    at += octal?.length ?? 1
  }
  return { hex: Buffer.from(raw, 'latin1').toString('hex'), end: at }
}
