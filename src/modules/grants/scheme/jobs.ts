import { municipalityOrigin } from '#platform/http/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { remindOfOpening } from './actions/remind-of-opening.ts'
import { listSchemes } from './queries/schemes.ts'
import { roundToApplyIn } from './rules/round-state.ts'

/** Every half hour: tells those who asked that a scheme has opened. Run twice, it writes to each once. */
export const remindOfOpeningsJob: Job = {
  name: 'remind-of-openings',
  cron: '*/30 * * * *',
  async run(services, scope) {
    const now = services.now()
    const origin = await municipalityOrigin(services, scope.municipalityId)
    for (const scheme of await services.db.reading(scope, listSchemes)) {
      const round = roundToApplyIn(scheme, now)
      if (!round) continue
      let told: number
      do {
        told = await services.db.inTransaction(scope, (trx) => remindOfOpening(trx, { scheme, round, origin, now }))
      } while (told > 0)
    }
  },
}
