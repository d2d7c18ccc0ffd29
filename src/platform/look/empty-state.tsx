import type { Child } from 'hono/jsx'
import { Drawing, type DrawingName } from './drawings.tsx'

/** Says why it is empty and what to do. */
export function EmptyState(props: { title: Child; children?: Child; action?: Child; drawing?: DrawingName; level?: 1 | 2 | 3 }) {
  return (
    <div class="tg-empty">
      <Drawing name={props.drawing ?? 'fjord'} />
      {props.level === 1 ? <h1>{props.title}</h1> : props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>}
      {props.children ? <div class="tg-empty__text">{props.children}</div> : null}
      {props.action ? <div class="tg-buttons">{props.action}</div> : null}
    </div>
  )
}
