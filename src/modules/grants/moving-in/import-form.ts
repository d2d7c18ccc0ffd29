import { parseFormFile, type FormFile } from './form-files.ts'
import type { ImportedForm, ImportOptions } from './rules/form-draft.ts'
import { importFormIo, isFormIo } from './rules/form-io.ts'
import { groupFormFiles, type FormGroup, type ReadFile } from './rules/group-files.ts'
import { emptyReport, type FormReport } from './rules/import-report.ts'
import { importJsonSchema } from './rules/json-schema.ts'
import { importQuestionSheet } from './rules/question-sheet.ts'
import { CannotImport } from './rules/source.ts'
import { importWebform } from './rules/webform.ts'
import { importXgov, isXgov } from './rules/xgov.ts'

export interface ImportResult {
  forms: { definition?: ImportedForm['definition']; report: FormReport }[]
}

/**
 * Reads old forms into draft schemes, each with a report of what came along. Files that make up one form together (schema, look and
 * translations in one folder) are read as one. What cannot be read has a report that says why, and no definition. Nothing in the
 * files is run; each is at most 10 MB.
 */
export async function importForm(files: readonly FormFile[], options: ImportOptions = {}): Promise<ImportResult> {
  const parsed: ReadFile[] = []
  for (const file of files) parsed.push(await parseFormFile(file))
  const result: ImportResult = { forms: [] }
  for (const group of groupFormFiles(parsed)) result.forms.push(readGroup(group, options))
  return result
}

function readGroup(group: FormGroup, options: ImportOptions): ImportResult['forms'][number] {
  try {
    return readForm(group, options)
  } catch (error) {
    if (error instanceof CannotImport) return { report: emptyReport(group.file, group.kind, error.path, error.why) }
    // The reader met something it was not made for: that form is refused, the others are not.
    const why = error instanceof RangeError ? 'it is nested too deeply' : 'it is not built as the format says'
    return { report: emptyReport(group.file, group.kind, '', why) }
  }
}

function readForm(group: FormGroup, options: ImportOptions): ImportedForm {
  const { file } = group
  switch (group.kind) {
    case 'refused':
      throw new CannotImport(group.path, group.why)
    case 'json-schema':
      return importJsonSchema(file, group, options)
    case 'webform':
      return importWebform(file, group, options)
    case 'sheet':
      return importQuestionSheet(file, group.rows, options)
    case 'json':
      if (isXgov(group.value)) return importXgov(file, group.value, options)
      if (isFormIo(group.value)) return importFormIo(file, group.value, options)
      throw new CannotImport('', 'it is none of the forms that are known: JSON Schema, XGovFormBuilder, Form.io')
  }
}
