import type { Ctx } from '#platform/http/index.ts'
import { page } from '#platform/http/index.ts'
import { EmptyState, FilterBar, FilterChoice, Grid, LinkButton, PageTitle } from '#platform/look/index.ts'
import type { SchemeDefinition } from '../../model.ts'
import { listSchemes } from '../queries/schemes.ts'
import { fitsFilter, type SchemeFilter } from '../rules/find-schemes.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { SchemeCard } from './scheme-card.tsx'
import { bySoonest, standingOf } from './scheme-facts.ts'

const path = '/tilskudd'

/** GET /tilskudd: every scheme, those with the nearest deadline first; filtered by theme, applicant, time and words. */
export async function showSchemes(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = schemesTexts[lang]
  const now = services.now()
  const all = await services.db.reading(scope, listSchemes)
  const asked = readFilter(c)
  const found = all
    .filter((scheme) => fitsFilter(scheme.definition, standingOf(scheme, now).kind, asked.filter))
    .toSorted(bySoonest(lang, now))
  const categories = [...new Set(all.map((scheme) => scheme.definition.category))].map((key) => ({
    value: key,
    label: t.category[key],
  }))
  const collator = new Intl.Collator(lang === 'en' ? 'en' : 'nb')

  return await page(
    c,
    { title: t.listTitle, description: t.listLead(all.length), breadcrumbs: [] },
    all.length === 0 ? (
      <EmptyState title={t.noneTitle} level={1} action={<LinkButton href="/register">{t.toRegister}</LinkButton>}>
        {t.noneBody}
      </EmptyState>
    ) : (
      <>
        <PageTitle title={t.listTitle} lead={t.listLead(all.length)} />
        <FilterBar
          lang={lang}
          action={path}
          search={{ name: 'sok', value: asked.filter.words, label: t.search }}
          active={activeFilters(asked, t)}
          clearHref={path}
        >
          <FilterChoice
            lang={lang}
            name="tema"
            label={t.filterCategory}
            value={asked.filter.category}
            all={t.all}
            options={categories.toSorted((a, b) => collator.compare(a.label, b.label))}
          />
          <FilterChoice
            lang={lang}
            name="for"
            label={t.filterWho}
            value={asked.query['for']}
            all={t.anyone}
            options={[
              { value: 'lag', label: t.whoOrganisation },
              { value: 'person', label: t.whoPerson },
            ]}
          />
          <FilterChoice
            lang={lang}
            name="naar"
            label={t.filterWhen}
            value={asked.query['naar']}
            all={t.all}
            options={[
              { value: 'apen', label: t.whenOpen },
              { value: 'snart', label: t.whenSoon },
            ]}
          />
        </FilterBar>
        <section id="schemes" data-live aria-label={t.listTitle}>
          {found.length === 0 ? (
            <EmptyState title={t.emptyTitle} drawing="search" action={<LinkButton href={path}>{t.emptyAction}</LinkButton>}>
              {t.emptyBody}
            </EmptyState>
          ) : (
            <>
              <p class="tg-quiet tg-found" role="status">
                {t.found(found.length)}
              </p>
              <Grid>
                {found.map((scheme) => (
                  <SchemeCard scheme={scheme} now={now} lang={lang} level={2} />
                ))}
              </Grid>
            </>
          )}
        </section>
      </>
    ),
  )
}

interface Asked {
  filter: SchemeFilter
  query: Record<string, string>
}

const applicants: Record<string, SchemeFilter['applicant']> = { lag: 'organisation', person: 'person' }
const times: Record<string, SchemeFilter['when']> = { apen: 'open', snart: 'soon' }

/** The filter in the address; what is not one of the choices counts as not chosen. */
function readFilter(c: Ctx): Asked {
  const text = (name: string) => (c.req.query(name) ?? '').slice(0, 200)
  const category = text('tema')
  const isCategory = Object.hasOwn(schemesTexts.nb.category, category)
  const query = {
    sok: text('sok').trim(),
    tema: isCategory ? category : '',
    for: text('for') in applicants ? text('for') : '',
    naar: text('naar') in times ? text('naar') : '',
  }
  return {
    query,
    filter: {
      words: query.sok,
      category: isCategory ? (category as SchemeDefinition['category']) : undefined,
      applicant: applicants[query.for],
      when: times[query.naar],
    },
  }
}

function activeFilters({ filter, query }: Asked, t: (typeof schemesTexts)['nb']): { label: string; href: string }[] {
  const without = (name: string) => {
    const left = Object.entries(query).filter(([key, value]) => key !== name && value !== '')
    return left.length === 0 ? path : `${path}?${new URLSearchParams(left).toString()}`
  }
  const labels: [string, string | undefined][] = [
    ['sok', filter.words ? `«${filter.words}»` : undefined],
    ['tema', filter.category ? t.category[filter.category] : undefined],
    ['for', filter.applicant === 'organisation' ? t.whoOrganisation : filter.applicant === 'person' ? t.whoPerson : undefined],
    ['naar', filter.when === 'open' ? t.whenOpen : filter.when === 'soon' ? t.whenSoon : undefined],
  ]
  return labels.flatMap(([name, label]) => (label ? [{ label, href: without(name) }] : []))
}
