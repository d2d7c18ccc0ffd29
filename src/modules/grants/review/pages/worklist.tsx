import { FormStart, currentPerson, page, type Ctx } from '#platform/http/index.ts'
import {
  ActionBar,
  Button,
  EmptyState,
  HiddenFields,
  LinkButton,
  Pagination,
  SelectField,
  Tabs,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { listClosedCaseIds } from '../queries/impartiality.ts'
import { listSavedViews } from '../queries/saved-views.ts'
import { listChoices, type Choices } from '../queries/worklist-choices.ts'
import { listWorklist, type WorklistPage } from '../queries/worklist.ts'
import { casesOpenTo, may } from '../rules/access.ts'
import { readWorklistFilter, views, worklistQuery, type WorklistFilter } from '../rules/worklist-filter.ts'
import { worklistTexts } from '../texts/worklist.ts'
import { SavedViewLinks, SavedViews } from './saved-views.tsx'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistTable } from './worklist-table.tsx'

/** GET /saker: the cases a person works with. Everybody at work lands here; who sees no cases is led to their own desk. */
export async function showWorklist(c: Ctx): Promise<Response> {
  const person = currentPerson(c)
  if (casesOpenTo(person) === 'none') return c.redirect(deskOf(person), 303)
  return await renderWorklist(c, flashOf(c))
}

export async function renderWorklist(c: Ctx, flash?: FlashMessage): Promise<Response> {
  const t = worklistTexts[c.var.lang]
  const person = currentPerson(c)
  const query = new URL(c.req.url).searchParams
  const filter = readWorklistFilter(query, may(person, 'prepareCase') || casesOpenTo(person) === 'assigned' ? 'mine' : 'all')
  const now = c.var.services.now()
  const assignedOnly = casesOpenTo(person) === 'assigned'
  const { list, choices, saved } = await c.var.services.db.reading(c.var.scope, async (trx) => ({
    choices: await listChoices(trx, filter.scheme),
    saved: await listSavedViews(trx, person.id),
    list: await listWorklist(trx, filter, {
      personId: person.id,
      assignedOnly,
      closedIds: await listClosedCaseIds(trx, person.id),
      today: osloDate(now),
    }),
  }))
  const shownViews = assignedOnly ? (['mine'] as const) : may(person, 'prepareCase') ? views : (['due', 'all'] as const)
  return await page(
    c,
    { title: t.title, room: 'desk', wide: true, flash },
    <>
      <div class="tg-worktop">
        <h1>{t.title}</h1>
        <div class="tg-buttons">
          {may(person, 'readRound') ? (
            <LinkButton href="/saker/utlysing" variant="tertiary" icon="wallet" small>
              {t.rounds}
            </LinkButton>
          ) : null}
          {may(person, 'declareImpartiality') ? (
            <LinkButton href="/saker/habilitet" variant="tertiary" icon="handshake" small>
              {t.impartiality}
            </LinkButton>
          ) : null}
          {may(person, 'registerApplication') ? (
            <LinkButton href="/saker/registrer" variant="secondary" icon="plus" small>
              {t.register}
            </LinkButton>
          ) : null}
        </div>
      </div>
      <Tabs
        label={t.viewsLabel}
        tabs={shownViews.map((view) => ({
          label: t.views[view],
          href: `/saker?${worklistQuery(readWorklistFilter(new URLSearchParams({ visning: view })))}`,
          current: view === filter.view,
        }))}
      />
      <WorklistFilters lang={c.var.lang} filter={filter} choices={choices} canFilterByCaseworker={!assignedOnly} />
      <SavedViewLinks lang={c.var.lang} saved={saved} />
      <List c={c} filter={filter} list={list} choices={choices} />
      <SavedViews c={c} filter={filter} saved={saved} />
      {may(person, 'exportCases') && list.rows.length > 0 ? (
        <p id="export-all" data-live="">
          <a href={`/saker/excel?${worklistQuery(filter)}`}>{t.exportAll}</a>
        </p>
      ) : null}
    </>,
  )
}

function deskOf(person: { roles: readonly string[] }): string {
  if (may(person, 'readPayments')) return '/saker/utbetalinger'
  if (may(person, 'giveRoles')) return '/saker/innstillinger'
  return person.roles.length > 0 ? '/tilskudd' : '/logg-inn/ingen-rolle'
}

interface ListProps {
  c: Ctx
  filter: WorklistFilter
  list: WorklistPage
  choices: Choices
}

function List({ c, filter, list, choices }: ListProps) {
  const lang = c.var.lang
  const t = worklistTexts[lang]
  const person = currentPerson(c)
  if (list.rows.length === 0 && !list.lookOn) {
    return (
      <div id="worklist" class="tg-worklist" data-live="">
        <Empty lang={lang} filter={filter} />
      </div>
    )
  }
  const first = list.rows[0]
  const last = list.rows.at(-1)
  const href = (changes: Partial<WorklistFilter>) => `/saker?${worklistQuery(filter, changes)}`
  const place = (row: { place: string; id: string }) => ({ key: row.place, id: row.id })
  return (
    <div id="worklist" class="tg-worklist" data-live="">
      {list.searchCut ? <p class="tg-quiet">{t.searchCut}</p> : null}
      <WorklistTable
        lang={lang}
        now={c.var.services.now()}
        filter={filter}
        rows={list.rows}
        choices={choices}
        count={countText(list, lang)}
        selectable={may(person, 'exportCases') || may(person, 'declareImpartiality')}
      />
      {list.lookOn ? (
        <p class="tg-quiet">
          {t.lookedOn} <a href={href({ after: list.lookOn })}>{t.lookOn}</a>
        </p>
      ) : null}
      <Pagination
        lang={lang}
        previousHref={list.hasPrevious && first ? href({ before: place(first) }) : undefined}
        nextHref={list.hasNext && last ? href({ after: place(last) }) : undefined}
      />
      <BulkBar c={c} filter={filter} choices={choices} />
    </div>
  )
}

function BulkBar({ c, filter, choices }: Pick<ListProps, 'c' | 'filter' | 'choices'>) {
  const t = worklistTexts[c.var.lang]
  const person = currentPerson(c)
  return (
    <form id="bulk" method="post" action="/saker/valgte" class="tg-bulk">
      <FormStart c={c} />
      <HiddenFields values={{ tilbake: worklistQuery(filter) }} />
      <ActionBar lang={c.var.lang}>
        {may(person, 'prepareCase') ? (
          <Button name="gjor" value="ta" shortcut="t" small>
            {t.take}
          </Button>
        ) : null}
        {may(person, 'assignCase') ? (
          <>
            <SelectField
              lang={c.var.lang}
              name="til"
              label={t.assignTo}
              optional
              hideLabel
              prompt={`${t.assignTo} …`}
              options={choices.caseworkers.map((each) => ({ value: each.id, label: each.name }))}
            />
            <Button name="gjor" value="fordel" variant="secondary" small>
              {t.assign}
            </Button>
          </>
        ) : null}
        {may(person, 'declareImpartiality') ? (
          <Button name="gjor" value="habilitet" variant="secondary" shortcut="h" small>
            {t.declare}
          </Button>
        ) : null}
        {may(person, 'exportCases') ? (
          <Button name="gjor" value="eksport" variant="tertiary" icon="download" small>
            {t.export}
          </Button>
        ) : null}
      </ActionBar>
    </form>
  )
}

function Empty({ lang, filter }: { lang: Ctx['var']['lang']; filter: WorklistFilter }) {
  const t = worklistTexts[lang]
  const plain = filter.view === 'mine' && worklistQuery(filter) === 'visning=mine'
  return plain ? (
    <EmptyState
      title={t.emptyMineTitle}
      drawing="fjord"
      action={<LinkButton href="/saker?visning=unassigned">{t.emptyMineAction}</LinkButton>}
    >
      {t.emptyMineText}
    </EmptyState>
  ) : (
    <EmptyState title={t.emptyTitle} action={<LinkButton href="/saker?visning=all">{t.emptyAction}</LinkButton>}>
      {t.emptyText}
    </EmptyState>
  )
}

function countText(list: WorklistPage, lang: Ctx['var']['lang']): string {
  const t = worklistTexts[lang]
  const n = formatNumber(list.count.n, lang)
  return t.caption(!list.count.more ? n : list.count.n === 1000 ? t.moreThan(n) : t.atLeast(n))
}

/** What the last action did, by a word in the address. */
function flashOf(c: Ctx): FlashMessage | undefined {
  const t = worklistTexts[c.var.lang]
  const query = new URL(c.req.url).searchParams
  const n = Number(query.get('n')) || 0
  const done = query.get('gjort')
  const missed = query.get('ikke')
  const numbers = missed && /^[\d/, ]{1,400}$/.test(missed) ? ` ${t.notDone(missed)}` : ''
  if (done === 'tatt' || done === 'fordelt') {
    const text = done === 'tatt' ? t.taken(n) : t.assigned(n, query.get('hvem')?.slice(0, 100) ?? '')
    return { kind: numbers ? 'warning' : 'success', text: `${n > 0 ? text : ''}${numbers}` }
  }
  if (done === 'lagret') return { kind: 'success', text: t.viewSaved }
  if (done === 'fjernet') return { kind: 'success', text: t.viewRemoved }
  if (done === 'ingen') return { kind: 'warning', text: t.chooseSome }
  if (done === 'person') return { kind: 'warning', text: t.choosePerson }
  if (done === 'navn') return { kind: 'warning', text: t.viewNameMissing }
  return undefined
}
