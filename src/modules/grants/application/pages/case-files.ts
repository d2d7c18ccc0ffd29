import { currentPerson, type Ctx } from '#platform/http/index.ts'
import { serveDownload } from '#platform/files/download.ts'
import { openFileStore } from '#platform/files/store.ts'
import { osloDate } from '#platform/time.ts'
import { LETTER_KIND } from '../../decision/actions/release-decision.ts'
import { getMyCase } from '../queries/my-cases.ts'
import { getSharedFile } from '../queries/my-case-file.ts'

/** The letter of decision is opened where the decision is shown: that it was opened is recorded there. */
export const notInList = [LETTER_KIND]

/** GET /min-side/saker/:number/dokument/:documentId */
export async function downloadCaseFile(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const now = services.now()
  const file = await services.db.reading(scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', currentPerson(c).id, osloDate(now))
    return await getSharedFile(trx, found.id, c.req.param('documentId') ?? '', now, notInList)
  })
  return await serveDownload(openFileStore(services.dataDir), file)
}
