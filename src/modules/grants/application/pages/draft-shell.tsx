import type { Child } from 'hono/jsx'
import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import { Alert, PageTitle, SaveState, Steps, type FlashMessage, type Step } from '#platform/look/index.ts'
import { isEmpty } from '../rules/fields.ts'
import { validatePage } from '../rules/validate.ts'
import type { Draft } from '../queries/get-draft.ts'
import type { DraftView } from '../queries/get-draft-view.ts'
import { applyTexts } from '../texts/apply.ts'
import { titleOf } from '../../scheme/rules/for-part.ts'

export const CHECK_PAGE = 'kontroll'

/** Where a draft's pages are; a trial's stand at the desk, where the studio frames them. */
export function draftPath({ draft }: { draft: Pick<Draft, 'slug' | 'id' | 'trialOf'> }, last = ''): string {
  const own = draft.trialOf ? `/saker/skjemaprove/${draft.id}` : `/tilskudd/${draft.slug}/soknad/${draft.id}`
  return `${own}${last ? `/${last}` : ''}`
}

/** The pages that are asked, in order; the check page comes after them. */
export function shownPages(view: DraftView) {
  return view.draft.definition.form.pages.filter((each) => !view.state.hiddenPages.has(each.key))
}

/** The frame of every page of a draft: whose it is, where one is, what is saved. */
export function draftPage(
  c: Ctx,
  view: DraftView,
  shown: { now: string; title: string; status?: 200 | 422 | 409; flash?: FlashMessage },
  children: Child,
): Response | Promise<Response> {
  const { lang } = c.var
  const t = applyTexts[lang]
  const { draft } = view
  const scheme = titleOf(draft.definition, lang)
  return page(
    c,
    {
      title: `${shown.title} – ${scheme}`,
      status: shown.status ?? 200,
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(draft.applicant.kind === 'organisation' ? { actingFor: draft.applicant.name } : {}),
      breadcrumbs: [{ label: scheme, ...(draft.trialOf ? {} : { href: `/tilskudd/${draft.slug}` }) }, { label: t.apply }],
    },
    <>
      <PageTitle eyebrow={t.applyTo(scheme)} title={shown.title} />
      <div id="draft-steps" data-live>
        <Steps lang={lang} label={t.stepsLabel} steps={stepsOf(view, shown.now, t.checkTitle, lang)} />
      </div>
      <SaveState lang={lang} savedAt={clock(draft.savedAt)} />
      {draft.overtaken && !draft.sentAt ? (
        <Alert kind="info">
          {t.overtaken} <a href={`/tilskudd/${draft.slug}`}>{t.overtakenBy}</a>
        </Alert>
      ) : null}
      {children}
    </>,
  )
}

function stepsOf(view: DraftView, now: string, check: string, lang: Ctx['var']['lang']): Step[] {
  const { draft, state, known } = view
  const pages = shownPages(view)
  const here = pages.findIndex((each) => each.key === now)
  const steps = pages.map((each, index): Step => {
    const href = draftPath(view, each.key)
    const base = { label: each.title[lang], href }
    if (each.key === now) return { ...base, state: 'now' }
    const begun = each.fields.some((field) => !isEmpty(field, draft.answers[field.key]))
    // A page nobody has come to yet misses nothing.
    if (!begun && (here === -1 ? false : index > here)) return { ...base, state: 'todo' }
    const problems = validatePage(draft.definition, each, draft.answers, state, known)
    return { ...base, state: problems.length > 0 ? 'missing' : 'done' }
  })
  return [...steps, { label: check, href: draftPath(view, CHECK_PAGE), state: now === CHECK_PAGE ? 'now' : 'todo' }]
}

/** "14.05": the hour in Oslo. */
function clock(at: Date): string {
  return at.toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).replace(':', '.')
}

/** The question every door to a draft asks the database with. */
export function draftQuestion(c: Ctx) {
  const { services } = c.var
  return { draftId: c.req.param('draftId') ?? '', personId: currentPerson(c).id, keyring: services.keyring, now: services.now() }
}
