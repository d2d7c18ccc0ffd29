import type { Child } from 'hono/jsx'
import type { Lang } from '../../texts/texts.ts'
import { lookTexts } from '../texts.ts'
import { fieldId } from './field.tsx'

export interface FieldProblem {
  /** The field's name; or `id` when the link should land somewhere else. Without both the reason stands without a link. */
  name?: string
  id?: string
  message: Child
}

/** All that must be corrected, with links to the fields. Takes focus when scripts run; a tab stop away when they do not. */
export function ErrorSummary({ lang, problems, title }: { lang: Lang; problems: readonly FieldProblem[]; title?: Child }) {
  if (problems.length === 0) return null
  return (
    <div
      class="ds-error-summary"
      role="group"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      id="error-summary"
      data-autofocus
    >
      <h2 class="ds-heading" id="error-summary-title">
        {title ?? lookTexts[lang].errorTitle(problems.length)}
      </h2>
      <ul class="ds-list">
        {problems.map((problem) => {
          const id = problem.id ?? (problem.name === undefined ? undefined : fieldId(problem.name))
          return (
            <li>
              {id ? (
                <a class="ds-link" href={`#${id}`}>
                  {problem.message}
                </a>
              ) : (
                problem.message
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
