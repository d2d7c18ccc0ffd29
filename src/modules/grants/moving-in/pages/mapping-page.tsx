import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { NotFound } from '#platform/errors.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  HiddenFields,
  PageTitle,
  Section,
  SelectField,
  Steps,
  TextField,
} from '#platform/look/index.ts'
import { act } from '../../review/pages/act.ts'
import { startSheetRun } from '../actions/sheet-runs.ts'
import { saveMapping } from '../actions/sheet-stage.ts'
import { startMapping } from '../queries/mapping-start.ts'
import { getBatch, isRunning, readStaged, type Batch } from '../queries/sheet-batches.ts'
import { readImport } from '../queries/sheet-plan.ts'
import { guessMapping, type Guess } from '../rules/mapping-guess.ts'
import { mappingProblems, type Mapping, type Sheet } from '../rules/mapping.ts'
import { headingsOf } from '../rules/sheet-header.ts'
import { importFields } from '../rules/sheet-fields.ts'
import { fieldLabel } from '../texts/sheet-fields.ts'
import { startTexts } from '../texts/sheet-start.ts'
import { stepTexts } from '../texts/sheet-steps.ts'
import { ColumnsTable } from './mapping-columns.tsx'
import { Preview } from './mapping-preview.tsx'
import { fixedFields, readMappingForm } from './mapping-form.ts'
import { MOVING_IN } from './sheet-start.tsx'

const PREVIEW_ROWS = 8

interface Wrong {
  name: string
  message: string
}

interface Shown {
  batch: Batch
  sheets: Sheet[]
  mapping: Mapping
  guess: Guess
  remembered: boolean
  problems: Wrong[]
}

/** GET /saker/flytt-inn/:batch/kolonner */
export async function showMapping(c: Ctx): Promise<Response> {
  const loaded = await loadStaged(c)
  if ('goTo' in loaded) return c.redirect(loaded.goTo, 303)
  const { batch, sheets } = loaded
  const start = await c.var.services.db.reading(c.var.scope, (trx) =>
    startMapping(trx, batch.kind, sheets, batch.mapping?.sheet, batch.mapping?.header),
  )
  return await renderMapping(c, {
    batch,
    sheets,
    mapping: batch.mapping ?? start.mapping,
    guess: start.guess,
    remembered: start.remembered,
    problems: [],
  })
}

/** POST /saker/flytt-inn/:batch/kolonner: shows again what the columns give, or goes on to try the whole file. */
export async function saveMappingPage(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const loaded = await loadStaged(c)
  if ('goTo' in loaded) return c.redirect(loaded.goTo, 303)
  const { batch, sheets } = loaded
  const t = stepTexts[c.var.lang]
  const typed = readMappingForm(form, batch.kind, sheets.length)
  let { mapping } = typed
  if (typed.moved)
    mapping = await c.var.services.db.reading(c.var.scope, async (trx) => {
      const otherSheet = mapping.sheet !== Number(form.text('vist-ark'))
      return (await startMapping(trx, batch.kind, sheets, mapping.sheet, otherSheet ? undefined : mapping.header)).mapping
    })
  const label = (field: string) => fieldLabel(batch.kind, field, c.var.lang)
  const isFixed = (field: string) => fixedFields(batch.kind).includes(field)
  const missing = typed.moved ? [] : mappingProblems(batch.kind, mapping)
  const problems: Wrong[] = [
    ...(typed.headerWrong ? [{ name: 'linje', message: t.headerWrong }] : []),
    ...typed.twice.map((field) => ({ name: `k${mapping.columns[field]}`, message: t.fieldTwice(label(field)) })),
    ...missing.map(({ field }) => ({
      name: isFixed(field) ? `f-${field}` : 'kolonner',
      message: (isFixed(field) ? t.missingField : t.missingColumn)(label(field)),
    })),
  ]
  const onward = form.text('gjor') === 'videre' && !typed.moved
  const goesOn = onward && problems.length === 0
  if (problems.length === 0)
    await act(c, 'save-import-mapping', async (trx) => {
      await saveMapping(trx, batch, mapping, sheets)
      if (goesOn) await startSheetRun(trx, c.var.services.keyring, batch.id, 'trial')
      return null
    })
  if (goesOn) return c.redirect(`${MOVING_IN}/${batch.id}/proving`, 303)
  const sheet = sheets[mapping.sheet] ?? { name: '', rows: [] }
  const guess = guessMapping(batch.kind, sheet, mapping.header)
  return await renderMapping(c, {
    batch,
    sheets,
    mapping,
    guess,
    remembered: false,
    problems:
      onward || typed.headerWrong ? problems : problems.filter((each) => each.name.startsWith('k') && each.name !== 'kolonner'),
  })
}

/** The batch, waiting; or where to go when it is brought in, or just being so. Throws NotFound. */
export async function loadWaiting(c: Ctx): Promise<{ batch: Batch } | { goTo: string }> {
  const { services, scope } = c.var
  const batch = await services.db.reading(scope, (trx) => getBatch(trx, c.req.param('batch') ?? ''))
  return batch.importedAt || isRunning(batch, 'import') ? { goTo: `${MOVING_IN}/${batch.id}` } : { batch }
}

/** The same with its cells. */
async function loadStaged(c: Ctx): Promise<{ batch: Batch; sheets: Sheet[] } | { goTo: string }> {
  const { services, scope } = c.var
  const loaded = await loadWaiting(c)
  if ('goTo' in loaded) return loaded
  const { batch } = loaded
  const sheets = await services.db.reading(scope, (trx) => readStaged(trx, services.keyring, batch.id))
  if (!sheets) throw new NotFound('upload')
  return { batch, sheets }
}

async function renderMapping(c: Ctx, shown: Shown): Promise<Response> {
  const { lang } = c.var
  const t = stepTexts[lang]
  const { batch, sheets, mapping, problems } = shown
  const sheet = sheets[mapping.sheet] ?? { name: '', rows: [] }
  const headings = headingsOf(sheet, mapping.header)
  const errorOf = (field: string) => problems.find((problem) => problem.name === field)?.message
  const read = readImport({ kind: batch.kind, sheets, mapping }, PREVIEW_ROWS)
  return await page(
    c,
    {
      title: t.columnsTitle,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: startTexts[lang].title, href: MOVING_IN }, { label: batch.fileName }],
      ...(problems.length > 0 ? { status: 422 as const } : {}),
    },
    <>
      <ErrorSummary lang={lang} problems={problems} />
      <ImportSteps c={c} batchId={batch.id} now="columns" />
      <PageTitle
        title={t.columnsTitle}
        eyebrow={startTexts[lang].kinds[batch.kind]}
        lead={shown.remembered ? t.rememberedLead(batch.fileName) : t.columnsLead(batch.fileName)}
      />
      <form method="post" action={`${MOVING_IN}/${batch.id}/kolonner`}>
        <FormStart c={c} />
        <HiddenFields values={{ 'vist-ark': mapping.sheet, 'vist-linje': mapping.header }} />
        <Section title={t.where}>
          {sheets.length > 1 ? (
            <SelectField
              lang={lang}
              name="ark"
              label={t.sheet}
              prompt={false}
              value={String(mapping.sheet)}
              options={sheets.map((each, at) => ({ value: String(at), label: each.name || t.sheetNumber(at + 1) }))}
            />
          ) : (
            <HiddenFields values={{ ark: 0 }} />
          )}
          <TextField
            lang={lang}
            name="linje"
            label={t.header}
            help={t.headerHelp}
            inputmode="numeric"
            size={6}
            value={String(mapping.header)}
            error={errorOf('linje')}
          />
        </Section>
        <Section title={t.columns} id="f-kolonner">
          {errorOf('kolonner') ? <p class="ds-validation-message">{errorOf('kolonner')}</p> : null}
          <ColumnsTable
            c={c}
            kind={batch.kind}
            sheet={sheet}
            headings={headings}
            mapping={mapping}
            guess={shown.guess}
            remembered={shown.remembered}
            errorOf={errorOf}
          />
        </Section>
        <FixedSection c={c} batch={batch} mapping={mapping} errorOf={errorOf} />
        <ButtonRow>
          <Button name="gjor" value="videre" icon="arrow-right" iconAfter>
            {t.onward}
          </Button>
          <Button name="gjor" value="vis" variant="secondary" icon="repeat">
            {t.update}
          </Button>
        </ButtonRow>
      </form>
      <Section title={t.preview} id="forste-rader">
        <Preview c={c} kind={batch.kind} sheet={sheet} mapping={mapping} read={read} most={PREVIEW_ROWS} />
      </Section>
    </>,
  )
}

function FixedSection(props: { c: Ctx; batch: Batch; mapping: Mapping; errorOf: (field: string) => string | undefined }) {
  const { c, batch, mapping, errorOf } = props
  const { lang } = c.var
  const t = stepTexts[lang]
  const words: Record<string, Record<string, string>> = { stage: t.stages, demand: t.demands }
  const amounts = importFields[batch.kind].some((field) => field.type === 'kr')
  return (
    <Section title={t.fixed} intro={t.fixedLead}>
      <div class="tg-grid">
        {fixedFields(batch.kind).map((field) => {
          const base = { lang, name: `f-${field}`, label: fieldLabel(batch.kind, field, lang), optional: 'quiet' as const }
          const value = mapping.fixed[field] ?? ''
          const choices = words[field]
          if (!choices) return <TextField {...base} value={value} error={errorOf(`f-${field}`)} />
          const options = Object.entries(choices).filter(([key]) => key !== '')
          return (
            <SelectField
              {...base}
              value={value || (options[0]?.[0] ?? '')}
              prompt={false}
              options={options.map(([key, label]) => ({ value: key, label }))}
            />
          )
        })}
      </div>
      {amounts ? (
        <Checkbox lang={lang} name="tusen" label={t.thousands} optional="quiet" checked={mapping.thousands ?? false} />
      ) : null}
      {batch.kind === 'awards' ? (
        <Checkbox
          lang={lang}
          name="skjult"
          label={t.hidden}
          help={t.hiddenHelp}
          optional="quiet"
          checked={mapping.hidden ?? false}
        />
      ) : null}
    </Section>
  )
}

/** Where the file is: columns, dry run, brought in. */
export function ImportSteps({ c, batchId, now }: { c: Ctx; batchId: string; now: 'columns' | 'trial' }) {
  const t = stepTexts[c.var.lang]
  return (
    <Steps
      lang={c.var.lang}
      label={t.stepsLabel}
      steps={[
        {
          label: t.steps.columns,
          state: now === 'columns' ? 'now' : 'done',
          ...(now === 'columns' ? {} : { href: `${MOVING_IN}/${batchId}/kolonner` }),
        },
        { label: t.steps.trial, state: now === 'trial' ? 'now' : 'todo' },
        { label: t.steps.done, state: 'todo' },
      ]}
    />
  )
}
