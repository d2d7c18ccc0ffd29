import { randomUUID } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { Button, Page, themeUrl, type Crumb, type FlashMessage, type NavItem } from '#platform/look/index.ts'
import type { Ctx } from './context.ts'
import { CSRF_FIELD, KEY_FIELD } from './form.ts'
import { httpTexts } from './texts.ts'

export interface Shown {
  title: string
  room?: 'square' | 'desk'
  breadcrumbs?: readonly Crumb[]
  flash?: FlashMessage | readonly FlashMessage[]
  description?: string
  wide?: boolean
  status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** The organisation one acts for on this page. */
  actingFor?: string
}

/** The menu of a page, put together from what each module declares; set once by the server. */
let navigation: (c: Ctx, room: 'square' | 'desk') => readonly NavItem[] = () => []
export function setNavigation(make: typeof navigation): void {
  navigation = make
}

/** Answers with a whole page in the asker's language and municipality. */
export function page(c: Ctx, shown: Shown, children: Child): Response | Promise<Response> {
  const room = shown.room ?? 'square'
  const { name, settings } = c.var.municipality
  const url = new URL(c.req.url)
  const person = c.var.person
  return c.html(
    <Page
      lang={c.var.lang}
      title={shown.title}
      municipality={{
        name,
        ...themeOf(settings),
        ...(typeof settings.logoSvg === 'string' ? { logoSvg: settings.logoSvg } : {}),
        ...(settings.contact ? { contact: settings.contact as never } : {}),
      }}
      person={
        person
          ? { name: person.name, ...(shown.actingFor ? { actingFor: shown.actingFor } : {}), logout: <Logout c={c} /> }
          : undefined
      }
      nav={navigation(c, room)}
      currentPath={url.pathname + url.search}
      room={room}
      breadcrumbs={shown.breadcrumbs ?? []}
      flash={shown.flash}
      description={shown.description}
      wide={shown.wide}
    >
      {children}
    </Page>,
    shown.status ?? 200,
  ) as Response | Promise<Response>
}

/** The hidden fields every form begins with: proof that it is ours, and the key that makes sending it twice harmless. */
export function FormStart({ c, keyOf }: { c: Ctx; keyOf?: string }) {
  return (
    <>
      <input type="hidden" name={CSRF_FIELD} value={c.var.session?.csrf ?? ''} />
      <input type="hidden" name={KEY_FIELD} value={keyOf ?? randomUUID()} />
    </>
  )
}

/** The municipality's own stylesheet; Torg's colours where it has chosen none. */
function themeOf({ accent, accentDark }: Record<string, unknown>): { themeUrl?: string } {
  if (typeof accent !== 'string') return {}
  return { themeUrl: themeUrl({ accent, ...(typeof accentDark === 'string' ? { accentDark } : {}) }) }
}

function Logout({ c }: { c: Ctx }) {
  return (
    <form method="post" action="/logg-ut" class="tg-account__logout">
      <FormStart c={c} />
      <Button type="submit" variant="tertiary">
        {httpTexts[c.var.lang].logOut}
      </Button>
    </form>
  )
}
