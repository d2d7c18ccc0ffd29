import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

// PDF/A wants every XMP property outside its own list described in the file itself.
const uaSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`

/**
 * Marks a PDF/A-2a file as PDF/UA-1 as well (ISO 14289-1): the title is shown, and the metadata says part 1. The compiler can
 * check both standards but write only one; the caller has let it check UA first.
 */
export async function stampAccessible(pdfA: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdfA, { updateMetadata: false })
  const { catalog, context } = document
  const viewer = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  viewer.set(PDFName.of('DisplayDocTitle'), context.obj(true))
  catalog.set(PDFName.of('ViewerPreferences'), viewer)

  const reference = catalog.get(PDFName.of('Metadata'))
  const metadata = context.lookup(reference)
  if (!(metadata instanceof PDFRawStream)) throw new Error('The PDF has no metadata to mark.')
  const marked = markXmp(new TextDecoder().decode(metadata.contents))
  // Metadata stays uncompressed, so that tools that do not read PDF find it.
  context.assign(reference as never, context.stream(new TextEncoder().encode(marked), { Type: 'Metadata', Subtype: 'XML' }))
  return await document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false })
}

function markXmp(xmp: string): string {
  const described = xmp.replace('<pdfaExtension:schemas><rdf:Bag>', `$&${uaSchema}`)
  const marked = described
    .replace('xmlns:pdfaid=', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  $&')
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>$&')
  if (described === xmp || !marked.includes('xmlns:pdfuaid=') || !marked.includes('<pdfuaid:part>1<')) {
    throw new Error('The metadata is not in the form the stamp knows.')
  }
  return marked
}
