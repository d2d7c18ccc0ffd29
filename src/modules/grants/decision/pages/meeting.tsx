import { Invalid, type Reason } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
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
  Money,
  PageTitle,
  Section,
  TextField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { recordMeeting } from '../actions/record-meeting.ts'
import { listAgendas } from '../queries/meetings.ts'
import { decideReasonText, decideTexts } from '../texts/decide.ts'
import { meetingTexts } from '../texts/meeting.ts'
import { decideRows, tickedRows, type RowResults } from './decide-rows.ts'
import { agendaHref, readAgenda, sumOf } from './meeting-agenda.ts'
import { decideHref, DecisionRows, rowValues, type DecisionRow } from './decision-rows.tsx'

/** GET /saker/mote: every body with cases to decide. */
export async function showMeetings(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = meetingTexts[lang]
  const person = currentPerson(c)
  const agendas = await c.var.services.db.reading(c.var.scope, async (trx) =>
    listAgendas(trx, await listClosedCaseIds(trx, person.id)),
  )
  const done = Number(c.req.query('gjort')) || 0
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: decideTexts[lang].many, href: '/saker/vedtak' }, { label: t.title }],
      ...(done > 0 ? { flash: { kind: 'success', text: t.recorded(done) } as FlashMessage } : {}),
    },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {agendas.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={<LinkButton href="/saker/vedtak">{decideTexts[lang].many}</LinkButton>}>
          {t.emptyText}
        </EmptyState>
      ) : (
        <DataTable
          lang={lang}
          caption={t.caption}
          hideCaption
          rows={agendas}
          keyboard
          rowHref={agendaHref}
          columns={[
            { label: t.columns.body, heading: true, cell: (row) => row.body.name[lang] },
            { label: t.columns.round, cell: (row) => `${row.round.scheme[lang]}: ${row.round.round[lang]}` },
            { label: t.columns.cases, numeric: true, narrow: true, cell: (row) => row.cases.length },
            { label: t.columns.sum, numeric: true, narrow: true, cell: (row) => <Money ore={sumOf(row)} lang={lang} /> },
          ]}
        />
      )}
    </>,
  )
}

/** GET /saker/mote/:body/:round: the list, to print and to record from. */
export async function showMeeting(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/mote/:body/:round: records the meeting, then each ticked case by itself. */
export async function postMeeting(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  if (tickedRows(form).length === 0) return await render(c, { form, reasons: [{ key: 'chooseSome' }] })
  const person = currentPerson(c)
  const now = c.var.services.now()
  const { agenda } = await readAgenda(c)
  let meeting: { id: string; bodyKey: string }
  try {
    meeting = await c.var.services.db.inTransaction(c.var.scope, (trx) =>
      recordMeeting(trx, {
        bodyId: agenda.body.id,
        heldOn: form.text('heldOn'),
        itemNumber: form.text('item'),
        personId: person.id,
        today: osloDate(now),
        now,
      }),
    )
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return await render(c, { form, reasons: error.reasons })
  }
  const results = await decideRows(c, form, (row) => ({ ...meeting, stoodAside: rowValues(row, form).aside }))
  const failed = [...results.values()].filter((reasons) => reasons.length > 0).length
  if (failed === 0) return c.redirect(`/saker/mote?gjort=${results.size}`, 303)
  return await render(c, { form, results })
}

interface Came {
  form: Form
  reasons?: Reason[]
  results?: RowResults
}

async function render(c: Ctx, came?: Came): Promise<Response> {
  const lang = c.var.lang
  const t = meetingTexts[lang]
  const { agenda, hidden, partial } = await readAgenda(c)
  const body = agenda.body.name[lang]
  const failed = came?.results ? [...came.results.values()].filter((reasons) => reasons.length > 0).length : 0
  const say = (reason: Reason) =>
    reason.key === 'chooseSome' ? t.chooseSome : ((t.problem as Record<string, string>)[reason.key] ?? t.problem.itemMissing)
  const error = (field: string) => {
    const found = came?.reasons?.find((each) => each.field === field)
    return found ? say(found) : undefined
  }
  const rows = agenda.cases.map((row): DecisionRow => {
    const wrong = came?.results?.get(row.id) ?? []
    const names = partial.get(row.id)
    return {
      ...row,
      isWrong: wrong.length > 0,
      notes: wrong.length > 0 ? wrong.map((key) => decideReasonText(key, lang)) : names ? [t.partial(names.join(', '))] : [],
    }
  })
  const done = came?.results ? came.results.size - failed : 0
  return await page(
    c,
    {
      title: t.listTitle(body),
      room: 'desk',
      wide: true,
      status: came ? 422 : 200,
      flash: [
        ...(done > 0 ? [{ kind: 'success' as const, text: t.recorded(done) }] : []),
        ...(failed > 0 ? [{ kind: 'danger' as const, text: t.failed(failed) }] : []),
      ],
      breadcrumbs: [
        { label: decideTexts[lang].many, href: '/saker/vedtak' },
        { label: t.title, href: '/saker/mote' },
        { label: body },
      ],
    },
    <>
      <PageTitle
        eyebrow={`${agenda.round.scheme[lang]}: ${agenda.round.round[lang]}`}
        title={t.listTitle(body)}
        lead={t.listLead(agenda.cases.length, formatKr(sumOf(agenda), lang))}
        actions={
          <>
            <LinkButton href={`${agendaHref(agenda)}/liste.pdf`} icon="pdf" variant="secondary">
              {t.print}
            </LinkButton>
            <LinkButton href={`${agendaHref(agenda)}/liste`} icon="print" variant="tertiary">
              {t.readList}
            </LinkButton>
          </>
        }
      />
      {hidden > 0 ? <Alert kind="warning">{t.hidden(hidden)}</Alert> : null}
      <ErrorSummary
        lang={lang}
        problems={(came?.reasons ?? []).map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each) }))}
      />
      <Section title={t.record} intro={t.recordLead}>
        <form method="post" action={agendaHref(agenda)} data-warn-unsaved>
          <FormStart c={c} />
          <HiddenFields values={{ body: agenda.body.key }} />
          <DateField lang={lang} name="heldOn" label={t.heldOn} value={came?.form.text('heldOn') ?? ''} error={error('heldOn')} />
          <TextField
            lang={lang}
            name="item"
            label={t.item}
            help={t.itemHelp}
            value={came?.form.text('item') ?? ''}
            size={12}
            error={error('item')}
          />
          <DecisionRows
            lang={lang}
            rows={rows}
            form={came?.form}
            allTicked
            href={decideHref}
            extra={{
              label: t.stoodAside,
              cell: (row) => (
                <input
                  class="ds-input"
                  type="text"
                  size={16}
                  name={`aside-${row.id}`}
                  aria-label={`${t.stoodAsideHelp} ${row.number}`}
                  value={rowValues(row, came?.form).aside}
                />
              ),
            }}
          />
          <ButtonRow>
            <Button icon="gavel">{t.save}</Button>
          </ButtonRow>
        </form>
      </Section>
    </>,
  )
}
