import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { serveBytes } from '#platform/files/download.ts'
import { NotFound } from '#platform/errors.ts'
import {
  Alert,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileField,
  LinkButton,
  ButtonRow,
  PageTitle,
  RadioGroup,
  Section,
  Tag,
  Waiting,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { sheetErrorText } from '#platform/sheets/texts.ts'
import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { formatDateTime } from '#platform/time.ts'
import { act } from '../../review/pages/act.ts'
import { discardBatch, fileHash, readSheets, stageImport } from '../actions/sheet-stage.ts'
import { startMapping } from '../queries/mapping-start.ts'
import { isRunning, listBatches, type Batch } from '../queries/sheet-batches.ts'
import { importFields, importKinds, type FieldType, type ImportKind } from '../rules/sheet-fields.ts'
import { AT_ONCE, runKinds } from '../rules/sheet-runs.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { howFar, runTexts } from '../texts/sheet-runs.ts'
import { startTexts } from '../texts/sheet-start.ts'

export const MOVING_IN = '/saker/flytt-inn'
interface Wrong {
  name: string
  message: string
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** GET /saker/flytt-inn: choose a file, and what was brought in before. */
export async function showMovingIn(c: Ctx): Promise<Response> {
  const t = startTexts[c.var.lang]
  const flash = c.req.query('gjort') === 'kastet' ? { flash: { kind: 'success' as const, text: t.discarded } } : {}
  return await renderStart(c, { problems: [], kind: c.req.query('hva') ?? '', ...flash })
}

async function renderStart(c: Ctx, shown: { problems: Wrong[]; kind: string; flash?: FlashMessage }): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = startTexts[lang]
  const batches = await services.db.reading(scope, (trx) => listBatches(trx))
  const errorOf = (field: string) => shown.problems.find((problem) => problem.name === field)?.message
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(shown.problems.length > 0 ? { status: 422 as const } : {}),
    },
    <>
      <ErrorSummary lang={lang} problems={shown.problems} />
      <PageTitle title={t.title} lead={t.lead} />
      <form method="post" action={MOVING_IN} enctype="multipart/form-data">
        <FormStart c={c} />
        <RadioGroup
          lang={lang}
          name="hva"
          label={t.which}
          value={shown.kind}
          error={errorOf('hva')}
          options={importKinds.map((kind) => ({ value: kind, label: t.kinds[kind], help: t.kindHelp[kind] }))}
        />
        <FileField
          lang={lang}
          name="fil"
          label={t.file}
          help={t.fileHelp}
          accept=".xlsx,.csv,.txt,.tsv"
          acceptedInWords="Excel, CSV"
          maxSizeInWords="10 MB"
          error={errorOf('fil')}
        />
        <ButtonRow>
          <Button icon="upload">{t.upload}</Button>
        </ButtonRow>
      </form>
      <Section title={t.templates} intro={t.templatesText}>
        <ButtonRow>
          {importKinds.map((kind) => (
            <LinkButton variant="secondary" small icon="download" href={`${MOVING_IN}/mal/${kind}`}>
              {t.kinds[kind]}
            </LinkButton>
          ))}
        </ButtonRow>
      </Section>
      <Waiting id="files" running={batches.some((batch) => batch.run?.endedAs === null)}>
        <JustDone c={c} batches={batches} />
        <Section title={t.history}>
          {batches.length === 0 ? (
            <EmptyState drawing="fjord" title={t.emptyTitle}>
              <p>{t.emptyText}</p>
            </EmptyState>
          ) : (
            <History c={c} batches={batches} />
          )}
        </Section>
      </Waiting>
    </>,
  )
}

function History({ c, batches }: { c: Ctx; batches: Batch[] }) {
  const { lang } = c.var
  const t = startTexts[lang]
  return (
    <DataTable
      lang={lang}
      caption={t.caption}
      hideCaption
      rows={batches}
      rowHref={(batch) => `${MOVING_IN}/${batch.id}${placeOf(batch)}`}
      columns={[
        { label: t.fileName, heading: true, cell: (batch) => batch.fileName },
        { label: t.kind, cell: (batch) => t.kinds[batch.kind] },
        { label: t.state, cell: (batch) => <BatchState c={c} batch={batch} /> },
        { label: t.rows, cell: (batch) => rowsText(batch, lang) },
        {
          label: t.by,
          cell: (batch) =>
            `${batch.importedByName ?? batch.stagedByName ?? t.commandLine}, ${formatDateTime(batch.importedAt ?? batch.stagedAt, lang)}`,
        },
        {
          label: t.discard,
          hideLabel: true,
          cell: (batch) =>
            batch.importedAt === null && !isRunning(batch, 'import') ? (
              <form method="post" action={`${MOVING_IN}/${batch.id}/forkast`}>
                <FormStart c={c} />
                <Button variant="tertiary" small icon="trash" confirm={t.discardConfirm}>
                  {t.discard}
                  <span class="ds-sr-only">: {batch.fileName}</span>
                </Button>
              </form>
            ) : null,
        },
      ]}
    />
  )
}

/** What the person began and left, and is done in the last minutes. */
function JustDone({ c, batches }: { c: Ctx; batches: readonly Batch[] }) {
  const t = runTexts[c.var.lang]
  const since = c.var.services.now().getTime() - 10 * 60_000
  const kinds = Object.keys(runKinds) as (keyof typeof runKinds)[]
  return (
    <>
      {batches.map((batch) => {
        const { run } = batch
        const kind = kinds.find((each) => runKinds[each] === run?.kind)
        if (!kind || !run?.endedAt || run.total <= AT_ONCE || run.personId !== c.var.person?.id || run.endedAt.getTime() < since)
          return null
        const { endedAs } = run
        return (
          <Alert kind={endedAs === 'finished' ? 'success' : 'warning'}>
            {endedAs === 'finished' || !endedAs ? t.done[kind](batch.fileName) : `${batch.fileName}: ${t[endedAs][kind]}`}{' '}
            <a href={`${MOVING_IN}/${batch.id}`}>
              {t.look}
              <span class="ds-sr-only"> {batch.fileName}</span>
            </a>
          </Alert>
        )
      })}
    </>
  )
}

function BatchState({ c, batch }: { c: Ctx; batch: Batch }) {
  const t = startTexts[c.var.lang]
  if (batch.run?.endedAs === null) return <Tag tone="info">{howFar(batch.run, c.var.lang)}</Tag>
  if (batch.undoneAt) return <Tag>{t.states.undone}</Tag>
  return batch.importedAt ? <Tag tone="success">{t.states.done}</Tag> : <Tag tone="warning">{t.states.staged}</Tag>
}

/** Where one goes on with it. */
function placeOf(batch: Batch): string {
  if (batch.importedAt || isRunning(batch, 'import')) return ''
  return batch.run ? '/proving' : '/kolonner'
}

function rowsText(batch: Batch, lang: Ctx['var']['lang']): string {
  const t = startTexts[lang]
  const n = (count: number | undefined) => formatNumber(count ?? 0, lang)
  if (batch.undo) return t.removed(n(batch.undo.removed))
  if (!batch.importedAt) return '–'
  return [t.added(n(batch.counts.added)), batch.counts.changed ? t.changed(n(batch.counts.changed)) : '']
    .filter(Boolean)
    .join(', ')
}

/** POST /saker/flytt-inn: takes a file in; nothing of it is written anywhere yet. */
export async function uploadSheet(c: Ctx): Promise<Response> {
  const { lang, services } = c.var
  const t = startTexts[lang]
  const form = await readForm(c)
  const kind = importKinds.find((each) => each === form.text('hva'))
  const [file] = form.files('fil')
  const problems: Wrong[] = [
    ...(kind ? [] : [{ name: 'hva', message: t.chooseKind }]),
    ...(file ? [] : [{ name: 'fil', message: t.chooseFile }]),
  ]
  if (!kind || !file) return await renderStart(c, { problems, kind: kind ?? '' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readSheets(bytes)
  if ('refused' in read) {
    const message = sheetErrorText({ row: 0, column: '', value: '', reason: read.refused }, lang)
    return await renderStart(c, { problems: [{ name: 'fil', message }], kind })
  }
  const { sheets } = read
  const done = await act(c, 'stage-import', async (trx) => {
    const { mapping } = await startMapping(trx, kind, sheets)
    return await stageImport(trx, services.keyring, { kind, fileName: file.name, sha256: fileHash(bytes), sheets, mapping })
  })
  return c.redirect(done.ok ? `${MOVING_IN}/${done.value}/kolonner` : MOVING_IN, 303)
}

/** POST /saker/flytt-inn/:batch/forkast */
export async function discardSheet(c: Ctx): Promise<Response> {
  const id = c.req.param('batch') ?? ''
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) await act(c, 'discard-import', (trx) => discardBatch(trx, id))
  return c.redirect(`${MOVING_IN}?gjort=kastet`, 303)
}

/** GET /saker/flytt-inn/mal/:kind: an empty sheet with the headings we know. */
export async function downloadTemplate(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const kind = importKinds.find((each) => each === c.req.param('kind'))
  if (!kind) throw new NotFound('template')
  const bytes = await writeSheet(templateColumns(kind, lang), [], { sheetName: startTexts[lang].kinds[kind].slice(0, 30) })
  return serveBytes(new Uint8Array(bytes), { name: `${startTexts[lang].kinds[kind]}.xlsx`, mediaType: XLSX })
}

const columnKinds: Partial<Record<FieldType, 'kr' | 'date' | 'integer'>> = { kr: 'kr', day: 'date', year: 'integer' }

export function templateColumns(kind: ImportKind, lang: Ctx['var']['lang']) {
  const fields = importFields[kind].filter((field) => field.key !== 'list')
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      { label: fieldLabel(kind, field.key, lang), kind: columnKinds[field.type] ?? ('text' as const) },
    ]),
  )
}
