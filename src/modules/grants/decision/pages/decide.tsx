import { caseSlug } from '#cases'
import { Conflict } from '#platform/errors.ts'
import { currentPerson, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { isLang } from '#platform/texts/texts.ts'
import { actOnCase, shownRevision } from '../../review/pages/act.ts'
import { getCaseForStaff } from '../../review/queries/case-access.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { decideApplication, type Decided } from '../actions/decide-application.ts'
import { takeBackDecision } from '../actions/take-back-decision.ts'
import { getCaseVersion } from '../queries/case-version.ts'
import { getDecideView } from '../queries/decide-view.ts'
import { decideReasonText, decideTexts } from '../texts/decide.ts'
import { DecidePage } from './decide-form.tsx'
import { readConditions, readOutcome, typedFrom, type TypedDecision, type Wrong } from './typed-decision.ts'

const fieldOf: Record<string, string> = {
  amountMissing: 'ore',
  amountNotZero: 'ore',
  notPartly: 'ore',
  onlyPartly: 'ore',
  potExceeded: 'ore',
  reasonsMissing: 'reasons',
  reasonsTooLong: 'reasons',
  potMissing: 'pot',
  otherPot: 'pot',
}

/** GET /saker/:number/vedtak: decide one case. */
export async function showDecide(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/:number/vedtak: decides, or puts a standard reason into the text and shows the form again. */
export async function postDecide(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const typed = typedOf(form)
  if (form.text('sett-inn')) return await render(c, { typed, insert: form.text('sett-inn') })
  try {
    const done = await actOnCase(c, 'decide-application', async (trx, { caseFile, by, now }): Promise<Decided | Refused> => {
      const { definition, appliedOre } = await getCaseVersion(trx, caseFile.id)
      const read = readOutcome(typed, appliedOre)
      if (!read.ok) return { ok: false, reasons: read.reasons.map((each) => each.key) }
      return await decideApplication(trx, {
        caseId: caseFile.id,
        outcome: read.outcome,
        ore: read.ore,
        reasons: typed.reasons,
        conditions: readConditions(typed, definition.conditions, isLang(caseFile.language) ? caseFile.language : 'nb'),
        potId: isUuid(typed.pot) ? typed.pot : null,
        decidedBy: by,
        now,
        revision: shownRevision(form),
      })
    })
    if (!done.ok) return await render(c, { typed, wrong: { reasons: done.reasons } })
    if (!done.value.ok) return await render(c, { typed, wrong: { reasons: done.value.reasons.map(toWrong) } })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const isChanged = error.reason.key === 'changedMeanwhile'
    return await render(c, { typed, wrong: { isChanged, reasons: isChanged ? [] : [{ key: error.reason.key }] } }, 409)
  }
  return c.redirect(`/saker/${c.req.param('number')}/brev?gjort=vedtatt`, 303)
}

/** POST /saker/:number/vedtak/ta-tilbake */
export async function postTakeBack(c: Ctx): Promise<Response> {
  await actOnCase(c, 'take-back-decision', async (trx, { caseFile, form, now }) => {
    await takeBackDecision(trx, { caseId: caseFile.id, now, revision: shownRevision(form) })
    return null
  })
  return c.redirect(`/saker/${c.req.param('number')}`, 303)
}

interface Refused {
  ok: false
  reasons: string[]
}

function toWrong(key: string): Wrong['reasons'][number] {
  return fieldOf[key] ? { key, field: fieldOf[key] } : { key }
}

function typedOf(form: Form): TypedDecision {
  return {
    outcome: form.text('outcome'),
    ore: form.text('ore'),
    pot: form.text('pot'),
    reasons: form.text('reasons'),
    conditions: form.all('condition'),
    extra: form.text('extra'),
  }
}

async function render(
  c: Ctx,
  came?: { typed: TypedDecision; insert?: string; wrong?: Wrong },
  status: 200 | 409 | 422 = came?.wrong ? 422 : 200,
): Promise<Response> {
  const lang = c.var.lang
  const t = decideTexts[lang]
  const person = currentPerson(c)
  const view = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
    return await getDecideView(trx, caseFile, person)
  })
  const { definition } = view.details.sent
  const caseLang = isLang(view.caseFile.language) ? view.caseFile.language : 'nb'
  const { standing } = view
  const source = standing && { ...standing, potId: standing.pot_id }
  const typed = came?.typed ?? typedFrom(source ?? view.details.recommendation, definition.conditions)
  const inserted = definition.standardReasons.find((each) => each.key === came?.insert)
  if (inserted) typed.reasons = [typed.reasons.trim(), inserted.text[caseLang]].filter(Boolean).join('\n\n')
  return await page(
    c,
    {
      title: `${view.isAgain ? t.again : t.title} – ${view.caseFile.number}`,
      room: 'desk',
      wide: true,
      status,
      breadcrumbs: [
        { label: t.many, href: '/saker/vedtak' },
        { label: view.caseFile.number, href: `/saker/${caseSlug(view.caseFile.number)}` },
        { label: view.isAgain ? t.again : t.title },
      ],
    },
    <DecidePage
      c={c}
      view={view}
      typed={typed}
      wrong={came?.wrong}
      caseLang={caseLang}
      say={(key) => decideReasonText(key, lang)}
    />,
  )
}
