import { Conflict, NotFound } from '#platform/errors.ts'
import { readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { given, lookUpAnswers } from '../../application/pages/look-up.ts'
import { attachOnce, placeOf, removedFileIn, theirsIn, touchedNames, unseenFields } from '../../application/pages/step-sent.ts'
import { takeUploads, type Uploads } from '../../application/pages/take-uploads.ts'
import { addRow, parseRowChange } from '../../application/rules/change-rows.ts'
import type { Merged } from '../../application/rules/merge.ts'
import { readAnswers, seenName } from '../../application/rules/read-answers.ts'
import { withRegister } from '../../application/rules/registered.ts'
import type { Answer, FormPage } from '../../model.ts'
import { attachToReport, removeFromReport, saveReport } from '../actions/save-report.ts'
import type { Report } from '../queries/get-report.ts'
import { getOwnReport } from '../queries/who-may-read.ts'
import { addAccountLine, readAccountLines } from '../rules/account-lines.ts'
import { checkReportPage } from '../rules/check-report.ts'
import { ACCOUNTS_PAGE } from '../rules/report-pages.ts'
import { reportTexts } from '../texts/report.ts'
import { showReportForm } from './report-form.tsx'
import { CHECK, reportPath, reportQuestion } from './report-shell.tsx'

/** GET /min-side/rapport/:reportId/:page */
export async function showReportStep(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const report = await services.db.reading(scope, (trx) => getOwnReport(trx, reportQuestion(c)))
  if (!isDraft(report)) return c.redirect(reportPath(report), 303)
  const flash = c.req.query('nye') === '1' ? { kind: 'info' as const, text: reportTexts[c.var.lang].newQuestions } : undefined
  return await showReportForm(c, { report, formPage: pageOf(report, c.req.param('page')), ...(flash ? { flash } : {}) })
}

interface Saved {
  report: Report
  conflicts: Merged['conflicts']
}

/** POST /min-side/rapport/:reportId/:page: every button and the autosave. Everything typed is saved first. */
export async function saveReportStep(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const question = reportQuestion(c)
  const before = await services.db.reading(scope, (trx) => getOwnReport(trx, question))
  if (!isDraft(before)) return c.redirect(reportPath(before), 303)
  const formPage = pageOf(before, c.req.param('page'))
  const autosave = c.req.header('hx-request') === 'true'
  const uploads: Uploads = autosave ? { files: [], refused: [] } : await takeUploads(c, before, formPage, form)
  const typed = whatWasTyped(form, formPage)
  const said = await lookUpAnswers(c, before.definition, given(typed.read))
  const saved = await services.db
    .inTransaction(scope, async (trx): Promise<Saved> => {
      const { conflicts } = await saveReport(trx, {
        ...question,
        ...typed,
        then: (answers, locked) => withRegister(locked.definition, answers, said, locked.answers),
      })
      await attachOnce(trx, { ...question, form, action: 'attach-to-report', to: question.reportId, uploads }, (files) =>
        attachToReport(trx, { ...question, files }),
      )
      const removed = removedFileIn(form.text('_do'))
      if (removed) await removeFromReport(trx, { ...question, attachmentId: removed })
      return { report: await getOwnReport(trx, question), conflicts }
    })
    .catch((error: unknown) => {
      // Sent in another tab meanwhile: it is shown as it was sent.
      if (error instanceof Conflict && error.reason.key === 'alreadySent') return undefined
      throw error
    })
  if (!saved) return c.redirect(reportPath(before), 303)
  return autosave ? await answerAutosave(c, saved, formPage.key, form) : await answerButton(c, saved, formPage.key, form, uploads)
}

/** What the page's fields hold, with the row that a button adds or removes. */
function whatWasTyped(form: Form, formPage: FormPage) {
  const button = form.text('_do')
  const change = parseRowChange(button)
  const theirs = theirsIn(button)
  const read = readAnswers(formPage, form, change?.do === 'remove' ? change : undefined)
  if (theirs) read.delete(theirs)
  if (change?.do === 'add') addTo(read, formPage, change)
  const added = /^line:(cost|income)$/.exec(button)?.[1]
  const removed = /^unline:(\d{1,3})$/.exec(button)?.[1]
  const accounts = (report: Report) => {
    const lines = readAccountLines(report.accounts, form, removed === undefined ? undefined : Number(removed))
    return added === 'cost' || added === 'income' ? addAccountLine(lines, added) : lines
  }
  return {
    read,
    seen: (key: string) => form.text(seenName(key)),
    ...(formPage.key === ACCOUNTS_PAGE ? { accounts } : {}),
  }
}

function addTo(
  read: Map<string, Answer | undefined>,
  formPage: FormPage,
  change: { field: string; side: 'income' | 'cost' },
): void {
  const before = read.get(change.field)
  const definition = { form: { pages: [formPage] } } as unknown as Report['definition']
  const after = addRow(definition, before === undefined ? {} : { [change.field]: before }, change)
  read.set(change.field, after[change.field])
}

/** The page's live parts as they are now: conditions, sums, and errors at fields that were filled and left. */
async function answerAutosave(c: Ctx, { report, conflicts }: Saved, key: string, form: Form): Promise<Response> {
  const touched = touchedNames(c)
  const formPage = pageOf(report, key)
  const found = checkReportPage(report, formPage)
  const problems = {
    answers: found.answers.filter((each) => touched.has(each.name)),
    accounts: found.accounts.filter((each) => touched.has(each.name) && each.key !== 'amountMissing'),
  }
  return await showReportForm(c, { report, formPage, problems, conflicts, typed: form })
}

async function answerButton(c: Ctx, { report, conflicts }: Saved, key: string, form: Form, uploads: Uploads): Promise<Response> {
  const formPage = pageOf(report, key)
  const { refused } = uploads
  if (conflicts.length > 0 || refused.length > 0)
    return await showReportForm(c, { report, formPage, conflicts, refused, summary: true })
  const button = form.text('_do')
  const here = report.pages.findIndex((each) => each.key === key)
  const to = (page: string, place = '') => c.redirect(`${reportPath(report, page)}${place}`, 303)
  if (button === 'back') return to(report.pages[Math.max(0, here - 1)]?.key ?? key)
  if (/^(un)?line:/.test(button)) return to(key, '#q-accounts')
  if (button !== 'next') return to(key, placeOf(button))
  const unseen = unseenFields(formPage, report.state.hidden, form)
  const found = checkReportPage(report, formPage)
  const answers = found.answers.filter((each) => !unseen.some((field) => field.key === each.field))
  if (answers.length + found.accounts.length > 0)
    return await showReportForm(c, { report, formPage, problems: { ...found, answers }, typed: form, summary: true })
  if (unseen.length > 0) return to(key, `?nye=1#q-${unseen[0]?.key ?? ''}`)
  return to(report.pages[here + 1]?.key ?? CHECK)
}

export function isDraft(report: Pick<Report, 'status' | 'awardEnded'>): boolean {
  return (report.status === 'due' || report.status === 'returned') && !report.awardEnded
}

function pageOf(report: Report, key: string | undefined): FormPage {
  const found = report.pages.find((each) => each.key === key)
  if (!found) throw new NotFound('page')
  return found
}
