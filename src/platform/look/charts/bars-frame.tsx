import type { Child } from 'hono/jsx'

export interface BarsFrameProps {
  id: string
  title: string
  /** What one sees, in a sentence, for those who do not see it. */
  description: string
  children: Child
}

/** Bars as one picture with its name, and the sentence that tells what it shows. */
export function BarsFrame({ id, title, description, children }: BarsFrameProps) {
  return (
    <div class="tg-bars" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <p class="tg-chart-title" id={`${id}-title`}>
        {title}
      </p>
      <p class="ds-sr-only" id={`${id}-desc`}>
        {description}
      </p>
      {children}
    </div>
  )
}
