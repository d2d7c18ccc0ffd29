import type { Ctx } from '#platform/http/index.ts'
import { ErrorSummary, HiddenFields, LinkButton, type FlashMessage } from '#platform/look/index.ts'
import type { Answers, Field, FormPage } from '../../model.ts'
import type { DraftView } from '../queries/get-draft-view.ts'
import { copyMark } from '../rules/copy-answers.ts'
import { markOf, type Merged } from '../rules/merge.ts'
import { prefill } from '../rules/prefill.ts'
import { conflictName, seenName, type FieldValues } from '../rules/read-answers.ts'
import type { Problem } from '../rules/validate.ts'
import { applyTexts } from '../texts/apply.ts'
import { errorsOf, storedElsewhere, summaryOf, withMine, type Asking } from './asking.ts'
import { draftPage, draftPath, shownPages } from './draft-shell.tsx'
import { canLookUp } from './look-up.ts'
import { Questions } from './questions.tsx'
import { StepConflict, StepForm } from './step-form.tsx'

export interface FormPageShown {
  view: DraftView
  formPage: FormPage
  problems?: readonly Problem[]
  /** Reasons that belong to inputs and are not the rules': a file that could not be taken. */
  refused?: readonly { name: string; message: string }[]
  conflicts?: Merged['conflicts']
  typed?: FieldValues
  /** Only where the whole form was sent: an autosave shows no summary. */
  summary?: boolean
  flash?: FlashMessage
}

/** One step of the form: its questions, what is wrong with the answers, and the way on. */
export function showFormPage(c: Ctx, shown: FormPageShown): Response | Promise<Response> {
  const { lang } = c.var
  const t = applyTexts[lang]
  const { view, formPage, problems = [], refused = [], conflicts = [] } = shown
  const { draft, state } = view
  const errors = errorsOf(problems, draft.definition, lang)
  for (const each of refused) errors.set(each.name, each.message)
  const names = { districts: draft.districts, files: draft.attachments }
  const known = prefill(draft.definition, draft.facts)
  const ask: Asking = {
    lang,
    definition: draft.definition,
    answers: withMine(draft.answers, conflicts),
    lookUp: canLookUp(c),
    state,
    districts: draft.districts,
    attachments: draft.attachments,
    errors,
    ...(shown.typed ? { typed: shown.typed } : {}),
    markOf: (field) => markText(view, known, field, lang),
    fileHref: (id) => draftPath(view, `fil/${id}`),
    storedElsewhere: storedElsewhere(conflicts, formPage, names, lang),
  }
  const action = draftPath(view, formPage.key)
  const isDisputed = (field: Field) => conflicts.some((each) => each.key === field.key)
  // What was typed here is shown also where an answer from another tab made the question go away.
  const fields = formPage.fields.filter((field) => !state.hidden.has(field.key) || isDisputed(field))
  const failed = shown.summary === true && problems.length + refused.length > 0
  const summary = [...refused, ...summaryOf(problems, draft.definition, lang)]
  const pages = shownPages(view)
  const before = pages[pages.findIndex((each) => each.key === formPage.key) - 1]
  return draftPage(
    c,
    view,
    {
      now: formPage.key,
      title: formPage.title[lang],
      status: conflicts.length > 0 ? 409 : failed ? 422 : 200,
      ...(shown.flash ? { flash: shown.flash } : {}),
    },
    <>
      {failed ? <ErrorSummary lang={lang} problems={summary} /> : null}
      <StepConflict id="draft-conflict" words={t} shown={conflicts.length > 0} />
      {formPage.intro ? <p class="tg-lead tg-prewrap">{formPage.intro[lang]}</p> : null}
      <StepForm c={c} words={t} action={action} fields={fields} hasBefore={before !== undefined}>
        <HiddenFields values={Object.fromEntries(fields.flatMap((field) => marksOf(field.key, shown)))} />
        <Questions ask={ask} fields={fields} />
      </StepForm>
      {draft.trialOf ? null : (
        <LinkButton variant="tertiary" href={draftPath(view, 'slett')} icon="trash" small>
          {t.deleteDraft}
        </LinkButton>
      )}
    </>,
  )
}

/** What was stored of a field when it was shown; in a conflict what had been seen before it, and what the conflict showed. */
function marksOf(key: string, { view, conflicts = [], typed }: FormPageShown): [string, string][] {
  const now = markOf(view.draft.answers[key])
  if (!typed || !conflicts.some((each) => each.key === key)) return [[seenName(key), now]]
  return [
    [seenName(key), typed.text(seenName(key))],
    [conflictName(key), now],
  ]
}

/** Where an answer came from: last year's application, or what was known of the applicant from before. */
function markText(
  view: DraftView,
  prefilled: Answers,
  field: Field,
  lang: Ctx['var']['lang'],
): { text: string; changed: boolean } | undefined {
  const { copied, draft } = view
  const t = applyTexts[lang]
  const now = draft.answers[field.key]
  const mark = copyMark(draft.definition, field.key, now, copied?.answers)
  if (copied && mark)
    return mark === 'changed'
      ? { text: t.changedSince(copied.year), changed: true }
      : { text: t.copiedFrom(copied.year), changed: false }
  const known = prefilled[field.key]
  if (known === undefined || markOf(known) !== markOf(now)) return undefined
  return {
    text: ['organisation', 'address', 'bankAccount'].includes(field.type) ? t.fromRegister : t.fromProfile,
    changed: false,
  }
}
