import { currentPerson, FormStart, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  EmptyState,
  FileField,
  HiddenFields,
  LinkButton,
  PageTitle,
  Section,
  SelectField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr, parseKr } from '#platform/money.ts'
import { saveRecommendations, type ProposedRow, type RowError } from '../actions/save-recommendations.ts'
import type { RoundTable } from '../queries/round-table.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { may } from '../rules/access.ts'
import { warningsOf } from '../rules/recommendation.ts'
import { caseTexts } from '../texts/case.ts'
import { roundTexts } from '../texts/round.ts'
import { act } from './act.ts'
import { potName } from './pot-name.ts'
import { Allocation, PartMeters, WholeMeter, type Came } from './round-allocation.tsx'
import { isEditable, potOf, roundInAddress } from './round-shared.ts'
import { PartTabs } from './round-parts.tsx'
import { Sharing } from './round-sharing.tsx'

const unusualAmounts = ['aboveApplied', 'aboveMax', 'belowMin', 'aboveCalculated']

/** GET /saker/utlysing/:roundId: all cases of a round, and the pot that moves as amounts are typed. */
export async function showRound(c: Ctx): Promise<Response> {
  return await renderRound(c)
}

/** POST /saker/utlysing/:roundId: saves what was changed, and says row by row what could not be. */
export async function saveRound(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const done = await act(c, 'save-round', async (trx, { by }) => {
    const table = await roundInAddress(c, trx)
    const { rows, errors } = changedRows(form, table)
    const result = await saveRecommendations(trx, { rows, known: table.rows, definition: table.definition, by })
    return { saved: result.saved, errors: [...errors, ...result.errors] }
  })
  const { saved, errors } = done.ok ? done.value : { saved: 0, errors: [] }
  if (errors.length > 0) return await renderRound(c, { form, errors, saved })
  const part = c.req.query('del')
  const back = new URLSearchParams({ ...(part ? { del: part } : {}), lagret: String(saved) })
  return c.redirect(`${new URL(c.req.url).pathname}?${back.toString()}`, 303)
}

/** Rows whose amount, pot or reasons are not as they stand. An empty amount leaves its row alone. */
function changedRows(form: Form, table: RoundTable): { rows: ProposedRow[]; errors: RowError[] } {
  const rows: ProposedRow[] = []
  const errors: RowError[] = []
  for (const row of table.rows.filter(isEditable)) {
    const typed = form.text(`ore.${row.id}`).trim()
    if (typed === '') continue
    const ore = parseKr(typed)
    const reasons = form.text(`reasons.${row.id}`).trim()
    const pot = form.has(`pot.${row.id}`) ? form.text(`pot.${row.id}`) || null : potOf(table, row)
    const now = row.recommendation
    // Shared out just now, and the amount is still what the sharing gives: then how it came to be is kept with it.
    const share = form.has('fordelt') ? table.shared?.shares.get(row.id) : undefined
    const allocation = share && share.ore === ore ? share : undefined
    const isSame = now && now.ore === ore && now.reasons.trim() === reasons && now.potId === pot
    if (isSame && (!allocation || now.allocated)) continue
    const unusual = ore === undefined || allocation ? undefined : warningOf(table, row, ore)
    if (ore === undefined || ore < 0) errors.push({ caseId: row.id, key: 'notAnAmount' })
    else if (unusual && !form.has('confirmed')) errors.push({ caseId: row.id, key: unusual })
    else
      rows.push({
        caseId: row.id,
        ore,
        potId: pot,
        reasons,
        ...(allocation ? { allocation } : {}),
        revision: Number(form.text(`rev.${row.id}`)),
      })
  }
  return { rows, errors }
}

/** An amount outside what is applied for or what the scheme gives: saved only when it is meant. The pot is seen in its meter. */
function warningOf(table: RoundTable, row: RoundTable['rows'][number], ore: number): string | undefined {
  const { maxOre, minOre } = forPart(table.definition, row.part).amount
  const limits = {
    appliedOre: row.appliedOre,
    calculatedOre: row.calculatedOre,
    ...(maxOre === undefined ? {} : { maxOre }),
    ...(minOre === undefined ? {} : { minOre }),
  }
  return warningsOf({ outcome: 'granted', ore, reasons: '' }, limits)[0]?.key
}

async function renderRound(c: Ctx, came?: Came): Promise<Response> {
  const lang = c.var.lang
  const t = roundTexts[lang]
  const person = currentPerson(c)
  const table = await c.var.services.db.reading(c.var.scope, (trx) => roundInAddress(c, trx))
  const title = t.title(table.round.title[lang])
  const undeclared = table.rows.filter((row) => isEditable(row) && !row.declared)
  const overdrawn = table.pots.filter((pot) => pot.usedOre + pot.plannedOre > pot.totalOre)
  const mayWrite = may(person, 'prepareCase')
  const proposes = mayWrite && table.shared !== undefined && (c.req.query('fordel') === '1' || came?.form.has('fordelt') === true)
  const here = `/saker/utlysing/${table.round.id}`
  const part = c.req.query('del')
  return await page(
    c,
    {
      title,
      room: 'desk',
      wide: true,
      status: came ? 409 : 200,
      breadcrumbs: [
        { label: caseTexts[lang].cases, href: '/saker' },
        { label: t.rounds, href: '/saker/utlysing' },
        { label: table.round.title[lang] },
      ],
      flash: flashOf(c, came),
    },
    <>
      <PageTitle
        title={title}
        lead={table.schemeTitle[lang]}
        actions={
          table.rows.length > 0 || table.definition.openedFrom ? (
            <>
              {table.definition.openedFrom && may(person, 'registerApplication') ? (
                <LinkButton href={`${here}/budsjett`} variant="secondary" icon="plus" small>
                  {t.fromBudget}
                </LinkButton>
              ) : null}
              {outsideBody(table.definition) ? (
                <LinkButton href={`${here}/uttalelse`} variant="secondary" icon="edit" small>
                  {t.statement}
                </LinkButton>
              ) : null}
              <LinkButton href={`${here}/excel`} variant="secondary" icon="download" small>
                {t.export}
              </LinkButton>
            </>
          ) : undefined
        }
      />
      {mayWrite && undeclared.length > 0 ? (
        <Alert kind="warning">
          <p>{t.declareFirst(undeclared.length)}</p>
          <p>
            <a
              href={`/saker/habilitet?${new URLSearchParams(undeclared.slice(0, 200).map((row) => ['sak', row.id])).toString()}`}
            >
              {t.declare}
            </a>
          </p>
        </Alert>
      ) : null}
      {overdrawn.map((pot) => (
        <Alert kind="warning">
          {t.over(pot.id === null ? t.pot : potName(pot, lang), formatKr(pot.usedOre + pot.plannedOre - pot.totalOre, lang))}
        </Alert>
      ))}
      {table.cut ? <DistrictChoice c={c} table={table} /> : null}
      <PartTabs c={c} table={table} />
      {table.shared ? <Sharing c={c} table={table} mayWrite={mayWrite} proposes={proposes} /> : null}
      {table.rows.length === 0 ? (
        <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>
      ) : (
        <form
          method="post"
          action={part ? `${here}?${new URLSearchParams({ del: part }).toString()}` : here}
          data-warn-unsaved=""
        >
          <FormStart c={c} />
          <PartMeters table={table} lang={lang} mayWrite={mayWrite} />
          {proposes ? <HiddenFields values={{ fordelt: '1' }} /> : null}
          {mayWrite ? <p class="tg-quiet">{t.help}</p> : null}
          <Allocation c={c} table={table} came={came} mayWrite={mayWrite} proposes={proposes} />
          <div class="tg-actionbar tg-actionbar--pot">
            {mayWrite ? <Button>{t.save}</Button> : null}
            {came?.errors.some((error) => unusualAmounts.includes(error.key)) ? (
              <Checkbox lang={lang} name="confirmed" label={t.confirm} optional />
            ) : null}
            <WholeMeter table={table} lang={lang} mayWrite={mayWrite} />
          </div>
        </form>
      )}
      {mayWrite && table.rows.length > 0 ? (
        <Section title={t.importTitle} intro={t.importHelp}>
          <form method="post" action={`${here}/import`} enctype="multipart/form-data" class="tg-form">
            <FormStart c={c} />
            <FileField
              lang={lang}
              name="sheet"
              label={t.file}
              accept=".xlsx,.csv"
              acceptedInWords=".xlsx, .csv"
              maxSizeInWords="10 MB"
            />
            <ButtonRow>
              <Button variant="secondary" icon="upload">
                {t.check}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      ) : null}
    </>,
  )
}

function DistrictChoice({ c, table }: { c: Ctx; table: RoundTable }) {
  const t = roundTexts[c.var.lang]
  const districts = [...new Map(table.rows.map((row) => [row.districtId ?? '', row.districtName ?? '']))].filter(([id]) => id)
  return (
    <form method="get" class="tg-filter">
      <p>{t.cut}</p>
      <div class="tg-filter__fields">
        <SelectField
          lang={c.var.lang}
          name="bydel"
          label={t.district}
          optional
          prompt={t.allDistricts}
          options={districts.map(([value, label]) => ({ value, label }))}
        />
        <Button variant="secondary" small>
          {t.show}
        </Button>
      </div>
    </form>
  )
}

function flashOf(c: Ctx, came: Came | undefined): FlashMessage | undefined {
  const t = roundTexts[c.var.lang]
  if (came) {
    const saved = came.saved > 0 ? `${t.saved(came.saved)} ` : ''
    return { kind: 'warning', text: `${saved}${t.notSaved(came.errors.length)}` }
  }
  const saved = new URL(c.req.url).searchParams.get('lagret')
  if (saved === null || !/^\d{1,5}$/.test(saved)) return undefined
  return { kind: 'success', text: saved === '0' ? t.nothing : t.saved(Number(saved)) }
}
