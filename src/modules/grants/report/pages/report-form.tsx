import type { Ctx } from '#platform/http/index.ts'
import { ErrorSummary, HiddenFields, type FieldProblem, type FlashMessage } from '#platform/look/index.ts'
import { errorsOf, storedElsewhere, summaryOf, withMine, type Asking } from '../../application/pages/asking.ts'
import { canLookUp } from '../../application/pages/look-up.ts'
import { Questions } from '../../application/pages/questions.tsx'
import { StepConflict, StepForm } from '../../application/pages/step-form.tsx'
import { markOf, type Merged } from '../../application/rules/merge.ts'
import { seenName, type FieldValues } from '../../application/rules/read-answers.ts'
import type { AccountLine, Answer, FormPage } from '../../model.ts'
import { ACCOUNTS } from '../actions/save-report.ts'
import type { Report } from '../queries/get-report.ts'
import type { AccountProblem } from '../rules/account-lines.ts'
import type { ReportProblems } from '../rules/check-report.ts'
import { ACCOUNTS_PAGE } from '../rules/report-pages.ts'
import { reportTexts } from '../texts/report.ts'
import { AccountsInput } from './accounts-input.tsx'
import { reportFrame, reportPath } from './report-shell.tsx'

export interface ReportFormShown {
  report: Report
  formPage: FormPage
  problems?: ReportProblems
  /** Reasons that belong to inputs and are not the rules': a file that could not be taken. */
  refused?: readonly { name: string; message: string }[]
  conflicts?: Merged['conflicts']
  typed?: FieldValues
  /** Only where the whole form was sent: an autosave shows no summary. */
  summary?: boolean
  flash?: FlashMessage
}

/** One step of the report: the scheme's questions by the application's engine, and the accounts. */
export function showReportForm(c: Ctx, shown: ReportFormShown): Response | Promise<Response> {
  const { lang } = c.var
  const t = reportTexts[lang]
  const { report, formPage, refused = [], conflicts = [] } = shown
  const problems = shown.problems ?? { answers: [], accounts: [] }
  const errors = errorsOf(problems.answers, report.definition, lang)
  for (const each of problems.accounts) if (!errors.has(each.name)) errors.set(each.name, accountSentence(each, lang))
  for (const each of refused) errors.set(each.name, each.message)
  const ask = asking(c, shown, errors)
  const lines = linesToShow(report, conflicts)
  const fields = formPage.fields.filter((field) => !report.state.hidden.has(field.key))
  const failed = shown.summary === true && problems.answers.length + problems.accounts.length + refused.length > 0
  const before = report.pages[report.pages.findIndex((each) => each.key === formPage.key) - 1]
  const action = reportPath(report, formPage.key)
  const marks = [
    ...fields.map((field) => [seenName(field.key), markOf(report.answers[field.key])]),
    ...(formPage.key === ACCOUNTS_PAGE ? [[seenName(ACCOUNTS), markOf(report.accounts as unknown as Answer)]] : []),
  ]
  return reportFrame(
    c,
    report,
    {
      now: formPage.key,
      title: formPage.title[lang],
      status: conflicts.length > 0 ? 409 : failed ? 422 : 200,
      ...(shown.flash ? { flash: shown.flash } : {}),
    },
    <>
      {failed ? <ErrorSummary lang={lang} problems={summary(problems, refused, report, lang)} /> : null}
      <StepConflict id="report-conflict" words={t} shown={conflicts.length > 0} />
      <StepForm c={c} words={t} action={action} fields={fields} hasBefore={before !== undefined} id="report-form">
        <HiddenFields values={Object.fromEntries(marks)} />
        {formPage.key === ACCOUNTS_PAGE ? (
          <AccountsInput
            lang={lang}
            report={report}
            lines={lines}
            errors={errors}
            {...(shown.typed ? { typed: shown.typed } : {})}
          />
        ) : null}
        <Questions ask={ask} fields={fields} />
      </StepForm>
    </>,
  )
}

function asking(c: Ctx, { report, formPage, conflicts = [], typed }: ReportFormShown, errors: Map<string, string>): Asking {
  const { lang } = c.var
  const names = { districts: report.districts, files: report.attachments }
  return {
    lang,
    definition: report.definition,
    answers: withMine(report.answers, conflicts),
    state: report.state,
    districts: report.districts,
    lookUp: canLookUp(c),
    attachments: report.attachments,
    errors,
    ...(typed ? { typed } : {}),
    markOf: () => undefined,
    fileHref: (id) => reportPath(report, `fil/${id}`),
    storedElsewhere: storedElsewhere(conflicts, formPage, names, lang),
  }
}

/** In accounts written in two places, what was typed here stands in them. */
function linesToShow(report: Report, conflicts: Merged['conflicts']): AccountLine[] {
  const mine = conflicts.find((each) => each.key === ACCOUNTS)?.mine
  return Array.isArray(mine) ? (mine as unknown as AccountLine[]) : report.accounts
}

export function accountSentence(problem: AccountProblem, lang: Ctx['var']['lang']): string {
  const sentence = reportTexts[lang].problems[problem.key]
  return typeof sentence === 'string' ? sentence : sentence(problem.label)
}

function summary(
  problems: ReportProblems,
  refused: readonly { name: string; message: string }[],
  report: Report,
  lang: Ctx['var']['lang'],
): FieldProblem[] {
  return [
    ...refused,
    ...problems.accounts.map((each) => ({
      ...(each.key === 'noCost' ? { id: 'q-accounts' } : { name: each.name }),
      message: accountSentence(each, lang),
    })),
    ...summaryOf(problems.answers, report.definition, lang),
  ]
}
