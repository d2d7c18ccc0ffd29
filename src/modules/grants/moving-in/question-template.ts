import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { exampleRows, questionHeadings } from './rules/question-columns.ts'

/** The Excel template for bringing a form in: one question in each row, with examples to write over. */
export async function questionSheetTemplate(language: 'nb' | 'en'): Promise<Buffer> {
  const columns: Record<string, { label: string; kind: 'text' }> = Object.fromEntries(
    Object.entries(questionHeadings).map(([name, heading]) => [name, { label: heading[language], kind: 'text' }]),
  )
  const rows = exampleRows(language).map((row): Record<string, string> => ({ ...row }))
  return await writeSheet(columns, rows, { sheetName: language === 'nb' ? 'Spørsmål' : 'Questions' })
}
