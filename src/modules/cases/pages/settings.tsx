import { NotFound } from '#platform/errors.ts'
import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { inviteStaff } from '#platform/identity/index.ts'
import {
  Button,
  Card,
  CheckboxGroup,
  DataTable,
  ErrorSummary,
  Grid,
  PageTitle,
  Section,
  TextField,
} from '#platform/look/index.ts'
import { giveRoles } from '../actions/give-roles.ts'
import { staffRoles } from '../model.ts'
import { listStaff } from '../queries/list-staff.ts'
import { serviceTexts } from '../texts/service.ts'

interface Typed {
  name: string
  login: string
  roles: string[]
  problems: { field: string; text: string }[]
}

/** /saker/innstillinger: employees and roles, jobs, pictures. */
export async function settingsPage(c: Ctx): Promise<Response> {
  return await show(c)
}

/** POST /saker/innstillinger/ansatte: names an employee before the first login. */
export async function addStaff(c: Ctx): Promise<Response> {
  const t = serviceTexts[c.var.lang]
  const form = await readForm(c)
  const typed = { name: form.text('name').trim(), login: form.text('login').trim(), roles: form.all('roles') }
  const problems = [
    ...(typed.name === '' || typed.name.length > 120 ? [{ field: 'name', text: t.nameMissing }] : []),
    ...(!/^\S{2,200}$/.test(typed.login) ? [{ field: 'login', text: t.loginMissing }] : []),
  ]
  if (problems.length > 0) return await show(c, { ...typed, problems })
  const roles = typed.roles.filter((role) => (staffRoles as readonly string[]).includes(role))
  const givenBy = c.var.person?.id
  await c.var.services.db.inTransaction(c.var.scope, (trx) =>
    once(trx, { key: form.key, action: 'add-staff', body: typed, ...(givenBy ? { personId: givenBy } : {}) }, () =>
      inviteStaff(trx, { loginName: typed.login, name: typed.name, roles, ...(givenBy ? { givenBy } : {}) }),
    ),
  )
  return c.redirect('/saker/innstillinger?melding=added', 303)
}

/** /saker/innstillinger/ansatte/:id: the roles of one employee. */
export async function rolesPage(c: Ctx): Promise<Response> {
  return await showRoles(c)
}

export async function saveRoles(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const personId = idOf(c)
  const roles = form.all('roles')
  const why = await c.var.services.db.inTransaction(c.var.scope, (trx) =>
    once(
      trx,
      { key: form.key, action: 'give-roles', body: { personId, roles }, ...(c.var.person ? { personId: c.var.person.id } : {}) },
      () => giveRoles(trx, { personId, roles, now: c.var.services.now() }),
    ),
  )
  if (why) return await showRoles(c, roles, serviceTexts[c.var.lang].lastAdmin)
  return c.redirect('/saker/innstillinger?melding=saved', 303)
}

async function show(c: Ctx, typed?: Typed): Promise<Response> {
  const lang = c.var.lang
  const t = serviceTexts[lang]
  const staff = await c.var.services.db.reading(c.var.scope, listStaff)
  const message = { added: t.added, saved: t.saved }[c.req.query('melding') ?? '']
  return await page(
    c,
    {
      title: t.settings,
      room: 'desk',
      ...(message ? { flash: { kind: 'success' as const, text: message } } : {}),
      ...(typed ? { status: 422 as const } : {}),
    },
    <>
      {typed ? <ErrorSummary lang={lang} problems={typed.problems.map((p) => ({ name: p.field, message: p.text }))} /> : null}
      <PageTitle title={t.settings} lead={t.settingsLead} />
      <Grid>
        <Card level={2} title={t.jobs} href="/saker/innstillinger/jobber">
          <p>{t.jobsIntro}</p>
        </Card>
        <Card level={2} title={t.lifecycles} href="/saker/livslop">
          <p>{t.lifecyclesIntro}</p>
        </Card>
        {c.var.services.mail?.smtpUrl ? null : (
          <Card level={2} title={t.mailbox} href="/postkasse">
            <p>{t.mailboxLead}</p>
          </Card>
        )}
      </Grid>
      <Section title={t.people} intro={t.peopleIntro}>
        <DataTable
          lang={lang}
          caption={t.people}
          hideCaption
          rows={staff}
          columns={[
            { label: t.name, heading: true, cell: (p) => <a href={`/saker/innstillinger/ansatte/${p.id}`}>{p.name}</a> },
            { label: t.login, cell: (p) => (p.hasLoggedIn ? (p.email ?? '–') : `${p.email ?? ''} (${t.notLoggedIn})`) },
            {
              label: t.roles,
              cell: (p) => (p.roles.length > 0 ? p.roles.map((role) => t.roleNames[role]).join(', ') : t.noRoles),
            },
          ]}
        />
      </Section>
      <Section title={t.addPerson}>
        <form method="post" action="/saker/innstillinger/ansatte">
          <FormStart c={c} />
          <TextField lang={lang} name="name" label={t.addName} value={typed?.name ?? ''} error={problemOf(typed, 'name')} />
          <TextField
            lang={lang}
            name="login"
            label={t.addLogin}
            help={t.addLoginHelp}
            value={typed?.login ?? ''}
            error={problemOf(typed, 'login')}
          />
          <RolesChoice c={c} values={typed?.roles ?? []} />
          <Button type="submit">{t.add}</Button>
        </form>
      </Section>
    </>,
  )
}

async function showRoles(c: Ctx, chosen?: string[], problem?: string): Promise<Response> {
  const lang = c.var.lang
  const t = serviceTexts[lang]
  const id = idOf(c)
  const person = (await c.var.services.db.reading(c.var.scope, listStaff)).find((p) => p.id === id)
  if (!person) throw new NotFound('person')
  return await page(
    c,
    {
      title: person.name,
      room: 'desk',
      breadcrumbs: [{ label: t.settings, href: '/saker/innstillinger' }, { label: person.name }],
      ...(problem ? { status: 422 as const } : {}),
    },
    <>
      {problem ? <ErrorSummary lang={lang} problems={[{ name: 'roles', message: problem }]} /> : null}
      <PageTitle title={person.name} />
      <form method="post" action={`/saker/innstillinger/ansatte/${id}`}>
        <FormStart c={c} />
        <RolesChoice c={c} values={chosen ?? person.roles} {...(problem ? { error: problem } : {})} />
        <Button type="submit">{t.save}</Button>
      </form>
    </>,
  )
}

function RolesChoice({ c, values, error }: { c: Ctx; values: readonly string[]; error?: string }) {
  const t = serviceTexts[c.var.lang]
  return (
    <CheckboxGroup
      lang={c.var.lang}
      name="roles"
      label={t.roles}
      optional
      values={values}
      error={error}
      options={staffRoles.map((role) => ({ value: role, label: t.roleNames[role] }))}
    />
  )
}

function problemOf(typed: Typed | undefined, field: string): string | undefined {
  return typed?.problems.find((p) => p.field === field)?.text
}

function idOf(c: Ctx): string {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound('person')
  return id
}
