import { municipalityOrigin } from '#platform/http/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { tellNominated } from './actions/tell-nominated.ts'
import { NOMINATED_JOB } from './rules/purpose.ts'

/** Tells who is proposed in an application that was sent. Run twice, they are told once. */
export const tellNominatedJob: Job = {
  name: NOMINATED_JOB,
  async run(services, scope, data) {
    const origin = await municipalityOrigin(services, scope.municipalityId)
    await services.db.inTransaction(scope, async (trx) => {
      const row = await trx
        .selectFrom('nomination')
        .select('id')
        .where('case_id', '=', String(data['caseId']))
        .forUpdate()
        .executeTakeFirst()
      if (row) await tellNominated(trx, services.keyring, { id: row.id, origin, now: services.now() })
    })
  },
}
