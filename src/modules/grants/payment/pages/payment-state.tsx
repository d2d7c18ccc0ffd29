import { Tag } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDate, formatShortDate } from '#platform/time.ts'
import type { SchemeDefinition } from '../../model.ts'
import { lastDayToClaim } from '../rules/claim.ts'
import { tabOf, type PaymentTab } from '../rules/tabs.ts'
import type { PaymentRow } from '../queries/list-payments.ts'
import { paymentTexts, tabTones } from '../texts/payments.ts'

export function rowTab(row: PaymentRow): PaymentTab {
  return tabOf(row.status, row.waits ?? undefined, row.awardEnded)
}

interface StateProps {
  row: PaymentRow
  definition: SchemeDefinition
  lang: Lang
  askerId: string
  /** In a pile all have the same state: only the line is said. */
  inPile?: boolean
}

/** Where a payment stands, in a word and a line: who did the last thing, or what it waits for. */
export function PaymentState({ row, definition, lang, askerId, inPile }: StateProps) {
  const t = paymentTexts[lang]
  const tab = rowTab(row)
  const line = lineOf(row, tab, definition, lang)
  const own = tab === 'prepared' && row.preparedBy === askerId ? t.youPrepared : undefined
  if (inPile) return <div class="tg-wrap">{own ?? line ?? '–'}</div>
  return (
    <div class="tg-wrap">
      <Tag tone={tabTones[tab]}>{t.status[tab]}</Tag>
      {line ? <span class="tg-list__note">{line}</span> : null}
      {own ? <span class="tg-list__note">{own}</span> : null}
    </div>
  )
}

function lineOf(row: PaymentRow, tab: PaymentTab, definition: SchemeDefinition, lang: Lang): string | undefined {
  const t = paymentTexts[lang]
  const at = (day: Date | null) => (day ? formatShortDate(day, lang) : '')
  switch (tab) {
    case 'ready':
      return row.claimedAt ? t.claimedAt(at(row.claimedAt)) : undefined
    case 'prepared':
      return t.preparedBy(row.preparedByName ?? t.system, at(row.preparedAt))
    case 'approved':
      return t.approvedBy(row.approvedByName ?? t.system, at(row.approvedAt))
    case 'sent':
      return t.sentAt(at(row.sentAt))
    case 'confirmed':
      return t.confirmedAt(at(row.confirmedAt))
    case 'failed':
    case 'stopped':
      return row.statusReason ?? undefined
    case 'waiting': {
      if (row.awardEnded) return t.waits.ended
      const last = row.waits === 'claim' ? lastDayToClaim(definition.payment.claimBy, row.awardedOn) : undefined
      return [row.waits ? t.waits[row.waits] : '', last ? t.claimBy(formatDate(last, lang)) : ''].filter(Boolean).join('. ')
    }
  }
}
