import { FormStart, type Ctx } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, ErrorSummary, HiddenFields, LinkButton, type FlashMessage } from '#platform/look/index.ts'
import type { Answer, Answers, Field, FormPage } from '../../model.ts'
import type { DraftView } from '../queries/get-draft-view.ts'
import { copyMark } from '../rules/copy-answers.ts'
import { markOf, type Merged } from '../rules/merge.ts'
import { prefill } from '../rules/prefill.ts'
import { conflictName, seenName, type FieldValues } from '../rules/read-answers.ts'
import type { Problem } from '../rules/validate.ts'
import { showAnswer } from '../show-answer.ts'
import { applyTexts } from '../texts/apply.ts'
import { errorsOf, summaryOf, type Asking } from './asking.ts'
import { draftPage, draftPath, shownPages } from './draft-shell.tsx'
import { Questions } from './questions.tsx'

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
  const mine = new Map(conflicts.map((each) => [each.key, each.mine]))
  const errors = errorsOf(problems, draft.definition, lang)
  for (const each of refused) errors.set(each.name, each.message)
  const names = { districts: draft.districts, files: draft.attachments }
  const known = prefill(draft.definition, draft.facts)
  const ask: Asking = {
    lang,
    definition: draft.definition,
    answers: withMine(draft.answers, mine),
    state,
    districts: draft.districts,
    attachments: draft.attachments,
    errors,
    ...(shown.typed ? { typed: shown.typed } : {}),
    markOf: (field) => markText(view, known, field, lang),
    fileHref: (id) => draftPath(view, `fil/${id}`),
    storedElsewhere: new Map(
      conflicts.map((each) => {
        const field = formPage.fields.find((one) => one.key === each.key)
        return [each.key, field ? showAnswer(field, each.stored, names, lang) : '']
      }),
    ),
  }
  const action = draftPath(view, formPage.key)
  // What was typed here is shown also where an answer from another tab made the question go away.
  const fields = formPage.fields.filter((field) => !state.hidden.has(field.key) || mine.has(field.key))
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
      <div id="draft-conflict" data-live>
        {conflicts.length > 0 ? (
          <Alert kind="warning" title={t.conflictTitle}>
            {t.conflictBody}
          </Alert>
        ) : null}
      </div>
      {formPage.intro ? <p class="tg-lead tg-prewrap">{formPage.intro[lang]}</p> : null}
      <form
        method="post"
        action={action}
        enctype={fields.some((field) => field.type === 'file') ? 'multipart/form-data' : undefined}
        novalidate
        data-autosave={action}
        class="tg-form"
      >
        <FormStart c={c} />
        {/* What Enter does in a field: the first button of a form. */}
        <button class="ds-sr-only" type="submit" name="_do" value="next" tabindex={-1} aria-hidden="true">
          {t.next}
        </button>
        <div id="questions" data-live>
          <HiddenFields values={Object.fromEntries(fields.flatMap((field) => marksOf(field.key, shown)))} />
          <Questions ask={ask} fields={fields} />
        </div>
        <ButtonRow>
          <Button name="_do" value="next" icon="arrow-right" iconAfter>
            {t.next}
          </Button>
          {before ? (
            <Button variant="secondary" name="_do" value="back" formnovalidate>
              {t.back}
            </Button>
          ) : null}
          <Button variant="tertiary" name="_do" value="save" formnovalidate>
            {t.save}
          </Button>
        </ButtonRow>
      </form>
      <p class="tg-quiet">{t.savedAutomatically}</p>
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

/** In a field written in two places, what was typed here stands in it; what is stored is said beside it. */
function withMine(answers: Record<string, Answer>, mine: ReadonlyMap<string, Answer | undefined>): Record<string, Answer> {
  const all = { ...answers }
  for (const [key, answer] of mine) {
    if (answer === undefined) delete all[key]
    else all[key] = answer
  }
  return all
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
