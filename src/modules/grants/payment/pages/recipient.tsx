import { caseSlug } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  Details,
  ErrorSummary,
  PageTitle,
  Section,
  Tag,
  TextField,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { MyCaseSection } from '../../application/pages/case-sections.ts'
import { getMyCase } from '../../application/queries/my-cases.ts'
import type { Verdict } from '../../review/model.ts'
import { changeAccount } from '../actions/change-account.ts'
import { claimPayment } from '../actions/claim-payment.ts'
import { listCasePayments } from '../queries/case-payments.ts'
import type { ShownPayment } from '../queries/shown-payments.ts'
import { lastDayToClaim } from '../rules/claim.ts'
import { paymentTexts, tabTones } from '../texts/payments.ts'
import { ownPaymentTexts } from '../texts/recipient.ts'
import { rowTab } from './payment-state.tsx'

/** What the recipient can ask to be paid, and an account that is missing or wrong, at the top of their case page. */
export const ownPaymentNow: MyCaseSection = {
  key: 'payment-now',
  place: 'now',
  order: 250,
  async show({ c, trx, case: found }) {
    const { lang, services } = c.var
    const t = ownPaymentTexts[lang]
    const payments = await listCasePayments(trx, services.keyring, found.id)
    const claimable = payments.filter(({ row }) => row.status === 'planned' && row.waits === 'claim' && !row.awardEnded)
    const flash = flashOf(c, lang)
    const problem = payments.find(
      ({ row, warnings }) => row.status === 'failed' || (isOpen(row.status) && warnings.includes('missing')),
    )
    if (claimable.length === 0 && !problem && !flash) return undefined
    return (
      <Section id="utbetaling" title={claimable.length > 0 ? t.claimTitle : problem ? t.accountTitle : t.title}>
        {flash}
        {claimable.map((payment) => (
          <Claim c={c} number={found.number} payment={payment} />
        ))}
        {problem ? (
          <>
            <Alert kind="warning">{problem.row.status === 'failed' ? t.said.failed : t.accountMissing}</Alert>
            <AccountForm c={c} number={found.number} />
          </>
        ) : null}
      </Section>
    )
  },
}

function Claim({ c, number, payment }: { c: Ctx; number: string; payment: ShownPayment }) {
  const { lang, services } = c.var
  const t = ownPaymentTexts[lang]
  const last = lastDayToClaim(payment.definition.payment.claimBy, payment.row.awardedOn)
  if (last && osloDate(services.now()) > last) return <Alert kind="warning">{t.claimTooLate(formatDate(last, lang))}</Alert>
  return (
    <form method="post" action={`/min-side/saker/${caseSlug(number)}/utbetaling/${payment.row.id}`}>
      <FormStart c={c} />
      <p>
        {t.claimLead(formatKr(payment.row.ore, lang))} {last ? t.claimBy(formatDate(last, lang)) : ''}
      </p>
      <ButtonRow>
        <Button variant="secondary" icon="money">
          {t.claim}
        </Button>
      </ButtonRow>
    </form>
  )
}

function AccountForm({ c, number, wrong }: { c: Ctx; number: string; wrong?: string }) {
  const { lang } = c.var
  const t = ownPaymentTexts[lang]
  return (
    <form method="post" action={`/min-side/saker/${caseSlug(number)}/konto`}>
      <FormStart c={c} />
      <TextField
        lang={lang}
        name="account"
        label={t.accountLabel}
        help={t.accountHelp}
        inputmode="numeric"
        size={16}
        autocomplete="off"
        value={wrong ?? ''}
        error={wrong === undefined ? undefined : t.badAccount}
      />
      <Button variant="secondary">{t.accountSave}</Button>
    </form>
  )
}

/** The award's payments in plain words, and the account they go to. */
export const ownPayments: MyCaseSection = {
  key: 'payments',
  place: 'main',
  order: 350,
  async show({ c, trx, case: found }) {
    const { lang, services } = c.var
    const t = ownPaymentTexts[lang]
    const payments = await listCasePayments(trx, services.keyring, found.id)
    if (payments.length === 0) return undefined
    const open = payments.find(({ row, maskedAccount }) => isOpen(row.status) && maskedAccount && !row.awardEnded)
    return (
      <Section title={t.title}>
        <DataTable
          lang={lang}
          caption={t.title}
          hideCaption
          rows={payments}
          columns={[
            { label: t.part, heading: true, cell: (each) => instalmentTitle(each, lang) },
            {
              label: t.state,
              cell: (each) => (
                <>
                  <Tag tone={tabTones[rowTab(each.row)]}>{paymentTexts[lang].status[rowTab(each.row)]}</Tag>
                  <span class="tg-list__note">{said(each, lang)}</span>
                </>
              ),
            },
            { label: t.account, cell: (each) => each.maskedAccount ?? '–', narrow: true },
            { label: t.amount, numeric: true, cell: (each) => <b>{formatKr(each.row.ore, lang)}</b> },
          ]}
        />
        {open && !payments.some(({ row }) => row.status === 'failed') ? (
          <Details summary={t.accountChange}>
            <p>{t.accountNow(open.maskedAccount ?? '')}</p>
            <AccountForm c={c} number={found.number} />
          </Details>
        ) : null}
      </Section>
    )
  },
}

function said({ row }: ShownPayment, lang: Lang): string {
  const t = ownPaymentTexts[lang].said
  const day = (at: Date | null) => (at ? formatDate(at, lang) : '')
  switch (rowTab(row)) {
    case 'ready':
      return t.ready
    case 'prepared':
      return t.prepared
    case 'approved':
      return t.approved
    case 'sent':
      return t.sent(day(row.sentAt))
    case 'confirmed':
      return t.confirmed(day(row.confirmedAt))
    case 'failed':
      return t.failed
    case 'stopped':
      return [t.stopped, row.statusReason ?? ''].filter(Boolean).join(' ')
    case 'waiting':
      return row.awardEnded ? t.ended : row.waits ? t[row.waits] : t.ready
  }
}

function isOpen(status: string): boolean {
  return status === 'planned' || status === 'failed'
}

function instalmentTitle({ row, definition }: ShownPayment, lang: Lang): string {
  return definition.payment.plan.find((each) => each.key === row.instalment)?.title[lang] ?? row.instalment
}

function flashOf(c: Ctx, lang: Lang) {
  const t = ownPaymentTexts[lang]
  if (c.req.query('bedt') === '1') return <Alert kind="success">{t.claimed}</Alert>
  if (c.req.query('konto') === 'lagret') return <Alert kind="success">{t.accountSaved}</Alert>
  return c.req.query('konto') === 'sent' ? <Alert kind="warning">{t.tooLateNow}</Alert> : null
}

/** POST /min-side/saker/:number/utbetaling/:paymentId */
export async function claimOwnPayment(c: Ctx): Promise<Response> {
  const paymentId = c.req.param('paymentId') ?? ''
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(paymentId)) throw new NotFound('payment')
  const { verdict, back } = await onOwnCase(c, 'claim-payment', paymentId, (trx, caseId, now) =>
    claimPayment(trx, { paymentId, caseId, today: osloDate(now), now }),
  )
  return c.redirect(verdict.ok ? `${back}?bedt=1#utbetaling` : `${back}#utbetaling`, 303)
}

/** POST /min-side/saker/:number/konto */
export async function changeOwnAccount(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const account = form.text('account').slice(0, 30)
  try {
    const { verdict, back } = await onOwnCase(c, 'change-account', account, (trx, caseId, now) =>
      changeAccount(trx, c.var.services.keyring, { caseId, account, now }),
    )
    return verdict.ok ? c.redirect(`${back}?konto=lagret#utbetaling`, 303) : await askAgain(c, back, account)
  } catch (error) {
    const isLate = error instanceof Conflict && error.reason.key === 'notInThisState'
    if (isLate) return c.redirect(`/min-side/saker/${c.req.param('number') ?? ''}?konto=sent#utbetaling`, 303)
    throw error
  }
}

/** The number as it was typed, with what is wrong; never in an address, where it would be kept. */
function askAgain(c: Ctx, back: string, account: string): Response | Promise<Response> {
  const { lang } = c.var
  const t = ownPaymentTexts[lang]
  const number = c.req.param('number') ?? ''
  return page(
    c,
    {
      title: t.accountTitle,
      status: 422,
      breadcrumbs: [{ label: number.replace('-', '/'), href: back }, { label: t.accountTitle }],
    },
    <>
      <PageTitle title={t.accountTitle} />
      <ErrorSummary lang={lang} problems={[{ name: 'account', message: t.badAccount }]} />
      <AccountForm c={c} number={number} wrong={account} />
    </>,
  )
}

async function onOwnCase(
  c: Ctx,
  action: string,
  body: string,
  work: (trx: Parameters<typeof once>[0], caseId: string, now: Date) => Promise<Verdict>,
): Promise<{ verdict: Verdict; back: string }> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const now = services.now()
  const personId = currentPerson(c).id
  return await services.db.inTransaction(scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', personId, osloDate(now))
    const verdict = await once(trx, { key: form.key, action, personId, body: [found.id, body] }, () => work(trx, found.id, now))
    return { verdict, back: `/min-side/saker/${caseSlug(found.number)}` }
  })
}
