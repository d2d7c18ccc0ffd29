import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { cleanData } from './clean-text.ts'
import { readCoverage } from './font-coverage.ts'
import type { PdfAnswer, PdfRequest } from './pdf-protocol.ts'
import { stampAccessible } from './stamp.ts'

/**
 * The process that makes PDFs, one at a time. Apart from the server because compiling is synchronous and leaks about 0.7 MB a
 * document; the server starts a new one now and then. It knows no template: sources and data come with each request.
 */

const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']
const fontFolder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
const fonts = weights.map((weight) => readFileSync(path.join(fontFolder, weight, `SourceSans3_${weight}.ttf`)))
// The weights cover the same characters; each is asked, so that a font that does not is found here and not in a letter.
const coverages = fonts.map(readCoverage)
const covers = (codePoint: number): boolean => coverages.every((has) => has(codePoint))

// A folder that is not there: templates live in memory, and nothing on the disk can be read by one.
const workspace = path.resolve('/torg-has-no-such-folder')
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  const { id } = request
  if (Object.values(request.sources).some((source) => source.includes('"@')))
    return { id, failure: 'A template takes packages from the net.' }
  const { data, missingGlyphs } = cleanData(JSON.parse(request.data), covers, request.missing)
  if (missingGlyphs.length > 0) return { id, missingGlyphs }
  try {
    compiler.resetShadow()
    for (const [name, source] of Object.entries(request.sources)) compiler.addSource(path.join(workspace, name), source)
    for (const image of request.images) compiler.mapShadow(path.join(workspace, image.path), Buffer.from(image.bytes))
    const result = compiler.compile({
      mainFilePath: path.join(workspace, request.main),
      inputs: { data: JSON.stringify(data) },
      resetRead: true,
    })
    const warnings = result.takeWarnings()
    // A missing font is only a warning, and another one would be used in its place.
    const fontWarning = warnings && compiler.fetchDiagnostics(warnings).find((w) => String(w.message).includes('font'))
    const failed = result.takeError()
    if (failed || fontWarning) return { id, failure: JSON.stringify(failed ? compiler.fetchDiagnostics(failed) : fontWarning) }
    const document = result.result
    if (!document) return { id, failure: 'The compiler gave no document.' }
    // The gate: refuses what is not PDF/UA-1 (missing alternative text, skipped heading level, missing title or glyph).
    compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: request.createdAt })
    const archive = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: request.createdAt })
    return { id, pdf: await stampAccessible(archive) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(10)
  }
}

process.on('message', (request: PdfRequest) => {
  void answer(request).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
