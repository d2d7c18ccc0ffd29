import { grantsJobs } from '#grants'
import { sweepFilesJob } from '#platform/files/sweep.ts'
import { cleanUpLogins } from '#platform/identity/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sendMailJob } from '#platform/mail/queue-mail.ts'

/** Each night: what login left behind, and keys of actions that nobody can repeat any more. */
const cleanUpJob: Job = {
  name: 'clean-up',
  cron: '20 3 * * *',
  async run(services, scope) {
    await services.db.inTransaction(scope, async (trx) => {
      await cleanUpLogins(trx, services.now())
      await trx
        .deleteFrom('idempotency')
        .where('created_at', '<', new Date(services.now().getTime() - 30 * 86_400_000))
        .execute()
    })
  },
}

/** Everything that happens later, by module. */
export const jobs: readonly Job[] = [sendMailJob, sweepFilesJob, cleanUpJob, ...grantsJobs]
