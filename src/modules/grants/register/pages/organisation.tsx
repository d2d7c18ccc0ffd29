import { NotFound } from '#platform/errors.ts'
import { page, type Ctx } from '#platform/http/index.ts'
import { ChartTable, Figure, KeyFacts, LinkButton, PageTitle, Pagination, Section, Sparkline } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import { findRegisteredOrganisation } from '../queries/find-organisation.ts'
import { listRegister } from '../queries/list-register.ts'
import { sumRegister, type RegisterTotal } from '../queries/sum-register.ts'
import { yearsBetween } from '../rules/years.ts'
import { registerTexts } from '../texts/register.ts'
import { readCursor } from './register-query.ts'
import { RegisterTable } from './register-table.tsx'

/** GET /register/:number: everything an organisation has been given, over the years. Open to anyone. */
export async function organisationPage(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = registerTexts[lang]
  const asker = { lang, today: osloDate(services.now()) }
  const cursor = readCursor(c)
  const found = await services.db.reading(scope, async (trx) => {
    const organisation = await findRegisteredOrganisation(trx, c.req.param('number') ?? '')
    if (!organisation) throw new NotFound('organisation')
    const filter = { organisationId: organisation.id }
    const sums = await sumRegister(trx, filter, asker)
    // One that has been given nothing is not in the register: that it has applied is nobody's to see.
    if (sums.count === 0) throw new NotFound('organisation')
    return { organisation, sums, list: await listRegister(trx, filter, asker, cursor) }
  })
  const { organisation, sums, list } = found
  const address = `/register/${organisation.number}`
  return await page(
    c,
    {
      title: organisation.name,
      description: t.organisationDescription(organisation.name),
      breadcrumbs: [{ label: t.title, href: '/register' }, { label: organisation.name }],
    },
    <>
      <PageTitle eyebrow={formatOrganisationNumber(organisation.number)} title={organisation.name} />
      <KeyFacts
        facts={[
          { label: t.total, value: formatKr(sums.ore, lang) },
          { label: t.number, value: formatNumber(sums.count, lang) },
        ]}
      />
      {sums.byYear.length > 1 ? <OverTheYears lang={lang} byYear={sums.byYear} /> : null}
      <Section title={t.allAwards}>
        <RegisterTable lang={lang} caption={t.allAwards} rows={list.rows} oneRecipient />
        <Pagination
          lang={lang}
          {...(cursor ? { previousHref: address } : {})}
          {...(list.next ? { nextHref: `${address}?etter=${list.next.year}.${list.next.ore}.${list.next.id}` } : {})}
        />
      </Section>
      <LinkButton variant="secondary" href="/register">
        {t.toRegister}
      </LinkButton>
    </>,
  )
}

function OverTheYears({ lang, byYear }: { lang: Ctx['var']['lang']; byYear: RegisterTotal[] }) {
  const t = registerTexts[lang]
  const years = yearsBetween(byYear.map((each) => Number(each.key)))
  const oreIn = (year: number) => byYear.find((each) => each.key === String(year))?.ore ?? 0
  const last = years.at(-1) ?? 0
  const finding = t.overYears(String(years[0] ?? ''), String(last))
  return (
    <Section title={t.byYear}>
      <Figure
        finding={finding}
        table={
          <ChartTable
            lang={lang}
            caption={t.byYear}
            headings={[t.year, t.total]}
            visible
            rows={years.map((year) => ({ name: String(year), values: [formatKr(oreIn(year), lang)] }))}
          />
        }
      >
        <Sparkline
          id="over-years"
          title={finding}
          values={years.map(oreIn)}
          lastText={`${last}: ${formatKr(oreIn(last), lang)}`}
        />
      </Figure>
    </Section>
  )
}
