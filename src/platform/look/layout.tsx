import type { Child } from 'hono/jsx'

/** The top of a page: what this is, in one heading and at most one sentence, its state, and the one thing to do. */
export function PageTitle(props: { title: Child; eyebrow?: Child; lead?: Child; tags?: Child; actions?: Child }) {
  return (
    <div class="tg-title">
      {props.eyebrow ? <p class="tg-eyebrow">{props.eyebrow}</p> : null}
      <h1>{props.title}</h1>
      {props.tags ? <div class="tg-title__tags">{props.tags}</div> : null}
      {props.lead ? <p class="tg-lead">{props.lead}</p> : null}
      {props.actions ? <div class="tg-buttons">{props.actions}</div> : null}
    </div>
  )
}

/** A part of a page under its own heading. `id` makes it a place to link to. */
export function Section(props: {
  title?: Child
  id?: string
  level?: 2 | 3
  intro?: Child
  actions?: Child
  live?: boolean
  children?: Child
}) {
  return (
    <section class="tg-section" id={props.id} data-live={props.live ? '' : undefined}>
      {props.title || props.actions ? (
        <div class="tg-section__top">
          {props.title ? props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2> : null}
          {props.actions}
        </div>
      ) : null}
      {props.intro ? <p class="tg-section__intro">{props.intro}</p> : null}
      {props.children}
    </section>
  )
}

/** Cards beside each other as there is room; under each other on a phone. */
export function Grid({ children }: { children?: Child }) {
  return <div class="tg-grid">{children}</div>
}

/** What it is to the left, what to do next to the right; on a phone what to do comes first. */
export function Split({ main, aside, asideLabel }: { main: Child; aside: Child; asideLabel: string }) {
  return (
    <div class="tg-split">
      <div class="tg-split__main">{main}</div>
      <aside class="tg-split__aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  )
}

/** Running text at its measure: paragraphs, lists, headings written by people. */
export function Prose({ children }: { children?: Child }) {
  return <div class="tg-prose">{children}</div>
}
