import type { Job } from '#platform/jobs/jobs.ts'
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
