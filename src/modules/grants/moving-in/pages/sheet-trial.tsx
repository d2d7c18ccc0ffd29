import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { Conflict } from '#platform/errors.ts'
import { serveBytes } from '#platform/files/download.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  DataTable,
  KeyFacts,
  LinkButton,
  PageTitle,
  Section,
  Tag,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { writeCsv } from '#platform/sheets/write-sheet.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import { act } from '../../review/pages/act.ts'
import { importBatch } from '../actions/sheet-import.ts'
import { saveAnswers } from '../actions/sheet-stage.ts'
import { findSameFile, type Batch } from '../queries/sheet-batches.ts'
import { planImport } from '../queries/sheet-plan.ts'
import { mappingProblems, type Mapping, type Sheet } from '../rules/mapping.ts'
import type { Plan, PlanCounts } from '../rules/sheet-plan.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { problemReason } from '../texts/sheet-problems.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'
import { ImportSteps, loadStaged } from './mapping-page.tsx'
import { MOVING_IN } from './sheet-start.tsx'
import { Asks, readAnswers } from './sheet-asks.tsx'

const SHOWN = 50

/** GET /saker/flytt-inn/:batch/proving: what bringing the file in would do. */
export async function showTrial(c: Ctx): Promise<Response> {
  return await renderTrial(c)
}

async function renderTrial(c: Ctx, flash?: FlashMessage): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = stepTexts[lang]
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch, sheets, mapping } = ready
  const { plan, same } = await services.db.reading(scope, async (trx) => ({
    plan: await planImport(trx, { kind: batch.kind, sheets, mapping, answers: batch.answers }, osloDate(services.now())),
    same: await findSameFile(trx, batch.kind, batch.sha256, batch.id),
  }))
  const { counts } = plan
  const writes = counts.added + counts.changed
  return await page(
    c,
    {
      title: t.trialTitle,
      room: 'desk',
      breadcrumbs: [{ label: startTexts[lang].title, href: MOVING_IN }, { label: batch.fileName }],
      ...(flash ? { flash } : {}),
    },
    <>
      <ImportSteps c={c} batchId={batch.id} now="trial" />
      <PageTitle title={t.trialTitle} eyebrow={startTexts[lang].kinds[batch.kind]} lead={t.trialLead(batch.fileName)} />
      {same?.importedAt ? <Alert kind="warning">{startTexts[lang].sameFile(formatDate(same.importedAt, lang))}</Alert> : null}
      <Counts c={c} counts={counts} />
      <KindNotes c={c} batch={batch} mapping={mapping} plan={plan} />
      <form method="post" action={`${MOVING_IN}/${batch.id}/proving`}>
        <FormStart c={c} />
        <Asks c={c} kind={batch.kind} asks={plan.asks} />
        {batch.kind === 'organisations' ? (
          <Checkbox
            lang={lang}
            name="overskriv"
            label={t.overwrite}
            help={t.overwriteHelp}
            optional="quiet"
            checked={mapping.overwrite ?? false}
          />
        ) : null}
        {writes === 0 && counts.held === 0 ? <Alert kind="info">{t.nothing}</Alert> : null}
        <ButtonRow>
          {writes > 0 ? (
            <Button name="gjor" value="hent-inn" icon="check">
              {t.bringInCount(formatNumber(writes, lang))}
            </Button>
          ) : null}
          {plan.asks.length > 0 || batch.kind === 'organisations' ? (
            <Button name="gjor" value="lagre" variant="secondary">
              {t.save}
            </Button>
          ) : null}
          <LinkButton variant="secondary" href={`${MOVING_IN}/${batch.id}/kolonner`}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
      <Problems c={c} batch={batch} plan={plan} />
      <Rows c={c} plan={plan} />
    </>,
  )
}

function Counts({ c, counts }: { c: Ctx; counts: PlanCounts }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const shown = (['total', 'added', 'changed', 'unchanged', 'held', 'refused', 'passed', 'linked'] as const).filter(
    (key) => ['total', 'added', 'refused'].includes(key) || counts[key] > 0,
  )
  return <KeyFacts facts={shown.map((key) => ({ label: t.counts[key], value: formatNumber(counts[key], lang) }))} />
}

function KindNotes({ c, batch, mapping, plan }: { c: Ctx; batch: Batch; mapping: Mapping; plan: Plan }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const n = (count: number | undefined) => formatNumber(count ?? 0, lang)
  const { counts } = plan
  if (batch.kind === 'obligations') return <p>{t.obligationsNote(n(counts.reports), n(counts.conditions), n(counts.overdue))}</p>
  if (batch.kind === 'organisations') {
    const notes = [counts.accounts ? t.accounts(n(counts.accounts)) : '', counts.differs ? t.differs(n(counts.differs)) : '']
    return notes.some(Boolean) ? <p>{notes.filter(Boolean).join(' ')}</p> : null
  }
  return (
    <>
      <p>{t.awardsNote(n(counts.awards), n(counts.proposals), n(counts.zeros))}</p>
      {mapping.hidden || !counts.awards ? null : <Alert kind="info">{t.publicNote}</Alert>}
    </>
  )
}

function Problems({ c, batch, plan }: { c: Ctx; batch: Batch; plan: Plan }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const { problems, passed } = plan
  if (problems.length + passed.length === 0) return null
  const columns = [
    { label: startTexts[lang].line, heading: true, narrow: true, cell: (row: Plan['problems'][number]) => row.line },
    {
      label: t.problemColumn,
      cell: (row: Plan['problems'][number]) => row.column || fieldLabel(batch.kind, row.field, lang),
    },
    { label: t.problemValue, cell: (row: Plan['problems'][number]) => <span class="tg-break">{row.value || '–'}</span> },
    { label: t.problemWhy, cell: (row: Plan['problems'][number]) => problemReason(row, lang) },
  ]
  return (
    <>
      {problems.length > 0 ? (
        <Section
          title={`${t.problems} (${formatNumber(plan.counts.refused, lang)})`}
          intro={t.problemsLead}
          actions={
            <LinkButton variant="secondary" small icon="download" href={`${MOVING_IN}/${batch.id}/feil.csv`}>
              {t.problemsFile}
            </LinkButton>
          }
        >
          <DataTable lang={lang} caption={t.problemsCaption} hideCaption rows={problems.slice(0, SHOWN)} columns={columns} />
          {problems.length > SHOWN ? <p>{t.firstOnly(SHOWN, formatNumber(problems.length, lang))}</p> : null}
        </Section>
      ) : null}
      {passed.length > 0 ? (
        <Section title={`${t.passed} (${formatNumber(passed.length, lang)})`}>
          <DataTable lang={lang} caption={t.passed} hideCaption rows={passed.slice(0, SHOWN)} columns={columns} />
          {passed.length > SHOWN ? <p>{t.firstOnly(SHOWN, formatNumber(passed.length, lang))}</p> : null}
        </Section>
      ) : null}
    </>
  )
}

function Rows({ c, plan }: { c: Ctx; plan: Plan }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  if (plan.rows.length === 0) return null
  const tones = { added: 'success', changed: 'info', unchanged: 'neutral', held: 'warning' } as const
  return (
    <Section title={t.rowsTitle}>
      <DataTable
        lang={lang}
        caption={t.rowsCaption}
        hideCaption
        rows={plan.rows.slice(0, SHOWN)}
        columns={[
          { label: startTexts[lang].line, narrow: true, cell: (row) => row.line },
          { label: startTexts[lang].what, heading: true, cell: (row) => <span class="tg-break">{row.label}</span> },
          { label: t.happens, cell: (row) => <Tag tone={tones[row.change]}>{t.changesOf[row.change]}</Tag> },
          { label: t.organisation, cell: (row) => (row.matched ? t.yes : '–') },
        ]}
      />
      {plan.rows.length > SHOWN ? <p>{t.firstOnly(SHOWN, formatNumber(plan.rows.length, lang))}</p> : null}
    </Section>
  )
}

/** POST /saker/flytt-inn/:batch/proving: keeps the answers, and brings the file in when that was pressed. */
export async function answerTrial(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch, sheets } = ready
  const answers = readAnswers(form)
  const { overwrite: _, ...rest } = ready.mapping
  const mapping: Mapping = form.has('overskriv') ? { ...rest, overwrite: true } : rest
  const bringIn = form.text('gjor') === 'hent-inn'
  try {
    await act(c, bringIn ? 'import-batch' : 'save-import-answers', async (trx) => {
      await saveAnswers(trx, batch, { answers, mapping })
      if (!bringIn) return null
      const given = { kind: batch.kind, sheets, mapping, answers: { ...batch.answers, ...answers } }
      await importBatch(trx, c.var.services.keyring, batch.id, given)
      return null
    })
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason.key !== 'importedMeanwhile') throw error
  }
  if (bringIn) return c.redirect(`${MOVING_IN}/${batch.id}`, 303)
  return await renderTrial(c, { kind: 'success', text: stepTexts[c.var.lang].saved })
}

/** GET /saker/flytt-inn/:batch/feil.csv: every fault, for whoever mends the sheet. */
export async function downloadProblems(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = stepTexts[lang]
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch, sheets, mapping } = ready
  const plan = await services.db.reading(scope, (trx) =>
    planImport(trx, { kind: batch.kind, sheets, mapping, answers: batch.answers }, osloDate(services.now())),
  )
  const columns = {
    line: { label: startTexts[lang].line, kind: 'integer' as const },
    column: { label: t.problemColumn, kind: 'text' as const },
    value: { label: t.problemValue, kind: 'text' as const },
    why: { label: t.problemWhy, kind: 'text' as const },
  }
  const rows = plan.problems.map((problem) => ({
    line: problem.line,
    column: problem.column || fieldLabel(batch.kind, problem.field, lang),
    value: problem.value,
    why: problemReason(problem, lang),
  }))
  const name = `${t.problems} ${batch.fileName}`.replace(/\.\w+$/, '')
  return serveBytes(new Uint8Array(writeCsv(columns, rows)), { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' })
}

/** The batch with a mapping that can be tried; else where to go first. */
async function loadReady(c: Ctx): Promise<{ batch: Batch; sheets: Sheet[]; mapping: Mapping } | { goTo: string }> {
  const loaded = await loadStaged(c)
  if ('goTo' in loaded) return loaded
  const { batch, sheets } = loaded
  const { mapping } = batch
  if (!mapping || mappingProblems(batch.kind, mapping).length > 0) return { goTo: `${MOVING_IN}/${batch.id}/kolonner` }
  return { batch, sheets, mapping }
}
