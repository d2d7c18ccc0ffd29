import { NotFound } from '#platform/errors.ts'
import { currentPerson, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { attachFiles, removeAttachment } from '../actions/attach-files.ts'
import { saveDraft } from '../actions/save-draft.ts'
import { getDraft } from '../queries/get-draft.ts'
import { getDraftView, viewDraft, type DraftView } from '../queries/get-draft-view.ts'
import { addRow, parseRowChange } from '../rules/change-rows.ts'
import type { Merged } from '../rules/merge.ts'
import { conflictName, readAnswers, seenName } from '../rules/read-answers.ts'
import { withRegister } from '../rules/registered.ts'
import { validatePage } from '../rules/validate.ts'
import { applyTexts } from '../texts/apply.ts'
import { CHECK_PAGE, draftPath, draftQuestion, shownPages } from './draft-shell.tsx'
import { given, lookUpAnswers } from './look-up.ts'
import { showFormPage } from './form-page.tsx'
import { attachOnce, placeOf, removedFileIn, theirsIn, touchedNames, unseenFields } from './step-sent.ts'
import { takeUploads, type Uploads } from './take-uploads.ts'

/** GET /tilskudd/:slug/soknad/:draftId/:page */
export async function showDraftStep(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const view = await services.db.reading(scope, (trx) => getDraftView(trx, draftQuestion(c)))
  if (view.draft.sentAt) return c.redirect(draftPath(view, 'kvittering'), 303)
  const formPage = pageOf(view, c.req.param('page') ?? '')
  // A page that is not asked any more leads to the one that is.
  if (view.state.hiddenPages.has(formPage.key)) return c.redirect(draftPath(view, shownPages(view)[0]?.key ?? CHECK_PAGE), 303)
  const isNew = c.req.query('nye') === '1'
  const flash = isNew ? { kind: 'info' as const, text: applyTexts[c.var.lang].newQuestions } : undefined
  return await showFormPage(c, { view, formPage, ...(flash ? { flash } : {}) })
}

/** GET /tilskudd/:slug/soknad/:draftId: the first page. */
export async function openDraft(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const view = await services.db.reading(scope, (trx) => getDraftView(trx, draftQuestion(c)))
  return c.redirect(draftPath(view, view.draft.sentAt ? 'kvittering' : (shownPages(view)[0]?.key ?? CHECK_PAGE)), 303)
}

interface Saved {
  view: DraftView
  conflicts: Merged['conflicts']
}

/** POST /tilskudd/:slug/soknad/:draftId/:page: every button and the autosave. Everything typed is saved first. */
export async function saveDraftStep(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const button = form.text('_do')
  const question = draftQuestion(c)
  const draft = await services.db.reading(scope, (trx) => getDraft(trx, question))
  if (draft.sentAt) return c.redirect(draftPath({ draft }, 'kvittering'), 303)
  const formPage = draft.definition.form.pages.find((each) => each.key === c.req.param('page'))
  if (!formPage) throw new NotFound('page')

  const autosave = c.req.header('hx-request') === 'true'
  const uploads: Uploads = autosave ? { files: [], refused: [] } : await takeUploads(c, draft, formPage, form)
  const change = parseRowChange(button)
  const read = readAnswers(formPage, form, change?.do === 'remove' ? change : undefined)
  const said = await lookUpAnswers(c, draft.definition, given(read))
  const theirs = theirsIn(button)
  const saved = await services.db.inTransaction(scope, async (trx): Promise<Saved> => {
    if (theirs) read.delete(theirs)
    const { conflicts } = await saveDraft(trx, {
      ...question,
      read,
      seen: (key) => (autosave ? '' : form.text(conflictName(key))) || form.text(seenName(key)),
      then: (answers, locked) => {
        const known = withRegister(locked.definition, answers, said, locked.answers)
        return change?.do === 'add' ? addRow(locked.definition, known, change) : known
      },
    })
    await attachOnce(trx, { ...question, form, action: 'attach-files', to: question.draftId, uploads }, (files) =>
      attachFiles(trx, question.draftId, files),
    )
    const removed = removedFileIn(button)
    if (removed) await removeAttachment(trx, { draftId: draft.id, attachmentId: removed, personId: currentPerson(c).id })
    return { view: await viewDraft(trx, await getDraft(trx, question), question), conflicts }
  })
  if (autosave) return await answerAutosave(c, saved, formPage.key, form)
  return await answerButton(c, saved, { formPage: formPage.key, button, form, uploads })
}

/** The page's live parts as they are now: conditions, sums, and errors at fields that were filled and left. */
async function answerAutosave(c: Ctx, { view, conflicts }: Saved, key: string, form: Form): Promise<Response> {
  const touched = touchedNames(c)
  const formPage = pageOf(view, key)
  const { draft, state, known } = view
  const problems = validatePage(draft.definition, formPage, draft.answers, state, known).filter((problem) =>
    touched.has(problem.name),
  )
  return await showFormPage(c, { view, formPage, problems, conflicts, typed: form })
}

async function answerButton(
  c: Ctx,
  { view, conflicts }: Saved,
  asked: { formPage: string; button: string; form: Form; uploads: Uploads },
): Promise<Response> {
  const formPage = pageOf(view, asked.formPage)
  const { refused } = asked.uploads
  if (conflicts.length > 0 || refused.length > 0)
    return await showFormPage(c, { view, formPage, conflicts, refused, typed: asked.form, summary: true })
  const pages = shownPages(view)
  const here = pages.findIndex((each) => each.key === formPage.key)
  const to = (key: string, place = '') => c.redirect(`${draftPath(view, key)}${place}`, 303)
  if (asked.button === 'back') return to(pages[Math.max(0, here - 1)]?.key ?? formPage.key)
  if (asked.button !== 'next') return to(formPage.key, placeOf(asked.button))
  const unseen = unseenFields(formPage, view.state.hidden, asked.form)
  const { draft, state, known } = view
  const problems = validatePage(draft.definition, formPage, draft.answers, state, known)
  const faults = problems.filter((problem) => !unseen.some((field) => field.key === problem.field))
  if (faults.length > 0) return await showFormPage(c, { view, formPage, problems: faults, typed: asked.form, summary: true })
  if (unseen.length > 0) return to(formPage.key, `?nye=1#q-${unseen[0]?.key ?? ''}`)
  return to(pages[here + 1]?.key ?? CHECK_PAGE)
}

function pageOf(view: Pick<DraftView, 'draft'>, key: string) {
  const found = view.draft.definition.form.pages.find((each) => each.key === key)
  if (!found) throw new NotFound('page')
  return found
}
