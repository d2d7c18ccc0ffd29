import { lockCase } from '#cases'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { recordFile } from '#platform/files/rows.ts'
import { openFileStore, storeBytes } from '#platform/files/store.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { isLang } from '#platform/texts/texts.ts'
import { FREEZE_JOB } from './actions/write-application.ts'
import { frozenApplication } from './frozen-application.ts'
import { getSentApplication } from './queries/get-sent-application.ts'
import { sentTexts } from './texts/sent.ts'

/** The kind of the case's document that is the application as it was sent. */
export const FROZEN_KIND = 'application'

/** Makes the PDF of what was sent and puts it in the case. Run twice, there is still one. */
export const freezeApplicationJob: Job = {
  name: FREEZE_JOB,
  async run(services, scope, data) {
    const caseId = String(data['caseId'])
    const { application, municipality, frozen } = await services.db.reading(scope, async (trx) => ({
      application: await getSentApplication(trx, caseId),
      municipality: await trx
        .selectFrom('municipality')
        .select(['name', 'organisation_number', 'settings'])
        .executeTakeFirstOrThrow(),
      frozen: await trx
        .selectFrom('case_document')
        .select('id')
        .where('case_id', '=', caseId)
        .where('kind', '=', FROZEN_KIND)
        .executeTakeFirst(),
    }))
    if (frozen) return
    const lang = isLang(application.language) ? application.language : 'nb'
    const pdf = await renderPdf({
      template: 'application',
      lang,
      createdAt: application.submittedAt,
      data: frozenApplication(application, municipality, lang),
    })
    const title = sentTexts[lang].applicationFile(application.caseNumber)
    const bytes = await storeBytes(openFileStore(services.dataDir), scope, {
      name: `${title.replace('/', '-')}.pdf`,
      type: 'pdf',
      bytes: pdf,
    })
    await services.db.inTransaction(scope, async (trx) => {
      await lockCase(trx, caseId)
      const before = await trx
        .selectFrom('case_document')
        .select('id')
        .where('case_id', '=', caseId)
        .where('kind', '=', FROZEN_KIND)
        .executeTakeFirst()
      if (before) return
      const fileId = await recordFile(trx, bytes)
      await trx
        .insertInto('case_document')
        .values({
          case_id: caseId,
          file_id: fileId,
          direction: 'in',
          kind: FROZEN_KIND,
          title,
          shared_at: application.submittedAt,
          created_by: application.senderId,
          // It came in when it was sent, however late the file of it is made.
          created_at: application.submittedAt,
        })
        .execute()
    })
  },
}
