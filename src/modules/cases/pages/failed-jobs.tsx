import { NotFound } from '#platform/errors.ts'
import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { listFailedJobs, retryJob } from '#platform/jobs/jobs.ts'
import { Button, DataTable, EmptyState, PageTitle } from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import { serviceTexts } from '../texts/service.ts'

/** /saker/innstillinger/jobber: jobs that gave up, with why, and a button that lets them try again. */
export async function failedJobsPage(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = serviceTexts[lang]
  const failed = await listFailedJobs(c.var.services.db, c.var.scope)
  return await page(
    c,
    {
      title: t.jobs,
      room: 'desk',
      breadcrumbs: [{ label: t.settings, href: '/saker/innstillinger' }, { label: t.jobs }],
      ...(c.req.query('melding') === 'again' ? { flash: { kind: 'success' as const, text: t.triedAgain } } : {}),
    },
    <>
      <PageTitle title={t.jobs} lead={t.jobsIntro} />
      {failed.length === 0 ? (
        <EmptyState drawing="calm" title={t.jobsEmpty}>
          <p>{t.jobsEmptyText}</p>
        </EmptyState>
      ) : (
        <DataTable
          lang={lang}
          caption={t.jobs}
          hideCaption
          rows={failed}
          columns={[
            { label: t.job, heading: true, cell: (job) => job.name },
            { label: t.when, cell: (job) => formatDateTime(job.at, lang) },
            { label: t.why, cell: (job) => job.reason },
            { label: t.attempts, numeric: true, cell: (job) => job.attempts + 1 },
            {
              label: t.again,
              hideLabel: true,
              cell: (job) => (
                <form method="post" action="/saker/innstillinger/jobber">
                  <FormStart c={c} />
                  <input type="hidden" name="id" value={job.id} />
                  <Button type="submit" variant="secondary" small>
                    {t.again}
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </>,
  )
}

export async function retryFailedJob(c: Ctx): Promise<Response> {
  const id = (await readForm(c)).text('id')
  if (!/^[0-9a-f-]{36}$/.test(id) || !(await retryJob(c.var.services.db, c.var.scope, id))) throw new NotFound('job')
  return c.redirect('/saker/innstillinger/jobber?melding=again', 303)
}
