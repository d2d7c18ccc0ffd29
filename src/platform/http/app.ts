import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { compress } from 'hono/compress'
import { currentSession, keepPendingPost, keepPostOfEarlierSession } from '#platform/identity/index.ts'
import { serveAsset, serveTheme } from '#platform/look/index.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { mayUse, type AppEnv, type Ctx, type Route, type Services } from './context.ts'
import { hasToken, isOwnOrigin } from './csrf.ts'
import { CSRF_FIELD, readForm } from './form.ts'
import { municipalityFinder } from './municipality.ts'
import { answerError, notFound, plainError, problem } from './problems.tsx'
import { network, tooMany } from './rate-limit.ts'
import { setSecurityHeaders } from './security.ts'
import { httpTexts } from './texts.ts'
import { visitorAddress, visitorOrigin } from './visitor.ts'

const LANG_COOKIE = 'torg-sprak'
const MB = 1024 * 1024

/** The HTTP application: health, assets, then every route of the table behind municipality, session, rights and guards. */
export function createApp(services: Services, routes: readonly Route[]): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const findMunicipality = municipalityFinder(services.db)

  app.use(async (c, next) => {
    await next()
    setSecurityHeaders(c)
  })

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await services.db.pool.query('select 1')
      return c.text(services.canWrite() ? 'ready' : 'ready, read-only: the disk is nearly full', services.canWrite() ? 200 : 503)
    } catch {
      return c.text('the database does not answer', 503)
    }
  })
  app.on(['GET'], '/assets/*', (c) => serveAsset(c.req.raw) ?? c.text('not found', 404))
  app.on(['GET'], '/tema/*', (c) => serveTheme(c.req.raw) ?? c.text('not found', 404))

  app.use(compress())
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('requestId', randomUUID().slice(0, 8))
    const municipality = await findMunicipality(c.req.header('host') ?? '')
    if (!municipality) {
      c.header('x-content-type-options', 'nosniff')
      return c.text(`${httpTexts.nb.unknownHostTitle}. ${httpTexts.nb.unknownHostBody}`, 404)
    }
    c.set('municipality', municipality)
    const session = await currentSession(c)
    if (session) {
      c.set('session', session)
      c.set('person', session.person)
    }
    c.set('lang', chooseLanguage(c))
    c.set('scope', { municipalityId: municipality.id, ...(session ? { personId: session.person.id } : {}), now: services.now() })
    await next()
  })

  for (const route of routes) {
    const limit = route.maxBody ?? MB
    if (route.method === 'POST') {
      app.post(
        route.path,
        bodyLimit({
          maxSize: limit,
          onError: (c) => {
            const ctx = c as unknown as Ctx
            const t = httpTexts[ctx.var.lang]
            return problem(ctx, 413, t.tooLargeTitle, t.tooLargeBody(Math.floor(limit / MB)))
          },
        }),
        (c) => guarded(c, route),
      )
    } else app.get(route.path, (c) => guarded(c, route))
  }

  app.notFound((c) => (c.var.municipality ? notFound(c as Ctx) : c.text('not found', 404)))
  app.onError((error, c) => {
    const ctx = c as Ctx
    // The database did not even say whose host this is: no municipality, no language, no page.
    if (!ctx.var.lang) return plainError(ctx, error)
    return answerError(ctx, error)
  })
  return app
}

async function guarded(c: Ctx, route: Route): Promise<Response> {
  const t = httpTexts[c.var.lang]
  if (route.method === 'POST' && !route.fromOutside && !isOwnOrigin(c)) return await problem(c, 403, t.forgedTitle, t.forgedBody)
  const wait = route.method === 'POST' ? secondsToWait(c) : 0
  if (wait > 0) return await tooMany(c, wait)
  if (!c.var.person && route.who !== 'anyone') {
    // The session ran out while the form was open: what was typed is kept until the same person is back.
    if (route.method === 'POST') return await keepPendingPost(c)
    const url = new URL(c.req.url)
    return c.redirect(`/logg-inn?til=${encodeURIComponent(url.pathname + url.search)}`, 303)
  }
  if (!mayUse(route.who, c.var.person)) return await notFound(c)
  if (route.method === 'POST' && !route.fromOutside) {
    if (!c.var.services.canWrite() && !route.always) return await problem(c, 503, t.fullTitle, t.fullBody)
    const form = await readForm(c)
    if (!hasToken(c, form.text(CSRF_FIELD)))
      return (await keepPostOfEarlierSession(c)) ?? (await problem(c, 403, t.forgedTitle, t.forgedBody))
  }
  return await route.handler(c)
}

/** A person counts alone; those who are not logged in count together by network. Nothing a visitor types is part of the key. */
function secondsToWait(c: Ctx): number {
  const key = c.var.person ? `person ${c.var.person.id}` : `network ${network(visitorAddress(c))}`
  return c.var.services.postLimit?.take(key, performance.now()) ?? 0
}

/** ?sprak= wins and is remembered; then the cookie, the person's own choice, the municipality's. */
function chooseLanguage(c: Ctx): Lang {
  const asked = c.req.query('sprak')
  if (isLang(asked)) {
    setCookie(c, LANG_COOKIE, asked, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
      secure: visitorOrigin(c).startsWith('https:'),
    })
    return asked
  }
  const kept = getCookie(c, LANG_COOKIE)
  if (isLang(kept)) return kept
  const own = c.var.person?.language ?? c.var.municipality.settings.language
  return isLang(own) ? own : 'nb'
}
