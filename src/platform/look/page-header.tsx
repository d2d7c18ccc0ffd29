import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { Icon, type IconName } from './icon.tsx'
import { LanguageChoice } from './languages.tsx'
import { safeLogo } from './logo.ts'
import { lookTexts } from './texts.ts'

export interface NavItem {
  href: string
  label: string
  icon?: IconName
  /** A number worth seeing from afar: tasks that wait. */
  count?: number
  /** Set when the path alone does not tell; otherwise the longest href that begins the path is current. */
  current?: boolean
}

export interface PagePerson {
  name: string
  /** The organisation or person one acts for now. */
  actingFor?: string
  /** The form that logs out (a POST with its token); a plain link to /logg-ut without it. */
  logout?: Child
}

interface HeaderProps {
  lang: Lang
  municipality: { name: string; logoSvg?: string }
  person?: PagePerson
  nav: readonly NavItem[]
  currentPath: string
  room: 'square' | 'desk'
}

/** Whose house this is, where one can go, in which language, and who is logged in for whom. */
export function PageHeader(props: HeaderProps) {
  const t = lookTexts[props.lang]
  const logo = props.municipality.logoSvg ? safeLogo(props.municipality.logoSvg) : undefined
  return (
    <header class="tg-header">
      <div class="tg-header__top">
        <a class="tg-brand" href={props.room === 'desk' ? '/saker' : '/'}>
          {logo ? (
            <span class="tg-brand__logo" aria-hidden="true">
              {raw(logo)}
            </span>
          ) : (
            <span class="tg-brand__logo tg-brand__logo--letter" aria-hidden="true">
              {props.municipality.name.slice(0, 1)}
            </span>
          )}
          <span class="tg-brand__name">
            {props.municipality.name}
            <span class="ds-sr-only">{t.front}</span>
          </span>
        </a>
        <LanguageChoice lang={props.lang} currentPath={props.currentPath} />
        <Account {...props} />
      </div>
      {props.nav.length > 0 ? (
        <nav class="tg-nav" aria-label={t.mainMenu}>
          <ul>
            {props.nav.map((item) => (
              <li>
                <a href={item.href} aria-current={isCurrent(item, props) ? 'page' : undefined}>
                  {item.icon ? <Icon name={item.icon} /> : null}
                  <span>{item.label}</span>
                  {item.count ? <span class="tg-nav__count">{item.count > 999 ? '999+' : item.count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}

function Account({ lang, person }: HeaderProps) {
  const t = lookTexts[lang]
  if (!person) {
    return (
      <div class="tg-account">
        <a class="tg-account__action" href="/logg-inn">
          <Icon name="login" />
          <span>{t.logIn}</span>
        </a>
      </div>
    )
  }
  return (
    <div class="tg-account">
      <p class="tg-account__who">
        <Icon name="person" />
        <span>
          <span class="ds-sr-only">{t.loggedInAs} </span>
          <b>{person.name}</b>
          {person.actingFor ? <span class="tg-account__for">{t.onBehalfOf(person.actingFor)}</span> : null}
        </span>
      </p>
      {person.logout ?? (
        <a class="tg-account__action" href="/logg-ut">
          <Icon name="logout" />
          <span>{t.logOut}</span>
        </a>
      )}
    </div>
  )
}

function isCurrent(item: NavItem, { nav, currentPath }: Pick<HeaderProps, 'nav' | 'currentPath'>): boolean {
  if (nav.some((each) => each.current !== undefined)) return item.current === true
  const path = currentPath.split('?')[0] ?? '/'
  const begins = (href: string) => path === href || path.startsWith(href.endsWith('/') ? href : `${href}/`)
  const best = nav.filter((each) => begins(each.href)).toSorted((a, b) => b.href.length - a.href.length)[0]
  return best?.href === item.href && (item.href !== '/' || path === '/')
}
