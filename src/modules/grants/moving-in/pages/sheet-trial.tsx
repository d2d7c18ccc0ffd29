import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { Conflict } from '#platform/errors.ts'
import { serveBytes } from '#platform/files/download.ts'
import { Alert, Button, ButtonRow, Checkbox, KeyFacts, LinkButton, PageTitle } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { writeCsv } from '#platform/sheets/write-sheet.ts'
import { formatDate, formatDateTime } from '#platform/time.ts'
import { act } from '../../review/pages/act.ts'
import { startSheetRun } from '../actions/sheet-runs.ts'
import { saveAnswers } from '../actions/sheet-stage.ts'
import { findSameFile, isRunning, readTrial, type Batch } from '../queries/sheet-batches.ts'
import { mappingProblems, type Mapping } from '../rules/mapping.ts'
import type { PlanCounts } from '../rules/sheet-plan.ts'
import type { Trial } from '../rules/sheet-trial.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { problemReason } from '../texts/sheet-problems.ts'
import { runTexts } from '../texts/sheet-runs.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'
import { ImportSteps, loadWaiting } from './mapping-page.tsx'
import { Asks, readAnswers } from './sheet-asks.tsx'
import { Faults, Rows } from './sheet-rows.tsx'
import { Ended, FileState, Running } from './sheet-running.tsx'
import { MOVING_IN } from './sheet-start.tsx'

/** GET /saker/flytt-inn/:batch/proving: what bringing the file in would do; while that is worked out, how far it has come. */
export async function showTrial(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = stepTexts[lang]
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch, mapping } = ready
  const { trial, same } = await services.db.reading(scope, async (trx) => ({
    trial: await readTrial(trx, services.keyring, batch.id),
    same: await findSameFile(trx, batch.kind, batch.sha256, batch.id),
  }))
  const title = trial ? t.trialTitle : runTexts[lang].tryTitle
  return await page(
    c,
    {
      title: runTexts[lang].tryTitle,
      room: 'desk',
      breadcrumbs: [{ label: startTexts[lang].title, href: MOVING_IN }, { label: batch.fileName }],
      ...(c.req.query('gjort') === 'lagret' ? { flash: { kind: 'success' as const, text: t.saved } } : {}),
    },
    <FileState batch={batch}>
      <ImportSteps c={c} batchId={batch.id} now="trial" />
      <PageTitle
        title={title}
        eyebrow={startTexts[lang].kinds[batch.kind]}
        lead={trial ? t.trialLead(batch.fileName, formatDateTime(trial.triedAt, lang)) : runTexts[lang].tryLead(batch.fileName)}
      />
      {same?.importedAt ? <Alert kind="warning">{startTexts[lang].sameFile(formatDate(same.importedAt, lang))}</Alert> : null}
      <Ended c={c} batch={batch} />
      {isRunning(batch, 'trial') ? (
        <Running c={c} batch={batch} />
      ) : trial ? (
        <TrialForm c={c} batch={batch} mapping={mapping} trial={trial} />
      ) : (
        <form method="post" action={`${MOVING_IN}/${batch.id}/proving`}>
          <FormStart c={c} />
          <ButtonRow>
            <Button name="gjor" value="prov">
              {t.onward}
            </Button>
            <LinkButton variant="secondary" href={`${MOVING_IN}/${batch.id}/kolonner`}>
              {t.back}
            </LinkButton>
          </ButtonRow>
        </form>
      )}
    </FileState>,
  )
}

function TrialForm({ c, batch, mapping, trial }: { c: Ctx; batch: Batch; mapping: Mapping; trial: Trial }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const { counts } = trial
  const writes = counts.added + counts.changed
  const hasAnswers = trial.asked > 0 || batch.kind === 'organisations'
  return (
    <>
      <Counts c={c} counts={counts} />
      <KindNotes c={c} batch={batch} mapping={mapping} counts={counts} />
      <form method="post" action={`${MOVING_IN}/${batch.id}/proving`}>
        <FormStart c={c} />
        <Asks c={c} kind={batch.kind} asks={trial.asks} asked={trial.asked} />
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
          <Button name="gjor" value={hasAnswers ? 'lagre' : 'prov'} variant="secondary">
            {hasAnswers ? t.save : runTexts[lang].again}
          </Button>
          <LinkButton variant="secondary" href={`${MOVING_IN}/${batch.id}/kolonner`}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
      <Faults c={c} batch={batch} trial={trial} />
      <Rows c={c} trial={trial} />
    </>
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

function KindNotes({ c, batch, mapping, counts }: { c: Ctx; batch: Batch; mapping: Mapping; counts: PlanCounts }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const n = (count: number | undefined) => formatNumber(count ?? 0, lang)
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

/** POST /saker/flytt-inn/:batch/proving: keeps the answers, and tries the file again or brings it in, as was pressed. */
export async function answerTrial(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch } = ready
  const { keyring } = c.var.services
  const pressed = form.text('gjor')
  const bringIn = pressed === 'hent-inn'
  const { overwrite: _, ...rest } = ready.mapping
  const mapping: Mapping = form.has('overskriv') ? { ...rest, overwrite: true } : rest
  try {
    await act(c, bringIn ? 'import-batch' : 'try-import', async (trx) => {
      if (pressed !== 'prov') await saveAnswers(trx, batch, { answers: readAnswers(form), mapping })
      await startSheetRun(trx, keyring, batch.id, bringIn ? 'import' : 'trial')
      return null
    })
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason.key !== 'importedMeanwhile') throw error
  }
  if (bringIn) return c.redirect(`${MOVING_IN}/${batch.id}`, 303)
  return c.redirect(`${MOVING_IN}/${batch.id}/proving${pressed === 'lagre' ? '?gjort=lagret' : ''}`, 303)
}

/** GET /saker/flytt-inn/:batch/feil.csv: every fault, for whoever mends the sheet. */
export async function downloadProblems(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = stepTexts[lang]
  const ready = await loadReady(c)
  if ('goTo' in ready) return c.redirect(ready.goTo, 303)
  const { batch } = ready
  const trial = await services.db.reading(scope, (trx) => readTrial(trx, services.keyring, batch.id))
  if (!trial) return c.redirect(`${MOVING_IN}/${batch.id}/proving`, 303)
  const columns = {
    line: { label: startTexts[lang].line, kind: 'integer' as const },
    column: { label: t.problemColumn, kind: 'text' as const },
    value: { label: t.problemValue, kind: 'text' as const },
    why: { label: t.problemWhy, kind: 'text' as const },
  }
  const rows = trial.problems.map((problem) => ({
    line: problem.line,
    column: problem.column || fieldLabel(batch.kind, problem.field, lang),
    value: problem.value,
    why: problemReason(problem, lang),
  }))
  const name = `${t.problems} ${batch.fileName}`.replace(/\.\w+$/, '')
  return serveBytes(new Uint8Array(writeCsv(columns, rows)), { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' })
}

/** The batch with a mapping that can be tried; else where to go first. */
async function loadReady(c: Ctx): Promise<{ batch: Batch; mapping: Mapping } | { goTo: string }> {
  const loaded = await loadWaiting(c)
  if ('goTo' in loaded) return loaded
  const { batch } = loaded
  const { mapping } = batch
  if (!mapping || mappingProblems(batch.kind, mapping).length > 0) return { goTo: `${MOVING_IN}/${batch.id}/kolonner` }
  return { batch, mapping }
}
