import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import {
  DataTable,
  DueDate,
  EmptyState,
  FilterBar,
  FilterChoice,
  HiddenFields,
  PageTitle,
  Pagination,
  Tabs,
  Tag,
} from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import { formatShortDate, osloDate } from '#platform/time.ts'
import { listPaymentChoices } from '../../payment/queries/payment-choices.ts'
import { countEarlierObligations } from '../../moving-in/queries/obligations-list.ts'
import { earlierTexts } from '../../moving-in/texts/obligations-list.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { countReports, listReports, reportTabs, type ReportFilter, type ReportRow } from '../queries/list-reports.ts'
import { reviewTexts } from '../texts/review.ts'
import { reportTones } from '../texts/tones.ts'

const PAGE = 100

/** GET /saker/rapporter: what to read, and what is waited for. */
export async function showReports(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = reviewTexts[lang]
  const person = currentPerson(c)
  const filter = readFilter(c)
  const offset = Math.min(100_000, Number(/^\d{1,6}$/.exec(c.req.query('fra') ?? '')?.[0] ?? 0))
  const today = osloDate(services.now())
  const data = await services.db.reading(scope, async (trx) => {
    const asker = { closedIds: await listClosedCaseIds(trx, person.id), today, lang }
    return {
      list: await listReports(trx, filter, asker, offset),
      counts: await countReports(trx, filter, asker),
      earlier: await countEarlierObligations(trx, today),
      choices: await listPaymentChoices(trx, lang, undefined),
    }
  })
  return await page(
    c,
    { title: t.title, room: 'desk', wide: true },
    <>
      <PageTitle title={t.title} />
      <Tabs
        label={t.tabsLabel}
        tabs={reportTabs
          .map((tab) => ({
            label: t.tabs[tab],
            href: href({ ...filter, tab }),
            current: tab === filter.tab,
            ...(tab === 'done' ? {} : { count: countText(data.counts[tab], lang) }),
          }))
          .concat(
            data.earlier.overdue + data.earlier.open > 0
              ? [
                  {
                    label: earlierTexts[lang].short,
                    href: '/saker/rapporter/fra-for',
                    current: false,
                    count: countText(data.earlier.overdue, lang),
                  },
                ]
              : [],
          )}
      />
      <FilterBar lang={lang} action="/saker/rapporter">
        <HiddenFields values={{ fane: filter.tab }} />
        <FilterChoice
          lang={lang}
          name="ordning"
          label={t.scheme}
          all={t.allSchemes}
          value={filter.scheme}
          options={data.choices.schemes.map((scheme) => ({ value: scheme.slug, label: scheme.title }))}
        />
        <FilterChoice
          lang={lang}
          name="hvem"
          label={t.whose}
          all={t.everybody}
          value={filter.caseworkerId ? 'meg' : ''}
          options={[{ value: 'meg', label: t.mine }]}
        />
      </FilterBar>
      <div id="reports" data-live="">
        {data.list.rows.length === 0 ? (
          <EmptyState drawing="fjord" title={t.empty[filter.tab][0]}>
            <p>{t.empty[filter.tab][1]}</p>
          </EmptyState>
        ) : (
          <>
            <ReportTable c={c} filter={filter} rows={data.list.rows} />
            <Pagination
              lang={lang}
              {...(offset > 0 ? { previousHref: href(filter, Math.max(0, offset - PAGE)) } : {})}
              {...(data.list.more ? { nextHref: href(filter, offset + PAGE) } : {})}
            />
          </>
        )}
      </div>
    </>,
  )
}

function ReportTable({ c, filter, rows }: { c: Ctx; filter: ReportFilter; rows: ReportRow[] }) {
  const { lang, services } = c.var
  const t = reviewTexts[lang]
  const isWaiting = !['submitted', 'done'].includes(filter.tab)
  return (
    <DataTable
      lang={lang}
      caption={t.caption}
      hideCaption
      keyboard
      rows={rows}
      rowId={(row) => `r-${row.id}`}
      rowHref={(row) => `/saker/rapporter/${row.id}`}
      columns={[
        { label: t.caseNumber, heading: true, narrow: true, cell: (row) => row.caseNumber },
        { label: t.recipient, cell: (row) => <Cut text={row.applicantName} /> },
        { label: t.scheme, cell: (row) => <Cut text={row.schemeTitle} /> },
        {
          label: t.state,
          cell: (row) => <Tag tone={reportTones[row.status]}>{t.status[row.status]}</Tag>,
        },
        isWaiting
          ? { label: t.due, cell: (row) => <DueDate at={row.dueOn} now={services.now()} lang={lang} short /> }
          : { label: t.sent, narrow: true, cell: (row) => (row.submittedAt ? formatShortDate(row.submittedAt, lang) : '–') },
        { label: t.caseworker, cell: (row) => row.caseworkerName ?? '–' },
        { label: t.granted, numeric: true, cell: (row) => formatKr(row.grantedOre, lang) },
        ...(isWaiting
          ? []
          : [
              {
                label: t.spent,
                numeric: true,
                cell: (row: ReportRow) => (row.spentOre === null ? '–' : formatKr(row.spentOre, lang)),
              },
            ]),
      ]}
    />
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

/** The pile and filter as they stand in the address: ?fane=overdue&ordning=…&hvem=meg */
function readFilter(c: Ctx): ReportFilter {
  const tab = reportTabs.find((each) => each === c.req.query('fane'))
  const scheme = c.req.query('ordning') ?? ''
  return {
    tab: tab ?? 'submitted',
    ...(/^[a-z0-9-]{1,80}$/.test(scheme) ? { scheme } : {}),
    ...(c.req.query('hvem') === 'meg' ? { caseworkerId: currentPerson(c).id } : {}),
  }
}

function href(filter: ReportFilter, offset = 0): string {
  const query = new URLSearchParams({
    fane: filter.tab,
    ...(filter.scheme ? { ordning: filter.scheme } : {}),
    ...(filter.caseworkerId ? { hvem: 'meg' } : {}),
    ...(offset > 0 ? { fra: String(offset) } : {}),
  })
  return `/saker/rapporter?${query.toString()}`
}

function countText(n: number, lang: Ctx['var']['lang']): string {
  return n >= 1000 ? `${formatNumber(1000, lang)}+` : String(n)
}
