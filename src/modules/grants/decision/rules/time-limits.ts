// Time limits that the law sets, by the day they hold from: a new law is a new row, never a changed constant.

import { addDays, osloDate } from '#platform/time.ts'

interface AppealLaw {
  /** First day it holds for decisions that are announced. */
  from: string
  law: string
  appealWeeks: number
}

/** Newest last. The administrative procedure act of 2025 (LOV-2025-06-20-81) gets its row when it is in force. */
const appealLaws: readonly [AppealLaw, ...AppealLaw[]] = [
  { from: '1970-01-01', law: 'forvaltningsloven §§ 28, 29 og 32', appealWeeks: 3 },
]

/** The law an announcement on this day stands under. */
export function appealLaw(day: string): AppealLaw {
  return appealLaws.findLast((law) => law.from <= day) ?? appealLaws[0]
}

/**
 * Last day to appeal: three weeks from when the notice reached the party (forvaltningsloven § 29): when it was opened, at the
 * latest a week after it was sent (eForvaltningsforskriften § 8).
 */
export function appealBy(sentAt: Date, openedAt: Date | null): string {
  const latest = addDays(osloDate(sentAt), 7)
  const reached = openedAt && osloDate(openedAt) < latest ? osloDate(openedAt) : latest
  return addDays(reached, appealLaw(osloDate(sentAt)).appealWeeks * 7)
}
