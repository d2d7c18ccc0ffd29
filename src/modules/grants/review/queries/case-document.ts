import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { getFile, type FileRow } from '#platform/files/rows.ts'
import { getCaseForStaff } from './case-access.ts'

/** The file of a case's document, for staff to whom the case is open. Throws NotFound. */
export async function getCaseDocumentFile(
  trx: Trx,
  documentId: string,
  asker: { id: string; roles: readonly string[] },
): Promise<FileRow> {
  const row = await trx
    .selectFrom('case_document')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.municipality_id', '=', 'case_document.municipality_id')
        .onRef('case_file.id', '=', 'case_document.case_id'),
    )
    .select(['case_document.file_id', 'case_file.number'])
    .where('case_document.id', '=', documentId)
    .executeTakeFirst()
  if (!row?.file_id) throw new NotFound('document')
  await getCaseForStaff(trx, row.number, asker)
  return await getFile(trx, row.file_id)
}
