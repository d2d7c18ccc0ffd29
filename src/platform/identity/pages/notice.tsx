import type { Child } from 'hono/jsx'
import type { Ctx } from '../../http/context.ts'
import { page, type Shown } from '../../http/render.tsx'
import { EmptyState, LinkButton, type DrawingName } from '../../look/index.ts'
import { identityTexts } from '../texts.ts'

interface Notice {
  title: string
  body: string
  ways?: Child
  status?: Shown['status']
  drawing?: DrawingName
}

/** A page of login that says one thing and the way on. */
export function notice(c: Ctx, { title, body, ways, status, drawing }: Notice): Response | Promise<Response> {
  const action = ways ?? <LinkButton href="/">{identityTexts[c.var.lang].back}</LinkButton>
  return page(
    c,
    { title, ...(status && { status }) },
    <EmptyState title={title} level={1} drawing={drawing ?? 'gate'} action={action}>
      <p>{body}</p>
    </EmptyState>,
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
