import { caseSlug } from '#cases'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { openFileStore, storeBytes } from '#platform/files/store.ts'
import { municipalityOrigin } from '#platform/http/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { isLang } from '#platform/texts/texts.ts'
import { osloDate } from '#platform/time.ts'
import { findFrozenReports, keepFrozenReport } from './actions/keep-frozen-report.ts'
import { listReportsToRemind, remindOfReport } from './actions/remind-of-reports.ts'
import { FREEZE_REPORT_JOB } from './actions/submit-report.ts'
import { frozenReport } from './frozen-report.ts'
import { getReport } from './queries/get-report.ts'
import { listSentFiles } from './queries/sent-files.ts'
import { reportTexts } from './texts/report.ts'

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

/** Makes the PDF of a report as it was sent and puts it in the case. Run twice, there is still one. */
export const freezeReportJob: Job = {
  name: FREEZE_REPORT_JOB,
  async run(services, scope, data) {
    const reportId = String(data['reportId'])
    const sent = await services.db.reading(scope, async (trx) => {
      const report = await getReport(trx, { reportId, keyring: services.keyring, now: services.now() })
      const { submittedAt, savedAt } = report
      // Returned and written in since: what was sent is no longer what stands there, and will be kept when it is sent anew.
      if (!submittedAt || (savedAt && savedAt > submittedAt)) return undefined
      const found = await findFrozenReports(trx, { caseId: report.caseId, submittedAt })
      if (found.kept) return undefined
      const municipality = await trx.selectFrom('municipality').select(['name', 'organisation_number']).executeTakeFirstOrThrow()
      return { report, submittedAt, municipality, again: found.earlier, ...(await listSentFiles(trx, reportId)) }
    })
    if (!sent) return
    const { report, submittedAt, submittedBy } = sent
    const lang = isLang(report.language) ? report.language : 'nb'
    const pdf = await renderPdf({ template: 'application', lang, createdAt: submittedAt, data: frozenReport(sent, lang) })
    const title = reportTexts[lang].file(report.caseNumber, sent.again)
    const name = `${title.replace('/', '-')}.pdf`
    const file = await storeBytes(openFileStore(services.dataDir), scope, { name, type: 'pdf', bytes: pdf })
    await services.db.inTransaction(scope, (trx) =>
      keepFrozenReport(trx, { caseId: report.caseId, submittedAt, submittedBy, title, file }),
    )
  },
}
