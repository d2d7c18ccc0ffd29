import type { Child } from 'hono/jsx'
import { Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { AnswerList } from '../../application/pages/answer-list.tsx'
import type { Report } from '../queries/get-report.ts'
import { ACCOUNTS_PAGE } from '../rules/report-pages.ts'
import { AccountsShown } from './accounts-shown.tsx'

export interface ReportShownProps {
  lang: Lang
  report: Report
  /** Where an attachment of the report is read. */
  attachmentHref: (attachmentId: string) => string
  /** What can be done with a page, beside its title. */
  actionsOf?: (page: Report['pages'][number]) => Child
  /** Keys of the questions on a page whose answers are at fault. */
  faultyOn?: (page: string) => ReadonlySet<string>
}

/** The report as it stands, page by page: accounts against budget, results and attachments. */
export function ReportShown({ lang, report, attachmentHref, actionsOf, faultyOn }: ReportShownProps) {
  const names = { districts: report.districts, files: report.attachments }
  const fileHref = (fileId: string) => attachmentHref(report.attachments.find((each) => each.fileId === fileId)?.id ?? '')
  return (
    <>
      {report.pages.map((each) => (
        <Section title={each.title[lang]} {...(actionsOf ? { actions: actionsOf(each) } : {})}>
          {each.key === ACCOUNTS_PAGE ? (
            <AccountsShown lang={lang} lines={report.accounts} grantedOre={report.grantedOre} />
          ) : null}
          <AnswerList
            lang={lang}
            fields={each.fields.filter((field) => !report.state.hidden.has(field.key))}
            answers={report.answers}
            names={names}
            fileHref={fileHref}
            {...(faultyOn ? { faulty: faultyOn(each.key) } : {})}
          />
        </Section>
      ))}
    </>
  )
}
