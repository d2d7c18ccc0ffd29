import type { Job } from '#platform/jobs/jobs.ts'
import { TRY_OUT_JOB, tryNextChunk } from './actions/try-out.ts'

/** Tries a draft on the scheme's applications, a chunk at a time; run twice, it goes on where it stands. */
export const tryOutJob: Job = {
  name: TRY_OUT_JOB,
  async run(services, scope, data) {
    const id = String(data['tryOutId'])
    while (await services.db.inTransaction(scope, (trx) => tryNextChunk(trx, id, services.keyring))) {
      // Between chunks others are let in.
    }
  },
}
