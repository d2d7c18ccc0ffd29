import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Scope, type Trx } from '#platform/database/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { Services } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { cancelRun, findRun, finishRun, startRun, unfollowed, workRun, type Step } from '#platform/jobs/runs.ts'
import { osloDate } from '#platform/time.ts'
import { getBatch, readStaged } from '../queries/sheet-batches.ts'
import { planImport, type Import } from '../queries/sheet-plan.ts'
import { AT_ONCE, runKinds, type SheetRun } from '../rules/sheet-runs.ts'
import { trialOf } from '../rules/sheet-trial.ts'
import { sealStaged } from '../staged-cells.ts'
import { importBatch } from './sheet-import.ts'
import { requireBroughtIn, requireIdle } from './sheet-stage.ts'
import { undoImport } from './sheet-undo.ts'

export const SHEET_RUN_JOB = 'import-sheet'
/** A server that has been silent for so long is gone, and what it did is begun anew. */
const SILENCE_SECONDS = 30

/**
 * Tries a staged batch, brings it in, or takes one back: at once where the file is small, else in the background. Asked again while
 * it is under way, it is the same. Throws Conflict when somebody has brought it in meanwhile.
 */
export async function startSheetRun(trx: Trx, keyring: Keyring, batchId: string, what: SheetRun): Promise<void> {
  const about = { kind: runKinds[what], subjectId: batchId }
  const isUnderWay = async () => (await findRun(trx, about))?.endedAs === null
  if (await isUnderWay()) return
  await (what === 'undo' ? requireBroughtIn : requireIdle)(trx, batchId)
  // Two who press at once wait for each other.
  if (await isUnderWay()) return
  const rows = await countRows(trx, keyring, batchId, what)
  const id = await startRun(trx, about, rows)
  if (rows > AT_ONCE) return await enqueue(trx, SHEET_RUN_JOB, { runId: id }, { heartbeatSeconds: SILENCE_SECONDS })
  await work(trx, keyring, batchId, what, unfollowed)
  await finishRun(trx, id)
}

/** Stops what is under way with a batch. */
export async function stopSheetRuns(trx: Trx, batchId: string): Promise<void> {
  for (const kind of Object.values(runKinds)) await cancelRun(trx, { kind, subjectId: batchId })
}

/** Works off what was begun: all of it in one transaction, so that a stop, a fault or a server that ends leaves nothing behind. */
export async function workSheetRun(services: Pick<Services, 'db' | 'log' | 'keyring' | 'now'>, scope: Scope, runId: string) {
  await workRun(services, scope, runId, async (run, step) => {
    const what = (Object.keys(runKinds) as SheetRun[]).find((each) => runKinds[each] === run.kind)
    if (!what) throw new Error(`no file is worked on as ${run.kind}`)
    const by = { ...scope, ...(run.personId ? { personId: run.personId } : {}), now: services.now() }
    await services.db.inTransaction(by, async (trx) => {
      await work(trx, services.keyring, run.subjectId, what, step)
      await finishRun(trx, run.id)
    })
  })
}

async function work(trx: Trx, keyring: Keyring, batchId: string, what: SheetRun, step: Step): Promise<void> {
  if (what === 'undo') await undoImport(trx, batchId, step)
  else if (what === 'import') await importBatch(trx, keyring, batchId, await readImportOf(trx, keyring, batchId), step)
  else await tryBatch(trx, keyring, batchId, step)
}

/** What bringing it in would do is kept, sealed, with the cells. */
async function tryBatch(trx: Trx, keyring: Keyring, batchId: string, step: Step): Promise<void> {
  const { municipalityId, now = new Date() } = scopeOf(trx)
  const given = await readImportOf(trx, keyring, batchId)
  const trial = trialOf(await planImport(trx, given, osloDate(now), step))
  await trx
    .updateTable('import_upload')
    .set({ trial_cipher: sealStaged(keyring, 'trial', { municipalityId, batchId }, trial), tried_at: now })
    .where('batch_id', '=', batchId)
    .execute()
}

async function readImportOf(trx: Trx, keyring: Keyring, batchId: string): Promise<Import> {
  const { kind, mapping, answers } = await getBatch(trx, batchId)
  const sheets = await readStaged(trx, keyring, batchId)
  if (!mapping || !sheets) throw new NotFound('upload')
  return { kind, sheets, mapping, answers }
}

async function countRows(trx: Trx, keyring: Keyring, batchId: string, what: SheetRun): Promise<number> {
  if (what === 'undo') {
    const { counts } = await getBatch(trx, batchId)
    return (counts.added ?? 0) + (counts.changed ?? 0)
  }
  const { sheets, mapping } = await readImportOf(trx, keyring, batchId)
  return sheets[mapping.sheet]?.rows.length ?? 0
}
