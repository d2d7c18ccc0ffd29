import type { Job } from '#platform/jobs/jobs.ts'
import { SHEET_RUN_JOB, workSheetRun } from './actions/sheet-runs.ts'
import { sweepStaged } from './actions/sheet-stage.ts'

const KEPT_DAYS = 30

/** Each night: files that were uploaded a month ago and never brought in are thrown away, with the names and accounts in them. */
export const sweepImportsJob: Job = {
  name: 'sweep-imports',
  cron: '40 3 * * *',
  async run(services, scope) {
    const before = new Date(services.now().getTime() - KEPT_DAYS * 86_400_000)
    await services.db.inTransaction(scope, (trx) => sweepStaged(trx, before))
  },
}

/** Tries, brings in or takes back a large file; run twice, it finds the run ended, or begins what was left undone. */
export const sheetRunJob: Job = {
  name: SHEET_RUN_JOB,
  run: (services, scope, data) => workSheetRun(services, scope, String(data['runId'])),
}
