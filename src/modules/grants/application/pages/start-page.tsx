import { Conflict, Invalid, type Reason } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import type { Trx } from '#platform/database/db.ts'
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  ErrorSummary,
  fieldId,
  LinkButton,
  PageTitle,
  RadioGroup,
  type Option,
} from '#platform/look/index.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { roundToApplyIn } from '../../scheme/rules/round-state.ts'
import { getSchemeBySlug, type Scheme } from '../../scheme/queries/schemes.ts'
import { addOrganisation } from '../actions/add-organisation.ts'
import { keepRegisterFacts } from '../actions/keep-register-facts.ts'
import { startDraft } from '../actions/start-draft.ts'
import { findLastApplication, type LastApplication } from '../queries/find-last-application.ts'
import type { MandateRole } from '../queries/get-draft.ts'
import { listDrafts, type DraftInList } from '../queries/list-drafts.ts'
import { listRepresentations, type Representation } from '../queries/list-applicants.ts'
import { formatOrganisationNumber } from '../rules/numbers.ts'
import { applyTexts } from '../texts/apply.ts'
import { startTexts } from '../texts/start.ts'
import { OwnDrafts } from './own-drafts.tsx'
import { PartChoice } from './part-choice.tsx'
import { mandateRoles } from '../../model.ts'
import { mayOrganisationApply, maySend, takesOnlyUnits, takesOrganisations } from '../../scheme/rules/who-may-apply.ts'
import { lookUpApplicant, OTHER } from './look-up.ts'
import { OtherOrganisation } from './other-organisation.tsx'

interface Choice {
  scheme: Scheme
  representations: Representation[]
  drafts: DraftInList[]
  last: { organisationId: string | null; application: LastApplication }[]
}

const SELF = 'self'

/** GET /tilskudd/:slug/sok: who one applies for, and from what one starts. */
export async function showStartPage(c: Ctx): Promise<Response> {
  return await startPage(c, await readChoice(c))
}

/** POST /tilskudd/:slug/sok */
export async function beginApplication(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const form = await readForm(c)
  const personId = currentPerson(c).id
  const slug = c.req.param('slug') ?? ''
  const now = services.now()
  const body = {
    slug,
    who: form.text('who'),
    name: form.text('name'),
    number: form.text('number'),
    role: form.text('role'),
    ownUnit: form.has('ownUnit'),
    part: form.text('del'),
    from: form.all('from'),
  }
  if (body.who === '') return await startPage(c, await readChoice(c), form, [{ key: 'whoMissing', field: 'who' }])
  const looked = await lookUpApplicant(c, form)
  try {
    const started = await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'start-draft', personId, body }, async () => {
        const { applicants } = (await getSchemeBySlug(trx, slug)).definition
        const organisationId = await applicantOf(trx, form, { personId, today: osloDate(now), applicants })
        if (organisationId) await keepRegisterFacts(trx, organisationId, looked)
        const copyFrom = form.text('from').startsWith(`${organisationId ?? SELF}:`) ? form.text('from').split(':')[1] : undefined
        return await startDraft(trx, {
          slug,
          personId,
          organisationId,
          language: lang,
          keyring: services.keyring,
          now,
          ...(copyFrom ? { copyFrom } : {}),
          ...(body.part ? { part: body.part } : {}),
        })
      }),
    )
    return c.redirect(`/tilskudd/${slug}/soknad/${started.id}/${started.firstPage}`, 303)
  } catch (error) {
    if (error instanceof Invalid) return await startPage(c, await readChoice(c), form, error.reasons)
    if (error instanceof Conflict && error.reason.key === 'roundClosed') return await startPage(c, await readChoice(c), form)
    throw error
  }
}

async function applicantOf(
  trx: Trx,
  form: Form,
  { personId, today, applicants }: { personId: string; today: string; applicants: Scheme['definition']['applicants'] },
): Promise<string | null> {
  const who = form.text('who')
  if (who === SELF) return null
  if (who !== OTHER) return who
  const allowed = rolesOf(applicants)
  const role = allowed.find((each) => each === form.text('role')) ?? allowed.at(-1) ?? 'contact'
  const number = form.text('number')
  const ownUnit = applicants.units === true && (form.has('ownUnit') || takesOnlyUnits(applicants))
  if (ownUnit) return await addOrganisation(trx, { personId, name: form.text('name'), number, role, today, ownUnit })
  if (number.trim() === '' && !mayOrganisationApply(applicants, { number: null, ownUnit }))
    throw new Invalid([{ key: 'numberMissing', field: 'number' }])
  if (number.trim() !== '' && !applicants.organisations) throw new Invalid([{ key: 'groupsOnly', field: 'number' }])
  return await addOrganisation(trx, { personId, name: form.text('name'), number, role, today })
}

async function readChoice(c: Ctx): Promise<Choice> {
  const { services, scope } = c.var
  const personId = currentPerson(c).id
  return await services.db.reading(scope, async (trx) => {
    const scheme = await getSchemeBySlug(trx, c.req.param('slug') ?? '')
    const { applicants } = scheme.definition
    const mandates = takesOrganisations(applicants) ? await listRepresentations(trx, personId, osloDate(services.now())) : []
    const representations = mandates.filter((each) => mayOrganisationApply(applicants, each))
    const drafts = (await listDrafts(trx, personId)).filter((draft) => draft.schemeId === scheme.id)
    const own = [
      ...(applicants.persons ? [null] : []),
      ...representations.filter((each) => each.verified).map((each) => each.organisationId),
    ]
    const last: Choice['last'] = []
    for (const organisationId of own) {
      const application = await findLastApplication(trx, { schemeId: scheme.id, organisationId, personId })
      if (application) last.push({ organisationId, application })
    }
    return { scheme, representations, drafts, last }
  })
}

async function startPage(c: Ctx, choice: Choice, form?: Form, reasons: readonly Reason[] = []): Promise<Response> {
  const { lang, services } = c.var
  const [t, words] = [applyTexts[lang], startTexts[lang]]
  const { scheme, drafts } = choice
  const title = scheme.definition.title[lang]
  const errors = new Map(reasons.map((reason) => [reason.field ?? '', words[reason.key as keyof typeof words] ?? reason.key]))
  const round = roundToApplyIn(scheme, services.now())
  const options = whoOptions(c, choice)
  const shown = { title: t.applyTo(title), breadcrumbs: [{ label: title, href: `/tilskudd/${scheme.slug}` }, { label: t.apply }] }
  if (!round) {
    return await page(
      c,
      { ...shown, ...(form ? { status: 409 as const } : {}) },
      <>
        <EmptyState
          level={1}
          title={t.closedTitle}
          drawing="gate"
          action={<LinkButton href={`/tilskudd/${scheme.slug}`}>{t.toScheme}</LinkButton>}
        >
          {t.closedBody}
        </EmptyState>
        <OwnDrafts drafts={drafts} lang={lang} />
      </>,
    )
  }
  return await page(
    c,
    { ...shown, ...(reasons.length > 0 ? { status: 422 as const } : {}) },
    <>
      <PageTitle eyebrow={t.applyTo(title)} title={t.whoTitle} lead={t.whoLead} />
      <ErrorSummary lang={lang} problems={[...errors].map(([name, message]) => ({ id: fieldId(name), message }))} />
      <OwnDrafts drafts={drafts} lang={lang} />
      <form method="post" action={`/tilskudd/${scheme.slug}/sok`} class="tg-form">
        <FormStart c={c} />
        <PartChoice c={c} parts={scheme.definition.parts ?? []} chosen={form?.text('del')} error={errors.get('del')} />
        {options.length > 1 ? (
          <RadioGroup
            lang={lang}
            name="who"
            label={t.whoTitle}
            hideLabel={!scheme.definition.parts}
            options={options}
            value={form?.text('who') ?? firstChoice(choice)}
            error={errors.get('who')}
          />
        ) : (
          <input type="hidden" name="who" value={options[0]?.value} />
        )}
        {options.length === 1 && options[0]?.value === SELF ? <p>{`${t.forYourself}: ${currentPerson(c).name}`}</p> : null}
        {takesOrganisations(scheme.definition.applicants) ? (
          <OtherOrganisation
            lang={lang}
            roles={rolesOf(scheme.definition.applicants)}
            units={scheme.definition.applicants.units === true && !takesOnlyUnits(scheme.definition.applicants)}
            errors={errors}
            {...(form ? { form } : {})}
          />
        ) : null}
        {choice.last.length > 0 ? (
          <StartFrom choice={choice} lang={lang} value={form?.text('from')} person={currentPerson(c).name} />
        ) : null}
        <ButtonRow>
          <Button icon="arrow-right" iconAfter>
            {t.start}
          </Button>
        </ButtonRow>
      </form>
    </>,
  )
}

/** What one may be in an organisation to apply for it in this scheme. */
function rolesOf({ roles }: Scheme['definition']['applicants']): readonly MandateRole[] {
  return roles ?? mandateRoles
}

function whoOptions(c: Ctx, { scheme, representations }: Choice): Option[] {
  const { lang } = c.var
  const t = applyTexts[lang]
  const { applicants } = scheme.definition
  return [
    ...representations.map((each) => ({
      value: each.organisationId,
      label: `${each.name}${each.number ? ` (${formatOrganisationNumber(each.number)})` : ''}`,
      help: [
        each.verified ? t.because(t.roles[each.role]) : t.becauseSelf,
        maySend(applicants, each.role)
          ? ''
          : t.otherRole(
              rolesOf(applicants)
                .map((role) => t.roles[role])
                .join(', '),
            ),
        each.validUntil ? t.validUntil(formatDate(each.validUntil, lang)) : '',
      ]
        .filter(Boolean)
        .join(', '),
      disabled: !maySend(applicants, each.role),
    })),
    ...(applicants.persons ? [{ value: SELF, label: t.forYourself, help: currentPerson(c).name }] : []),
    ...(takesOrganisations(applicants)
      ? [{ value: OTHER, label: takesOnlyUnits(applicants) ? startTexts[lang].otherUnit : t.otherOrganisation }]
      : []),
  ]
}

function firstChoice({ scheme, representations }: Choice): string {
  const [only, another] = representations
  if (only && !another && !scheme.definition.applicants.persons && maySend(scheme.definition.applicants, only.role))
    return only.organisationId
  if (!only) return scheme.definition.applicants.persons && !takesOrganisations(scheme.definition.applicants) ? SELF : ''
  return ''
}

function StartFrom({ choice, lang, value, person }: { choice: Choice; lang: Lang; value?: string; person: string }) {
  const t = applyTexts[lang]
  const [first] = choice.last
  const options = choice.last.map(({ organisationId, application }) => {
    const name = choice.representations.find((each) => each.organisationId === organisationId)?.name ?? person
    return {
      value: `${organisationId ?? SELF}:${application.caseId}`,
      label: `${t.sameAsLast(application.year)} – ${name}`,
      help: t.sameAsLastHelp(application.sender, formatDate(application.submittedAt, lang)),
    }
  })
  return (
    <Card tinted>
      <RadioGroup
        lang={lang}
        name="from"
        label={t.howToStart}
        options={[...options, { value: 'blank', label: t.blank }]}
        value={value ?? (first && choice.last.length === 1 ? options[0]?.value : 'blank')}
      />
    </Card>
  )
}
