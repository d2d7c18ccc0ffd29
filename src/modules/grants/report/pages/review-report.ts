import { caseSlug } from '#cases'
import { Conflict } from '#platform/errors.ts'
import { municipalityOrigin, readForm, type Ctx } from '#platform/http/index.ts'
import { no, type Verdict } from '../../review/model.ts'
import { act } from '../../review/pages/act.ts'
import { moveReportDeadline } from '../actions/move-report-deadline.ts'
import { reviewReport } from '../actions/review-report.ts'
import { getReportForStaff } from '../queries/who-may-read.ts'
import { reviewTexts } from '../texts/review.ts'
import { showReportReview, staffQuestion, type ReviewAction } from './report-review.tsx'

const LONGEST = 2000
const reviewActions = ['approve', 'return', 'reject', 'waive', 'reopen'] as const

/** GET /saker/rapporter/:id, with what was just done said at the top. */
export async function showReviewPage(c: Ctx): Promise<Response> {
  const done: Record<string, string> = reviewTexts[c.var.lang].done
  const text = done[c.req.query('gjort') ?? '']
  return await showReportReview(c, text ? { flash: { kind: 'success', text } } : {})
}

/** POST /saker/rapporter/:id: approve, return, reject, waive, reopen, or move its day. */
export async function judgeReport(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = reviewTexts[lang]
  const origin = await municipalityOrigin(services, scope.municipalityId)
  const form = await readForm(c)
  const asked = form.text('gjor')
  const action: ReviewAction | undefined = asked === 'move' ? 'move' : reviewActions.find((each) => each === asked)
  const typed = { action: action ?? 'approve', reason: form.text('reason'), dueOn: form.text('dueOn') }
  const done = await act(c, 'judge-report', async (trx, { by, now, today }): Promise<Verdict> => {
    const report = await getReportForStaff(trx, { ...staffQuestion(c), asker: by })
    const reason = typed.reason.slice(0, LONGEST)
    if (!action) return no('notInThisState')
    if (action === 'move')
      return await moveReportDeadline(trx, { reportId: report.id, person: by, dueOn: typed.dueOn, reason, today, now })
    return await reviewReport(trx, {
      reportId: report.id,
      action,
      person: by,
      reason,
      revision: Number(form.text('revisjon')),
      now,
      address: `${origin}/min-side/saker/${caseSlug(report.caseNumber)}`,
    })
  }).catch((error: unknown) => {
    // Not declared, somebody else first, or changed meanwhile: said on the report's own page, as it now is.
    if (error instanceof Conflict && error.reason.key in t.reasons)
      return { ok: true as const, value: { ok: false as const, reasons: [error.reason] } }
    throw error
  })
  const verdict: Verdict = done.ok ? done.value : { ok: false, reasons: done.reasons }
  if (verdict.ok) return c.redirect(`/saker/rapporter/${c.req.param('id')}?gjort=${typed.action}`, 303)
  const [reason] = verdict.reasons
  const sentences: Record<string, string> = t.reasons
  const text = sentences[reason?.key ?? ''] ?? t.reasons.notInThisState
  const field = reason?.field
  if (field === 'reason' || field === 'dueOn')
    return await showReportReview(c, { wrong: { ...typed, errors: { [field]: text } } })
  return await showReportReview(c, { flash: { kind: 'warning', text }, wrong: { ...typed, errors: {} } })
}
