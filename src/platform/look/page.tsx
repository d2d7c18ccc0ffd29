import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { Alert } from './alert.tsx'
import { assetUrl } from './assets.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { LookMessages } from './client-texts.tsx'
import { PageFooter, type Contact } from './page-footer.tsx'
import { PageHeader, type NavItem, type PagePerson } from './page-header.tsx'
import { lookTexts } from './texts.ts'

export interface PageMunicipality {
  name: string
  /** The municipality's mark as SVG text; checked by safeLogo before it is shown. */
  logoSvg?: string
  /** From themeUrl(); Torg's own colours without it. */
  themeUrl?: string
  contact?: Contact
}

export interface FlashMessage {
  kind: 'success' | 'info' | 'warning' | 'danger'
  text: Child
}

export interface PageProps {
  lang: Lang
  title: string
  municipality: PageMunicipality
  person?: PagePerson
  nav: readonly NavItem[]
  /** Path with query, as asked for; language links keep it. */
  currentPath: string
  /** square: residents, calm. desk: staff, dense, with keyboard. */
  room: 'square' | 'desk'
  breadcrumbs?: readonly Crumb[]
  flash?: FlashMessage | readonly FlashMessage[]
  /** One sentence for search engines and shared links; public pages only. */
  description?: string
  /** Use the whole width: worklists, tables, figures. Text stays at its measure. */
  wide?: boolean
  children?: Child
}

/** A whole HTML document. Answer with `c.html(<Page …>…</Page>)`. */
export function Page(props: PageProps) {
  const t = lookTexts[props.lang]
  const flashes = props.flash === undefined ? [] : Array.isArray(props.flash) ? props.flash : [props.flash as FlashMessage]
  return html`<!doctype html>${(
      <html lang={props.lang} data-room={props.room} data-size={props.room === 'desk' ? 'sm' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${props.title} – ${props.municipality.name}`}</title>
          {props.description ? <meta name="description" content={props.description} /> : null}
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false,"defaultSwap":"outerMorph"}' />
          <link rel="preload" href={assetUrl('torg-sans-400.woff2')} as="font" type="font/woff2" crossorigin="" />
          <link rel="stylesheet" href={assetUrl('torg.css')} />
          {props.room === 'desk' ? <link rel="stylesheet" href={assetUrl('desk.css')} /> : null}
          {props.municipality.themeUrl ? <link rel="stylesheet" href={props.municipality.themeUrl} /> : null}
          <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
          <script type="module" src={assetUrl('torg.js')}></script>
          {props.room === 'desk' ? <script type="module" src={assetUrl('desk.js')}></script> : null}
        </head>
        <body>
          <a class="ds-skip-link" href="#main">
            {t.skip}
          </a>
          <PageHeader {...props} />
          <div class={props.wide ? 'tg-page tg-page--wide' : 'tg-page'}>
            {props.breadcrumbs && props.breadcrumbs.length > 0 ? (
              <Breadcrumbs lang={props.lang} items={props.breadcrumbs} />
            ) : null}
            <main id="main" tabindex={-1}>
              {flashes.map((flash) => (
                <Flash {...flash} />
              ))}
              {props.children}
            </main>
          </div>
          <PageFooter lang={props.lang} municipality={props.municipality} />
          <div class="ds-sr-only" id="announcer" role="status" aria-live="polite"></div>
          <LookMessages lang={props.lang} />
        </body>
      </html>
    )}`
}

/** What the last action did, said once at the top of the next page. */
export function Flash({ kind, text }: FlashMessage) {
  return (
    <div class="tg-flash" role={kind === 'danger' ? 'alert' : 'status'}>
      <Alert kind={kind}>{text}</Alert>
    </div>
  )
}
