import { page, type Ctx } from '#platform/http/index.ts'
import { DataTable, DueDate, EmptyState, PageTitle, Pagination, Tabs, Tag } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { obligationTones } from '../../report/texts/tones.ts'
import { reviewTexts } from '../../report/texts/review.ts'
import {
  countEarlierObligations,
  listEarlierObligations,
  obligationTabs,
  type ObligationTab,
} from '../queries/obligations-list.ts'
import { earlierTexts } from '../texts/obligations-list.ts'

export const EARLIER = '/saker/rapporter/fra-for'
const PAGE = 100

/** GET /saker/rapporter/fra-for: reports and conditions of grants given before Torg. */
export async function showEarlierObligations(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = earlierTexts[lang]
  const tab = obligationTabs.find((each) => each === c.req.query('fane')) ?? 'overdue'
  const offset = Math.min(100_000, Number(/^\d{1,6}$/.exec(c.req.query('fra') ?? '')?.[0] ?? 0))
  const today = osloDate(services.now())
  const { list, counts } = await services.db.reading(scope, async (trx) => ({
    list: await listEarlierObligations(trx, tab, today, offset),
    counts: await countEarlierObligations(trx, today),
  }))
  const href = (to: ObligationTab, from = 0) => `${EARLIER}?fane=${to}${from > 0 ? `&fra=${from}` : ''}`
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: t.reports, href: '/saker/rapporter' }, { label: t.short }],
    },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Tabs
        label={t.tabsLabel}
        tabs={obligationTabs.map((each) => ({
          label: t.tabs[each],
          href: href(each),
          current: each === tab,
          ...(each === 'done' ? {} : { count: counts[each] >= 1000 ? '1000+' : counts[each] }),
        }))}
      />
      {list.rows.length === 0 ? (
        <EmptyState drawing="fjord" title={t.empty[tab]}>
          <p>{t.emptyText}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            lang={lang}
            caption={t.caption}
            hideCaption
            keyboard
            rows={list.rows}
            rowId={(row) => `o-${row.id}`}
            rowHref={(row) => `${EARLIER}/${row.id}`}
            columns={[
              {
                label: t.recipient,
                heading: true,
                cell: (row) => <span class="tg-break">{row.organisationName ?? row.recipient}</span>,
              },
              { label: t.demand, cell: (row) => t.demands[row.demand] },
              { label: t.what, cell: (row) => <span class="tg-break">{row.what}</span> },
              { label: t.scheme, cell: (row) => [row.schemeTitle, row.awardYear].filter(Boolean).join(' ') || '–' },
              {
                label: t.due,
                cell: (row) => (
                  <DueDate
                    at={row.dueOn}
                    now={services.now()}
                    lang={lang}
                    short
                    met={row.status === 'met' || row.status === 'waived'}
                  />
                ),
              },
              {
                label: t.state,
                cell: (row) => <Tag tone={obligationTones[row.status]}>{reviewTexts[lang].obligationStatus[row.status]}</Tag>,
              },
              { label: t.amount, numeric: true, cell: (row) => (row.ore === null ? '–' : formatKr(row.ore, lang)) },
            ]}
          />
          <Pagination
            lang={lang}
            {...(offset > 0 ? { previousHref: href(tab, Math.max(0, offset - PAGE)) } : {})}
            {...(list.more ? { nextHref: href(tab, offset + PAGE) } : {})}
          />
        </>
      )}
    </>,
  )
}
