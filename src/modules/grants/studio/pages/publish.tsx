import { Conflict, Invalid } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, Button, ButtonRow, DataTable, HiddenFields, LinkButton, Section, Tag, TextArea } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { publishDraft } from '../actions/close-draft.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { elements, elementsOf, elementsSource } from '../rules/check-elements.ts'
import { readabilityOf } from '../rules/readability/measure-document.ts'
import { elementNames } from '../texts/check-words.ts'
import { publishingTexts } from '../texts/publishing.ts'
import { studioTexts } from '../texts/studio.ts'
import { placeHref } from './by-part.ts'
import { tryExamples } from '../queries/examples.ts'
import { ChangeList } from './change-list.tsx'
import { CasesOnVersions, readComparison, type Comparison } from './changes.tsx'
import { ExamplesHeld } from './example-sides.tsx'
import { FindingsByPart } from './finding-list.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

const NOTE = 2000

interface Again {
  status: 409 | 422
  text: string
  note: string
  noteError?: string
}

/** GET /saker/ordninger/:draftId/publiser: what stands in the way, what should be looked at, what changes, and the button. */
export async function showPublish(c: Ctx): Promise<Response> {
  return await drawPublish(c)
}

/** POST /saker/ordninger/:draftId/publiser: makes the draft the current version, when nothing stops it and it is what was looked at. */
export async function publishNow(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = publishingTexts[lang]
  const form = await readForm(c)
  const note = form.text('note').trim()
  if (note.length > NOTE) return await drawPublish(c, { status: 422, text: t.noteTooLong, note, noteError: t.noteTooLong })
  const input = {
    draftId: c.req.param('draftId') ?? '',
    personId: currentPerson(c).id,
    seenRevision: Number(form.text('revision')),
    note,
  }
  try {
    const { number } = await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'publish-scheme-draft', personId: input.personId, body: input }, () =>
        publishDraft(trx, { ...input, now: services.now() }),
      ),
    )
    return c.redirect(`/saker/ordninger?gjort=published&versjon=${number}`, 303)
  } catch (error) {
    if (error instanceof Invalid) return await drawPublish(c, { status: 422, text: studioTexts[lang].refused, note })
    if (error instanceof Conflict && error.reason.key === 'changedMeanwhile')
      return await drawPublish(c, { status: 409, text: t.changedMeanwhile, note })
    if (error instanceof Conflict && error.reason.key === 'publishedMeanwhile')
      return await drawPublish(c, { status: 409, text: studioTexts[lang].outrunTitle, note })
    throw error
  }
}

async function drawPublish(c: Ctx, again?: Again): Promise<Response> {
  const { lang, services, scope } = c.var
  const s = studioTexts[lang]
  const view = await readStudio(c)
  const { comparison, tried } = await services.db.reading(scope, async (trx) => ({
    comparison: await readComparison(trx, view.draft),
    tried: await tryExamples(trx, view.draft),
  }))
  return await studioPage(
    c,
    view,
    {
      title: s.publishTitle,
      path: 'publiser',
      lead: s.publishLead,
      bare: true,
      ...(again ? { status: again.status, flash: { kind: 'warning' as const, text: again.text } } : {}),
    },
    <>
      <Stops view={view} lang={lang} />
      <ExamplesHeld lang={lang} draft={view.draft} tried={tried} link />
      {outrun(view) ? (
        <BringUp c={c} view={view} comparison={comparison} />
      ) : (
        <PublishForm c={c} view={view} comparison={comparison} {...(again ? { again } : {})} />
      )}
      <Elements view={view} lang={lang} />
      {comparison && comparison.changes.length > 0 ? (
        <Section title={publishingTexts[lang].changesTitle} id="endringer">
          <ChangeList changes={comparison.changes} lang={lang} level={3} href={(path) => placeHref(view.draft, path)} />
        </Section>
      ) : null}
      <Advice view={view} lang={lang} />
      <Readability view={view} lang={lang} />
      {comparison ? <CasesOnVersions draft={view.draft} versions={comparison.versions} lang={lang} /> : null}
    </>,
  )
}

function outrun({ draft }: StudioView): boolean {
  return draft.current?.versionId !== draft.basedOn?.versionId
}

function Stops({ view, lang }: { view: StudioView; lang: Lang }) {
  const t = publishingTexts[lang]
  const stops = view.findings.filter((finding) => finding.level === 'stops')
  if (stops.length === 0) return <Alert kind="success">{t.ready}</Alert>
  return (
    <Section title={studioTexts[lang].publishStops} id="stopper" intro={t.stopsCount(stops.length)}>
      <FindingsByPart findings={stops} document={view.draft.document} lang={lang} href={(path) => placeHref(view.draft, path)} />
    </Section>
  )
}

interface FormProps {
  c: Ctx
  view: StudioView
  comparison: Comparison | undefined
  again?: Again
}

function PublishForm({ c, view, comparison, again }: FormProps) {
  const { lang } = c.var
  const t = publishingTexts[lang]
  const s = studioTexts[lang]
  const { draft } = view
  if (view.findings.some((finding) => finding.level === 'stops')) return null
  if (comparison && comparison.changes.length === 0) return <p>{t.nothingToPublish}</p>
  return (
    <form method="post" action={draftHref(draft, 'publiser')}>
      <FormStart c={c} />
      <HiddenFields values={{ revision: String(draft.revision) }} />
      <TextArea
        lang={lang}
        name="note"
        label={t.noteLabel}
        help={t.noteHelp}
        value={again?.note ?? ''}
        maxLength={NOTE}
        optional
        {...(again?.noteError ? { error: again.noteError } : {})}
      />
      <ButtonRow>
        <Button icon="megaphone" confirm={t.confirm}>
          {s.publishNow((draft.current?.number ?? 0) + 1)}
        </Button>
        {comparison ? (
          <LinkButton variant="tertiary" href="#endringer">
            {t.seeChanges}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </form>
  )
}

/** Somebody has published meanwhile: what is new there is taken into the draft first, so that it is not lost. */
function BringUp({ c, view, comparison }: FormProps) {
  const { lang } = c.var
  const s = studioTexts[lang]
  const { draft } = view
  return (
    <Section title={s.outrunNew} intro={s.outrun(draft.current?.number ?? 0, draft.basedOn?.number ?? 0)}>
      <ChangeList changes={comparison?.meanwhile ?? []} lang={lang} level={3} />
      <form method="post" action={draftHref(draft, 'oppdater')}>
        <FormStart c={c} />
        <Button icon="repeat">{s.bringUp}</Button>
      </form>
    </Section>
  )
}

function Elements({ view, lang }: { view: StudioView; lang: Lang }) {
  const t = publishingTexts[lang]
  const found = elementsOf(view.draft.document)
  return (
    <Section title={t.elementsTitle} intro={t.source(elementsSource)}>
      <ul class="tg-changes">
        {elements.map((element) => {
          const { present, path } = found[element]
          const name = elementNames[lang][element] ?? element
          const to = present ? undefined : placeHref(view.draft, path)
          return (
            <li class="tg-changes__one">
              <Tag tone={present ? 'success' : 'warning'} icon={present ? 'check' : 'warning'}>
                {present ? t.present : t.absent}
              </Tag>{' '}
              {to ? <a href={to}>{name}</a> : name}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Advice({ view, lang }: { view: StudioView; lang: Lang }) {
  const t = publishingTexts[lang]
  const advice = view.findings.filter((finding) => finding.level === 'advises')
  if (advice.length === 0) return null
  return (
    <Section title={t.adviceTitle(advice.length)} id="rad" intro={t.adviceLead}>
      <FindingsByPart
        findings={advice}
        document={view.draft.document}
        lang={lang}
        href={(path) => placeHref(view.draft, path)}
        folded
      />
    </Section>
  )
}

function Readability({ view, lang }: { view: StudioView; lang: Lang }) {
  const t = publishingTexts[lang]
  const rows = readabilityOf(view.draft.document)
  if (rows.length === 0) return null
  return (
    <Section title={t.readTitle} id="lesbarhet" intro={t.readLead}>
      <DataTable
        lang={lang}
        caption={t.readTitle}
        hideCaption
        rows={rows}
        columns={[
          { label: t.language, cell: (row) => t.languages[row.lang] },
          { label: t.lix, numeric: true, cell: (row) => `${row.lix} (${t.readable[row.level]})` },
          { label: t.words, numeric: true, cell: (row) => formatNumber(row.words, lang) },
          { label: t.longSentences, numeric: true, cell: (row) => formatNumber(row.longSentences, lang) },
          { label: t.heavyWords, numeric: true, cell: (row) => formatNumber(row.heavyWords, lang) },
        ]}
      />
    </Section>
  )
}
