import { caseSlug } from '#cases'
import { municipalityOrigin } from '#platform/http/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { osloDate } from '#platform/time.ts'
import { listReportsToRemind, remindOfReport } from './actions/remind-of-reports.ts'

/** Each morning: reports that are due soon, and those whose day has passed. Run twice, nobody is reminded twice. */
export const remindOfReportsJob: Job = {
  name: 'remind-of-reports',
  cron: '10 7 * * *',
  async run(services, scope) {
    const now = services.now()
    const origin = await municipalityOrigin(services, scope.municipalityId)
    for (const reminder of await services.db.reading(scope, (trx) => listReportsToRemind(trx, osloDate(now)))) {
      const address = `${origin}/min-side/saker/${caseSlug(reminder.caseNumber)}`
      await services.db.inTransaction(scope, (trx) => remindOfReport(trx, { reminder, address, now }))
    }
  },
}
