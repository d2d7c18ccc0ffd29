import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  EmptyState,
  LinkButton,
  Progress,
  Section,
  Tag,
  Waiting,
  WaitingButtons,
} from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { cancelTryOut, startTryOut } from '../actions/try-out.ts'
import {
  findTryOut,
  hasApplications,
  listTried,
  sumTried,
  type Sums,
  type TriedRow,
  type TryOut,
  type TryOutSums,
} from '../queries/try-outs.ts'
import { itemsOf } from '../rules/inputs.ts'
import type { DraftDocument } from '../rules/ops.ts'
import { isRecord } from '../rules/paths.ts'
import { previewDefinition } from '../rules/read-document.ts'
import { overall } from '../rules/tried.ts'
import { formFieldsIn } from '../rules/fields-in.ts'
import { tryOutTexts } from '../texts/try-out.ts'
import { nameOf } from './name-of.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

const SHOWN = 200

/** GET /saker/ordninger/:draftId/prov: the draft beside the published version, on every application that was sent. */
export async function showTryOut(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = tryOutTexts[lang]
  const view = await readStudio(c)
  const { draft } = view
  const { run, rows, sums, sent } = await services.db.reading(scope, async (trx) => {
    const found = await findTryOut(trx, draft.id)
    return {
      run: found,
      rows: found ? await listTried(trx, found.id, SHOWN) : [],
      sums: found ? await sumTried(trx, found.id) : undefined,
      sent: draft.schemeId ? await hasApplications(trx, draft.schemeId) : false,
    }
  })
  const address = draftHref(draft, 'prov')
  const ready = previewDefinition(draft.document) !== undefined
  const running = run !== undefined && run.endedAs === null
  return await studioPage(
    c,
    view,
    { title: t.title, path: 'prov', lead: t.lead, bare: true },
    sent ? (
      <Waiting id="try-out" running={running}>
        {ready ? null : <Alert kind="warning">{t.notYet}</Alert>}
        {run ? <Standing lang={lang} run={run} current={draft.revision} /> : null}
        <form method="post" action={address}>
          <FormStart c={c} />
          {running ? (
            <WaitingButtons lang={lang} href={address} />
          ) : ready ? (
            <ButtonRow>
              <Button name="_do" value="start">
                {run ? t.again : t.start}
              </Button>
            </ButtonRow>
          ) : null}
        </form>
        {run && sums && run.done > 0 ? <Outcome lang={lang} document={draft.document} rows={rows} sums={sums} /> : null}
      </Waiting>
    ) : (
      <EmptyState
        title={t.none}
        action={
          <LinkButton href={draftHref(draft, 'eksempler')} icon="tasks">
            {t.examples}
          </LinkButton>
        }
      >
        {t.noneBody}
      </EmptyState>
    ),
  )
}

/** POST /saker/ordninger/:draftId/prov: begins, or stops. */
export async function changeTryOut(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const view = await readStudio(c)
  const form = await readForm(c)
  const pressed = form.text('_do')
  const door = { key: form.key, action: 'try-out-scheme', personId: currentPerson(c).id, body: [view.draft.id, pressed] }
  await services.db.inTransaction(scope, (trx) =>
    once(trx, door, async () => {
      if (pressed === 'stop') await cancelTryOut(trx, view.draft.id)
      else await startTryOut(trx, view.draft)
      return null
    }),
  )
  return c.redirect(draftHref(view.draft, 'prov'), 303)
}

function Standing({ lang, run, current }: { lang: Lang; run: TryOut; current: number }) {
  const t = tryOutTexts[lang]
  const [done, total] = [formatNumber(run.done, lang), formatNumber(run.total, lang)]
  return (
    <>
      {run.endedAs === null ? (
        <Progress words={t.running(done, total)} done={run.done} total={run.total} />
      ) : (
        <p data-announce>
          {run.endedAs === 'finished' ? t.finished(done) : run.endedAs === 'cancelled' ? t.cancelled(done, total) : t.failed}
        </p>
      )}
      {run.revision === current ? null : <p class="tg-quiet">{t.old}</p>}
    </>
  )
}

function Outcome({ lang, document, rows, sums }: { lang: Lang; document: DraftDocument; rows: TriedRow[]; sums: TryOutSums }) {
  const t = tryOutTexts[lang]
  const n = (count: number) => formatNumber(count, lang)
  const lines: { label: string; of: (side: Sums) => string }[] = [
    { label: t.meets, of: (side) => n(side.meets) },
    { label: t.fails, of: (side) => n(side.fails) },
    { label: t.unknown, of: (side) => n(side.unknown) },
    { label: t.stops, of: (side) => n(side.stops) },
    ...(sums.draft.ore + sums.published.ore > 0 ? [{ label: t.ore, of: (side: Sums) => formatKr(side.ore, lang) }] : []),
  ]
  return (
    <>
      <Section title={t.sums}>
        <p>{sums.differs === 0 ? t.same : t.differs(n(sums.differs))}</p>
        <DataTable
          lang={lang}
          caption={t.sums}
          hideCaption
          rows={lines}
          columns={[
            { label: t.sums, hideLabel: true, heading: true, cell: (line) => line.label },
            { label: t.today, numeric: true, cell: (line) => line.of(sums.published) },
            { label: t.draft, numeric: true, cell: (line) => line.of(sums.draft) },
          ]}
        />
      </Section>
      <Section title={t.list} intro={t.listLead(n(SHOWN))}>
        <DataTable
          lang={lang}
          caption={t.list}
          hideCaption
          rows={rows}
          columns={[
            { label: t.number, cell: (row) => row.number, narrow: true },
            { label: t.applicant, heading: true, cell: (row) => row.applicant },
            { label: t.applied, numeric: true, cell: (row) => formatKr(row.appliedOre, lang) },
            { label: t.today, cell: (row) => <Side lang={lang} side={row.published} /> },
            { label: t.draft, cell: (row) => <Side lang={lang} side={row.draft} /> },
            { label: t.why, cell: (row) => <Difference lang={lang} row={row} document={document} /> },
          ]}
        />
      </Section>
    </>
  )
}

function Side({ lang, side }: { lang: Lang; side: TriedRow['draft'] }) {
  const t = tryOutTexts[lang]
  const outcome = overall(side)
  const tone = outcome === 'meets' ? 'success' : outcome === 'fails' ? 'danger' : 'warning'
  return (
    <>
      <Tag tone={tone}>{t.outcome[outcome]}</Tag>
      {side.calculatedOre === undefined ? null : ` ${formatKr(side.calculatedOre, lang)}`}
    </>
  )
}

function Difference({ lang, row, document }: { lang: Lang; row: TriedRow; document: DraftDocument }) {
  const t = tryOutTexts[lang]
  const titles = new Map(
    itemsOf(document, 'rules').map(({ value }) => [isRecord(value) ? String(value['key']) : '', nameOf(value, 'title', lang)]),
  )
  const say = (outcome: keyof typeof t.outcome | undefined, missing: string) =>
    outcome ? t.outcome[outcome].toLowerCase() : missing
  const keys = [...new Set([...Object.keys(row.published.rules), ...Object.keys(row.draft.rules)])]
  const changed = keys.filter((key) => row.published.rules[key] !== row.draft.rules[key])
  const fields = new Map(formFieldsIn(document).map((field) => [field.key, nameOf(field.field, 'label', lang) ?? field.key]))
  const stops = row.draft.stopsAt.filter((key) => !row.published.stopsAt.includes(key))
  return (
    <ul class="tg-plainlist">
      {changed.map((key) => (
        <li>
          {t.changedRule(titles.get(key) ?? key, say(row.published.rules[key], t.newRule), say(row.draft.rules[key], t.goneRule))}
        </li>
      ))}
      {stops.length > 0 ? <li>{t.stopsAt(stops.map((key) => `«${fields.get(key) ?? key}»`).join(', '))}</li> : null}
    </ul>
  )
}
