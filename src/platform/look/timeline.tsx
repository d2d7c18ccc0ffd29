import type { Child } from 'hono/jsx'
import { formatDateTime } from '../time.ts'
import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

export interface TimelineItem {
  when: Date
  title: Child
  by?: string
  body?: Child
  /** now: what waits; ahead: what comes. Past when left out. */
  state?: 'now' | 'ahead'
  /** Instead of date and time: "innen 3 uker". */
  whenText?: string
}

/** What has happened, in words. The order is the caller's: newest first for staff, oldest first for applicants. */
export function Timeline({ lang, items, label }: { lang: Lang; items: readonly TimelineItem[]; label?: string }) {
  const t = lookTexts[lang]
  if (items.length === 0) return <p class="tg-quiet">{t.noEvents}</p>
  return (
    <ol class="tg-timeline" aria-label={label}>
      {items.map((item) => (
        <li data-state={item.state}>
          <p class="tg-timeline__when">
            <time datetime={item.when.toISOString()}>{item.whenText ?? formatDateTime(item.when, lang)}</time>
            {item.by ? <span> · {item.by}</span> : null}
          </p>
          <p class="tg-timeline__title">{item.title}</p>
          {item.body ? <div class="tg-timeline__body">{item.body}</div> : null}
        </li>
      ))}
    </ol>
  )
}
