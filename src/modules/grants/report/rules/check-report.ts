// Whether a report can be sent: the engine's faults in the questions, and what is missing in the accounts.

import { isEmpty } from '../../application/rules/fields.ts'
import type { FormState } from '../../application/rules/form-state.ts'
import { validatePage, type Problem } from '../../application/rules/validate.ts'
import type { Answers, FormPage, SchemeDefinition } from '../../model.ts'
import type { AccountLine } from '../../model.ts'
import { checkAccountLines, type AccountProblem } from './account-lines.ts'
import { ACCOUNTS_PAGE } from './report-pages.ts'

export interface Checked {
  definition: SchemeDefinition
  pages: readonly FormPage[]
  answers: Answers
  accounts: readonly AccountLine[]
  districts: readonly { key: string }[]
  state: FormState
}

export interface ReportProblems {
  answers: Problem[]
  accounts: AccountProblem[]
}

export function checkReportPage(report: Checked, page: FormPage): ReportProblems {
  const known = { districts: report.districts.map((district) => district.key) }
  return {
    answers: validatePage(report.definition, page, report.answers, report.state, known),
    accounts: page.key === ACCOUNTS_PAGE ? checkAccountLines(report.accounts) : [],
  }
}

/** The faults of every page, by the page's key; pages without faults are left out. */
export function checkReport(report: Checked): Map<string, ReportProblems> {
  return new Map(
    report.pages.flatMap((page): [string, ReportProblems][] => {
      const problems = checkReportPage(report, page)
      return problems.answers.length + problems.accounts.length > 0 ? [[page.key, problems]] : []
    }),
  )
}

/** The answers to what was asked; hidden fields' answers are not sent. */
export function sentReportAnswers(report: Checked): Answers {
  return Object.fromEntries(
    report.pages
      .flatMap((page) => page.fields)
      .flatMap((field) => {
        const answer = report.answers[field.key]
        const isSent = !report.state.hidden.has(field.key) && field.type !== 'file' && answer !== undefined
        return isSent && !isEmpty(field, answer) ? [[field.key, answer]] : []
      }),
  )
}
