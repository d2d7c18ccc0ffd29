import type { Child } from 'hono/jsx'
import type { Ctx } from '../../http/context.ts'
import { page, type Shown } from '../../http/render.tsx'
import { ButtonRow, LinkButton } from '../../look/index.ts'
import { identityTexts } from '../texts.ts'

/** A page of login that says one thing and the way on. */
export function notice(
  c: Ctx,
  title: string,
  body: string,
  ways?: Child,
  status?: Shown['status'],
): Response | Promise<Response> {
  return page(
    c,
    { title, ...(status && { status }) },
    <>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p class="ds-paragraph">{body}</p>
      <ButtonRow>{ways ?? <LinkButton href="/">{identityTexts[c.var.lang].back}</LinkButton>}</ButtonRow>
    </>,
  )
}

/** The way on when a login did not get all the way. */
export function tryAgain(c: Ctx, til?: string): Child {
  const t = identityTexts[c.var.lang]
  return (
    <>
      <LinkButton href={til ? `/logg-inn?til=${encodeURIComponent(til)}` : '/logg-inn'}>{t.again}</LinkButton>
      <LinkButton href="/" variant="secondary">
        {t.back}
      </LinkButton>
    </>
  )
}
