import { caseSlug } from '#cases'
import { currentPerson, FormStart, page, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  DefinitionList,
  LinkButton,
  PageTitle,
  Section,
  Split,
  Tag,
  TextArea,
  Timeline,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { formatAccount } from '../../application/rules/numbers.ts'
import { possible, paymentLifecycle, type PaymentAction } from '../../lifecycle.ts'
import { tellEvent } from '../../review/texts/events.ts'
import { casesOpenTo, may } from '../../review/rules/access.ts'
import { getPayment, type PaymentPage } from '../queries/get-payment.ts'
import type { ShownPayment } from '../queries/shown-payments.ts'
import { lastDayToClaim } from '../rules/claim.ts'
import { rightFor } from '../rules/may-change.ts'
import { paymentTexts, tabTones } from '../texts/payments.ts'
import { Account } from './payments.tsx'
import { paymentsHref } from './payment-query.ts'
import { PaymentState, rowTab } from './payment-state.tsx'
import { titleOf } from '../../scheme/rules/for-part.ts'

export interface PaymentShown {
  flash?: FlashMessage
  /** The reason as it was typed, and what was wrong with it. */
  typed?: string
  errors?: Partial<Record<PaymentAction | 'claim', string>>
  /** The whole number, for one who just asked to see it. */
  account?: string
}

/** GET /saker/utbetalinger/:id */
export async function showPayment(c: Ctx, shown: PaymentShown = {}): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = paymentTexts[lang]
  const person = currentPerson(c)
  const found = await services.db.reading(scope, (trx) => getPayment(trx, services.keyring, c.req.param('id') ?? '', person.id))
  const { row, definition } = found.payment
  const title = instalmentTitle(found.payment, lang)
  const tab = rowTab(row)
  return await page(
    c,
    {
      title: `${title}, ${row.caseNumber}`,
      room: 'desk',
      breadcrumbs: [{ label: t.title, href: paymentsHref({ tab }) }, { label: row.caseNumber }],
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(shown.errors ? { status: 422 as const } : {}),
    },
    <>
      <PageTitle
        eyebrow={`${row.caseNumber} · ${titleOf(definition, lang)}`}
        title={`${formatKr(row.ore, lang)} – ${row.applicantName}`}
        tags={<Tag tone={tabTones[tab]}>{t.status[tab]}</Tag>}
      />
      <Split
        asideLabel={t.whatNow}
        main={<Facts c={c} found={found} {...(shown.account ? { account: shown.account } : {})} />}
        aside={<Next c={c} payment={found.payment} shown={shown} />}
      />
      <Section title={t.history}>
        <Timeline
          lang={lang}
          items={found.events.toReversed().map((event) => ({
            when: event.at,
            title: tellEvent(event, new Map(), lang),
            ...(event.actorName ? { by: event.actorName } : {}),
          }))}
        />
      </Section>
    </>,
  )
}

function Facts({ c, found, account }: { c: Ctx; found: PaymentPage; account?: string }) {
  const { lang } = c.var
  const t = paymentTexts[lang]
  const { payment, others } = found
  const { row, definition, warnings } = payment
  const person = currentPerson(c)
  const last = row.releaseOn === 'claimed' ? lastDayToClaim(definition.payment.claimBy, row.awardedOn) : undefined
  const accountCell = account ? (
    <b class="tg-money">{t.accountShown(formatAccount(account))}</b>
  ) : payment.maskedAccount ? (
    <span class="tg-money">{payment.maskedAccount}</span>
  ) : row.ownUnit ? (
    t.inside
  ) : (
    t.noAccount
  )
  return (
    <Section title={t.facts}>
      {warnings.length > 0 ? (
        <Alert kind="warning" title={t.warningTitle}>
          <ul>
            {warnings.map((warning) => (
              <li>{t.warnings[warning]}</li>
            ))}
          </ul>
          {warnings.includes('missing') ? null : <p>{t.warningText}</p>}
        </Alert>
      ) : null}
      <DefinitionList
        items={[
          { label: t.recipient, value: row.applicantName },
          { label: t.scheme, value: titleOf(definition, lang) },
          {
            label: t.instalment,
            value: instalmentTitle(payment, lang),
            note: t.part(row.position + 1, row.instalments),
          },
          {
            label: t.releasedWhen,
            value: t.releaseOn[row.releaseOn],
            ...(last ? { note: t.claimBy(formatDate(last, lang)) } : {}),
          },
          { label: t.state, value: <PaymentState {...payment} lang={lang} askerId={person.id} /> },
          { label: t.account, value: accountCell },
        ]}
      />
      {payment.maskedAccount && !account && may(person, 'readAccounts') ? (
        <form method="post" action={`/saker/utbetalinger/${row.id}/konto`}>
          <FormStart c={c} />
          <Button variant="secondary" small icon="eye">
            {t.showAccount}
          </Button>
          <p class="tg-help">{t.showAccountNote}</p>
        </form>
      ) : null}
      {casesOpenTo(person) === 'all' ? (
        <p>
          <LinkButton variant="tertiary" icon="file" href={`/saker/${caseSlug(row.caseNumber)}`}>
            {t.toCase}
          </LinkButton>
        </p>
      ) : null}
      {others.length > 0 ? <Others c={c} others={others} /> : null}
    </Section>
  )
}

function Others({ c, others }: { c: Ctx; others: ShownPayment[] }) {
  const { lang } = c.var
  const t = paymentTexts[lang]
  return (
    <DataTable
      lang={lang}
      caption={t.others}
      rows={others}
      rowHref={({ row }) => `/saker/utbetalinger/${row.id}`}
      columns={[
        { label: t.instalment, heading: true, cell: (each) => instalmentTitle(each, lang) },
        { label: t.state, cell: (each) => <PaymentState {...each} lang={lang} askerId={currentPerson(c).id} /> },
        { label: t.account, cell: (each) => <Account lang={lang} shown={each} /> },
        { label: t.amount, numeric: true, cell: ({ row }) => formatKr(row.ore, lang) },
      ]}
    />
  )
}

const needReason: readonly PaymentAction[] = ['fail', 'stop']
/** The way onwards; the others are quiet. */
const onwards: readonly PaymentAction[] = ['prepare', 'approve', 'send', 'confirm']

/** What this person can do with it now: the lifecycle's actions, less what it waits for and what another must do. */
function Next({ c, payment, shown }: { c: Ctx; payment: ShownPayment; shown: PaymentShown }) {
  const t = paymentTexts[c.var.lang]
  const person = currentPerson(c)
  const { row } = payment
  const held = row.awardEnded || row.waits !== null
  const actions = possible(paymentLifecycle, row.status)
    .filter((action) => may(person, rightFor[action]))
    .filter((action) => !(action === 'approve' && row.preparedBy === person.id))
    .filter((action) => !(action === 'prepare' && held))
    .filter((action) => !(row.awardEnded && onwards.includes(action) && action !== 'confirm'))
  const plain = actions.filter((action) => !needReason.includes(action))
  const withReason = actions.filter((action) => needReason.includes(action))
  const canClaim = row.status === 'planned' && row.waits === 'claim' && !row.awardEnded && may(person, 'claimForRecipient')
  const address = `/saker/utbetalinger/${row.id}`
  return (
    <Section title={t.whatNow}>
      {row.status === 'prepared' && row.preparedBy === person.id ? <p>{t.youPrepared}</p> : null}
      {actions.length === 0 && !canClaim ? <p class="tg-quiet">{t.nothingToDo}</p> : null}
      {plain.length > 0 ? (
        <form method="post" action={address}>
          <FormStart c={c} />
          <ButtonRow>
            {plain.map((action) => (
              <Button name="gjor" value={action} variant={onwards.includes(action) ? 'primary' : 'secondary'}>
                {t.actions[action]}
              </Button>
            ))}
          </ButtonRow>
        </form>
      ) : null}
      {withReason.map((action) => (
        <ReasonForm c={c} address={address} action={action} label={t.actions[action]} shown={shown} />
      ))}
      {canClaim ? (
        <ReasonForm c={c} address={address} action="claim" label={t.claimFor} help={t.claimForHelp} shown={shown} />
      ) : null}
    </Section>
  )
}

function ReasonForm(props: {
  c: Ctx
  address: string
  action: PaymentAction | 'claim'
  label: string
  help?: string
  shown: PaymentShown
}) {
  const { c, action, shown } = props
  const t = paymentTexts[c.var.lang]
  const error = shown.errors?.[action]
  return (
    <details class="tg-details" open={error !== undefined}>
      <summary>
        <span>{props.label}</span>
      </summary>
      <form method="post" action={props.address} class="tg-details__body">
        <FormStart c={c} />
        <TextArea
          lang={c.var.lang}
          id={`reason-${action}`}
          name="reason"
          label={t.reason}
          help={props.help ?? t.reasonHelp}
          rows={2}
          maxLength={500}
          value={error === undefined ? '' : (shown.typed ?? '')}
          error={error}
        />
        <Button name="gjor" value={action} variant={action === 'stop' ? 'danger' : 'secondary'}>
          {props.label}
        </Button>
      </form>
    </details>
  )
}

function instalmentTitle({ row, definition }: ShownPayment, lang: Ctx['var']['lang']): string {
  const found = definition.payment.plan.find((each) => each.key === row.instalment)
  return found?.title[lang] ?? row.instalment
}
