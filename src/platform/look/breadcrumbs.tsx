import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

export interface Crumb {
  label: string
  /** The last one, the page itself, has none. */
  href?: string
}

/** Where I am, from the front door. */
export function Breadcrumbs({ lang, items }: { lang: Lang; items: readonly Crumb[] }) {
  return (
    <nav class="tg-crumbs" aria-label={lookTexts[lang].youAreHere}>
      <ol>
        {items.map((item) => (
          <li>
            {item.href ? (
              <a class="ds-link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
