import { routePath } from 'hono/route'
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts'
import { errorData } from '#platform/log.ts'
import { Alert, ButtonRow, LinkButton } from '#platform/look/index.ts'
import type { Ctx } from './context.ts'
import { page } from './render.tsx'
import { httpTexts } from './texts.ts'

type Status = 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

/** The one place where what was thrown becomes an answer. Missing and forbidden look the same: neither tells what exists. */
export function answerError(c: Ctx, error: unknown): Response | Promise<Response> {
  const t = httpTexts[c.var.lang]
  if (error instanceof NotFound) return notFound(c)
  if (error instanceof Forbidden) return notFound(c)
  if (error instanceof Conflict)
    return problem(c, 409, t.conflictTitle, error.reason.key === 'sameKeyOtherBody' ? t.sameKeyBody : t.conflictBody)
  if (error instanceof Invalid)
    return problem(c, 422, t.invalidTitle, `${t.invalidBody} (${error.reasons.map((r) => r.field ?? r.key).join(', ')})`)
  c.var.services.log.error('request failed', {
    request: c.var.requestId,
    method: c.req.method,
    route: routePath(c),
    ...errorData(error),
  })
  // It heals by itself, and is said as it is: the disk filled, or the database is away.
  const { code = '', syscall } = (error ?? {}) as { code?: string; syscall?: string }
  const away = syscall === 'connect' || /^57P|^08|ECONNRESET|EPIPE|ETIMEDOUT/.test(code) || isLost(error)
  if (away) return problem(c, 503, t.awayTitle, t.downBody)
  if (code.startsWith('53')) return problem(c, 503, t.fullTitle, t.fullBody)
  return problem(c, 500, t.brokenTitle, t.brokenBody(c.var.requestId))
}

/** A sentence in both written forms, for when nothing is known of who asks: a page needs a municipality. */
export function plainError(c: Ctx, error: unknown): Response {
  c.var.services.log.error('request failed', { request: c.var.requestId, method: c.req.method, ...errorData(error) })
  return c.text(`${httpTexts.nb.downBody} ${httpTexts.en.downBody}`, 503, { 'retry-after': '10' })
}

// What `pg` says of a connection that ended under a query, or could not be had in time: without a code.
function isLost(error: unknown): boolean {
  return (
    error instanceof Error && /^Connection terminated|^timeout exceeded when trying to connect|not queryable$/.test(error.message)
  )
}

export function notFound(c: Ctx): Response | Promise<Response> {
  const t = httpTexts[c.var.lang]
  return problem(c, 404, t.notFoundTitle, t.notFoundBody)
}

/** A kind page that says what is wrong and how to go on. */
export function problem(c: Ctx, status: Status, title: string, body: string): Response | Promise<Response> {
  const t = httpTexts[c.var.lang]
  const back = new URL(c.req.url).pathname
  return page(
    c,
    { title, status },
    <>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <Alert kind={status >= 500 ? 'danger' : 'info'}>{body}</Alert>
      <ButtonRow>
        <LinkButton href="/">{t.toFront}</LinkButton>
        {status === 404 && !c.var.person ? (
          <LinkButton variant="secondary" href={`/logg-inn?til=${encodeURIComponent(back)}`}>
            {t.logIn}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </>,
  )
}
