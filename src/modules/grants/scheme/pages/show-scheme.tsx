import { page, type Ctx } from '#platform/http/index.ts'
import {
  Details,
  DueDate,
  ErrorSummary,
  KeyFacts,
  LinkButton,
  PageTitle,
  Prose,
  Section,
  Split,
  Tag,
} from '#platform/look/index.ts'
import { keepNumbers } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { findRoundFigures } from '../queries/round-figures.ts'
import { getSchemeBySlug, type Scheme } from '../queries/schemes.ts'
import { listPots } from '../queries/rounds.ts'
import { findUnitName } from '../queries/surroundings.ts'
import { getVersion } from '../queries/versions.ts'
import { lastRound } from '../rules/round-state.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { schemeTexts } from '../texts/scheme.ts'
import { Course } from './course.tsx'
import { Eligibility, Ready } from './eligibility.tsx'
import { Figures } from './figures.tsx'
import { Basis, HowDecided, WhatItIs } from './how-decided.tsx'
import { RemindForm } from './remind.tsx'
import { SchemeParts } from './scheme-parts.tsx'
import { answerWithin, byWhen, forWhom, howMuch, standingOf, stateTag, type Standing } from './scheme-facts.ts'

/** GET /tilskudd/:slug */
export async function showScheme(c: Ctx): Promise<Response> {
  return await schemePage(c)
}

/** What was typed in the reminder's field, shown again with its fault. */
export interface ReminderFault {
  email: string
  error: string
}

/** The page of one scheme: in five seconds how much, for whom, by when, can I; then everything else. Throws NotFound. */
export async function schemePage(c: Ctx, fault?: ReminderFault): Promise<Response> {
  const { lang, services, scope } = c.var
  const [t, words] = [schemeTexts[lang], schemesTexts[lang]]
  const now = services.now()
  const found = await services.db.reading(scope, async (trx) => {
    const scheme = await getSchemeBySlug(trx, c.req.param('slug') ?? '')
    const round = lastRound(scheme.rounds, now) ?? scheme.rounds.findLast((each) => each.opensAt <= now)
    const figures = round ? await findRoundFigures(trx, round.id) : undefined
    const version = await getVersion(trx, scheme.versionId)
    const about = standingOf(scheme, now).round
    return {
      scheme,
      version,
      pots: about ? await listPots(trx, about.id) : [],
      past: round && figures ? { round, figures } : undefined,
      unit: await findUnitName(trx, scheme.unitId),
    }
  })
  const { scheme, past } = found
  const { definition } = scheme
  const standing = standingOf(scheme, now)
  const state = stateTag(standing, lang)

  return await page(
    c,
    {
      title: definition.title[lang],
      description: definition.summary[lang],
      breadcrumbs: [{ label: t.schemes, href: '/tilskudd' }, { label: definition.title[lang] }],
      status: fault ? 422 : 200,
    },
    <>
      {fault ? <ErrorSummary lang={lang} problems={[{ name: 'epost', message: fault.error }]} /> : null}
      <PageTitle
        eyebrow={words.category[definition.category]}
        title={definition.title[lang]}
        tags={<Tag tone={state.tone}>{state.text}</Tag>}
        lead={keepNumbers(definition.summary[lang])}
      />
      <KeyFacts
        facts={[
          howMuch(definition, lang),
          forWhom(definition, lang),
          byWhen(definition, standing, now, lang),
          answerWithin(definition, standing, lang),
        ]}
      />
      <Split
        asideLabel={t.apply}
        main={
          <>
            <Eligibility definition={definition} lang={lang} />
            <SchemeParts
              scheme={scheme}
              pots={found.pots}
              isOpen={standing.kind === 'open' || standing.kind === 'rolling'}
              lang={lang}
            />
            <WhatItIs definition={definition} lang={lang} />
            <Ready definition={definition} lang={lang} />
            <HowDecided definition={definition} lang={lang} />
            <Section title={t.after} id="slik-gar-det-videre">
              <Prose>
                <p>{definition.whatHappensNext[lang]}</p>
              </Prose>
              <Course definition={definition} standing={standing} lang={lang} />
            </Section>
            <Section title={t.public} id="offentlig">
              <Prose>
                <p>{definition.whatIsPublished[lang]}</p>
              </Prose>
            </Section>
            {past ? (
              <Figures
                {...past}
                isOver={past.round.closesAt !== null && past.round.closesAt < now}
                slug={scheme.slug}
                lang={lang}
              />
            ) : null}
            <Details summary={t.basis} id="grunnlag">
              <Basis definition={definition} lang={lang} />
            </Details>
            <p class="tg-small">
              {found.unit ? `${t.owner}: ${found.unit[lang]} · ` : ''}
              <Origin of={definition.modelledOn} lang={lang} />
              {t.versionFrom(found.version.number, formatDate(found.version.publishedAt, lang))}
            </p>
          </>
        }
        aside={<WhatToDo c={c} scheme={scheme} standing={standing} fault={fault} />}
      />
    </>,
  )
}

/** The one thing to do now: start, or be told when one can. */
function WhatToDo({
  c,
  scheme,
  standing,
  fault,
}: {
  c: Ctx
  scheme: Scheme
  standing: Standing
  fault?: ReminderFault | undefined
}) {
  const { lang, services } = c.var
  const t = schemeTexts[lang]
  const now = services.now()
  const isOpen = standing.kind === 'open' || standing.kind === 'rolling'
  return (
    <div class="tg-todo">
      <Deadline standing={standing} now={now} lang={lang} />
      {isOpen ? (
        <>
          <LinkButton href={`/tilskudd/${scheme.slug}/sok`} icon="arrow-right" iconAfter>
            {t.start}
          </LinkButton>
          <p class="tg-small">{t.startNote(pagesOf(scheme.definition))}</p>
        </>
      ) : standing.kind === 'named' ? (
        <p>{schemesTexts[lang].namedNote}</p>
      ) : (
        <RemindForm c={c} slug={scheme.slug} {...(fault ? fault : {})} />
      )}
      {standing.kind === 'open' || standing.kind === 'soon' ? (
        <p>
          <a class="ds-link" href={`/tilskudd/${scheme.slug}/frist.ics`} download={`${scheme.slug}.ics`}>
            {standing.kind === 'open' ? t.calendar : t.calendarOpens}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** How many pages one fills in, whichever part one applies for. */
function pagesOf({ form, parts }: Scheme['definition']): number {
  return form.pages.length + Math.max(0, ...(parts ?? []).map((part) => part.pages.length))
}

function Deadline({ standing, now, lang }: { standing: Standing; now: Date; lang: Lang }) {
  const words = schemesTexts[lang]
  const { round } = standing
  if (standing.kind === 'open' && round?.closesAt)
    return (
      <p class="tg-todo__due">
        <span class="tg-quiet">{words.byWhen}</span>
        <DueDate at={round.closesAt} now={now} lang={lang} withTime />
      </p>
    )
  if (standing.kind === 'rolling') return <p class="tg-todo__due">{words.stateRolling}</p>
  if (standing.kind === 'soon' && round) return <p class="tg-todo__due">{words.opens(formatDate(round.opensAt, lang))}</p>
  return <p class="tg-todo__due">{standing.kind === 'named' ? words.stateNamed : words.closedNow}</p>
}

/** The real scheme this one is modelled on, by the name it has where it is from. */
function Origin({ of, lang }: { of: Scheme['definition']['modelledOn']; lang: Lang }) {
  if (!of) return null
  const t = schemeTexts[lang]
  return (
    <>
      {t.modelledOn} <cite lang="nb">«{of.name}»</cite>, {t.municipality(of.municipality)} ·{' '}
    </>
  )
}
