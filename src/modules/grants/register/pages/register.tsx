import type { Ctx } from '#platform/http/index.ts'
import { page } from '#platform/http/index.ts'
import {
  DataTable,
  Details,
  EmptyState,
  FilterBar,
  LinkButton,
  PageTitle,
  Pagination,
  Section,
  SelectField,
} from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import { formatShortDate } from '#platform/time.ts'
import { listDistricts } from '../queries/list-districts.ts'
import {
  listRegister,
  listRegisterChoices,
  totalRegister,
  type RegisterFilter,
  type RegisterRow,
} from '../queries/list-register.ts'
import { registerTexts } from '../texts/register.ts'
import { RegisterFigures } from './register-figures.tsx'
import { readCursor, readFilter, registerHref } from './register-query.ts'

/** /register: every award, with search, sums and figures. Open to anyone. */
export async function registerPage(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = registerTexts[lang]
  const filter = readFilter(c)
  const cursor = readCursor(c)
  const data = await c.var.services.db.reading(c.var.scope, async (trx) => ({
    list: await listRegister(trx, filter, lang, cursor),
    choices: await listRegisterChoices(trx, lang),
    districts: await listDistricts(trx),
    byYear: await totalRegister(trx, filter, lang, 'year'),
    byScheme: await totalRegister(trx, filter, lang, 'scheme'),
    byDistrict: await totalRegister(trx, filter, lang, 'district'),
  }))
  const count = data.byYear.reduce((sum, year) => sum + year.count, 0)
  const ore = data.byYear.reduce((sum, year) => sum + year.ore, 0)
  const isFiltered = Object.keys(filter).length > 0
  const { next } = data.list

  return await page(
    c,
    { title: t.title, description: t.description },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <FilterBar
        lang={lang}
        action="/register"
        search={{ name: 'sok', value: filter.words ?? '', label: t.words }}
        {...(isFiltered ? { clearHref: '/register' } : {})}
      >
        <SelectField
          lang={lang}
          name="ar"
          label={t.year}
          optional="quiet"
          prompt={t.all}
          value={filter.year ? String(filter.year) : ''}
          options={data.choices.years.map((y) => ({ value: String(y), label: String(y) }))}
        />
        <SelectField
          lang={lang}
          name="ordning"
          label={t.scheme}
          optional="quiet"
          prompt={t.allSchemes}
          value={filter.scheme ?? ''}
          options={data.choices.schemes.map((s) => ({ value: s.slug, label: s.title }))}
        />
        {data.districts.length > 0 ? (
          <SelectField
            lang={lang}
            name="bydel"
            label={t.district}
            optional="quiet"
            prompt={t.allDistricts}
            value={filter.district ?? ''}
            options={data.districts.map((d) => ({ value: d.key, label: d.name }))}
          />
        ) : null}
      </FilterBar>
      {count === 0 ? (
        <EmptyState
          drawing={isFiltered ? 'search' : 'fjord'}
          title={isFiltered ? t.emptyTitle : t.nothingTitle}
          action={
            isFiltered ? (
              <LinkButton variant="secondary" href="/register">
                {t.clear}
              </LinkButton>
            ) : null
          }
        >
          <p>{isFiltered ? t.emptyText : t.nothingText}</p>
        </EmptyState>
      ) : (
        <>
          <Section
            id="treff"
            live
            title={t.sum(formatNumber(count, lang), formatKr(ore, lang))}
            actions={
              <LinkButton variant="tertiary" href={registerHref(filter, '/register.csv')}>
                {t.download}
              </LinkButton>
            }
          >
            <RegisterTable lang={lang} filter={filter} rows={data.list.rows} />
            <Pagination
              lang={lang}
              {...(cursor ? { previousHref: registerHref(filter) } : {})}
              {...(next
                ? { nextHref: `${registerHref(filter)}${isFiltered ? '&' : '?'}etter=${next.year}.${next.ore}.${next.id}` }
                : {})}
            />
          </Section>
          <RegisterFigures
            lang={lang}
            byYear={data.byYear}
            byScheme={data.byScheme}
            byDistrict={data.byDistrict}
            districts={data.districts}
          />
        </>
      )}
      <Details summary={t.whatIsHere}>
        <p>{t.whatText}</p>
      </Details>
    </>,
  )
}

function RegisterTable({ lang, rows }: { lang: 'nb' | 'nn' | 'en'; filter: RegisterFilter; rows: RegisterRow[] }) {
  const t = registerTexts[lang]
  return (
    <DataTable
      lang={lang}
      caption={t.caption}
      hideCaption
      rows={rows}
      columns={[
        { label: t.recipient, heading: true, cell: (r) => r.recipient ?? t.privatePerson },
        {
          label: t.scheme,
          cell: (r) =>
            r.schemeTitle ? (
              <a href={`/tilskudd/${r.schemeSlug}`}>{r.schemeTitle}</a>
            ) : r.sourceUrl ? (
              <a href={r.sourceUrl}>{t.earlierList}</a>
            ) : (
              t.earlierList
            ),
        },
        { label: t.district, cell: (r) => r.district ?? '–' },
        { label: t.decided, cell: (r) => (r.awardedOn ? formatShortDate(r.awardedOn, lang) : String(r.year)), narrow: true },
        { label: t.applied, numeric: true, cell: (r) => (r.appliedOre === null ? '–' : formatKr(r.appliedOre, lang)) },
        { label: t.amount, numeric: true, cell: (r) => <b>{formatKr(r.ore, lang)}</b> },
      ]}
    />
  )
}
