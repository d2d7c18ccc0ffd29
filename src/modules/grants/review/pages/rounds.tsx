import { page, type Ctx } from '#platform/http/index.ts'
import { DataTable, EmptyState, LinkButton, Money, PageTitle } from '#platform/look/index.ts'
import { formatDate } from '#platform/time.ts'
import { listRoundsAtWork, type RoundSummary } from '../queries/round-table.ts'
import { listSchemeTitles } from '../queries/worklist-choices.ts'
import { caseTexts } from '../texts/case.ts'
import { impartialityTexts } from '../texts/impartiality.ts'
import { roundTexts } from '../texts/round.ts'

/** GET /saker/utlysing: rounds whose money is to be shared out. */
export async function showRounds(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = roundTexts[lang]
  const { rounds, schemes } = await c.var.services.db.reading(c.var.scope, async (trx) => ({
    rounds: await listRoundsAtWork(trx),
    schemes: new Map((await listSchemeTitles(trx)).map((scheme) => [scheme.id, scheme.title])),
  }))
  const kr = (ore: number | null) => (ore === null ? '–' : <Money ore={ore} lang={lang} />)
  return await page(
    c,
    {
      title: t.rounds,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: caseTexts[lang].cases, href: '/saker' }, { label: t.rounds }],
    },
    <>
      <PageTitle title={t.rounds} lead={t.roundsLead} />
      {rounds.length === 0 ? (
        <EmptyState title={t.noRoundsTitle} action={<LinkButton href="/saker">{impartialityTexts[lang].toCases}</LinkButton>}>
          {t.noRoundsText}
        </EmptyState>
      ) : (
        <DataTable
          lang={lang}
          caption={t.rounds}
          hideCaption
          keyboard
          rows={rounds}
          rowHref={(row) => `/saker/utlysing/${row.id}`}
          columns={[
            {
              label: t.round,
              heading: true,
              cell: (row: RoundSummary) => `${schemes.get(row.schemeId)?.[lang] ?? ''}: ${row.title[lang]}`,
            },
            { label: t.closes, cell: (row) => (row.closesAt ? formatDate(row.closesAt, lang) : t.rolling) },
            { label: t.cases, numeric: true, cell: (row) => row.cases },
            { label: t.appliedSum, numeric: true, cell: (row) => kr(row.appliedOre) },
            { label: t.pot, numeric: true, cell: (row) => kr(row.potOre) },
          ]}
        />
      )}
    </>,
  )
}
