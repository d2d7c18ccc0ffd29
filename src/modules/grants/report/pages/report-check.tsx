import { caseSlug } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { serveDownload } from '#platform/files/download.ts'
import { getFile } from '#platform/files/rows.ts'
import { openFileStore } from '#platform/files/store.ts'
import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  fieldId,
  LinkButton,
  PageTitle,
  Receipt,
  Tag,
  type FieldProblem,
} from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import { inputId, sentenceOf } from '../../application/pages/asking.ts'
import { sendReport } from '../actions/send-report.ts'
import type { Report } from '../queries/get-report.ts'
import { getOwnReport } from '../queries/who-may-read.ts'
import { checkReport, type ReportProblems } from '../rules/check-report.ts'
import { reportTexts } from '../texts/report.ts'
import { reportTones } from '../texts/tones.ts'
import { accountSentence } from './report-form.tsx'
import { CHECK, reportFrame, reportPath, reportQuestion } from './report-shell.tsx'
import { ReportShown } from './report-shown.tsx'
import { isDraft } from './report-step.tsx'

/** GET /min-side/rapport/:reportId: the first page while it is written, the whole report once it is sent. */
export async function openReport(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = reportTexts[lang]
  const report = await services.db.reading(scope, (trx) => getOwnReport(trx, reportQuestion(c)))
  if (isDraft(report)) return c.redirect(reportPath(report, report.pages[0]?.key ?? CHECK), 303)
  return await page(
    c,
    {
      title: `${t.title} ${report.caseNumber}`,
      ...(report.organisationId ? { actingFor: report.applicantName } : {}),
      breadcrumbs: [
        { label: t.myPage, href: '/min-side' },
        { label: report.caseNumber, href: `/min-side/saker/${caseSlug(report.caseNumber)}` },
        { label: t.title },
      ],
    },
    <>
      <PageTitle
        eyebrow={report.caseNumber}
        title={t.eyebrow(report.scheme.title[lang])}
        tags={<Tag tone={reportTones[report.status]}>{t.status[report.status]}</Tag>}
        lead={
          report.submittedAt
            ? t.sentBy(report.submittedByName ?? report.applicantName, formatDateTime(report.submittedAt, lang))
            : report.awardEnded
              ? t.ended
              : t.notSent
        }
      />
      {report.reviewReason ? <Alert kind="info">{t.why(report.reviewReason)}</Alert> : null}
      {report.submittedAt ? (
        <ReportShown lang={lang} report={report} attachmentHref={(id) => reportPath(report, `fil/${id}`)} />
      ) : null}
      <LinkButton variant="secondary" href={`/min-side/saker/${caseSlug(report.caseNumber)}`}>
        {t.toCase}
      </LinkButton>
    </>,
  )
}

/** GET /min-side/rapport/:reportId/kontroll */
export async function showReportCheck(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const report = await services.db.reading(scope, (trx) => getOwnReport(trx, reportQuestion(c)))
  if (!isDraft(report)) return c.redirect(reportPath(report), 303)
  return await renderCheck(c, report, false)
}

/** POST /min-side/rapport/:reportId/kontroll: sends it. Sent twice, it is sent once. */
export async function sendReportPage(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const question = reportQuestion(c)
  const receipt = `/min-side/rapport/${question.reportId}/kvittering`
  try {
    const sent = await services.db.inTransaction(scope, async (trx) => {
      await getOwnReport(trx, question)
      return await once(trx, { key: form.key, action: 'send-report', personId: question.personId, body: question.reportId }, () =>
        sendReport(trx, question),
      )
    })
    if (sent) return c.redirect(receipt, 303)
  } catch (error) {
    // Already sent, by another click or another in the organisation: the receipt is the same.
    if (error instanceof Conflict && error.reason.key === 'notInThisState') return c.redirect(receipt, 303)
    throw error
  }
  const report = await services.db.reading(scope, (trx) => getOwnReport(trx, question))
  return await renderCheck(c, report, true)
}

async function renderCheck(c: Ctx, report: Report, tried: boolean): Promise<Response> {
  const { lang } = c.var
  const t = reportTexts[lang]
  const problems = checkReport(report)
  const list = problemList(report, problems, lang)
  return await reportFrame(
    c,
    report,
    { now: CHECK, title: t.checkTitle, status: tried && list.length > 0 ? 422 : 200 },
    <>
      <p class="tg-lead">{t.checkLead}</p>
      {tried ? (
        <ErrorSummary lang={lang} title={t.problemsTitle(list.length)} problems={list.map(({ message }) => ({ message }))} />
      ) : null}
      {list.length > 0 && !tried ? (
        <Alert kind="warning" title={t.problemsTitle(list.length)}>
          <ul>
            {list.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <ToLookOver c={c} report={report} problems={problems} />
      <form method="post" action={reportPath(report, CHECK)}>
        <FormStart c={c} />
        <ButtonRow>
          <Button icon="arrow-right" iconAfter>
            {t.send}
          </Button>
          <LinkButton variant="secondary" href={reportPath(report, report.pages.at(-1)?.key ?? '')}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

/** Each fault as a link to the page and the very input. */
function problemList(report: Report, problems: Map<string, ReportProblems>, lang: Ctx['var']['lang']): FieldProblem[] {
  const link = (key: string, id: string, text: string) => ({
    message: <a href={`${reportPath(report, key)}#${id}`}>{text}</a>,
  })
  return [...problems].flatMap(([key, found]) => [
    ...found.accounts.map((each) =>
      link(key, each.key === 'noCost' ? 'q-accounts' : fieldId(each.name), accountSentence(each, lang)),
    ),
    ...found.answers.map((each) => link(key, inputId(each, report.definition), sentenceOf(each, report.definition, lang))),
  ])
}

/** The report to be looked over, with the way back to each page and what is at fault marked. */
function ToLookOver({ c, report, problems }: { c: Ctx; report: Report; problems: Map<string, ReportProblems> }) {
  const { lang } = c.var
  return (
    <ReportShown
      lang={lang}
      report={report}
      attachmentHref={(id) => reportPath(report, `fil/${id}`)}
      actionsOf={(each) => (
        <LinkButton variant="tertiary" small href={reportPath(report, each.key)}>
          {reportTexts[lang].change}
          <span class="ds-sr-only"> {each.title[lang].toLowerCase()}</span>
        </LinkButton>
      )}
      faultyOn={(key) => new Set(problems.get(key)?.answers.map((problem) => problem.field) ?? [])}
    />
  )
}

/** GET /min-side/rapport/:reportId/kvittering */
export async function showReportReceipt(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = reportTexts[lang]
  const report = await services.db.reading(scope, (trx) => getOwnReport(trx, reportQuestion(c)))
  if (!report.submittedAt || isDraft(report)) return c.redirect(reportPath(report), 303)
  return await page(
    c,
    { title: t.receiptTitle, ...(report.organisationId ? { actingFor: report.applicantName } : {}) },
    <Receipt
      lang={lang}
      title={t.receiptTitle}
      caseNumber={report.caseNumber}
      receivedAt={report.submittedAt}
      whatNow={t.receiptNow}
      action={
        <>
          <LinkButton href={`/min-side/saker/${caseSlug(report.caseNumber)}`}>{t.toCase}</LinkButton>
          <LinkButton variant="secondary" href={reportPath(report)}>
            {t.read}
          </LinkButton>
        </>
      }
    >
      <p>{t.receiptLead(report.scheme.title[lang], report.applicantName)}</p>
    </Receipt>,
  )
}

/** GET /min-side/rapport/:reportId/fil/:attachmentId */
export async function downloadReportFile(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const file = await services.db.reading(scope, async (trx) => {
    const report = await getOwnReport(trx, reportQuestion(c))
    const attachment = report.attachments.find((each) => each.id === c.req.param('attachmentId'))
    if (!attachment) throw new NotFound('attachment')
    return await getFile(trx, attachment.fileId)
  })
  return await serveDownload(openFileStore(services.dataDir), file)
}
