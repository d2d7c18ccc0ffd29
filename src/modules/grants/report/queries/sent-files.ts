import type { Trx } from '#platform/database/db.ts'

interface SentFiles {
  submittedBy: string | null
  files: { fileId: string; name: string; size: number; sha256: string }[]
}

/** Who sent a report, and its attachments with the hash in hex of each. */
export async function listSentFiles(trx: Trx, reportId: string): Promise<SentFiles> {
  const { submitted_by } = await trx
    .selectFrom('report')
    .select('submitted_by')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('report_attachment as a')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.municipality_id', '=', 'a.municipality_id').onRef('f.id', '=', 'a.file_id'),
    )
    .select(['f.id', 'f.name', 'f.size', 'f.sha256'])
    .where('a.report_id', '=', reportId)
    .orderBy('f.created_at')
    .orderBy('a.id')
    .execute()
  return {
    submittedBy: submitted_by,
    files: rows.map((row) => ({ fileId: row.id, name: row.name, size: row.size, sha256: row.sha256.toString('hex') })),
  }
}
