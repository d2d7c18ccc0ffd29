import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Conflict } from '#platform/errors.ts'
import { deleteFile, recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import { mergeAnswers, type Merged } from '../../application/rules/merge.ts'
import { sealAnswers } from '../../application/sealed-answers.ts'
import type { Answer, Answers } from '../../model.ts'
import type { AccountLine } from '../../model.ts'
import { getOwnReport } from '../queries/who-may-read.ts'
import type { Report } from '../queries/get-report.ts'

/** The key that the accounts go by among the answers when two tabs are compared. */
export const ACCOUNTS = 'accounts'

export interface SaveReport {
  reportId: string
  personId: string
  keyring: Keyring
  now: Date
  /** What was typed on the page, by field. */
  read: ReadonlyMap<string, Answer | undefined>
  /** The lines as typed; undefined where the page has none. */
  accounts?: (report: Report) => AccountLine[]
  /** The mark of each field's stored value when the page was shown. */
  seen: (key: string) => string
  /** Changes that come after what was typed: what a register says. */
  then?: (answers: Answers, report: Report) => Answers
}

/**
 * Saves what was typed in a report that is due or returned. A field changed elsewhere meanwhile is left and told of. No event: what
 * is not sent is nobody's but the recipient's. Throws Conflict 'alreadySent' when it has been sent.
 */
export async function saveReport(trx: Trx, input: SaveReport): Promise<{ conflicts: Merged['conflicts'] }> {
  const report = await getOwnReport(trx, { ...input, lock: true })
  requireDraft(report)
  const mine = new Map(input.read)
  if (input.accounts) mine.set(ACCOUNTS, input.accounts(report) as unknown as Answer)
  const stored: Answers = { ...report.answers, [ACCOUNTS]: report.accounts as unknown as Answer }
  const merged = mergeAnswers(stored, mine, input.seen)
  const { [ACCOUNTS]: accounts, ...answers } = merged.answers
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'report' as const, id: report.id }
  await trx
    .updateTable('report')
    .set({
      answers: json(
        sealAnswers(report.definition, withoutFiles(report, input.then?.(answers, report) ?? answers), input.keyring, place),
      ),
      accounts: json(accounts ?? []),
      saved_at: input.now,
    })
    .where('id', '=', report.id)
    .execute()
  return { conflicts: merged.conflicts }
}

/** Attaches files whose bytes are on disk already. The report is locked, and must be a draft. */
export async function attachToReport(
  trx: Trx,
  input: {
    reportId: string
    personId: string
    keyring: Keyring
    now: Date
    files: readonly { field: string; file: StoredBytes }[]
  },
): Promise<void> {
  requireDraft(await getOwnReport(trx, { ...input, lock: true }))
  for (const { field, file } of input.files) {
    const fileId = await recordFile(trx, file)
    await trx.insertInto('report_attachment').values({ report_id: input.reportId, field, file_id: fileId }).execute()
  }
}

/** Takes a file off a report that is a draft. Done already is done. */
export async function removeFromReport(
  trx: Trx,
  input: { reportId: string; personId: string; keyring: Keyring; now: Date; attachmentId: string },
): Promise<void> {
  requireDraft(await getOwnReport(trx, { ...input, lock: true }))
  const gone = await trx
    .deleteFrom('report_attachment')
    .where('id', '=', input.attachmentId)
    .where('report_id', '=', input.reportId)
    .returning('file_id')
    .executeTakeFirst()
  if (gone) await deleteFile(trx, gone.file_id)
}

function requireDraft(report: Report): void {
  if (!['due', 'returned'].includes(report.status) || report.awardEnded) throw new Conflict({ key: 'alreadySent' })
}

function withoutFiles(report: Report, answers: Answers): Answers {
  const files = new Set(
    report.pages.flatMap((page) => page.fields.filter((field) => field.type === 'file').map((field) => field.key)),
  )
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !files.has(key)))
}
