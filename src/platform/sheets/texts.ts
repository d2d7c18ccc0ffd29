import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { SheetError } from './read-sheet.ts'

/** "Rad 4: «Beløp» må være et tall. I cellen står «mye»." – what is wrong and what to do, for a list of errors. */
export function sheetErrorText(error: SheetError, lang: Lang): string {
  const t = sheetTexts[lang]
  const sentence = t[error.reason](error.column)
  if (error.row === 0) return sentence
  return `${t.row(error.row)}: ${sentence}${error.value ? ` ${t.stands(error.value)}` : ''}`
}

const sheetTexts = defineTexts({
  nb: {
    row: (row: number) => `Rad ${row}`,
    stands: (value: string) => `I cellen står «${value}».`,
    'sheet.empty': () => 'Filen er tom.',
    'sheet.too-large': () => 'Filen er for stor. Den kan være på høyst 10 MB.',
    'sheet.too-many-rows': () =>
      'Arket er for stort. Det kan ha høyst 50 000 rader og 200 kolonner. Slett tomme celler langt ute, eller del arket.',
    'sheet.unreadable': () => 'Filen kan ikke leses. Lagre den som Excel-arbeidsbok (.xlsx) eller CSV, uten passord.',
    'sheet.missing-column': (column: string) => `Kolonnen «${column}» mangler. Overskriftene må stå i den øverste raden.`,
    'sheet.twice': (column: string) => `Kolonnen «${column}» finnes to ganger. Behold én.`,
    'cell.required': (column: string) => `«${column}» må fylles ut.`,
    'cell.number': (column: string) => `«${column}» må være et tall.`,
    'cell.integer': (column: string) => `«${column}» må være et helt tall.`,
    'cell.kr': (column: string) => `«${column}» må være et beløp i kroner med høyst to desimaler.`,
    'cell.date': (column: string) => `«${column}» må være en dato, for eksempel 24.12.2026.`,
    'cell.one-of': (column: string) => `«${column}» har en verdi som ikke er blant dem som kan brukes.`,
    'cell.too-long': (column: string) => `«${column}» er for lang.`,
    'cell.too-large': (column: string) => `«${column}» er for høyt.`,
    'cell.too-small': (column: string) => `«${column}» er for lavt.`,
  },
  nn: {
    row: (row: number) => `Rad ${row}`,
    stands: (value: string) => `I cella står «${value}».`,
    'sheet.empty': () => 'Fila er tom.',
    'sheet.too-large': () => 'Fila er for stor. Ho kan vere på høgst 10 MB.',
    'sheet.too-many-rows': () =>
      'Arket er for stort. Det kan ha høgst 50 000 rader og 200 kolonnar. Slett tomme celler langt ute, eller del arket.',
    'sheet.unreadable': () => 'Fila kan ikkje lesast. Lagre ho som Excel-arbeidsbok (.xlsx) eller CSV, utan passord.',
    'sheet.missing-column': (column: string) => `Kolonnen «${column}» manglar. Overskriftene må stå i den øvste rada.`,
    'sheet.twice': (column: string) => `Kolonnen «${column}» finst to gonger. Behald éin.`,
    'cell.required': (column: string) => `«${column}» må fyllast ut.`,
    'cell.number': (column: string) => `«${column}» må vere eit tal.`,
    'cell.integer': (column: string) => `«${column}» må vere eit heilt tal.`,
    'cell.kr': (column: string) => `«${column}» må vere eit beløp i kroner med høgst to desimalar.`,
    'cell.date': (column: string) => `«${column}» må vere ein dato, til dømes 24.12.2026.`,
    'cell.one-of': (column: string) => `«${column}» har ein verdi som ikkje er blant dei som kan brukast.`,
    'cell.too-long': (column: string) => `«${column}» er for lang.`,
    'cell.too-large': (column: string) => `«${column}» er for høgt.`,
    'cell.too-small': (column: string) => `«${column}» er for lågt.`,
  },
  en: {
    row: (row: number) => `Row ${row}`,
    stands: (value: string) => `The cell says “${value}”.`,
    'sheet.empty': () => 'The file is empty.',
    'sheet.too-large': () => 'The file is too large. It may have at most 10 MB.',
    'sheet.too-many-rows': () =>
      'The sheet is too large. It may have at most 50,000 rows and 200 columns. Delete empty cells far out, or split the sheet.',
    'sheet.unreadable': () => 'The file cannot be read. Save it as an Excel workbook (.xlsx) or CSV, without a password.',
    'sheet.missing-column': (column: string) => `The column “${column}” is missing. The headings must be in the top row.`,
    'sheet.twice': (column: string) => `The column “${column}” is there twice. Keep one.`,
    'cell.required': (column: string) => `“${column}” must be filled in.`,
    'cell.number': (column: string) => `“${column}” must be a number.`,
    'cell.integer': (column: string) => `“${column}” must be a whole number.`,
    'cell.kr': (column: string) => `“${column}” must be an amount in kroner with at most two decimals.`,
    'cell.date': (column: string) => `“${column}” must be a date, for example 24.12.2026.`,
    'cell.one-of': (column: string) => `“${column}” has a value that is not among those that can be used.`,
    'cell.too-long': (column: string) => `“${column}” is too long.`,
    'cell.too-large': (column: string) => `“${column}” is too high.`,
    'cell.too-small': (column: string) => `“${column}” is too low.`,
  },
})
