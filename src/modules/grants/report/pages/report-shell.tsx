import type { Child } from 'hono/jsx'
import { caseSlug } from '#cases'
import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  DefinitionList,
  DueDate,
  PageTitle,
  SaveState,
  Steps,
  type FlashMessage,
  type Step,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { isEmpty } from '../../application/rules/fields.ts'
import type { Report } from '../queries/get-report.ts'
import { checkReportPage } from '../rules/check-report.ts'
import { ACCOUNTS_PAGE } from '../rules/report-pages.ts'
import { reportTexts } from '../texts/report.ts'

export const CHECK = 'kontroll'

export function reportPath(report: Pick<Report, 'id'>, last = ''): string {
  return `/min-side/rapport/${report.id}${last ? `/${last}` : ''}`
}

/** The question every door to a recipient's report asks the database with. */
export function reportQuestion(c: Ctx) {
  const { services } = c.var
  return {
    reportId: c.req.param('reportId') ?? '',
    personId: currentPerson(c).id,
    keyring: services.keyring,
    now: services.now(),
  }
}

/** The frame of every page of a report that is being written: of what, by when, how far. */
export function reportFrame(
  c: Ctx,
  report: Report,
  shown: { now: string; title: string; status?: 200 | 409 | 422; flash?: FlashMessage },
  children: Child,
): Response | Promise<Response> {
  const { lang } = c.var
  const t = reportTexts[lang]
  return page(
    c,
    {
      title: `${shown.title} – ${t.eyebrow(report.scheme.title[lang])}`,
      status: shown.status ?? 200,
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(report.organisationId ? { actingFor: report.applicantName } : {}),
      breadcrumbs: [
        { label: t.myPage, href: '/min-side' },
        { label: report.caseNumber, href: `/min-side/saker/${caseSlug(report.caseNumber)}` },
        { label: t.title },
      ],
    },
    <>
      <PageTitle eyebrow={t.eyebrow(report.scheme.title[lang])} title={shown.title} />
      {report.status === 'returned' && report.reviewReason ? (
        <Alert kind="warning" title={t.returnedTitle}>
          <p class="tg-prewrap">{report.reviewReason}</p>
          <p>{t.returnedLead}</p>
        </Alert>
      ) : null}
      <DefinitionList
        narrow
        items={[
          { label: t.granted, value: formatKr(report.grantedOre, lang) },
          {
            label: t.due,
            value: <DueDate at={report.dueOn} now={c.var.services.now()} lang={lang} />,
            ...(report.dueReason ? { note: t.movedBecause(report.dueReason) } : {}),
          },
        ]}
      />
      <div id="report-steps" data-live>
        <Steps lang={lang} label={t.stepsLabel} steps={stepsOf(report, shown.now, lang)} />
      </div>
      <SaveState lang={lang} {...(report.savedAt ? { savedAt: clock(report.savedAt) } : {})} />
      {children}
    </>,
  )
}

function stepsOf(report: Report, now: string, lang: Ctx['var']['lang']): Step[] {
  const here = report.pages.findIndex((each) => each.key === now)
  const steps = report.pages.map((each, index): Step => {
    const base = { label: each.title[lang], href: reportPath(report, each.key) }
    if (each.key === now) return { ...base, state: 'now' }
    const begun =
      each.fields.some((field) => !isEmpty(field, report.answers[field.key])) ||
      (each.key === ACCOUNTS_PAGE && report.accounts.some((line) => line.typed === undefined))
    // A page nobody has come to yet misses nothing.
    if (!begun && here !== -1 && index > here) return { ...base, state: 'todo' }
    const problems = checkReportPage(report, each)
    return { ...base, state: problems.answers.length + problems.accounts.length > 0 ? 'missing' : 'done' }
  })
  return [
    ...steps,
    { label: reportTexts[lang].checkTitle, href: reportPath(report, CHECK), state: now === CHECK ? 'now' : 'todo' },
  ]
}

/** "14.05": the hour in Oslo. */
function clock(at: Date): string {
  return at.toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).replace(':', '.')
}
