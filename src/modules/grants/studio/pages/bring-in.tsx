import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { serveBytes } from '#platform/files/download.ts'
import {
  Button,
  ButtonRow,
  DataTable,
  Details,
  ErrorSummary,
  FileField,
  LinkButton,
  PageTitle,
  Section,
  Tag,
} from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { questionSheetTemplate } from '../../moving-in/question-template.ts'
import { answerJson } from '../../scheme/pages/scheme-file.ts'
import { writeDraftFile } from '../../scheme/rules/exchange.ts'
import { bringIn, readSchemes, type BroughtIn } from '../actions/bring-in.ts'
import { getOrigin } from '../queries/drafts.ts'
import type { Origin } from '../rules/origin.ts'
import { sayNote, sayNoteSubject } from '../texts/import-notes.ts'
import { sharingTexts } from '../texts/sharing.ts'
import { studioTexts } from '../texts/studio.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** GET /saker/ordninger/hent */
export async function showBringIn(c: Ctx): Promise<Response> {
  return await bringInPage(c, {})
}

/** POST /saker/ordninger/hent: drafts of what is in the files. Nothing in them is run. */
export async function takeIn(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const files = form.files('filer')
  if (files.length === 0) return await bringInPage(c, { missing: true })
  const read = await readSchemes(
    await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))),
  )
  const door = {
    key: form.key,
    action: 'bring-in-schemes',
    personId: currentPerson(c).id,
    body: files.map((file) => [file.name, file.size]),
  }
  const done = await services.db.inTransaction(scope, (trx) =>
    once(trx, door, async () => (await bringIn(trx, read)).map((each) => ({ ...each }))),
  )
  const [only] = done
  if (only && done.length === 1 && only.outcome === 'draft') return c.redirect(draftHref({ id: only.draftId }, 'hentet'), 303)
  return await bringInPage(c, { done })
}

async function bringInPage(c: Ctx, shown: { missing?: boolean; done?: readonly BroughtIn[] }): Promise<Response> {
  const { lang } = c.var
  const t = sharingTexts[lang]
  const problem = { name: 'filer', message: t.chooseFiles }
  return await page(
    c,
    {
      title: t.bringIn,
      room: 'desk',
      status: shown.missing ? 422 : 200,
      breadcrumbs: [{ label: studioTexts[lang].schemes, href: '/saker/ordninger' }, { label: t.bringIn }],
    },
    <>
      {shown.missing ? <ErrorSummary lang={lang} problems={[problem]} /> : null}
      <PageTitle title={t.bringIn} lead={t.bringInLead} />
      {shown.done ? <Outcomes c={c} done={shown.done} /> : null}
      <form method="post" action="/saker/ordninger/hent" enctype="multipart/form-data" class="tg-form" novalidate>
        <FormStart c={c} />
        <FileField
          lang={lang}
          name="filer"
          label={t.files}
          help={t.filesHelp}
          multiple
          {...(shown.missing ? { error: t.chooseFiles } : {})}
        />
        <ButtonRow>
          <Button icon="upload">{t.send}</Button>
        </ButtonRow>
      </form>
      <p>
        <a href="/saker/ordninger/hent/mal.xlsx">{t.template}</a>
      </p>
    </>,
  )
}

function Outcomes({ c, done }: { c: Ctx; done: readonly BroughtIn[] }) {
  const t = sharingTexts[c.var.lang]
  return (
    <Section title={t.done}>
      <ul class="tg-plainlist">
        {done.map((each) => (
          <li>
            <strong>{each.file}</strong>{' '}
            {each.outcome === 'draft' ? (
              <a href={draftHref({ id: each.draftId }, 'hentet')}>{t.open}</a>
            ) : each.outcome === 'same' ? (
              t.same
            ) : (
              <>
                <Tag tone="danger">{t.refused}</Tag> {sayRefusal(each, c.var.lang)}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sayRefusal({ place, why }: { place: string; why: string }, lang: Lang): string {
  return [sayNoteSubject(place, lang), sayNote(why, lang)].filter(Boolean).join(': ')
}

/** GET /saker/ordninger/hent/mal.xlsx */
export async function questionTemplate(c: Ctx): Promise<Response> {
  const bytes = await questionSheetTemplate(c.var.lang)
  return serveBytes(new Uint8Array(bytes), {
    name: c.var.lang === 'en' ? 'questions.xlsx' : 'sporsmal.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** GET /saker/ordninger/:draftId/hentet: what came along from the file, and what did not. */
export async function showOrigin(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = sharingTexts[lang]
  const view = await readStudio(c)
  const origin = await services.db.reading(scope, (trx) => getOrigin(trx, view.draft.id))
  return await studioPage(
    c,
    view,
    { title: t.origin, path: 'hentet', lead: t.originLead(origin.file) },
    'notes' in origin ? <Report c={c} origin={origin} /> : <p>{t.ofTorg}</p>,
  )
}

function Report({ c, origin }: { c: Ctx; origin: Extract<Origin, { notes: unknown }> }) {
  const { lang } = c.var
  const t = sharingTexts[lang]
  const n = (count: number) => formatNumber(count, lang)
  return (
    <>
      <DataTable
        lang={lang}
        caption={t.origin}
        hideCaption
        rows={(['fields', 'conditions', 'calculations'] as const).map((kind) => ({ kind, ...origin[kind] }))}
        columns={[
          { label: t.columns.what, heading: true, cell: (row) => t.counts[row.kind] },
          { label: t.columns.found, numeric: true, cell: (row) => n(row.found) },
          { label: t.columns.carried, numeric: true, cell: (row) => n(row.carried) },
          { label: t.columns.withLoss, numeric: true, cell: (row) => n(row.withLoss) },
          { label: t.columns.notCarried, numeric: true, cell: (row) => n(row.notCarried) },
        ]}
      />
      <Section title={t.notesTitle}>
        {origin.notes.length === 0 ? <p>{t.noNotes}</p> : null}
        <DataTable
          lang={lang}
          caption={t.notesTitle}
          hideCaption
          rows={origin.notes}
          columns={[
            {
              label: t.columns.what,
              heading: true,
              cell: (note) => <Told text={sayNoteSubject(note.what, lang)} all={t.readAll} />,
            },
            { label: t.why, cell: (note) => <Told text={sayNote(note.why, lang)} all={t.readAll} /> },
            { label: t.where, cell: (note) => <code class="tg-cut">{sayNoteSubject(note.path, lang)}</code> },
          ]}
        />
      </Section>
      <ButtonRow>
        <LinkButton variant="secondary" href="skjema">
          {t.open}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

/** What is long is folded after its beginning; all of it can be read. */
function Told({ text, all }: { text: string; all: string }) {
  if (text.length <= 300) return <span class="tg-cut">{text}</span>
  const cut = text.lastIndexOf(' ', 200)
  return (
    <>
      {text.slice(0, cut > 0 ? cut : 200)} …
      <Details summary={all}>
        <span class="tg-cut">{text}</span>
      </Details>
    </>
  )
}

/** GET /saker/ordninger/:draftId/eksport.json: the draft as it is now. */
export async function exportDraft(c: Ctx): Promise<Response> {
  const { draft } = await readStudio(c)
  const slug = typeof draft.document['slug'] === 'string' ? draft.document['slug'] : 'ordning'
  return answerJson(writeDraftFile(draft.document), `${slug.replace(/[^a-z0-9-]/g, '') || 'ordning'}.json`)
}
