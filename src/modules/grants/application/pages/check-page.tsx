import { Conflict, Invalid } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { visitorOrigin } from '#platform/http/visitor.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, Button, ButtonRow, ErrorSummary, LinkButton, Prose, Section, type FlashMessage } from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { submitApplication } from '../actions/submit-application.ts'
import { getDraftView, type DraftView } from '../queries/get-draft-view.ts'
import { preliminaryOfDraft } from '../queries/preliminary.ts'
import { copyMark } from '../rules/copy-answers.ts'
import { listChecks } from '../rules/checks.ts'
import { maySubmit } from '../rules/deadline.ts'
import { validateForm, type Problem } from '../rules/validate.ts'
import { applyTexts } from '../texts/apply.ts'
import { checkTexts } from '../texts/check.ts'
import { AnswerList } from './answer-list.tsx'
import { inputId, sentenceOf } from './asking.ts'
import { AmountSteps, PreliminaryAmount } from './amount-shown.tsx'
import { ChecksList } from './checks-list.tsx'
import { CHECK_PAGE, draftPage, draftPath, draftQuestion, shownPages } from './draft-shell.tsx'

/** GET /tilskudd/:slug/soknad/:draftId/kontroll */
export async function showCheckPage(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const view = await services.db.reading(scope, (trx) => getDraftView(trx, draftQuestion(c)))
  if (view.draft.sentAt) return c.redirect(draftPath(view, 'kvittering'), 303)
  return await checkPage(c, view, false)
}

/** POST /tilskudd/:slug/soknad/:draftId/kontroll: sends it, once. */
export async function sendApplication(c: Ctx): Promise<Response> {
  const { services, scope, municipality } = c.var
  const form = await readForm(c)
  const question = draftQuestion(c)
  const caseLanguage: Lang = municipality.settings.language === 'nn' ? 'nn' : 'nb'
  try {
    const door = { key: form.key, action: 'submit-application', personId: currentPerson(c).id, body: question.draftId }
    await services.db.inTransaction(scope, (trx) =>
      once(trx, door, () => submitApplication(trx, { ...question, caseLanguage, origin: visitorOrigin(c) })),
    )
  } catch (error) {
    if (error instanceof Conflict && error.reason.key === 'alreadySent')
      return c.redirect(`${c.req.path.replace(/[^/]+$/, '')}kvittering`, 303)
    if (
      !(
        error instanceof Invalid ||
        (error instanceof Conflict && ['tooLate', 'notOpen', 'mandateEnded'].includes(error.reason.key))
      )
    )
      throw error
    const view = await services.db.reading(scope, (trx) => getDraftView(trx, question))
    return await checkPage(c, view, true)
  }
  return c.redirect(`${c.req.path.replace(/[^/]+$/, '')}kvittering`, 303)
}

async function checkPage(c: Ctx, view: DraftView, tried: boolean): Promise<Response> {
  const { lang, services } = c.var
  const [t, words] = [applyTexts[lang], checkTexts[lang]]
  const { draft, state, known } = view
  const problems = validateForm(draft.definition, draft.answers, state, known)
  const standing = maySubmit(draft.round, draft.openedAt, services.now())
  const deadline = deadlineWords(view, standing, lang)
  const mandateEnded = draft.applicant.kind === 'organisation' && !draft.applicant.mandate && !draft.trialOf
  const blocked = standing === 'closed' || standing === 'coming' || mandateEnded
  const checks = listChecks(state)
  const preliminary = draft.definition.amount.allocation
    ? await services.db.reading(c.var.scope, (trx) => preliminaryOfDraft(trx, view))
    : undefined
  return await draftPage(
    c,
    view,
    { now: CHECK_PAGE, title: t.checkTitle, status: tried && problems.length > 0 ? 422 : tried && blocked ? 409 : 200 },
    <>
      {deadline ? (
        <Alert kind={deadline.kind} title={deadline.title}>
          {deadline.text}
        </Alert>
      ) : null}
      {mandateEnded ? <Alert kind="warning">{t.mandateEnded}</Alert> : null}
      {problems.length > 0 ? <Missing view={view} problems={problems} lang={lang} focused={tried} /> : null}
      <p class="tg-lead">{words.checkLead}</p>
      {shownPages(view).map((formPage) => (
        <Section title={formPage.title[lang]}>
          <AnswerList
            lang={lang}
            fields={formPage.fields.filter((field) => !state.hidden.has(field.key))}
            answers={{ ...draft.answers, ...calculated(view) }}
            names={{ districts: draft.districts, files: draft.attachments }}
            faulty={new Set(problems.map((problem) => problem.field))}
            fileHref={(fileId) => draftPath(view, `fil/${draft.attachments.find((each) => each.fileId === fileId)?.id ?? ''}`)}
            noteOf={(field) => changed(view, field.key, lang)}
            actionOf={(field) =>
              field.type === 'calculated' ? null : (
                <a href={`${draftPath(view, formPage.key)}#q-${field.key}`}>
                  {t.change}
                  <span class="ds-sr-only"> {field.label[lang]}</span>
                </a>
              )
            }
          />
        </Section>
      ))}
      <AmountSteps lang={lang} amount={draft.definition.amount} lines={state.amountLines} />
      {preliminary ? <PreliminaryAmount lang={lang} amount={draft.definition.amount} share={preliminary} /> : null}
      {checks.length > 0 ? (
        <Section title={words.rulesTitle} intro={words.rulesLead}>
          <ChecksList lang={lang} checks={checks} />
        </Section>
      ) : null}
      <Section title={words.privacyTitle}>
        <Prose>
          <p>{draft.definition.form.privacyNotice[lang]}</p>
        </Prose>
      </Section>
      {blocked ? null : (
        <form method="post" action={draftPath(view, CHECK_PAGE)} class="tg-form">
          <FormStart c={c} />
          <p>
            {draft.applicant.kind === 'person'
              ? words.sendAs(draft.person.name)
              : words.sendFor(draft.person.name, draft.applicant.name)}
          </p>
          <ButtonRow>
            <Button icon="arrow-right" iconAfter>
              {words.send}
            </Button>
            <LinkButton variant="secondary" href={draftPath(view, shownPages(view).at(-1)?.key ?? '')}>
              {t.back}
            </LinkButton>
          </ButtonRow>
        </form>
      )}
    </>,
  )
}

function Missing({
  view,
  problems,
  lang,
  focused,
}: {
  view: DraftView
  problems: readonly Problem[]
  lang: Lang
  focused: boolean
}) {
  const words = checkTexts[lang]
  const { definition } = view.draft
  const items = problems.map((problem) => {
    const at = definition.form.pages.find((each) => each.fields.some((field) => field.key === problem.field))
    const href = `${draftPath(view, at?.key ?? '')}#${inputId(problem, definition)}`
    return <a href={href}>{sentenceOf(problem, definition, lang)}</a>
  })
  if (focused)
    return (
      <ErrorSummary lang={lang} title={words.problemsTitle(problems.length)} problems={items.map((message) => ({ message }))} />
    )
  return (
    <Alert kind="warning" title={words.problemsTitle(problems.length)}>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Alert>
  )
}

function deadlineWords(
  view: DraftView,
  standing: ReturnType<typeof maySubmit>,
  lang: Lang,
): (Pick<FlashMessage, 'kind'> & { title?: string; text: string }) | undefined {
  const words = checkTexts[lang]
  const { closesAt, graceMinutes, opensAt } = view.draft.round
  if (standing === 'coming')
    return { kind: 'warning', title: words.comingTitle, text: words.comingBody(formatDateTime(opensAt, lang)) }
  if (!closesAt) return undefined
  if (standing === 'closed')
    return { kind: 'warning', title: words.tooLateTitle, text: words.tooLateBody(formatDateTime(closesAt, lang)) }
  if (standing === 'open') return { kind: 'info', text: words.closes(formatDateTime(closesAt, lang)) }
  const until = new Date(closesAt.getTime() + graceMinutes * 60_000)
  return { kind: 'warning', title: words.graceTitle, text: words.graceBody(formatDateTime(until, lang)) }
}

function calculated({ state }: DraftView) {
  return Object.fromEntries(
    Object.entries(state.calculated).flatMap(([key, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[key, value]] : [],
    ),
  )
}

function changed(view: DraftView, key: string, lang: Lang) {
  const { copied, draft } = view
  if (!copied) return null
  const mark = copyMark(draft.definition, key, draft.answers[key], copied.answers)
  if (!mark) return null
  const t = applyTexts[lang]
  return mark === 'changed' ? t.changedSince(copied.year) : t.copiedFrom(copied.year)
}
