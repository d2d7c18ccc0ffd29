import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { getFile, type FileRow } from '#platform/files/rows.ts'

export interface SharedDocument {
  id: string
  kind: string
  title: string
  direction: 'in' | 'out' | 'internal'
  at: Date
  fileId: string | null
}

export interface Question {
  id: string
  question: string
  answerBy: string
  askedAt: Date
  answer: string | null
  answeredAt: Date | null
}

/** Documents the applicant sees on the case page, oldest first. A letter of decision is read where the decision is shown. */
export async function listSharedDocuments(
  trx: Trx,
  caseId: string,
  now: Date,
  except: readonly string[],
): Promise<SharedDocument[]> {
  const rows = await trx
    .selectFrom('case_document')
    .select(['id', 'kind', 'title', 'direction', 'created_at', 'file_id'])
    .where('case_id', '=', caseId)
    .where('shared_at', '<=', now)
    .where('direction', '<>', 'internal')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => !except.includes(row.kind))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      direction: row.direction,
      at: row.created_at,
      fileId: row.file_id,
    }))
}

/** The file of a document that is shared in this very case. Throws NotFound. */
export async function getSharedFile(
  trx: Trx,
  caseId: string,
  documentId: string,
  now: Date,
  except: readonly string[],
): Promise<FileRow> {
  const document = (await listSharedDocuments(trx, caseId, now, except)).find((each) => each.id === documentId)
  if (!document?.fileId) throw new NotFound('document')
  return await getFile(trx, document.fileId)
}

/** What the municipality has asked, oldest first. */
export async function listQuestions(trx: Trx, caseId: string): Promise<Question[]> {
  const rows = await trx.selectFrom('information_request').selectAll().where('case_id', '=', caseId).orderBy('asked_at').execute()
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    answerBy: row.answer_by,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredAt: row.answered_at,
  }))
}
