import { Invalid, NotFound, type Reason } from '#platform/errors.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { serveBytes } from '#platform/files/download.ts'
import { currentPerson, FormStart, municipalityOrigin, page, type Ctx, type Form } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Money,
  PageTitle,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDate, isDay, osloDate } from '#platform/time.ts'
import { caseSlug } from '#cases'
import { getSender } from '../../decision/queries/letter-frame.ts'
import { outcomeWithAmount } from '../../decision/texts/decide.ts'
import { act } from '../../review/pages/act.ts'
import { behindGate } from '../../review/pages/gate.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { caseTexts } from '../../review/texts/case.ts'
import { roundTexts } from '../../review/texts/round.ts'
import type { Trx } from '#platform/database/db.ts'
import { rankCases } from '../actions/rank-cases.ts'
import { sendStatement } from '../actions/send-statement.ts'
import { getStatementList, type StatementRow } from '../queries/statement-list.ts'
import { readRanks } from '../rules/outside-decision.ts'
import { outsideTexts } from '../texts/outside.ts'

/** GET /saker/utlysing/:roundId/uttalelse: the municipality's list of priority to the outside body. */
export async function showStatementList(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/utlysing/:roundId/uttalelse: saves the places; with "send", marks what is not sent yet as sent. */
export async function saveStatementList(c: Ctx): Promise<Response> {
  const origin = await municipalityOrigin(c.var.services, c.var.scope.municipalityId)
  let typed: Form | undefined
  const done = await behindGate(c, () =>
    act(c, 'outside-statement', async (trx, { form, by, now, today }) => {
      typed = form
      const open = (await listInAddress(c, trx)).rows.filter(isOpen)
      const { ranks, faults } = readRanks(open.map(({ id }) => ({ caseId: id, text: form.text(`rank.${id}`) })))
      const sends = form.text('_do') === 'send'
      const sentOn = form.text('sentOn')
      if (sends && !isDay(sentOn)) faults.push({ key: 'dayMissing', field: 'sentOn' })
      else if (sends && sentOn > today) faults.push({ key: 'dayAhead', field: 'sentOn' })
      if (faults.length > 0) throw new Invalid(faults)
      const saved = await rankCases(trx, { ranks, by })
      let sent = 0
      if (sends)
        for (const { id } of open.toSorted((a, b) => a.id.localeCompare(b.id)))
          if (await sendStatement(trx, { caseId: id, sentOn, by, now, origin })) sent++
      return sends ? `sendt=${sent}` : `lagret=${saved}`
    }),
  )
  if (done instanceof Response) return done
  if (!done.ok) return await render(c, typed && { form: typed, reasons: done.reasons })
  return c.redirect(`${new URL(c.req.url).pathname}?${done.value}`, 303)
}

/** GET /saker/utlysing/:roundId/uttalelse.pdf: the list to send, without names of those who handled it. */
export async function downloadStatementList(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = outsideTexts[lang]
  const now = c.var.services.now()
  const { list, sender } = await c.var.services.db.reading(c.var.scope, async (trx) => ({
    list: await listInAddress(c, trx),
    sender: await getSender(trx, null, lang),
  }))
  const title = t.listTitle(list.body[lang])
  const bytes = await renderPdf({
    template: 'list',
    lang,
    createdAt: now,
    urgent: true,
    missing: 'name',
    data: {
      sender,
      title,
      date: osloDate(now),
      facts: [{ label: t.round, value: `${list.scheme[lang]}, ${list.round.title[lang]}` }],
      columns: [
        { label: t.rank, align: 'end', width: 0.5 },
        { label: t.columns.number, width: 0.8 },
        { label: t.columns.applicant, width: 2 },
        { label: t.columns.applied, align: 'end', width: 1 },
        { label: t.columns.statement, width: 1.5 },
        { label: t.columns.reasons, width: 3.5 },
      ],
      groups: [
        {
          rows: list.rows.map((row) => [
            row.rank === null ? '–' : String(row.rank),
            row.number,
            row.applicantName,
            formatKr(row.appliedOre, lang),
            outcomeWithAmount(t.supports[row.outcome], row.ore, lang),
            row.reasons,
          ]),
        },
      ],
    },
  })
  return serveBytes(new Uint8Array(bytes), { name: `${title} ${osloDate(now)}.pdf`, mediaType: 'application/pdf' })
}

async function listInAddress(c: Ctx, trx: Trx) {
  const roundId = c.req.param('roundId') ?? ''
  if (!isUuid(roundId)) throw new NotFound('round')
  return await getStatementList(trx, roundId, await listClosedCaseIds(trx, currentPerson(c).id))
}

function isOpen(row: StatementRow): boolean {
  return row.status === 'recommended' && row.sentOn === null
}

async function render(c: Ctx, came?: { form: Form; reasons: readonly Reason[] }): Promise<Response> {
  const lang = c.var.lang
  const t = outsideTexts[lang]
  const list = await c.var.services.db.reading(c.var.scope, (trx) => listInAddress(c, trx))
  const body = list.body[lang]
  const here = `/saker/utlysing/${list.round.id}`
  const mayWrite = may(currentPerson(c), 'prepareCase') && list.rows.some(isOpen)
  const say = (reason: Reason) => (t.problem as Record<string, string>)[reason.key] ?? t.problem.other
  const error = (field: string) => {
    const found = came?.reasons.find((each) => each.field === field)
    return found ? say(found) : undefined
  }
  return await page(
    c,
    {
      title: t.listTitle(body),
      room: 'desk',
      wide: true,
      status: came ? 422 : 200,
      flash: flashOf(c, lang),
      breadcrumbs: [
        { label: caseTexts[lang].cases, href: '/saker' },
        { label: roundTexts[lang].rounds, href: '/saker/utlysing' },
        { label: list.round.title[lang], href: here },
        { label: t.statement },
      ],
    },
    <>
      <PageTitle
        eyebrow={`${list.scheme[lang]}: ${list.round.title[lang]}`}
        title={t.listTitle(body)}
        lead={list.rows.some((row) => row.sentOn === null) ? t.listLead(list.rows.length) : t.sentLead(list.rows.length)}
        actions={
          list.rows.length > 0 ? (
            <LinkButton href={`${here}/uttalelse.pdf`} icon="pdf" variant="secondary">
              {t.pdf}
            </LinkButton>
          ) : undefined
        }
      />
      <Alert kind="info">{t.notDecision(body)}</Alert>
      {list.unready > 0 ? <Alert kind="warning">{t.unready(list.unready)}</Alert> : null}
      {list.hidden > 0 ? <Alert kind="warning">{t.hidden(list.hidden)}</Alert> : null}
      {list.rows.length === 0 ? (
        <EmptyState title={t.none} action={<LinkButton href={here}>{list.round.title[lang]}</LinkButton>} />
      ) : (
        <form method="post" action={`${here}/uttalelse`} data-warn-unsaved>
          <FormStart c={c} />
          <ErrorSummary
            lang={lang}
            problems={(came?.reasons ?? []).map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each) }))}
          />
          <DataTable
            lang={lang}
            caption={t.listTitle(body)}
            hideCaption
            rows={list.rows}
            columns={[
              {
                label: t.rank,
                narrow: true,
                cell: (row) =>
                  mayWrite && isOpen(row) ? (
                    <RankInput
                      row={row}
                      label={t.rankOf(row.number)}
                      value={came ? came.form.text(`rank.${row.id}`) : String(row.rank ?? '')}
                      error={error(`rank.${row.id}`)}
                    />
                  ) : (
                    (row.rank ?? '–')
                  ),
              },
              {
                label: t.columns.number,
                heading: true,
                narrow: true,
                cell: (row) => <a href={`/saker/${caseSlug(row.number)}`}>{row.number}</a>,
              },
              { label: t.columns.applicant, cell: (row) => row.applicantName },
              { label: t.columns.applied, numeric: true, cell: (row) => <Money ore={row.appliedOre} lang={lang} /> },
              { label: t.columns.statement, cell: (row) => outcomeWithAmount(t.supports[row.outcome], row.ore, lang) },
              { label: t.columns.sent, cell: (row) => (row.sentOn ? t.sent(formatDate(row.sentOn, lang)) : t.notSent) },
            ]}
          />
          {mayWrite ? (
            <>
              <DateField
                lang={lang}
                name="sentOn"
                label={t.sentOn}
                help={t.sentOnHelp}
                value={came ? came.form.text('sentOn') : osloDate(c.var.services.now())}
                error={error('sentOn')}
              />
              <ButtonRow>
                <Button name="_do" value="save" variant="secondary">
                  {t.save}
                </Button>
                <Button name="_do" value="send" icon="mail">
                  {t.send}
                </Button>
              </ButtonRow>
            </>
          ) : null}
        </form>
      )}
    </>,
  )
}

/** A place on the list; what is wrong with it stands below. */
function RankInput(props: { row: StatementRow; label: string; value: string; error: string | undefined }) {
  const id = `f-rank-${props.row.id}`
  return (
    <>
      <input
        class="ds-input"
        type="text"
        inputmode="numeric"
        size={4}
        id={id}
        name={`rank.${props.row.id}`}
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        value={props.value}
      />
      {props.error ? (
        <p class="ds-validation-message" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
    </>
  )
}

function flashOf(c: Ctx, lang: Lang): FlashMessage[] {
  const t = outsideTexts[lang]
  const [saved, sent] = [c.req.query('lagret'), c.req.query('sendt')]
  if (sent) return [{ kind: 'success', text: t.sentMany(Number(sent) || 0) }]
  return saved ? [{ kind: 'success', text: t.saved(Number(saved) || 0) }] : []
}
