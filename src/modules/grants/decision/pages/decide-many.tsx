import { currentPerson, FormStart, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import {
  ActionBar,
  Alert,
  Button,
  ButtonRow,
  EmptyState,
  FilterBar,
  FilterChoice,
  HiddenFields,
  LinkButton,
  Meter,
  PageTitle,
  type FlashMessage,
} from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { impartialityInCases, listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { listPotStandings, type PotStanding } from '../../review/queries/pots.ts'
import { may } from '../../review/rules/access.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { caseWords } from '../../review/texts/words.ts'
import {
  listToDecide,
  listWaitingRounds,
  MOST_TO_DECIDE,
  type ToDecide,
  type ToDecideFilter,
  type WaitingRound,
} from '../queries/list-to-decide.ts'
import { bandFor, mayDecideAlone } from '../rules/authority.ts'
import { decideReasonText, decideTexts } from '../texts/decide.ts'
import { decideRows, tickedRows, type RowResults } from './decide-rows.ts'
import { decideHref, DecisionRows, type DecisionRow } from './decision-rows.tsx'

/** GET /saker/vedtak: recommended cases of a round, to decide many at once. */
export async function showDecideMany(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/vedtak: decides the ticked rows, each by itself. */
export async function postDecideMany(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const results = await decideRows(c, form)
  const failed = [...results.values()].filter((reasons) => reasons.length > 0).length
  if (results.size > 0 && failed === 0) {
    const query = new URLSearchParams(form.text('tilbake').slice(0, 1000))
    query.set('gjort', String(results.size))
    return c.redirect(`/saker/vedtak?${query.toString()}`, 303)
  }
  return await render(c, { form, results })
}

interface Came {
  form: Form
  results: RowResults
}

interface ManyView {
  rounds: WaitingRound[]
  roundId: string | undefined
  rows: ToDecide[]
  refused: Map<string, string[]>
  pots: PotStanding[]
  districts: { id: string; name: string }[]
}

async function render(c: Ctx, came?: Came): Promise<Response> {
  const lang = c.var.lang
  const t = decideTexts[lang]
  const person = currentPerson(c)
  const query = came ? new URLSearchParams(came.form.text('tilbake').slice(0, 1000)) : new URL(c.req.url).searchParams
  const filter = readFilter(query)
  const view = await c.var.services.db.reading(c.var.scope, async (trx): Promise<ManyView> => {
    const closed = await listClosedCaseIds(trx, person.id)
    const rounds = await listWaitingRounds(trx, closed)
    const roundId = filter.roundId ?? rounds[0]?.roundId
    const rows = roundId ? await listToDecide(trx, { ...filter, roundId }, closed) : []
    const impartiality = await impartialityInCases(
      trx,
      rows.map((row) => row.id),
      person.id,
    )
    const refused = new Map(
      rows.map((row) => {
        const band = bandFor(row.authority, row.outcome, row.ore, row.appliedOre)
        const { reasons } = mayDecideAlone({
          band,
          isLowestBand: band === row.authority[0],
          decidedByAnother: row.decidedByAnother,
          roles: person.roles,
          recommendedByThem: row.recommendedBy === person.id,
          impartiality: impartiality.get(row.id) ?? 'not-declared',
        })
        return [row.id, reasons as string[]]
      }),
    )
    const all = roundId ? await listToDecide(trx, { roundId }, closed) : []
    return {
      rounds,
      roundId,
      rows,
      refused,
      pots: roundId ? await listPotStandings(trx, roundId) : [],
      districts: [
        ...new Map(
          all.flatMap((row) => (row.districtId ? [[row.districtId, { id: row.districtId, name: row.districtName ?? '' }]] : [])),
        ).values(),
      ],
    }
  })
  const wrong = came ? [...came.results.values()].filter((reasons) => reasons.length > 0).length : 0
  return await page(
    c,
    {
      title: t.many,
      room: 'desk',
      wide: true,
      flash: flashOf(c, came, lang),
      status: came ? (wrong > 0 || came.results.size === 0 ? 422 : 200) : 200,
    },
    <>
      <PageTitle
        title={t.many}
        lead={t.manyLead}
        actions={
          <>
            <LinkButton href="/saker/vedtak/slipp" variant="secondary" icon="mail" small>
              {t.toRelease}
            </LinkButton>
            {may(person, 'recordMeeting') ? (
              <LinkButton href="/saker/mote" variant="secondary" icon="people" small>
                {t.toMeeting}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {view.rounds.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          action={<LinkButton href="/saker?visning=all">{caseWords[lang].status.recommended}</LinkButton>}
        >
          {t.emptyText}
        </EmptyState>
      ) : (
        <Many c={c} view={view} filter={filter} query={query} came={came} />
      )}
    </>,
  )
}

function Many(props: { c: Ctx; view: ManyView; filter: ToDecideFilter; query: URLSearchParams; came: Came | undefined }) {
  const { c, view, filter, came } = props
  const lang = c.var.lang
  const t = decideTexts[lang]
  const rows = view.rows.slice(0, MOST_TO_DECIDE).map((row): DecisionRow => {
    const failed = came?.results.get(row.id) ?? []
    const notes = failed.length > 0 ? failed : (view.refused.get(row.id) ?? [])
    return { ...row, notes: [...new Set(notes)].map((key) => decideReasonText(key, lang)), isWrong: failed.length > 0 }
  })
  const undeclared = rows.filter((row) => view.refused.get(row.id)?.includes('notDeclared'))
  const back = new URLSearchParams(props.query)
  for (const name of ['gjort', '_csrf']) back.delete(name)
  if (view.roundId) back.set('utlysning', view.roundId)
  const canDecide = may(currentPerson(c), 'decide')
  return (
    <>
      <FilterBar
        lang={lang}
        action="/saker/vedtak"
        search={{ name: 'sok', label: t.search, ...(filter.words ? { value: filter.words } : {}) }}
      >
        <FilterChoice
          lang={lang}
          name="utlysning"
          label={t.round}
          value={view.roundId}
          options={view.rounds.map((each) => ({
            value: each.roundId,
            label: `${each.scheme[lang]}: ${each.round[lang]} (${each.count})`,
          }))}
        />
        {view.districts.length > 1 ? (
          <FilterChoice
            lang={lang}
            name="bydel"
            label={t.district}
            all={t.all}
            value={filter.districtId}
            options={view.districts.map((each) => ({ value: each.id, label: each.name }))}
          />
        ) : null}
        <FilterChoice
          lang={lang}
          name="utfall"
          label={t.outcome}
          all={t.all}
          value={filter.outcome}
          options={(['granted', 'partly-granted', 'refused', 'dismissed'] as const).map((value) => ({
            value,
            label: caseWords[lang].outcome[value],
          }))}
        />
      </FilterBar>
      {/* The form's first button: Enter in a field decides nothing by surprise, it asks first. */}
      <form method="post" action="/saker/vedtak" id="many" data-live="">
        <FormStart c={c} />
        <HiddenFields values={{ tilbake: back.toString() }} />
        {view.pots
          .filter((pot) => pot.id === null)
          .map((pot) => (
            <Meter
              lang={lang}
              title={t.potFollows}
              total={pot.totalOre}
              used={pot.usedOre}
              planned={rows.reduce((sum, row) => sum + row.ore, 0)}
              follows="vedtak"
            />
          ))}
        {undeclared.length > 0 ? (
          <Alert kind="info">
            <a href={`/saker/habilitet?${new URLSearchParams(undeclared.map((row) => ['sak', row.id])).toString()}`}>
              {t.declare(undeclared.length)}
            </a>
          </Alert>
        ) : null}
        <DecisionRows lang={lang} rows={rows} form={came?.form} href={decideHref} />
        {view.rows.length > MOST_TO_DECIDE ? <p class="tg-quiet">{t.more(MOST_TO_DECIDE)}</p> : null}
        {canDecide ? (
          <ActionBar lang={lang}>
            <Button icon="gavel" shortcut="v" small>
              {t.decideChosen}
            </Button>
          </ActionBar>
        ) : null}
      </form>
      <ButtonRow>
        <LinkButton href={`/saker/vedtak/slipp?utlysning=${view.roundId ?? ''}`} variant="tertiary">
          {t.toLetters}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function flashOf(c: Ctx, came: Came | undefined, lang: Lang): FlashMessage[] {
  const t = decideTexts[lang]
  const done = came
    ? [...came.results.values()].filter((reasons) => reasons.length === 0).length
    : Number(c.req.query('gjort')) || 0
  const failed = came ? came.results.size - done : 0
  const none = came !== undefined && tickedRows(came.form).length === 0
  return [
    ...(done > 0 ? [{ kind: 'success' as const, text: t.decided(done) }] : []),
    ...(failed > 0 ? [{ kind: 'danger' as const, text: t.failed(failed) }] : []),
    ...(none ? [{ kind: 'warning' as const, text: t.chooseSome }] : []),
  ]
}

function readFilter(query: URLSearchParams): ToDecideFilter {
  const uuid = (name: string) => (isUuid(query.get(name)) ? (query.get(name) ?? undefined) : undefined)
  const outcome = (['granted', 'partly-granted', 'refused', 'dismissed'] as const).find((each) => each === query.get('utfall'))
  const words = query.get('sok')?.normalize('NFC').trim().slice(0, 200)
  const roundId = uuid('utlysning')
  const districtId = uuid('bydel')
  return {
    ...(roundId ? { roundId } : {}),
    ...(districtId ? { districtId } : {}),
    ...(outcome ? { outcome } : {}),
    ...(words ? { words } : {}),
  }
}
