import { caseSlug } from '#cases'
import { NotFound } from '#platform/errors.ts'
import { serveDownload } from '#platform/files/download.ts'
import { getFile } from '#platform/files/rows.ts'
import { openFileStore } from '#platform/files/store.ts'
import { currentPerson, FormStart, page, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  DateField,
  DefinitionList,
  DueDate,
  HiddenFields,
  KeyFacts,
  LinkButton,
  PageTitle,
  Section,
  Split,
  Tag,
  TextArea,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDateTime } from '#platform/time.ts'
import { possible, reportLifecycle, type ReportAction } from '../../lifecycle.ts'
import { may } from '../../review/rules/access.ts'
import type { Report } from '../queries/get-report.ts'
import { sumHeldBack } from '../queries/held-back.ts'
import { getReportForStaff } from '../queries/who-may-read.ts'
import { summariseAccounts } from '../rules/accounts.ts'
import { reportTexts } from '../texts/report.ts'
import { reviewTexts } from '../texts/review.ts'
import { reportTones } from '../texts/tones.ts'
import { ReportShown } from './report-shown.tsx'

export type ReviewAction = Exclude<ReportAction, 'submit'> | 'move'

export interface ReviewShown {
  flash?: FlashMessage
  /** The action whose form was wrong, what was typed, and the sentence per field. */
  wrong?: { action: ReviewAction; reason: string; dueOn: string; errors: Partial<Record<'reason' | 'dueOn', string>> }
}

/** GET /saker/rapporter/:id: the report beside the application's budget, and what to do with it. */
export async function showReportReview(c: Ctx, shown: ReviewShown = {}): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = reviewTexts[lang]
  const { report, heldOre } = await services.db.reading(scope, async (trx) => {
    const found = await getReportForStaff(trx, staffQuestion(c))
    return { report: found, heldOre: await sumHeldBack(trx, found.caseId) }
  })
  const isSent = report.submittedAt !== null && !['due', 'returned'].includes(report.status)
  return await page(
    c,
    {
      title: `${t.one(report.applicantName)}, ${report.caseNumber}`,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: t.title, href: '/saker/rapporter' }, { label: report.caseNumber }],
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(shown.wrong ? { status: 422 as const } : {}),
    },
    <>
      <PageTitle
        eyebrow={`${report.caseNumber} · ${report.scheme.title[lang]}`}
        title={t.one(report.applicantName)}
        tags={<Tag tone={reportTones[report.status]}>{t.status[report.status]}</Tag>}
        lead={
          isSent && report.submittedAt
            ? reportTexts[lang].sentBy(report.submittedByName ?? report.applicantName, formatDateTime(report.submittedAt, lang))
            : undefined
        }
      />
      <Facts c={c} report={report} isSent={isSent} />
      <Split
        asideLabel={t.whatNow}
        main={
          isSent ? (
            <ReportShown lang={lang} report={report} attachmentHref={(id) => `/saker/rapporter/${report.id}/fil/${id}`} />
          ) : (
            <Alert kind="info">{t.draftUnseen}</Alert>
          )
        }
        aside={<Next c={c} report={report} heldOre={heldOre} shown={shown} />}
      />
    </>,
  )
}

export function staffQuestion(c: Ctx) {
  const { services } = c.var
  return {
    reportId: c.req.param('id') ?? '',
    keyring: services.keyring,
    now: services.now(),
    asker: currentPerson(c),
  }
}

function Facts({ c, report, isSent }: { c: Ctx; report: Report; isSent: boolean }) {
  const { lang } = c.var
  const t = reviewTexts[lang]
  const sums = summariseAccounts(report.accounts, report.grantedOre)
  const hasAccounts = isSent && report.accounts.length > 0
  return (
    <KeyFacts
      facts={[
        { label: t.applied, value: formatKr(report.appliedOre, lang) },
        { label: t.granted, value: formatKr(report.grantedOre, lang) },
        ...(hasAccounts
          ? [
              { label: t.spent, value: formatKr(sums.costOre, lang) },
              { label: t.unspent, value: formatKr(sums.unspentOre, lang) },
            ]
          : []),
      ]}
    />
  )
}

/** What is done most comes first. */
const inOrder = ['approve', 'return', 'reject', 'reopen', 'waive'] as const satisfies readonly ReportAction[]

function Next({ c, report, heldOre, shown }: { c: Ctx; report: Report; heldOre: number; shown: ReviewShown }) {
  const { lang, services } = c.var
  const t = reviewTexts[lang]
  const person = currentPerson(c)
  const possibleNow = possible(reportLifecycle, report.status)
  const actions = may(person, 'reviewReport') ? inOrder.filter((action) => possibleNow.includes(action)) : []
  const unspent = report.status === 'submitted' ? summariseAccounts(report.accounts, report.grantedOre).unspentOre : 0
  const isWaitedFor = report.status === 'due' || report.status === 'returned'
  return (
    <Section title={t.whatNow}>
      <DefinitionList
        narrow
        items={[
          {
            label: t.due,
            value: <DueDate at={report.dueOn} now={services.now()} lang={lang} met={!isWaitedFor} />,
            ...(report.dueReason ? { note: t.moved(report.dueReason) } : {}),
          },
          ...(report.reviewReason ? [{ label: t.note, value: <span class="tg-prewrap">{report.reviewReason}</span> }] : []),
        ]}
      />
      {report.status === 'submitted' && heldOre > 0 ? (
        <Alert kind="info">
          {t.approveReleases(formatKr(heldOre, lang))} {t.rejectHolds}
        </Alert>
      ) : null}
      {unspent > 0 && report.accounts.length > 0 ? (
        <Alert kind="warning">{t.approveUnspent(formatKr(unspent, lang))}</Alert>
      ) : null}
      {actions.length === 0 ? <p class="tg-quiet">{t.nothingToDo}</p> : null}
      {actions.map((action) => (
        <ActionForm c={c} report={report} action={action} shown={shown} />
      ))}
      {isWaitedFor && may(person, 'reviewReport') ? <ActionForm c={c} report={report} action="move" shown={shown} /> : null}
      <LinkButton variant="tertiary" icon="file" href={`/saker/${caseSlug(report.caseNumber)}`}>
        {t.toCase}
      </LinkButton>
    </Section>
  )
}

/** One thing that can be done, folded away but for approving: the reason is read by the recipient. */
function ActionForm({ c, report, action, shown }: { c: Ctx; report: Report; action: ReviewAction; shown: ReviewShown }) {
  const { lang } = c.var
  const t = reviewTexts[lang]
  const wrong = shown.wrong?.action === action ? shown.wrong : undefined
  const label = action === 'move' ? t.move : t.actions[action]
  const form = (
    <form method="post" action={`/saker/rapporter/${report.id}`} class="tg-details__body">
      <FormStart c={c} />
      <HiddenFields values={{ revisjon: report.revision }} />
      {action === 'move' ? (
        <DateField
          lang={lang}
          id="new-day"
          name="dueOn"
          label={t.newDay}
          value={wrong?.dueOn ?? ''}
          error={wrong?.errors.dueOn}
        />
      ) : null}
      <TextArea
        lang={lang}
        id={`reason-${action}`}
        name="reason"
        label={action === 'approve' ? t.note : t.reason}
        help={action === 'approve' ? t.noteOptional : t.reasonHelp}
        optional={action === 'approve'}
        rows={3}
        maxLength={2000}
        value={wrong?.reason ?? ''}
        error={wrong?.errors.reason}
      />
      <Button
        name="gjor"
        value={action}
        variant={action === 'approve' ? 'primary' : action === 'reject' ? 'danger' : 'secondary'}
        {...(action === 'approve' ? { shortcut: 'g' } : {})}
      >
        {label}
      </Button>
    </form>
  )
  return (
    <details class="tg-details" open={action === 'approve' || wrong !== undefined}>
      <summary>
        <span>{label}</span>
      </summary>
      {form}
    </details>
  )
}

/** GET /saker/rapporter/:id/fil/:attachmentId; only of what has been sent. */
export async function downloadReviewFile(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const file = await services.db.reading(scope, async (trx) => {
    const report = await getReportForStaff(trx, staffQuestion(c))
    const attachment = report.attachments.find((each) => each.id === c.req.param('attachmentId'))
    if (!attachment || ['due', 'returned'].includes(report.status)) throw new NotFound('attachment')
    return await getFile(trx, attachment.fileId)
  })
  return await serveDownload(openFileStore(services.dataDir), file)
}
