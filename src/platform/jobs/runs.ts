import { setImmediate } from 'node:timers/promises'
import type { Scope, Trx } from '#platform/database/db.ts'
import type { Services } from '#platform/http/context.ts'
import { errorData } from '#platform/log.ts'
import type {} from './tables.ts'

/** What a run is about: one kind of work on one thing. */
export interface RunAbout {
  kind: string
  subjectId: string
}

/** Work in the background that somebody waits for. */
export interface Run extends RunAbout {
  id: string
  personId: string | null
  startedAt: Date
  /** What it does just now, in a word of its kind's own. */
  stage: string | null
  total: number
  done: number
  endedAt: Date | null
  endedAs: 'finished' | 'cancelled' | 'failed' | null
}

/** How far the work has come. */
export interface Progress {
  stage: string
  done: number
  total: number
}

/** Told of each step of long work: lets others in, and throws where somebody has stopped it. */
export type Step = (at: Progress) => Promise<void>

/** For work that nobody follows: lets others in, no more. */
export const unfollowed: Step = () => setImmediate()

/** Begins a run. One under way about the same is ended first: the new one takes its place. Returns its id. */
export async function startRun(trx: Trx, about: RunAbout, total: number): Promise<string> {
  await cancelRun(trx, about)
  const last = await trx
    .selectFrom('job_run')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('subject_id', '=', about.subjectId)
    .executeTakeFirst()
  const { id } = await trx
    .insertInto('job_run')
    .values({ kind: about.kind, subject_id: about.subjectId, n: (last?.n ?? 0) + 1, total })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends what runs about this; what is written by then stays. */
export async function cancelRun(trx: Trx, about: RunAbout): Promise<void> {
  await trx
    .updateTable('job_run')
    .set((eb) => ({ ended_at: eb.fn('clock'), ended_as: 'cancelled' }))
    .where('kind', '=', about.kind)
    .where('subject_id', '=', about.subjectId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Notes how far a run has come. False when it is ended already. */
export async function advanceRun(trx: Trx, id: string, at: { done: number; total?: number; stage?: string }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job_run')
    .set(at)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The run, kept for this transaction: whoever would stop it waits. Undefined when it is ended. */
export async function lockRun(trx: Trx, id: string): Promise<Run | undefined> {
  return await selectRuns(trx).where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()
}

/** Ends a run. False when it was ended already. */
export async function endRun(trx: Trx, id: string, how: 'finished' | 'failed'): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job_run')
    .set((eb) => ({ ended_at: eb.fn('clock'), ended_as: how }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a run in the transaction of its work: when somebody stopped it meanwhile, the work is not done either. */
export async function finishRun(trx: Trx, id: string): Promise<void> {
  if (!(await endRun(trx, id, 'finished'))) throw new Stopped('stopped')
}

/** The last run about this; undefined when there was none. */
export async function findRun(trx: Trx, about: RunAbout): Promise<Run | undefined> {
  const [run] = await selectRuns(trx)
    .where('kind', '=', about.kind)
    .where('subject_id', '=', about.subjectId)
    .orderBy('n', 'desc')
    .limit(1)
    .execute()
  return run
}

/**
 * Works a run off, unless it is ended. `work` opens its own transactions and ends the run with finishRun in the last one. How far it
 * has come is written beside, twice a second, and seen by all; a stop is thrown out of its next step, so that what it has open is
 * rolled back. A fault ends the run as failed; where not even that can be written, it is thrown, and the job is tried again later.
 */
export async function workRun(
  services: Pick<Services, 'db' | 'log'>,
  scope: Scope,
  id: string,
  work: (run: Run, step: Step) => Promise<void>,
): Promise<void> {
  const run = await services.db.reading(scope, (trx) => selectRuns(trx).where('id', '=', id).executeTakeFirst())
  if (!run || run.endedAs) return
  let at: Progress | undefined
  let isOpen = true
  let noting: Promise<void> | undefined
  const note = async (progress: Progress) => {
    isOpen = await services.db.inTransaction(scope, (trx) => advanceRun(trx, id, progress))
  }
  // Begun here, before any transaction is open: its own are none of the work's.
  const timer = setInterval(() => {
    if (at && !noting)
      noting = note(at)
        .catch(() => undefined)
        .finally(() => (noting = undefined))
  }, 500)
  try {
    await work(run, async (progress) => {
      at = progress
      await setImmediate()
      if (!isOpen) throw new Stopped('stopped')
    })
  } catch (error) {
    if (error instanceof Stopped) return
    services.log.warn('run failed', { run: id, kind: run.kind, ...errorData(error) })
    await services.db.inTransaction(scope, (trx) => endRun(trx, id, 'failed'))
  } finally {
    clearInterval(timer)
    await noting
  }
}

class Stopped extends Error {}

function selectRuns(trx: Trx) {
  return trx
    .selectFrom('job_run')
    .select([
      'id',
      'kind',
      'subject_id as subjectId',
      'person_id as personId',
      'started_at as startedAt',
      'stage',
      'total',
      'done',
      'ended_at as endedAt',
      'ended_as as endedAs',
    ])
}
