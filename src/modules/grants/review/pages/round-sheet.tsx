import { Invalid } from '#platform/errors.ts'
import { serveBytes } from '#platform/files/download.ts'
import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, DataTable, LinkButton, Money, PageTitle } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { readSheet, type SheetError } from '#platform/sheets/read-sheet.ts'
import { sheetErrorText } from '#platform/sheets/texts.ts'
import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { osloDate } from '#platform/time.ts'
import { saveRecommendations } from '../actions/save-recommendations.ts'
import type { RoundTable } from '../queries/round-table.ts'
import { potsExceeded, readChanges, type SheetChange, type SheetRow } from '../rules/round-sheet.ts'
import { caseTexts } from '../texts/case.ts'
import { roundTexts } from '../texts/round.ts'
import { act } from './act.ts'
import { potName } from './pot-name.ts'
import { isEditable, potOf, roundColumns, roundInAddress } from './round-shared.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** GET /saker/utlysing/:roundId/excel: the list as it stands, with the version that lets it come back. */
export async function exportRound(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const table = await c.var.services.db.reading(c.var.scope, (trx) => roundInAddress(c, trx))
  const bytes = await writeSheet(
    roundColumns(lang),
    table.rows.map((row) => ({
      number: row.number,
      applicant: row.applicantName,
      district: row.districtName,
      applied: row.appliedOre,
      calculated: row.calculatedOre,
      score: row.score,
      recommended: row.recommendation?.ore,
      reasons: row.recommendation?.reasons,
      revision: row.revision,
    })),
    { sheetName: table.round.title[lang].slice(0, 30) },
  )
  const name = `${table.schemeTitle[lang]} ${table.round.title[lang]} ${osloDate(c.var.services.now())}.xlsx`
  return serveBytes(new Uint8Array(bytes), { name, mediaType: XLSX })
}

/** POST /saker/utlysing/:roundId/import: what an uploaded sheet would change. Nothing is written. */
export async function previewSheet(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const [file] = form.files('sheet')
  if (!file) return await renderPreview(c, [], [roundTexts[c.var.lang].errors.fileMissing])
  const read = await readSheet(new Uint8Array(await file.arrayBuffer()), roundColumns(c.var.lang))
  const rows = read.rows.map(({ row, values }): SheetRow => ({
    row,
    number: values.number,
    ore: values.recommended,
    reasons: values.reasons ?? '',
    revision: values.revision,
  }))
  return await renderPreview(
    c,
    rows,
    read.errors.map((error: SheetError) => sheetErrorText(error, c.var.lang)),
  )
}

/** POST /saker/utlysing/:roundId/bruk: saves what was previewed, all of it or nothing. */
export async function applySheet(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const rows = readHidden(form.text('rader'))
  const done = await act(c, 'apply-sheet', async (trx, { by }) => {
    const table = await roundInAddress(c, trx)
    const { changes, faults } = readChanges(rows, knownOf(table))
    if (faults.length > 0 || exceeded(table, changes, c).length > 0) throw new Invalid([])
    const result = await saveRecommendations(trx, { rows: changes, known: table.rows, definition: table.definition, by })
    // One that fails takes the others with it: the sheet is one thing.
    if (result.errors.length > 0) throw new Invalid(result.errors.map((error) => ({ key: error.key })))
    return result.saved
  })
  if (!done.ok) return await renderPreview(c, rows, [])
  return c.redirect(`/saker/utlysing/${c.req.param('roundId')}?lagret=${done.value}`, 303)
}

async function renderPreview(c: Ctx, rows: readonly SheetRow[], unread: readonly string[]): Promise<Response> {
  const { lang } = c.var
  const t = roundTexts[lang]
  const table = await c.var.services.db.reading(c.var.scope, (trx) => roundInAddress(c, trx))
  const { changes, faults, unchanged } = readChanges(rows, knownOf(table))
  const errors = [
    ...unread,
    ...faults.map((fault) => t.inRow(fault.row, `${fault.number}: ${t.errors[fault.key]}`)),
    ...exceeded(table, changes, c).map((pot) => t.over(pot.name, formatKr(pot.overOre, lang))),
  ]
  const here = `/saker/utlysing/${table.round.id}`
  return await page(
    c,
    {
      title: t.previewTitle,
      room: 'desk',
      wide: true,
      status: errors.length > 0 ? 422 : 200,
      breadcrumbs: [
        { label: caseTexts[lang].cases, href: '/saker' },
        { label: table.round.title[lang], href: here },
        { label: t.previewTitle },
      ],
    },
    <>
      <PageTitle title={t.previewTitle} lead={t.change(changes.length, unchanged)} />
      {errors.length > 0 ? (
        <div data-autofocus="" tabindex={-1}>
          <Alert kind="danger" title={t.faultsTitle}>
            <ul>
              {errors.slice(0, 200).map((error) => (
                <li>{error}</li>
              ))}
            </ul>
            <p>{t.faultsBody}</p>
          </Alert>
        </div>
      ) : null}
      {errors.length === 0 && changes.length === 0 ? <Alert kind="info">{t.nothingToChange}</Alert> : null}
      {changes.length > 0 ? (
        <DataTable
          lang={lang}
          caption={t.previewTitle}
          hideCaption
          rows={changes}
          columns={[
            { label: t.row, numeric: true, narrow: true, cell: (row: SheetChange) => row.row },
            { label: t.number, heading: true, narrow: true, cell: (row) => row.number },
            { label: t.applicant, cell: (row) => row.applicantName },
            {
              label: t.before,
              numeric: true,
              cell: (row) => (row.beforeOre === undefined ? '–' : <Money ore={row.beforeOre} lang={lang} />),
            },
            { label: t.after, numeric: true, cell: (row) => <Money ore={row.ore} lang={lang} /> },
            { label: t.reasons, cell: (row) => row.reasons },
          ]}
        />
      ) : null}
      <form method="post" action={`${here}/bruk`}>
        <FormStart c={c} />
        <input type="hidden" name="rader" value={JSON.stringify(rows)} />
        <ButtonRow>
          {errors.length === 0 && changes.length > 0 ? <Button>{t.apply}</Button> : null}
          <LinkButton href={here} variant="secondary">
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

function knownOf(table: RoundTable) {
  return table.rows.map((row) => ({
    id: row.id,
    number: row.number,
    applicantName: row.applicantName,
    revision: row.revision,
    editable: isEditable(row),
    declared: row.declared,
    ore: row.recommendation?.ore,
    reasons: row.recommendation?.reasons ?? '',
    potId: potOf(table, row),
  }))
}

function exceeded(table: RoundTable, changes: readonly SheetChange[], c: Ctx): { name: string; overOre: number }[] {
  const { lang } = c.var
  return potsExceeded(
    table.pots.map((pot) => ({ ...pot, name: pot.id === null ? roundTexts[lang].pot : potName(pot, lang) })),
    changes,
  )
}

/** What our own page sent along; anything else is no rows. */
function readHidden(text: string): SheetRow[] {
  try {
    const rows: unknown = JSON.parse(text)
    if (!Array.isArray(rows)) return []
    return rows.slice(0, 50_000).map((row: Record<string, unknown>) => ({
      row: Number(row['row']) || 0,
      number: String(row['number'] ?? ''),
      ore: Number.isSafeInteger(row['ore']) ? (row['ore'] as number) : undefined,
      reasons: String(row['reasons'] ?? '').slice(0, 5000),
      revision: Number.isSafeInteger(row['revision']) ? (row['revision'] as number) : undefined,
    }))
  } catch {
    return []
  }
}
