/** The kinds of file that may be attached. */
export const fileTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

export type FileType = keyof typeof fileTypes

/** Endings that say the same as the type. */
export const endings: Record<FileType, readonly string[]> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  odt: ['odt'],
  ods: ['ods'],
  csv: ['csv'],
  txt: ['txt'],
}

/** For the accept attribute of a file field, and the sentence beside it: ".pdf,.jpg,.jpeg". */
export function acceptList(types: readonly FileType[]): string {
  return types.flatMap((type) => endings[type].map((ending) => `.${ending}`)).join(',')
}
