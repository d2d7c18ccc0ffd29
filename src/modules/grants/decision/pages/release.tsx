import { randomUUID } from 'node:crypto'
import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, municipalityOrigin, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, EmptyState, ErrorSummary, LinkButton, PageTitle, type FlashMessage } from '#platform/look/index.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { releaseDecision } from '../actions/release-decision.ts'
import { cancelRelease, scheduleRelease } from '../actions/schedule-release.ts'
import { listWaitingLetters } from '../queries/list-letters.ts'
import { decideTexts } from '../texts/decide.ts'
import { lettersTexts } from '../texts/letters.ts'
import { confirmRelease } from './release-confirm.tsx'
import { ReleaseForm } from './release-form.tsx'
import { readWhen } from './release-time.ts'

const MOST = 200

/** GET /saker/vedtak/slipp: decisions that are made and not sent, to choose from. */
export async function showRelease(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/vedtak/slipp: first shows what will happen, then does it; or takes a time back. */
export async function postRelease(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const chosen = [...new Set(form.all('vedtak').filter(isUuid))].slice(0, MOST)
  const step = form.text('gjor')
  if (chosen.length === 0) return await render(c, { form, problems: [{ message: 'chooseSome' }] })
  if (step === 'angre') {
    const results = await eachOf(c, form, chosen, 'cancel-release', async (trx, id) => {
      await cancelRelease(trx, { decisionId: id, now: c.var.services.now() })
      return []
    })
    return await render(c, { results, done: 'cancelled' })
  }
  const when = readWhen(form, c.var.services.now())
  if ('problem' in when) return await render(c, { form, problems: [when.problem] })
  if (step !== 'slipp') return await confirmRelease(c, form, chosen, when.at)
  const person = currentPerson(c)
  const origin = await municipalityOrigin(c.var.services, c.var.scope.municipalityId)
  const now = c.var.services.now()
  const results = await eachOf(c, form, chosen, 'release-decisions', async (trx, id) => {
    const scheduled = await scheduleRelease(trx, { decisionId: id, at: when.at ?? now, by: person, now })
    if (!scheduled.ok) return scheduled.reasons
    if (when.at) return []
    const released = await releaseDecision(trx, { decisionId: id, now, origin })
    return released.ok ? [] : released.reasons
  })
  return await render(c, { results, done: when.at ? 'scheduled' : 'released' })
}

type Results = Map<string, string[]>

interface Came {
  form?: Form
  problems?: { name?: string; message: string }[]
  results?: Results
  done?: 'released' | 'scheduled' | 'cancelled'
}

/** Each decision in a transaction of its own; what did not go is told by its key. */
async function eachOf(
  c: Ctx,
  form: Form,
  ids: readonly string[],
  action: string,
  work: (trx: Parameters<typeof cancelRelease>[0], id: string) => Promise<string[]>,
): Promise<Results> {
  const key = form.key || randomUUID()
  const personId = currentPerson(c).id
  const results: Results = new Map()
  for (const id of ids) {
    try {
      const reasons = await c.var.services.db.inTransaction(c.var.scope, (trx) =>
        once(trx, { key: `${key}:${id}`, action, personId, body: [form.text('nar'), form.text('dag'), form.text('tid')] }, () =>
          work(trx, id),
        ),
      )
      results.set(id, reasons)
    } catch (error) {
      if (error instanceof Conflict) results.set(id, [error.reason.key])
      else if (error instanceof NotFound) results.set(id, ['gone'])
      else throw error
    }
  }
  return results
}

async function render(c: Ctx, came: Came = {}): Promise<Response> {
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const person = currentPerson(c)
  const roundId = came.form?.text('utlysning') || c.req.query('utlysning')
  const letters = await c.var.services.db.reading(c.var.scope, async (trx) =>
    listWaitingLetters(trx, {
      ...(isUuid(roundId) ? { roundId } : {}),
      closedIds: await listClosedCaseIds(trx, person.id),
    }),
  )
  const failed = [...(came.results ?? [])].filter(([, reasons]) => reasons.length > 0)
  const say = (key: string) => (t.reason as Record<string, string>)[key] ?? t.reason.notInThisState
  const problems = (came.problems ?? []).map((each) => ({
    ...(each.name ? { name: each.name } : {}),
    message: each.message === 'chooseSome' ? t.chooseSome : say(each.message),
  }))
  return await page(
    c,
    {
      title: t.releaseTitle,
      room: 'desk',
      wide: true,
      flash: flashOf(c, came, failed.length),
      status: problems.length > 0 || failed.length > 0 ? 422 : 200,
      breadcrumbs: [{ label: decideTexts[lang].many, href: '/saker/vedtak' }, { label: t.releaseTitle }],
    },
    <>
      <PageTitle title={t.releaseTitle} lead={t.releaseLead} />
      <ErrorSummary lang={lang} problems={problems} />
      {failed.length > 0 ? (
        <Alert kind="danger" title={t.failed(failed.length)}>
          <ul>
            {failed.map(([id, reasons]) => {
              const letter = letters.find((each) => each.decisionId === id)
              return (
                <li>
                  {letter ? `${letter.number} ${letter.applicantName}: ` : ''}
                  {reasons.map(say).join(' ')}
                </li>
              )
            })}
          </ul>
        </Alert>
      ) : null}
      {letters.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          drawing="letter"
          action={<LinkButton href="/saker/vedtak">{decideTexts[lang].many}</LinkButton>}
        >
          {t.emptyText}
        </EmptyState>
      ) : (
        <ReleaseForm c={c} letters={letters} form={came.form} roundId={isUuid(roundId) ? roundId : ''} />
      )}
    </>,
  )
}

function flashOf(c: Ctx, came: Came, failed: number): FlashMessage[] {
  const t = lettersTexts[c.var.lang]
  const n = (came.results?.size ?? 0) - failed
  if (!came.done || n === 0) return []
  const text = { released: t.done, scheduled: t.doneLater, cancelled: t.cancelled }[came.done](n)
  return [{ kind: 'success', text }]
}
