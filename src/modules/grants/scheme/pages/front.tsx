import type { Trx } from '#platform/database/db.ts'
import { page, type Ctx } from '#platform/http/index.ts'
import { Button, DueDate, Grid, Icon, LinkButton, Section, type IconName } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { Waiting } from '../../application/pages/my-page.tsx'
import { listDrafts, type DraftInList } from '../../application/queries/list-drafts.ts'
import { listMyCases, listMyTasks, type MyCase, type MyTask } from '../../application/queries/my-cases.ts'
import type { SchemeDefinition } from '../../model.ts'
import { countAwards } from '../queries/round-figures.ts'
import { listSchemes, type Scheme } from '../queries/schemes.ts'
import { frontTexts } from '../texts/front.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { FrontDrawing } from './front-drawing.tsx'
import { SchemeCard } from './scheme-card.tsx'
import { bySoonest, standingOf } from './scheme-facts.ts'
import { titleOf } from '../rules/for-part.ts'

const MOST = 6

/** GET /: the front door. What this place is, what is open and until when, how it works, and that everything given is open. */
export async function showFront(c: Ctx): Promise<Response> {
  const { lang, services, scope, municipality } = c.var
  const t = frontTexts[lang]
  const now = services.now()
  const year = Number(osloDate(now).slice(0, 4))
  const { schemes, awards, mine } = await services.db.reading(scope, async (trx) => ({
    schemes: (await listSchemes(trx)).toSorted(bySoonest(lang, now)),
    awards: await countAwards(trx, year),
    mine: c.var.person?.kind === 'resident' ? await findMine(trx, c.var.person.id, now, c.var.lang) : undefined,
  }))
  const kindOf = (scheme: Scheme) => standingOf(scheme, now).kind
  const open = schemes.filter((scheme) => ['open', 'rolling'].includes(kindOf(scheme)))
  const soon = schemes.filter((scheme) => kindOf(scheme) === 'soon')

  return await page(
    c,
    { title: t.title, description: t.lead(municipality.name) },
    <>
      <div class="tg-hero">
        <div class="tg-hero__words">
          <h1>{t.hero}</h1>
          <p class="tg-lead">{t.lead(municipality.name)}</p>
          <form class="tg-hero__search" method="get" action="/tilskudd" role="search">
            <label class="ds-label" for="front-search">
              {t.search}
            </label>
            <div class="tg-hero__row">
              <input class="ds-input" type="search" id="front-search" name="sok" aria-describedby="front-search-help" />
              <Button icon="search">{t.searchButton}</Button>
            </div>
            <p class="tg-help" id="front-search-help">
              {t.searchHelp}
            </p>
          </form>
        </div>
        <FrontDrawing />
      </div>
      <Hello c={c} mine={mine} />
      <OpenNow open={open} soon={soon} c={c} />
      <Themes schemes={schemes} c={c} />
      <Section title={t.how} id="slik-gar-det-til">
        <ol class="tg-three">
          {howItWorks(t).map(({ icon, title, body }) => (
            <li>
              <Icon name={icon} size="lg" />
              <h3>{title}</h3>
              <p>{body}</p>
            </li>
          ))}
        </ol>
      </Section>
      <section class="tg-band" aria-labelledby="open-register">
        <div>
          <h2 id="open-register">{t.public}</h2>
          <p>{t.publicBody}</p>
          {awards.count > 0 ? <p class="tg-band__sum">{t.granted(awards.count, formatKr(awards.ore, lang), year)}</p> : null}
        </div>
        <LinkButton href="/register" variant="secondary" icon="table">
          {t.toRegister}
        </LinkButton>
      </section>
    </>,
  )
}

interface Mine {
  cases: MyCase[]
  tasks: MyTask[]
  drafts: DraftInList[]
}

async function findMine(trx: Trx, personId: string, now: Date, lang: Lang): Promise<Mine> {
  const cases = await listMyCases(trx, personId, osloDate(now), lang)
  const tasks = await listMyTasks(
    trx,
    cases.map((each) => each.id),
  )
  return { cases, tasks, drafts: await listDrafts(trx, personId) }
}

/** For who is logged in: what waits, and the way to the rest. */
function Hello({ c, mine }: { c: Ctx; mine: Mine | undefined }) {
  const { person, lang, services } = c.var
  const t = frontTexts[lang]
  if (!person) return null
  return (
    <section class="tg-hello" aria-labelledby="hello">
      <h2 id="hello">{t.waiting(person.name.split(' ')[0] ?? person.name)}</h2>
      {person.kind === 'staff' ? (
        <LinkButton href="/saker" variant="secondary" icon="inbox">
          {t.toCases}
        </LinkButton>
      ) : (
        <LinkButton href="/min-side" variant="secondary" icon="person">
          {t.toMine}
        </LinkButton>
      )}
      {mine && mine.tasks.length > 0 ? (
        <Waiting lang={lang} tasks={mine.tasks.slice(0, 3)} cases={mine.cases} now={services.now()} />
      ) : null}
      {mine && mine.drafts.length > 0 ? (
        <ul class="tg-waiting">
          {mine.drafts.slice(0, 2).map((draft) => (
            <li>
              <a href={`/tilskudd/${draft.slug}/soknad/${draft.id}`}>
                <Icon name="edit" size="sm" />
                <span>{t.goOn(titleOf(draft.definition, lang))}</span>
              </a>
              {draft.closesAt ? <DueDate at={draft.closesAt} now={services.now()} lang={lang} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function OpenNow({ open, soon, c }: { open: readonly Scheme[]; soon: readonly Scheme[]; c: Ctx }) {
  const { lang, services } = c.var
  const t = frontTexts[lang]
  const now = services.now()
  const cards = (schemes: readonly Scheme[]) => (
    <Grid>
      {schemes.map((scheme) => (
        <SchemeCard scheme={scheme} now={now} lang={lang} />
      ))}
    </Grid>
  )
  return (
    <>
      <Section title={t.openNow} id="apne-na" {...(open.length > 1 ? { intro: t.openIntro } : {})}>
        {open.length > 0 ? cards(open.slice(0, MOST)) : <p>{t.openNone}</p>}
        <p>
          <a class="ds-link tg-onwards" href={open.length > MOST ? '/tilskudd?naar=apen' : '/tilskudd'}>
            {open.length > MOST ? t.moreOpen(open.length) : t.seeAll}
            <Icon name="arrow-right" size="sm" />
          </a>
        </p>
      </Section>
      {soon.length > 0 && open.length < MOST ? (
        <Section title={t.soon} id="apner-snart">
          {cards(soon.slice(0, 3))}
        </Section>
      ) : null}
    </>
  )
}

const themeIcons: Record<SchemeDefinition['category'], IconName> = {
  culture: 'star',
  sport: 'people',
  'children-and-youth': 'chat',
  neighbourhood: 'place',
  health: 'handshake',
  climate: 'globe',
  business: 'building',
  integration: 'handshake',
  volunteering: 'megaphone',
}

function Themes({ schemes, c }: { schemes: readonly Scheme[]; c: Ctx }) {
  const { lang } = c.var
  const names = schemesTexts[lang].category
  const themes = [...new Set(schemes.map((scheme) => scheme.definition.category))]
  if (themes.length < 2) return null
  return (
    <Section title={frontTexts[lang].themes} id="tema">
      <ul class="tg-themes">
        {themes
          .toSorted((a, b) => names[a].localeCompare(names[b], lang === 'en' ? 'en' : 'nb'))
          .map((theme) => (
            <li>
              <a class="tg-chip" href={`/tilskudd?tema=${theme}`}>
                <Icon name={themeIcons[theme]} size="sm" />
                {names[theme]}
              </a>
            </li>
          ))}
      </ul>
    </Section>
  )
}

function howItWorks(t: (typeof frontTexts)['nb']): { icon: IconName; title: string; body: string }[] {
  return [
    { icon: 'search', title: t.step1, body: t.step1Body },
    { icon: 'edit', title: t.step2, body: t.step2Body },
    { icon: 'check-circle', title: t.step3, body: t.step3Body },
  ]
}
