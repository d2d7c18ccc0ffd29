import { lockCase, recordEvent } from '#cases'
import { Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { roleFor, type Actor } from './actor.ts'

/** Adds a document to a case; its bytes are on disk already. Shared ones the applicant sees on the case's page. */
export async function addDocument(
  trx: Trx,
  input: {
    caseId: string
    title: string
    direction: 'in' | 'internal'
    share: boolean
    file: StoredBytes
    by: Actor
    at: Date
  },
): Promise<{ id: string }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  if (input.title.trim() === '' || input.title.length > 200) throw new Invalid([{ key: 'documentTitle', field: 'documentTitle' }])
  const fileId = await recordFile(trx, input.file)
  const document = await trx
    .insertInto('case_document')
    .values({
      case_id: found.id,
      file_id: fileId,
      direction: input.direction,
      kind: input.direction === 'in' ? 'received' : 'internal',
      title: input.title.trim(),
      shared_at: input.share ? input.at : null,
      created_by: input.by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'document-added',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { documentId: document.id, direction: input.direction, shared: input.share },
  })
  return document
}

/** The letter or e-mail that an application came as: kept with the case it was registered in, part of the registration's event. */
export async function addScan(trx: Trx, input: { caseId: string; title: string; file: StoredBytes; by: Actor }): Promise<void> {
  const fileId = await recordFile(trx, input.file)
  await trx
    .insertInto('case_document')
    .values({
      case_id: input.caseId,
      file_id: fileId,
      direction: 'in',
      kind: 'application-scan',
      title: input.title,
      created_by: input.by.id,
    })
    .execute()
}
