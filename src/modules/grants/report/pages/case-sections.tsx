import { Alert, ButtonRow, DataTable, DefinitionList, DueDate, LinkButton, Section, Tag } from '#platform/look/index.ts'
import { formatDate } from '#platform/time.ts'
import type { MyCaseSection } from '../../application/pages/case-sections.ts'
import type { CaseSection } from '../../review/pages/case-sections.ts'
import { listCaseReports, listObligations, type CaseReport } from '../queries/case-follow-up.ts'
import { reportTexts } from '../texts/report.ts'
import { reviewTexts } from '../texts/review.ts'
import { reportTones } from '../texts/tones.ts'
import { ObligationsForRecipient } from './obligations.tsx'

/** The report on the staff case page: how it stands, and the way to it. */
export const reportSection: CaseSection = {
  key: 'reports',
  place: 'main',
  order: 630,
  async show({ c, trx, caseFile }) {
    const { lang, services } = c.var
    const t = reviewTexts[lang]
    const reports = await listCaseReports(trx, caseFile.id)
    if (reports.length === 0) return undefined
    return (
      <Section title={t.reports}>
        <DataTable
          lang={lang}
          caption={t.reports}
          hideCaption
          rows={reports}
          columns={[
            {
              label: t.state,
              heading: true,
              cell: (each) => <Tag tone={reportTones[each.status]}>{t.status[each.status]}</Tag>,
            },
            {
              label: t.due,
              cell: (each) => (
                <DueDate at={each.dueOn} now={services.now()} lang={lang} met={!['due', 'returned'].includes(each.status)} />
              ),
            },
            { label: t.sent, cell: (each) => (each.submittedAt ? formatDate(each.submittedAt, lang) : '–') },
            {
              label: t.whatNow,
              hideLabel: true,
              cell: (each) => (
                <LinkButton
                  variant={each.status === 'submitted' ? 'primary' : 'tertiary'}
                  small
                  href={`/saker/rapporter/${each.id}`}
                >
                  {each.status === 'submitted' ? t.readReport : t.seeReport}
                </LinkButton>
              ),
            },
          ]}
        />
      </Section>
    )
  },
}

/** A report that waits for the recipient, at the top of their case page. */
export const ownReportNow: MyCaseSection = {
  key: 'report-now',
  place: 'now',
  order: 300,
  async show({ c, trx, case: found }) {
    const { lang, services } = c.var
    const t = reportTexts[lang]
    const waiting = (await listCaseReports(trx, found.id)).filter((each) => each.status === 'due' || each.status === 'returned')
    if (waiting.length === 0) return undefined
    return (
      <>
        {waiting.map((each) => (
          <Section id={`rapport-${each.id}`} title={each.status === 'returned' ? t.returnedTitle : t.title}>
            {each.status === 'returned' && each.reviewReason ? (
              <Alert kind="warning">
                <p class="tg-prewrap">{each.reviewReason}</p>
                <p>{t.returnedLead}</p>
              </Alert>
            ) : null}
            <DefinitionList
              narrow
              items={[
                {
                  label: t.due,
                  value: <DueDate at={each.dueOn} now={services.now()} lang={lang} />,
                  ...(each.dueReason ? { note: t.movedBecause(each.dueReason) } : {}),
                },
              ]}
            />
            <ButtonRow>
              <LinkButton variant="secondary" href={`/min-side/rapport/${each.id}`}>
                {each.status === 'returned' ? t.correct : each.savedAt ? t.continueWriting : t.write}
              </LinkButton>
            </ButtonRow>
          </Section>
        ))}
      </>
    )
  },
}

/** Reports that have been sent, and the award's conditions, to read. */
export const ownFollowUp: MyCaseSection = {
  key: 'follow-up',
  place: 'main',
  order: 400,
  async show({ c, trx, case: found }) {
    const obligations = await listObligations(trx, found.id)
    const done = (await listCaseReports(trx, found.id)).filter((each) => !['due', 'returned'].includes(each.status))
    if (obligations.length + done.length === 0) return undefined
    return (
      <>
        {obligations.length > 0 ? <ObligationsForRecipient c={c} obligations={obligations} /> : null}
        {done.length > 0 ? <SentReports lang={c.var.lang} reports={done} /> : null}
      </>
    )
  },
}

function SentReports({ lang, reports }: { lang: 'nb' | 'nn' | 'en'; reports: CaseReport[] }) {
  const t = reportTexts[lang]
  return (
    <Section title={t.title}>
      {reports.map((each) => (
        <div class="tg-prose">
          <p>
            <Tag tone={reportTones[each.status]}>{t.status[each.status]}</Tag>{' '}
            {each.submittedAt ? <a href={`/min-side/rapport/${each.id}`}>{t.read}</a> : null}
          </p>
          {each.reviewReason ? <p class="tg-prewrap">{t.why(each.reviewReason)}</p> : null}
        </div>
      ))}
    </Section>
  )
}
