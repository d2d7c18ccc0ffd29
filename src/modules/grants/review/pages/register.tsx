import { FormStart, page, type Ctx } from '#platform/http/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  ErrorSummary,
  FileField,
  HiddenFields,
  PageTitle,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '#platform/look/index.ts'
import { osloDate } from '#platform/time.ts'
import { langs } from '#platform/texts/texts.ts'
import { summaryOf } from '../../application/pages/asking.ts'
import { canLookUp } from '../../application/pages/look-up.ts'
import { readWholeForm, WholeForm } from '../../application/pages/whole-form.tsx'
import { titleOf } from '../../scheme/rules/for-part.ts'
import { plainSurroundings, registerGround, type RegisterGround, type SchemeToRegister } from '../queries/register-ground.ts'
import { caseTexts } from '../texts/case.ts'
import { registerTexts } from '../texts/register.ts'
import { stepTexts } from '../texts/steps.ts'
import { caseWords } from '../texts/words.ts'
import type { Registered } from './registered.ts'
import { takesOrganisations } from '../../scheme/rules/who-may-apply.ts'

/** GET /saker/registrer: first the scheme, then everything on one page. */
export async function showRegister(c: Ctx): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  return await renderRegister(c, { slug: query.get('ordning') ?? '', part: query.get('del') ?? '' })
}

/** The form, with what was typed and what is wrong with it. */
export async function renderRegister(c: Ctx, of: { slug: string; part: string }, came?: Registered): Promise<Response> {
  const { lang } = c.var
  const t = registerTexts[lang]
  const ground = await c.var.services.db.reading(c.var.scope, (trx) => registerGround(trx, of.slug, of.part))
  const errors = came ? came.reasons.length + came.problems.length > 0 : false
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      status: errors ? 422 : 200,
      breadcrumbs: [{ label: caseTexts[lang].cases, href: '/saker' }, { label: t.title }],
    },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {ground.scheme && ground.scheme.parts.length > 0 && !ground.scheme.definition.part ? (
        <ChoosePart c={c} scheme={ground.scheme} />
      ) : ground.scheme ? (
        <WholeRegistration c={c} ground={ground} scheme={ground.scheme} came={came} />
      ) : (
        <ChooseScheme c={c} ground={ground} />
      )}
    </>,
  )
}

function ChooseScheme({ c, ground }: { c: Ctx; ground: RegisterGround }) {
  const { lang } = c.var
  const t = registerTexts[lang]
  return (
    <form method="get" action="/saker/registrer" class="tg-form">
      <SelectField
        lang={lang}
        name="ordning"
        label={t.scheme}
        options={ground.schemes.map((scheme) => ({ value: scheme.slug, label: scheme.definition.title[lang] }))}
      />
      <ButtonRow>
        <Button>{t.next}</Button>
      </ButtonRow>
    </form>
  )
}

function ChoosePart({ c, scheme }: { c: Ctx; scheme: SchemeToRegister }) {
  const { lang } = c.var
  const t = registerTexts[lang]
  return (
    <form method="get" action="/saker/registrer" class="tg-form">
      <HiddenFields values={{ ordning: scheme.slug }} />
      <p>
        <b>{scheme.definition.title[lang]}</b> · <a href="/saker/registrer">{t.other}</a>
      </p>
      <RadioGroup
        lang={lang}
        name="del"
        label={t.part}
        options={scheme.parts.map((part) => ({ value: part.key, label: part.title[lang], help: part.description[lang] }))}
      />
      <ButtonRow>
        <Button>{t.next}</Button>
      </ButtonRow>
    </form>
  )
}

interface WholeProps {
  c: Ctx
  ground: RegisterGround
  scheme: SchemeToRegister
  came: Registered | undefined
}

function WholeRegistration({ c, ground, scheme, came }: WholeProps) {
  const { lang } = c.var
  const t = registerTexts[lang]
  const { definition } = scheme
  const today = osloDate(c.var.services.now())
  const value = (name: string, start = '') => (came ? came.form.text(name) : start)
  const errorTexts: Record<string, string> = t.errors
  const ownReasons = came?.reasons ?? []
  const error = (field: string) => {
    const reason = ownReasons.find((each) => each.field === field)
    if (!reason) return undefined
    return typeof reason.data?.['text'] === 'string' ? reason.data['text'] : (errorTexts[reason.key] ?? t.errors.other)
  }
  const kinds = [
    ...(takesOrganisations(definition.applicants) ? ['organisation' as const] : []),
    ...(definition.applicants.persons ? ['person' as const] : []),
  ]
  const kind = value('kind', kinds[0] ?? 'organisation') === 'person' ? 'person' : 'organisation'
  const around = plainSurroundings(scheme, kind, today)
  const whole = readWholeForm(definition, came?.form ?? nothingTyped, around, came?.said)
  return (
    <form method="post" action="/saker/registrer" enctype="multipart/form-data" data-warn-unsaved="" class="tg-form" novalidate>
      <FormStart c={c} />
      <HiddenFields values={{ ordning: scheme.slug, del: definition.part?.key }} />
      <button class="ds-sr-only" type="submit" name="_do" value="register" tabindex={-1} aria-hidden="true">
        {t.save}
      </button>
      <ErrorSummary
        lang={lang}
        problems={[
          ...ownReasons.map((reason) => ({ name: reason.field ?? '', message: error(reason.field ?? '') ?? t.errors.other })),
          ...summaryOf(came?.problems ?? [], definition, lang),
        ]}
      />
      <p>
        <b>{titleOf(definition, lang)}</b> · <a href="/saker/registrer">{t.other}</a>
      </p>
      <Section title={t.arrival}>
        <RadioGroup
          lang={lang}
          name="channel"
          label={t.channel}
          value={value('channel')}
          error={error('channel')}
          options={(['paper', 'email', 'phone'] as const).map((each) => ({ value: each, label: caseWords[lang].channel[each] }))}
        />
        <DateField
          lang={lang}
          name="receivedOn"
          label={t.receivedOn}
          help={t.receivedHelp}
          max={today}
          value={value('receivedOn', today)}
          error={error('receivedOn')}
        />
        <SelectField
          lang={lang}
          name="round"
          label={t.round}
          help={t.roundHelp}
          optional
          value={value('round')}
          error={error('round')}
          options={scheme.rounds.map((round) => ({ value: round.id, label: round.title[lang] }))}
        />
        <RadioGroup
          lang={lang}
          name="lateHow"
          label={`${t.late}: ${t.lateHow.toLowerCase()}`}
          optional
          value={value('lateHow', 'exception')}
          options={[
            { value: 'exception', label: t.lateException },
            { value: 'dismiss', label: t.lateDismiss },
          ]}
        />
        <TextArea
          lang={lang}
          name="lateReason"
          label={t.lateReason}
          help={t.lateReasonHelp}
          optional
          rows={2}
          value={value('lateReason')}
          error={error('lateReason')}
        />
        <FileField
          lang={lang}
          name="scan"
          label={t.scan}
          help={t.scanHelp}
          optional
          acceptedInWords={stepTexts[lang].fileTypes}
          maxSizeInWords="25 MB"
          error={error('scan')}
        />
      </Section>
      <Section title={t.applicant}>
        {kinds.length > 1 ? (
          <RadioGroup
            lang={lang}
            name="kind"
            label={t.kind}
            value={value('kind', kinds[0])}
            options={kinds.map((each) => ({ value: each, label: each === 'organisation' ? t.organisation : t.person }))}
          />
        ) : (
          <HiddenFields values={{ kind: kinds[0] }} />
        )}
        {kinds.includes('organisation') ? (
          <>
            <TextField
              lang={lang}
              name="number"
              label={t.number}
              help={t.numberHelp}
              optional
              inputmode="numeric"
              size={12}
              value={value('number')}
              error={error('number')}
            />
            <TextField
              lang={lang}
              name="organisation"
              label={t.organisationName}
              optional
              value={value('organisation')}
              error={error('organisation')}
            />
            {definition.applicants.units ? (
              <Checkbox lang={lang} name="ownUnit" label={t.ownUnit} optional checked={came?.form.has('ownUnit') ?? false} />
            ) : null}
          </>
        ) : null}
        <TextField lang={lang} name="name" label={t.name} value={value('name')} error={error('name')} />
        <TextField lang={lang} name="email" label={t.email} type="email" optional value={value('email')} error={error('email')} />
        <RadioGroup
          lang={lang}
          name="language"
          label={t.language}
          value={value('language', String(c.var.municipality.settings['language'] ?? 'nb'))}
          options={langs.map((each) => ({ value: each, label: t.languages[each] }))}
        />
      </Section>
      <Section title={t.form}>
        <WholeForm
          lang={lang}
          definition={definition}
          answers={whole.answers}
          state={whole.state}
          districts={ground.districts}
          lookUp={canLookUp(c)}
          problems={came?.problems ?? []}
          {...(came ? { typed: came.form } : {})}
        />
      </Section>
      <ButtonRow>
        <Button name="_do" value="register">
          {t.save}
        </Button>
      </ButtonRow>
    </form>
  )
}

const nothingTyped = { text: () => '', all: () => [], has: () => false, names: () => [] }
