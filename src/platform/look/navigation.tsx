import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { Icon } from './icon.tsx'
import { lookTexts } from './texts.ts'

/** Forward and back in a list that is read by key; pages have no numbers. `shown` is "Viser 1–50 av 1 000+". */
export function Pagination(props: {
  lang: Lang
  previousHref?: string
  nextHref?: string
  shown?: { from: number; to: number; total: string }
}) {
  const t = lookTexts[props.lang]
  if (!props.previousHref && !props.nextHref && !props.shown) return null
  return (
    <nav class="tg-pages" aria-label={t.pages}>
      {props.shown ? <p>{t.shown(props.shown.from, props.shown.to, props.shown.total)}</p> : null}
      <div class="tg-pages__links">
        {props.previousHref ? (
          <a class="ds-button" data-variant="secondary" href={props.previousHref} rel="prev">
            <Icon name="arrow-left" />
            <span>{t.previous}</span>
          </a>
        ) : null}
        {props.nextHref ? (
          <a class="ds-button" data-variant="secondary" href={props.nextHref} rel="next">
            <span>{t.next}</span>
            <Icon name="arrow-right" />
          </a>
        ) : null}
      </div>
    </nav>
  )
}

export interface Tab {
  label: string
  href: string
  current?: boolean
  count?: number | string
}

/** Views of the same thing, as links: each has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tg-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="tg-nav__count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** More, for who wants it. Open from the start when `open`. */
export function Details({ summary, open, id, children }: { summary: Child; open?: boolean; id?: string; children?: Child }) {
  return (
    <details class="tg-details" open={open} id={id}>
      <summary>
        <Icon name="chevron-down" />
        <span>{summary}</span>
      </summary>
      <div class="tg-details__body">{children}</div>
    </details>
  )
}
