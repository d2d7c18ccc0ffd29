import { currentPerson, page, readForm, type Ctx } from '#platform/http/index.ts'
import { Alert, DataTable, LinkButton, PageTitle, Tag } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { paymentActions, type PaymentAction } from '../../lifecycle.ts'
import { act } from '../../review/pages/act.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { changePayments, type PaymentOutcome } from '../actions/change-payments.ts'
import { findPayments, type PaymentRow } from '../queries/list-payments.ts'
import { isTab } from '../rules/tabs.ts'
import { reasonText } from '../texts/reasons.ts'
import { paymentTexts } from '../texts/payments.ts'
import { paymentsHref } from './payment-query.ts'
import { showPaymentList } from './payments.tsx'

const MOST = 200
const forMany: readonly PaymentAction[] = ['prepare', 'take-back', 'approve', 'send', 'confirm']

/** POST /saker/utbetalinger: one step for the ticked ones, and how it went with each. Sent twice, it says the same. */
export async function changeManyPayments(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = paymentTexts[lang]
  const form = await readForm(c)
  const ids = form.all('id').filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id))
  const action = paymentActions.find((each) => each === form.text('gjor') && forMany.includes(each))
  if (ids.length === 0 || !action) return await showPaymentList(c, { kind: 'warning', text: t.chooseSome })
  if (ids.length > MOST) return await showPaymentList(c, { kind: 'warning', text: t.tooMany(MOST) })
  const done = await act(c, `payments-${action}`, (trx, { by, now }) =>
    changePayments(trx, services.keyring, { paymentIds: ids, action, person: by, now }),
  )
  const outcomes = done.ok ? done.value : []
  const payments = await services.db.reading(scope, async (trx) =>
    findPayments(trx, ids, await listClosedCaseIds(trx, currentPerson(c).id)),
  )
  const tab = form.text('fane')
  const back = paymentsHref({
    ...(isTab(tab) ? { tab } : {}),
    ...(/^[a-z0-9-]{1,80}$/.test(form.text('ordning')) ? { scheme: form.text('ordning') } : {}),
  })
  return await page(
    c,
    { title: t.resultTitle, room: 'desk', wide: true, breadcrumbs: [{ label: t.title, href: back }, { label: t.resultTitle }] },
    <Results lang={lang} action={action} outcomes={outcomes} payments={payments} back={back} />,
  )
}

function Results(props: {
  lang: Ctx['var']['lang']
  action: PaymentAction
  outcomes: PaymentOutcome[]
  payments: PaymentRow[]
  back: string
}) {
  const { lang, outcomes, action } = props
  const t = paymentTexts[lang]
  const byId = new Map(props.payments.map((payment) => [payment.id, payment]))
  const done = outcomes.filter((each) => each.done)
  const sum = done.reduce((all, each) => all + (byId.get(each.paymentId)?.ore ?? 0), 0)
  // What went wrong comes first: it is what there is to do something about.
  const rows = [...outcomes.filter((each) => !each.done), ...done]
  return (
    <>
      <PageTitle title={t.resultTitle} />
      <Alert kind={done.length === outcomes.length ? 'success' : 'warning'}>
        {t.resultSum(done.length, outcomes.length, formatKr(sum, lang))}
      </Alert>
      <DataTable
        lang={lang}
        caption={t.resultTitle}
        hideCaption
        rows={rows}
        columns={[
          {
            label: t.caseNumber,
            heading: true,
            narrow: true,
            cell: ({ paymentId }) => <a href={`/saker/utbetalinger/${paymentId}`}>{byId.get(paymentId)?.caseNumber ?? '–'}</a>,
          },
          { label: t.recipient, cell: ({ paymentId }) => byId.get(paymentId)?.applicantName ?? '–' },
          {
            label: t.result,
            cell: (each) => (
              <Tag tone={each.done ? 'success' : 'warning'} icon={each.done ? 'check' : 'warning'}>
                {each.done ? t.done[action] : reasonText(each.reason ?? { key: 'notInThisState' }, lang)}
              </Tag>
            ),
          },
          {
            label: t.amount,
            numeric: true,
            cell: ({ paymentId }) => {
              const payment = byId.get(paymentId)
              return payment ? formatKr(payment.ore, lang) : '–'
            },
          },
        ]}
      />
      <div class="tg-buttons">
        <LinkButton href={props.back}>{t.backToList}</LinkButton>
      </div>
    </>
  )
}
