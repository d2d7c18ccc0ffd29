import type { Lang } from '../texts/texts.ts'
import { langs } from '../texts/texts.ts'
import { langNames, lookTexts } from './texts.ts'

/** The same page in another language: keeps path and query, sets ?sprak. */
export function languageHref(currentPath: string, lang: Lang): string {
  const url = new URL(currentPath, 'http://localhost')
  url.searchParams.set('sprak', lang)
  return `${url.pathname}${url.search}`
}

/** The three languages as links; each name in its own language, so that one finds home from anywhere. */
export function LanguageChoice({ lang, currentPath }: { lang: Lang; currentPath: string }) {
  return (
    <nav class="tg-languages" aria-label={lookTexts[lang].language}>
      <ul>
        {langs.map((each) => (
          <li>
            <a
              href={languageHref(currentPath, each)}
              lang={each}
              hreflang={each}
              aria-current={each === lang ? 'true' : undefined}
            >
              {langNames[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
