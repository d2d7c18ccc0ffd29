import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export interface Fact {
  label: Child
  value: Child
  /** A quiet line under the value. */
  note?: Child
  icon?: IconName
}

export interface CardProps {
  title?: Child
  /** Makes the title a link and the whole card pressable; the link's words stay the title. */
  href?: string
  level?: 2 | 3 | 4
  /** Above the title: the kind of thing, a status tag. */
  eyebrow?: Child
  facts?: readonly Fact[]
  footer?: Child
  /** Tinted: a card that asks for attention in a quiet way. */
  tinted?: boolean
  id?: string
  live?: boolean
  children?: Child
}

/** One thing among others: a scheme, a case, a figure. */
export function Card(props: CardProps) {
  const title = props.href ? <a href={props.href}>{props.title}</a> : props.title
  return (
    <article
      class={props.href ? 'tg-card tg-card--link' : 'tg-card'}
      data-tinted={props.tinted ? '' : undefined}
      id={props.id}
      data-live={props.live ? '' : undefined}
    >
      {props.eyebrow ? <div class="tg-card__eyebrow">{props.eyebrow}</div> : null}
      {props.title ? <CardHeading level={props.level}>{title}</CardHeading> : null}
      {props.children ? <div class="tg-card__body">{props.children}</div> : null}
      {props.facts && props.facts.length > 0 ? <CardFacts facts={props.facts} /> : null}
      {props.footer ? <div class="tg-card__footer">{props.footer}</div> : null}
    </article>
  )
}

/** The few numbers that answer: how much, for whom, by when. Large, in a row, under each other on a phone. */
export function KeyFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="tg-keyfacts">
      {facts.map((fact) => (
        <div>
          <dt>
            {fact.icon ? <Icon name={fact.icon} /> : null}
            {fact.label}
          </dt>
          <dd>
            <span class="tg-keyfacts__value">{fact.value}</span>
            {fact.note ? <span class="tg-keyfacts__note">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Terms and values, as in "check answers" and on a case. `action` is a link to change that line. */
export function DefinitionList({ items, narrow }: { items: readonly (Fact & { action?: Child })[]; narrow?: boolean }) {
  return (
    <dl class={narrow ? 'tg-list tg-list--narrow' : 'tg-list'}>
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>
            <div class="tg-list__value">
              {item.value}
              {item.note ? <span class="tg-list__note">{item.note}</span> : null}
            </div>
            {item.action ? <div class="tg-list__action">{item.action}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function CardHeading({ level, children }: { level?: 2 | 3 | 4; children?: Child }) {
  if (level === 2) return <h2 class="tg-card__title">{children}</h2>
  if (level === 4) return <h4 class="tg-card__title">{children}</h4>
  return <h3 class="tg-card__title">{children}</h3>
}

function CardFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="tg-card__facts">
      {facts.map((fact) => (
        <div>
          <dt>
            {fact.icon ? <Icon name={fact.icon} size="sm" /> : null}
            {fact.label}
          </dt>
          <dd>
            {fact.value}
            {fact.note ? <span class="tg-list__note">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
