import type { Provider } from 'oidc-provider'
import { FormStart, page, readForm, type Ctx, type Handler } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, Card, Grid, LinkButton, PageTitle, Tag } from '#platform/look/index.ts'
import type { ProviderKind } from '#platform/identity/index.ts'
import { listDemoPeople, type DemoPerson } from '../people.ts'
import { demoClientId, demoPaths } from './issuers.ts'
import { pickerTexts } from './texts.ts'

type Open = (kind: ProviderKind) => Promise<Provider>

/** GET /demo-innlogging/…/velg/:uid: the demo's people, one button each. */
export function showPicker(kind: ProviderKind, open: Open): Handler {
  return async (c) => {
    const t = pickerTexts[c.var.lang]
    const choice = await findChoice(c, kind, open)
    if (!choice) return await tooOld(c, kind)
    const title = kind === 'resident' ? t.titleResident : t.titleStaff
    const people = listDemoPeople(c.var.municipality.slug, kind)
    return await page(
      c,
      { title },
      <form method="post" action={`${demoPaths[kind]}/velg/${choice}`}>
        <FormStart c={c} />
        <PageTitle title={title} />
        <Alert kind="info">{t.lead}</Alert>
        {people.length === 0 ? <p>{t.none}</p> : null}
        <Grid>
          {people.map((person) => (
            <One c={c} person={person} />
          ))}
        </Grid>
        <ButtonRow>
          <Button variant="tertiary" name="cancel" value="yes">
            {t.cancel}
          </Button>
        </ButtonRow>
      </form>,
    )
  }
}

/** POST of the same: tells the provider who was chosen, and goes on to where it says. */
export function choosePerson(kind: ProviderKind, open: Open): Handler {
  return async (c) => {
    const { incoming, outgoing } = c.env
    if (!incoming || !outgoing || !(await findChoice(c, kind, open))) return await tooOld(c, kind)
    const form = await readForm(c)
    const person = listDemoPeople(c.var.municipality.slug, kind).find((each) => each.key === form.text('person'))
    if (!person && !form.has('cancel')) return c.redirect(new URL(c.req.url).pathname, 303)
    const result = person
      ? { login: { accountId: person.key, acr: 'idporten-loa-substantial', amr: ['demo'], remember: false } }
      : { error: 'access_denied', error_description: 'nobody was chosen' }
    const provider = await open(kind)
    const next = await provider.interactionResult(incoming, outgoing, result, { mergeWithLastSubmission: false })
    const url = new URL(next)
    return c.redirect(url.pathname + url.search, 303)
  }
}

// The choice this browser has been sent here to make, at this municipality; undefined when it is too old or another's.
async function findChoice(c: Ctx, kind: ProviderKind, open: Open): Promise<string | undefined> {
  const { incoming, outgoing } = c.env
  if (!incoming || !outgoing) return undefined
  try {
    const provider = await open(kind)
    const { uid, params } = await provider.interactionDetails(incoming, outgoing)
    const ours = params['client_id'] === demoClientId(c.var.municipality.slug, kind)
    return ours && uid === c.req.param('uid') ? uid : undefined
  } catch {
    return undefined
  }
}

function One({ c, person }: { c: Ctx; person: DemoPerson }) {
  const t = pickerTexts[c.var.lang]
  const names: Record<string, string> = t.role
  const roles = person.roles.map((role) => names[role] ?? role)
  const tags = person.kind === 'staff' ? (roles.length > 0 ? roles : [t.noRole]).map((role) => <Tag>{role}</Tag>) : undefined
  return (
    <Card title={person.name} level={2} eyebrow={tags}>
      <p id={`about-${person.key}`}>{person.about[c.var.lang]}</p>
      <div>
        <Button variant="secondary" icon="login" name="person" value={person.key} describedBy={`about-${person.key}`}>
          {t.choose(person.name)}
        </Button>
      </div>
    </Card>
  )
}

function tooOld(c: Ctx, kind: ProviderKind): Response | Promise<Response> {
  const t = pickerTexts[c.var.lang]
  return page(
    c,
    { title: t.gone, status: 404 },
    <>
      <PageTitle title={t.gone} lead={t.goneBody} />
      <ButtonRow>
        <LinkButton href={kind === 'resident' ? '/logg-inn/innbygger' : '/logg-inn/ansatt'}>{t.again}</LinkButton>
      </ButtonRow>
    </>,
  )
}
