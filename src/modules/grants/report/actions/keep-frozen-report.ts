import { lockCase } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'

/** The kind of the case's documents that are reports as they were sent. */
const FROZEN_REPORT = 'report'

/** Whether this very sending is in the case already, and whether an earlier one is. */
export async function findFrozenReports(
  trx: Trx,
  sent: { caseId: string; submittedAt: Date },
): Promise<{ kept: boolean; earlier: boolean }> {
  const rows = await trx
    .selectFrom('case_document')
    .select('created_at')
    .where('case_id', '=', sent.caseId)
    .where('kind', '=', FROZEN_REPORT)
    .execute()
  const times = rows.map((row) => row.created_at.getTime())
  return { kept: times.includes(sent.submittedAt.getTime()), earlier: times.some((at) => at < sent.submittedAt.getTime()) }
}

/** Puts the PDF of a sending into the case, open to the recipient. Done twice, there is still one. */
export async function keepFrozenReport(
  trx: Trx,
  sent: { caseId: string; submittedAt: Date; submittedBy: string | null; title: string; file: StoredBytes },
): Promise<void> {
  await lockCase(trx, sent.caseId)
  if ((await findFrozenReports(trx, sent)).kept) return
  const fileId = await recordFile(trx, sent.file)
  await trx
    .insertInto('case_document')
    .values({
      case_id: sent.caseId,
      file_id: fileId,
      direction: 'in',
      kind: FROZEN_REPORT,
      title: sent.title,
      shared_at: sent.submittedAt,
      created_by: sent.submittedBy,
      // It came in when it was sent, however late the file of it is made.
      created_at: sent.submittedAt,
    })
    .execute()
}
