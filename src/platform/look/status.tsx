import type { Child } from 'hono/jsx'
import { formatKr, type Ore } from '../money.ts'
import { endOfOsloDay, formatDate, formatDateTime, formatRelative, formatShortDate, osloDate, daysBetween } from '../time.ts'
import type { Lang } from '../texts/texts.ts'
import { Icon, type IconName } from './icon.tsx'
import { lookTexts } from './texts.ts'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

/** A state as a word on its colour. The word carries the meaning. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children?: Child }) {
  return (
    <span class="tg-tag" data-color={tone}>
      {icon ? <Icon name={icon} size="sm" /> : null}
      {children}
    </span>
  )
}

/** An amount that never breaks over two lines and lines up with others. */
export function Money({ ore, lang }: { ore: Ore; lang: Lang }) {
  return <span class="tg-money">{formatKr(ore, lang)}</span>
}

/**
 * A deadline in date, distance and, near or past it, a word on colour: within three days it is urgent.
 * `at` as YYYY-MM-DD ends with that day. `met` when it no longer presses;
 * `short` for tables.
 */
export function DueDate(props: { at: Date | string; now: Date; lang: Lang; met?: boolean; withTime?: boolean; short?: boolean }) {
  const t = lookTexts[props.lang]
  const end = typeof props.at === 'string' ? endOfOsloDay(props.at) : props.at
  const days = daysBetween(osloDate(props.now), osloDate(end))
  const late = !props.met && end < props.now
  const soon = !props.met && !late && days <= 3
  return (
    <span class="tg-due">
      <time datetime={typeof props.at === 'string' ? props.at : props.at.toISOString()}>
        {props.withTime ? formatDateTime(end, props.lang) : (props.short ? formatShortDate : formatDate)(end, props.lang)}
      </time>
      {late ? (
        <Tag tone="danger" icon="warning">
          {t.overdue} · {formatRelative(end, props.now, props.lang)}
        </Tag>
      ) : soon ? (
        <Tag tone="warning" icon="clock">
          {t.dueSoon} · {formatRelative(end, props.now, props.lang)}
        </Tag>
      ) : props.met ? null : (
        <span class="tg-due__distance">{formatRelative(end, props.now, props.lang)}</span>
      )}
    </span>
  )
}
