import { randomUUID } from 'node:crypto'
import { caseSlug } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, municipalityOrigin, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  HiddenFields,
  LinkButton,
  PageTitle,
  RadioGroup,
  Section,
  Tag,
  TextField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDateTime, isDay, osloDate, startOfOsloDay } from '#platform/time.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { caseWords } from '../../review/texts/words.ts'
import { releaseDecision } from '../actions/release-decision.ts'
import { cancelRelease, scheduleRelease } from '../actions/schedule-release.ts'
import { listWaitingLetters, type WaitingLetter } from '../queries/list-letters.ts'
import { getReleaseEffects, type ReleaseEffects } from '../queries/release-effects.ts'
import { decideTexts, outcomeWithAmount } from '../texts/decide.ts'
import { lettersTexts } from '../texts/letters.ts'

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
  if (step !== 'slipp') return await confirm(c, form, chosen, when.at)
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

function ReleaseForm(props: { c: Ctx; letters: WaitingLetter[]; form: Form | undefined; roundId: string }) {
  const { c, letters, form } = props
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const unread = letters.find((each) => !each.isProofread)
  return (
    <form method="post" action="/saker/vedtak/slipp">
      <FormStart c={c} />
      <HiddenFields values={{ utlysning: props.roundId }} />
      {unread ? (
        <ButtonRow>
          <LinkButton href={`/saker/${caseSlug(unread.number)}/brev`} icon="edit" variant="secondary" small>
            {t.toProofread}
          </LinkButton>
        </ButtonRow>
      ) : null}
      <DataTable
        lang={lang}
        caption={t.caption(letters.length)}
        rows={letters}
        keyboard
        rowId={(row) => `decision-${row.decisionId}`}
        rowHref={(row) => `/saker/${caseSlug(row.number)}/brev`}
        select={{
          name: 'vedtak',
          value: (row) => row.decisionId,
          label: (row) => `${row.number} ${row.applicantName}`,
          checked: (row) => (form ? form.all('vedtak').includes(row.decisionId) : row.isProofread && row.releaseAt === null),
        }}
        columns={[
          { label: t.columns.number, heading: true, narrow: true, cell: (row) => row.number },
          {
            label: t.columns.applicant,
            cell: (row) => (
              <span class="tg-cut" title={row.applicantName}>
                {row.applicantName}
              </span>
            ),
          },
          { label: t.columns.outcome, cell: (row) => outcomeWithAmount(caseWords[lang].outcome[row.outcome], row.ore, lang) },
          {
            label: t.columns.letter,
            narrow: true,
            cell: (row) => <Tag tone={row.isProofread ? 'success' : 'warning'}>{row.isProofread ? t.isRead : t.notRead}</Tag>,
          },
          {
            label: t.columns.when,
            cell: (row) => (row.releaseAt ? <Tag tone="info">{t.scheduled(formatDateTime(row.releaseAt, lang))}</Tag> : ''),
          },
        ]}
      />
      <Section>
        <RadioGroup
          lang={lang}
          name="nar"
          label={t.when}
          value={form?.text('nar') || 'na'}
          options={[
            { value: 'na', label: t.now },
            { value: 'senere', label: t.later },
          ]}
        />
        <DateField lang={lang} name="dag" label={t.day} value={form?.text('dag') ?? ''} optional="quiet" />
        <TextField
          lang={lang}
          name="tid"
          label={t.time}
          help={t.timeHelp}
          value={form?.text('tid') || '08.00'}
          size={6}
          optional="quiet"
        />
      </Section>
      <ButtonRow>
        <Button name="gjor" value="se" icon="eye">
          {t.seeWhat}
        </Button>
        {letters.some((each) => each.releaseAt) ? (
          <Button name="gjor" value="angre" variant="tertiary" icon="undo">
            {t.cancel}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  )
}

/** What will happen, in sentences, before anything does. */
async function confirm(c: Ctx, form: Form, chosen: readonly string[], at: Date | undefined): Promise<Response> {
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const person = currentPerson(c)
  const { effects, letters } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const closedIds = await listClosedCaseIds(trx, person.id)
    const found = (await listWaitingLetters(trx, { closedIds })).filter((each) => chosen.includes(each.decisionId))
    const ready = found.filter((each) => each.isProofread).map((each) => each.decisionId)
    return { letters: found, effects: await getReleaseEffects(trx, ready, osloDate(at ?? c.var.services.now())) }
  })
  const unread = letters.filter((each) => !each.isProofread)
  const n = effects.letters
  return await page(
    c,
    {
      title: t.whatTitle,
      room: 'desk',
      breadcrumbs: [
        { label: decideTexts[lang].many, href: '/saker/vedtak' },
        { label: t.releaseTitle, href: '/saker/vedtak/slipp' },
        { label: t.whatTitle },
      ],
    },
    <>
      <PageTitle title={t.whatTitle} lead={at ? t.whatLater(n, formatDateTime(at, lang)) : t.whatNow(n)} />
      <ul class="tg-prose">
        {sentences(effects, lang).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {unread.length > 0 ? (
        <Alert kind="warning" title={t.failed(unread.length)}>
          <ul>
            {unread.map((each) => (
              <li>
                <a href={`/saker/${caseSlug(each.number)}/brev`}>
                  {each.number} {each.applicantName}
                </a>
                : {t.reason.notProofread}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <form method="post" action="/saker/vedtak/slipp">
        <FormStart c={c} />
        <HiddenFields
          values={{ nar: form.text('nar'), dag: form.text('dag'), tid: form.text('tid'), utlysning: form.text('utlysning') }}
        />
        {letters
          .filter((each) => each.isProofread)
          .map((each) => (
            <HiddenFields values={{ vedtak: each.decisionId }} />
          ))}
        <ButtonRow>
          {n > 0 ? (
            <Button name="gjor" value="slipp" icon="mail">
              {at ? t.schedule(n) : t.release(n)}
            </Button>
          ) : null}
          <LinkButton href={`/saker/vedtak/slipp?utlysning=${form.text('utlysning')}`} variant="secondary">
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

function sentences(effects: ReleaseEffects, lang: Ctx['var']['lang']): string[] {
  const t = lettersTexts[lang].effects
  return [
    t.letters(effects.letters),
    ...(effects.mails > 0 ? [t.mails(effects.mails)] : []),
    ...(effects.awards > 0 ? [t.awards(effects.awards, formatKr(effects.awardedOre, lang))] : []),
    ...(effects.pending > 0 ? [t.pending(effects.pending)] : []),
    ...(effects.byPost > 0 ? [t.post(effects.byPost)] : []),
  ]
}

/** Now (no time), or a time to come in Oslo. */
function readWhen(form: Form, now: Date): { at: Date | undefined } | { problem: { name: string; message: string } } {
  if (form.text('nar') !== 'senere') return { at: undefined }
  const day = form.text('dag')
  if (!isDay(day)) return { problem: { name: 'dag', message: 'dayMissing' } }
  const match = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(form.text('tid').trim())
  if (!match) return { problem: { name: 'tid', message: 'timeMissing' } }
  const at = atOslo(day, Number(match[1]), Number(match[2]))
  return at <= now ? { problem: { name: 'dag', message: 'timePassed' } } : { at }
}

/** A time by Oslo's clock: on the days when summer time begins or ends too. */
function atOslo(day: string, hours: number, minutes: number): Date {
  const plain = new Date(startOfOsloDay(day).getTime() + (hours * 60 + minutes) * 60_000)
  const shown = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' }).format(plain),
  )
  return new Date(plain.getTime() + (hours - shown) * 3_600_000)
}

function flashOf(c: Ctx, came: Came, failed: number): FlashMessage[] {
  const t = lettersTexts[c.var.lang]
  const n = (came.results?.size ?? 0) - failed
  if (!came.done || n === 0) return []
  const text = { released: t.done, scheduled: t.doneLater, cancelled: t.cancelled }[came.done](n)
  return [{ kind: 'success', text }]
}
