import type { Ctx } from '../../http/context.ts'
import { FormStart, page } from '../../http/render.tsx'
import { Button, ButtonRow, LinkButton, PageTitle, Prose } from '../../look/index.ts'
import { landing } from '../landing.ts'
import { identityTexts } from '../texts.ts'

/** GET /logg-inn/ingen-rolle: an employee whom nobody has given a role yet. */
export function noRole(c: Ctx): Response | Promise<Response> {
  const { person, municipality } = c.var
  if (!person) return c.redirect('/logg-inn', 303)
  if (person.kind !== 'staff' || person.roles.length > 0) return c.redirect(landing(person), 303)
  const t = identityTexts[c.var.lang]
  return page(
    c,
    { title: t.noRoleTitle },
    <>
      <PageTitle title={t.noRoleTitle} />
      <Prose>
        <p>
          {t.noRoleBody(municipality.name)} <b>{person.name}</b>.
        </p>
        <p>{t.noRoleAfter}</p>
      </Prose>
      <form method="post" action="/logg-ut">
        <FormStart c={c} />
        <ButtonRow>
          <LinkButton href="/logg-inn/ingen-rolle">{t.reload}</LinkButton>
          <Button variant="secondary" icon="logout">
            {t.logOut}
          </Button>
        </ButtonRow>
      </form>
    </>,
  )
}
