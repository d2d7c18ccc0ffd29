import type { Ctx } from '#platform/http/index.ts'
import { DataTable, LinkButton, Section, Tag } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import type { Batch } from '../queries/sheet-batches.ts'
import type { RowProblem } from '../rules/sheet-rows.ts'
import { FAULTS, SHOWN, type Trial } from '../rules/sheet-trial.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { problemReason } from '../texts/sheet-problems.ts'
import { runTexts } from '../texts/sheet-runs.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'
import { MOVING_IN } from './sheet-start.tsx'

/** The rows that cannot be read, and those that are passed over, each with why. */
export function Faults({ c, batch, trial }: { c: Ctx; batch: Batch; trial: Trial }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const { problems, problemCount, passed, counts } = trial
  const n = (count: number) => formatNumber(count, lang)
  const columns = [
    { label: startTexts[lang].line, heading: true, narrow: true, cell: (row: RowProblem) => row.line },
    { label: t.problemColumn, cell: (row: RowProblem) => row.column || fieldLabel(batch.kind, row.field, lang) },
    { label: t.problemValue, cell: (row: RowProblem) => <span class="tg-break">{row.value || '–'}</span> },
    { label: t.problemWhy, cell: (row: RowProblem) => problemReason(row, lang) },
  ]
  return (
    <>
      {problems.length > 0 ? (
        <Section
          title={`${t.problems} (${n(counts.refused)})`}
          intro={t.problemsLead}
          actions={
            <LinkButton variant="secondary" small icon="download" href={`${MOVING_IN}/${batch.id}/feil.csv`}>
              {problemCount > FAULTS ? runTexts[lang].problemsFileFirst(n(FAULTS)) : t.problemsFile}
            </LinkButton>
          }
        >
          <DataTable lang={lang} caption={t.problemsCaption} hideCaption rows={problems.slice(0, SHOWN)} columns={columns} />
          {problemCount > SHOWN ? <p>{t.firstOnly(SHOWN, n(problemCount))}</p> : null}
        </Section>
      ) : null}
      {passed.length > 0 ? (
        <Section title={`${t.passed} (${n(counts.passed)})`}>
          <DataTable lang={lang} caption={t.passed} hideCaption rows={passed} columns={columns} />
          {counts.passed > SHOWN ? <p>{t.firstOnly(SHOWN, n(counts.passed))}</p> : null}
        </Section>
      ) : null}
    </>
  )
}

/** The first rows and what happens with each. */
export function Rows({ c, trial }: { c: Ctx; trial: Trial }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  if (trial.rows.length === 0) return null
  const tones = { added: 'success', changed: 'info', unchanged: 'neutral', held: 'warning' } as const
  return (
    <Section title={t.rowsTitle}>
      <DataTable
        lang={lang}
        caption={t.rowsCaption}
        hideCaption
        rows={trial.rows}
        columns={[
          { label: startTexts[lang].line, narrow: true, cell: (row) => row.line },
          { label: startTexts[lang].what, heading: true, cell: (row) => <span class="tg-break">{row.label}</span> },
          { label: t.happens, cell: (row) => <Tag tone={tones[row.change]}>{t.changesOf[row.change]}</Tag> },
          { label: t.organisation, cell: (row) => (row.matched ? t.yes : '–') },
        ]}
      />
      {trial.rowCount > SHOWN ? <p>{t.firstOnly(SHOWN, formatNumber(trial.rowCount, lang))}</p> : null}
    </Section>
  )
}
