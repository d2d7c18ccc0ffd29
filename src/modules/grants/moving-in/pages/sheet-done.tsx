import { FormStart, page, type Ctx } from '#platform/http/index.ts'
import { Conflict } from '#platform/errors.ts'
import { Alert, Button, ButtonRow, DataTable, KeyFacts, LinkButton, PageTitle, Section, Tag } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { formatDateTime } from '#platform/time.ts'
import { act } from '../../review/pages/act.ts'
import { startSheetRun } from '../actions/sheet-runs.ts'
import { getBatch, isRunning, listChanges, type Batch, type ChangedRow } from '../queries/sheet-batches.ts'
import { runTexts } from '../texts/sheet-runs.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'
import { Ended, FileState, Running } from './sheet-running.tsx'
import { MOVING_IN } from './sheet-start.tsx'

const SHOWN = 100

/** GET /saker/flytt-inn/:batch: what the file brought, and taking it back. One that waits goes on to its columns, or to what it would do. */
export async function showBatch(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = startTexts[lang]
  const { batch, changes } = await services.db.reading(scope, async (trx) => {
    const batch = await getBatch(trx, c.req.param('batch') ?? '')
    return { batch, changes: await listChanges(trx, batch.id, SHOWN + 1) }
  })
  const isComing = isRunning(batch, 'import')
  if (!batch.importedAt && !isComing) return c.redirect(`${MOVING_IN}/${batch.id}/${batch.run ? 'proving' : 'kolonner'}`, 303)
  const isGoing = isRunning(batch, 'undo')
  const title = isComing
    ? runTexts[lang].importTitle
    : isGoing
      ? runTexts[lang].undoTitle
      : batch.undoneAt
        ? t.undoneTitle
        : t.doneTitle
  const who = batch.importedByName ?? t.commandLine
  const when = batch.importedAt ? ` · ${who}, ${formatDateTime(batch.importedAt, lang)}` : ''
  return await page(
    c,
    // One name for the page whatever is done with the file: the page renews itself, its name does not.
    {
      title: `${t.title}: ${batch.fileName}`,
      room: 'desk',
      breadcrumbs: [{ label: t.title, href: MOVING_IN }, { label: batch.fileName }],
    },
    <FileState batch={batch}>
      <PageTitle title={title} eyebrow={t.kinds[batch.kind]} lead={`${batch.fileName}${when}`} />
      <Ended c={c} batch={batch} />
      {isComing || isGoing ? (
        <Running c={c} batch={batch} />
      ) : batch.undo ? (
        <Undone c={c} batch={batch} />
      ) : (
        <Done c={c} batch={batch} />
      )}
      {changes.length > 0 && !batch.undoneAt ? <Changes lang={lang} changes={changes} /> : null}
    </FileState>,
  )
}

function Changes({ lang, changes }: { lang: Ctx['var']['lang']; changes: readonly ChangedRow[] }) {
  const t = startTexts[lang]
  return (
    <Section title={t.changesTitle}>
      <DataTable
        lang={lang}
        caption={t.changesCaption}
        hideCaption
        rows={changes.slice(0, SHOWN)}
        columns={[
          { label: t.line, narrow: true, cell: (row) => row.line },
          { label: t.what, heading: true, cell: (row) => <span class="tg-break">{row.label}</span> },
          {
            label: t.did,
            cell: (row) => <Tag tone={row.change === 'added' ? 'success' : 'info'}>{t.changes[row.change]}</Tag>,
          },
        ]}
      />
      {changes.length > SHOWN ? <p>{t.firstOnly(SHOWN)}</p> : null}
    </Section>
  )
}

function Done({ c, batch }: { c: Ctx; batch: Batch }) {
  const { lang } = c.var
  const t = startTexts[lang]
  const labels = stepTexts[lang].counts
  const shown = (['added', 'changed', 'unchanged', 'held', 'refused', 'passed', 'linked'] as const).filter(
    (key) => key === 'added' || (batch.counts[key] ?? 0) > 0,
  )
  const next = {
    awards: { href: '/saker/register/match', label: t.toMatch },
    organisations: { href: '/saker/register/match', label: t.toMatch },
    obligations: { href: '/saker/rapporter/fra-for', label: t.toObligations },
  }[batch.kind]
  const roles = c.var.person?.roles ?? []
  const mayNext =
    batch.kind === 'obligations'
      ? roles.some((role) => ['caseworker', 'unit-leader', 'auditor'].includes(role))
      : roles.some((role) => ['communicator', 'scheme-owner'].includes(role))
  return (
    <>
      <KeyFacts facts={shown.map((key) => ({ label: labels[key], value: formatNumber(batch.counts[key] ?? 0, lang) }))} />
      <Section title={t.next}>
        <ButtonRow>
          {mayNext ? <LinkButton href={next.href}>{next.label}</LinkButton> : null}
          {batch.kind === 'awards' ? (
            <LinkButton variant="secondary" href="/register">
              {t.toRegister}
            </LinkButton>
          ) : null}
          <LinkButton variant="secondary" href={MOVING_IN}>
            {t.another}
          </LinkButton>
        </ButtonRow>
      </Section>
      <Section title={t.undo} intro={t.undoLead}>
        <form method="post" action={`${MOVING_IN}/${batch.id}/angre`}>
          <FormStart c={c} />
          <Button variant="danger" icon="undo" confirm={t.undoConfirm}>
            {t.undo}
          </Button>
        </form>
      </Section>
    </>
  )
}

function Undone({ c, batch }: { c: Ctx; batch: Batch }) {
  const { lang } = c.var
  const t = startTexts[lang]
  const { undo } = batch
  if (!undo) return null
  const n = (count: number) => formatNumber(count, lang)
  return (
    <>
      <Alert kind="info">{t.undoResult(n(undo.removed), n(undo.restored), n(undo.kept.length))}</Alert>
      {undo.kept.length > 0 ? (
        <Section title={t.kept}>
          <DataTable
            lang={lang}
            caption={t.keptCaption}
            hideCaption
            rows={undo.kept.slice(0, SHOWN)}
            columns={[
              { label: t.line, narrow: true, cell: (row) => row.line },
              { label: t.what, heading: true, cell: (row) => <span class="tg-break">{row.what}</span> },
              { label: t.why, cell: (row) => t.whys[row.why] },
            ]}
          />
          {undo.kept.length > SHOWN ? <p>{t.firstOnly(SHOWN)}</p> : null}
        </Section>
      ) : null}
    </>
  )
}

/** POST /saker/flytt-inn/:batch/angre: takes the whole file back. Pressed twice, it is done once. */
export async function undoSheet(c: Ctx): Promise<Response> {
  const id = c.req.param('batch') ?? ''
  try {
    await act(c, 'undo-import', async (trx) => {
      const batch = await getBatch(trx, id)
      await startSheetRun(trx, c.var.services.keyring, batch.id, 'undo')
      return null
    })
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason.key !== 'undoneMeanwhile') throw error
  }
  return c.redirect(`${MOVING_IN}/${id}`, 303)
}
