import type { Ctx } from '#platform/http/index.ts'
import { osloDate } from '#platform/time.ts'
import { may } from '../../review/rules/access.ts'
import type { PaymentCursor, PaymentFilter } from '../queries/list-payments.ts'
import { isTab } from '../rules/tabs.ts'

/** The pile and filter as they stand in the address: ?fane=prepared&ordning=…&runde=…&ar=2026; what cannot be read is left out. */
export function readPaymentFilter(c: Ctx): PaymentFilter {
  const query = new URL(c.req.url).searchParams
  const tab = query.get('fane') ?? undefined
  const scheme = query.get('ordning') ?? ''
  const round = query.get('runde') ?? ''
  const year = query.get('ar') ?? ''
  const approves = c.var.person && may(c.var.person, 'approvePayment') && !may(c.var.person, 'preparePayment')
  return {
    tab: isTab(tab) ? tab : approves ? 'prepared' : 'ready',
    year: /^20\d{2}$/.test(year) ? Number(year) : Number(osloDate(c.var.services.now()).slice(0, 4)),
    ...(/^[a-z0-9-]{1,80}$/.test(scheme) ? { scheme } : {}),
    ...(/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(round) ? { round } : {}),
  }
}

/** Where the page begins: ?etter=key.id */
export function readPaymentCursor(c: Ctx): PaymentCursor | undefined {
  const match = /^(\d{1,30})\.([0-9a-f-]{36})$/.exec(c.req.query('etter') ?? '')
  return match ? { key: match[1] ?? '', id: match[2] ?? '' } : undefined
}

export function paymentsHref(filter: Partial<PaymentFilter>, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(filter.tab ? { fane: filter.tab } : {}),
    ...(filter.scheme ? { ordning: filter.scheme } : {}),
    ...(filter.round ? { runde: filter.round } : {}),
    ...(filter.tab === 'confirmed' && filter.year ? { ar: String(filter.year) } : {}),
    ...extra,
  }).toString()
  return query ? `/saker/utbetalinger?${query}` : '/saker/utbetalinger'
}
