import { writeSheet } from '#platform/sheets/write-sheet.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { questionHeadings } from './rules/question-columns.ts'
import { exampleRows } from './rules/question-examples.ts'

/** The Excel template for bringing a form in: one question in each row, with an example of each kind to write over. */
export async function questionSheetTemplate(language: Lang): Promise<Buffer> {
  const columns: Record<string, { label: string; kind: 'text' }> = Object.fromEntries(
    Object.entries(questionHeadings).map(([name, heading]) => [name, { label: heading[language], kind: 'text' }]),
  )
  const rows = exampleRows(language).map((row): Record<string, string> => ({ ...row }))
  return await writeSheet(columns, rows, { sheetName: language === 'en' ? 'Questions' : 'Spørsmål' })
}
