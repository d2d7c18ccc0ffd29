import type { Child } from 'hono/jsx'

/** Something to know: info, success, warning or danger; the sign and the words say it, not the colour alone. */
export function Alert({
  kind,
  title,
  children,
}: {
  kind: 'info' | 'success' | 'warning' | 'danger'
  title?: Child
  children?: Child
}) {
  return (
    <div class="ds-alert tg-alert" data-color={kind}>
      {title ? <h2 class="ds-heading">{title}</h2> : null}
      {children}
    </div>
  )
}
