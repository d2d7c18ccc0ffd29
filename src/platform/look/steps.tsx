import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { Icon } from './icon.tsx'
import { lookTexts } from './texts.ts'

export interface Step {
  label: string
  /** Left out for steps one cannot go to yet. */
  href?: string
  state: 'done' | 'now' | 'todo' | 'missing'
}

/** Where I am in a form of several pages, with names, and the way to each. */
export function Steps({ lang, steps, label }: { lang: Lang; steps: readonly Step[]; label: string }) {
  const t = lookTexts[lang]
  const now = steps.findIndex((step) => step.state === 'now')
  return (
    <nav class="tg-steps" aria-label={label}>
      <p class="tg-steps__now">
        {t.stepOf(now + 1, steps.length)}
        <span class="tg-steps__name"> · {steps[now]?.label}</span>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li data-state={step.state}>
            <StepName step={step}>
              <span class="tg-steps__mark" aria-hidden="true">
                {step.state === 'done' ? <Icon name="check" size="sm" /> : step.state === 'missing' ? '!' : index + 1}
              </span>
              <span class="tg-steps__label">
                {step.label}
                {step.state === 'done' ? <span class="ds-sr-only">, {t.stepDone}</span> : null}
                {step.state === 'missing' ? <span class="ds-sr-only">, {t.stepMissing}</span> : null}
              </span>
            </StepName>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepName({ step, children }: { step: Step; children?: Child }) {
  if (step.state === 'now') {
    return (
      <span class="tg-steps__step" aria-current="step">
        {children}
      </span>
    )
  }
  return step.href ? (
    <a class="tg-steps__step" href={step.href}>
      {children}
    </a>
  ) : (
    <span class="tg-steps__step">{children}</span>
  )
}
