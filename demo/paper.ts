import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A one-page PDF with a title and lines: the accounts, reports and agreements that applicants attach. */
export async function paper(title: string, lines: readonly string[], at: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(title)
  document.setCreationDate(at)
  document.setModificationDate(at)
  const [regular, bold] = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ]
  const page = document.addPage([595, 842])
  page.drawText(title, { x: 64, y: 760, size: 20, font: bold })
  for (const [index, line] of lines.entries()) page.drawText(line, { x: 64, y: 720 - index * 22, size: 11, font: regular })
  return await document.save()
}
