import type { Ctx } from '#platform/http/index.ts'
import { page } from '#platform/http/index.ts'
import { Details, EmptyState, FilterBar, FilterChoice, LinkButton, PageTitle, Pagination, Section } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { may } from '../../review/rules/access.ts'
import { listDistricts } from '../queries/list-districts.ts'
import { listRegister } from '../queries/list-register.ts'
import { sumRegister } from '../queries/sum-register.ts'
import { registerTexts } from '../texts/register.ts'
import { RegisterFigures } from './register-figures.tsx'
import { readCursor, readFilter, registerHref } from './register-query.ts'
import { RegisterTable } from './register-table.tsx'

/** /register: every award, with search, sums and figures. Open to anyone. */
export async function registerPage(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = registerTexts[lang]
  const filter = readFilter(c)
  const cursor = readCursor(c)
  const isFiltered = Object.keys(filter).length > 0
  const asker = { lang, today: osloDate(c.var.services.now()) }
  const data = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const all = await sumRegister(trx, {}, asker)
    return {
      list: await listRegister(trx, filter, asker, cursor),
      districts: await listDistricts(trx),
      all,
      sums: isFiltered ? await sumRegister(trx, filter, asker) : all,
    }
  })
  const { count, ore } = data.sums
  const schemes = data.all.byScheme.filter((scheme) => scheme.key !== '' && scheme.label !== null)
  const { next } = data.list

  return await page(
    c,
    { title: t.title, description: t.description },
    <>
      <PageTitle
        title={t.title}
        lead={t.lead}
        actions={
          c.var.person && may(c.var.person, 'matchAwards') ? (
            <LinkButton variant="secondary" href="/saker/register/match">
              {t.matchRecipients}
            </LinkButton>
          ) : undefined
        }
      />
      <FilterBar
        lang={lang}
        action="/register"
        search={{ name: 'sok', value: filter.words ?? '', label: t.words }}
        {...(isFiltered ? { clearHref: '/register' } : {})}
      >
        <FilterChoice
          lang={lang}
          name="ar"
          label={t.year}
          all={t.all}
          value={filter.year ? String(filter.year) : ''}
          options={data.all.byYear.map((each) => ({ value: each.key, label: each.key }))}
        />
        <FilterChoice
          lang={lang}
          name="ordning"
          label={t.scheme}
          all={t.allSchemes}
          value={filter.scheme}
          options={schemes
            .map((each) => ({ value: each.key, label: each.label ?? '' }))
            .toSorted((a, b) => a.label.localeCompare(b.label, lang))}
        />
        {data.districts.length > 0 ? (
          <FilterChoice
            lang={lang}
            name="bydel"
            label={t.district}
            all={t.allDistricts}
            value={filter.district}
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
            <RegisterTable lang={lang} caption={t.caption} rows={data.list.rows} />
            <Pagination
              lang={lang}
              {...(cursor ? { previousHref: registerHref(filter) } : {})}
              {...(next
                ? { nextHref: `${registerHref(filter)}${isFiltered ? '&' : '?'}etter=${next.year}.${next.ore}.${next.id}` }
                : {})}
            />
          </Section>
          <RegisterFigures lang={lang} sums={data.sums} districts={filter.district ? [] : data.districts} />
        </>
      )}
      <Details summary={t.whatIsHere}>
        <p>{t.whatText}</p>
      </Details>
    </>,
  )
}
