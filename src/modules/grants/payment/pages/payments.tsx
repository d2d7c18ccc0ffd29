import { currentPerson, FormStart, page, type Ctx } from '#platform/http/index.ts'
import {
  ActionBar,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChoice,
  HiddenFields,
  PageTitle,
  Pagination,
  Section,
  Tabs,
  Tag,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { listPayments, sumPayments, type PaymentFilter } from '../queries/list-payments.ts'
import { listPaymentChoices, type PaymentChoices } from '../queries/payment-choices.ts'
import { showPayments, type ShownPayment } from '../queries/shown-payments.ts'
import { rightFor } from '../rules/may-change.ts'
import { batchActions, paymentTabs } from '../rules/tabs.ts'
import { paymentTexts } from '../texts/payments.ts'
import { paymentsHref, readPaymentCursor, readPaymentFilter } from './payment-query.ts'
import { PaymentState } from './payment-state.tsx'
import { titleOf } from '../../scheme/rules/for-part.ts'

/** GET /saker/utbetalinger: the piles finance works through. */
export async function showPaymentList(c: Ctx, flash?: FlashMessage): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = paymentTexts[lang]
  const filter = readPaymentFilter(c)
  const cursor = readPaymentCursor(c)
  const person = currentPerson(c)
  const data = await services.db.reading(scope, async (trx) => {
    const closed = await listClosedCaseIds(trx, person.id)
    const list = await listPayments(trx, filter, closed, cursor ? { after: cursor } : {})
    return {
      sums: await sumPayments(trx, filter, closed),
      choices: await listPaymentChoices(trx, lang, filter.scheme),
      shown: await showPayments(trx, services.keyring, list.rows),
      next: list.next,
    }
  })
  const sum = data.sums[filter.tab]
  const isApproved = filter.tab === 'approved' && data.shown.length > 0 && may(person, 'readAccounts')
  return await page(
    c,
    { title: t.title, room: 'desk', wide: true, ...(flash ? { flash } : {}) },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Tabs
        label={t.tabsLabel}
        tabs={paymentTabs.map((tab) => ({
          label: t.tabs[tab],
          href: paymentsHref({ ...filter, tab }),
          current: tab === filter.tab,
          count: formatNumber(data.sums[tab].count, lang),
        }))}
      />
      <Filters lang={lang} filter={filter} choices={data.choices} now={services.now()} />
      <div id="payments" data-live="">
        {data.shown.length === 0 ? (
          <EmptyState drawing="fjord" title={t.empty[filter.tab][0]}>
            <p>{t.empty[filter.tab][1]}</p>
          </EmptyState>
        ) : (
          <Section title={t.sum(formatNumber(sum.count, lang), formatKr(sum.ore, lang))}>
            <PaymentTable c={c} filter={filter} shown={data.shown} />
            <Pagination
              lang={lang}
              {...(cursor ? { previousHref: paymentsHref(filter) } : {})}
              {...(data.next ? { nextHref: paymentsHref(filter, { etter: `${data.next.key}.${data.next.id}` }) } : {})}
            />
          </Section>
        )}
      </div>
      {isApproved ? <ExportForm c={c} filter={filter} /> : null}
    </>,
  )
}

function Filters({ lang, filter, choices, now }: { lang: Lang; filter: PaymentFilter; choices: PaymentChoices; now: Date }) {
  const t = paymentTexts[lang]
  const years = Array.from({ length: 6 }, (_, back) => String(now.getFullYear() - back))
  return (
    <FilterBar lang={lang} action="/saker/utbetalinger">
      <HiddenFields values={{ fane: filter.tab }} />
      <FilterChoice
        lang={lang}
        name="ordning"
        label={t.scheme}
        all={t.allSchemes}
        value={filter.scheme}
        options={choices.schemes.map((scheme) => ({ value: scheme.slug, label: scheme.title }))}
      />
      {choices.rounds.length > 0 ? (
        <FilterChoice
          lang={lang}
          name="runde"
          label={t.round}
          all={t.allRounds}
          value={filter.round}
          options={choices.rounds.map((round) => ({ value: round.id, label: round.title }))}
        />
      ) : null}
      {filter.tab === 'confirmed' ? (
        <FilterChoice
          lang={lang}
          name="ar"
          label={t.year}
          value={String(filter.year)}
          options={years.map((year) => ({ value: year, label: year }))}
        />
      ) : null}
    </FilterBar>
  )
}

function PaymentTable({ c, filter, shown }: { c: Ctx; filter: PaymentFilter; shown: ShownPayment[] }) {
  const { lang } = c.var
  const t = paymentTexts[lang]
  const person = currentPerson(c)
  const actions = batchActions[filter.tab].filter((action) => may(person, rightFor[action]))
  const all = c.req.query('velg') === 'alle'
  const table = (
    <DataTable
      lang={lang}
      caption={t.caption}
      hideCaption
      keyboard
      rows={shown}
      rowId={({ row }) => `u-${row.id}`}
      rowHref={({ row }) => `/saker/utbetalinger/${row.id}`}
      {...(actions.length > 0
        ? {
            select: {
              name: 'id',
              form: 'bulk',
              value: ({ row }: ShownPayment) => row.id,
              label: ({ row }: ShownPayment) => t.select(row.caseNumber, row.applicantName),
              // What one may not approve oneself is not ticked with the rest.
              checked: ({ row }: ShownPayment) => all && !(actions[0] === 'approve' && row.preparedBy === person.id),
            },
          }
        : {})}
      columns={[
        { label: t.caseNumber, narrow: true, cell: ({ row }) => row.caseNumber, heading: true },
        { label: t.recipient, cell: ({ row }) => <Cut text={row.applicantName} /> },
        { label: t.scheme, cell: ({ definition }) => <Cut text={titleOf(definition, lang)} /> },
        { label: t.instalment, narrow: true, cell: ({ row }) => t.part(row.position + 1, row.instalments) },
        { label: t.account, cell: (each) => <Account lang={lang} shown={each} /> },
        { label: t.state, cell: (each) => <PaymentState {...each} lang={lang} askerId={person.id} inPile /> },
        { label: t.amount, numeric: true, cell: ({ row }) => <b>{formatKr(row.ore, lang)}</b> },
      ]}
    />
  )
  if (actions.length === 0) return table
  return (
    <>
      <p>
        <a href={paymentsHref(filter, all ? {} : { velg: 'alle' })}>{all ? t.selectNone : t.selectAll}</a>
      </p>
      {table}
      <form id="bulk" method="post" action="/saker/utbetalinger">
        <FormStart c={c} />
        <HiddenFields values={{ fane: filter.tab, ordning: filter.scheme, runde: filter.round }} />
        <ActionBar lang={lang}>
          {actions.map((action, index) => (
            <Button
              name="gjor"
              value={action}
              small
              variant={index === 0 ? 'primary' : 'secondary'}
              {...(index === 0 ? { shortcut: 'g' } : {})}
            >
              {t.actions[action]}
            </Button>
          ))}
        </ActionBar>
      </form>
    </>
  )
}

/** Cut short where there is no room; whole on a phone and when pointed at. */
function Cut({ text }: { text: string }) {
  return (
    <div class="tg-cut" title={text}>
      {text}
    </div>
  )
}

export function Account({ lang, shown }: { lang: Lang; shown: ShownPayment }) {
  const t = paymentTexts[lang]
  return (
    <div>
      {shown.maskedAccount ? <span class="tg-money">{shown.maskedAccount}</span> : shown.row.ownUnit ? t.inside : null}
      {shown.warnings.map((warning) => (
        <div>
          <Tag tone="warning" icon="warning">
            {t.warningWords[warning]}
          </Tag>
        </div>
      ))}
    </div>
  )
}

function ExportForm({ c, filter }: { c: Ctx; filter: PaymentFilter }) {
  const t = paymentTexts[c.var.lang]
  return (
    <form method="post" action="/saker/utbetalinger/eksport" class="tg-form">
      <FormStart c={c} />
      <HiddenFields values={{ ordning: filter.scheme, runde: filter.round }} />
      <p class="tg-quiet">{t.exportNote}</p>
      <div class="tg-buttons">
        <Button name="format" value="xlsx" variant="secondary" icon="download">
          {t.export}
        </Button>
        <Button name="format" value="csv" variant="tertiary" icon="download">
          {t.exportCsv}
        </Button>
      </div>
    </form>
  )
}
