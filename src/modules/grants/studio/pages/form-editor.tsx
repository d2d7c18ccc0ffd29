import { NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { ButtonRow, fieldId, LinkButton, Section } from '#platform/look/index.ts'
import type { FieldType } from '../../model.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { insertBlock } from '../actions/save-block.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { addTo, copyOf, fieldTypes, keysAround, moveTo, newField, newPage, step, takeAway } from '../rules/form-edit.ts'
import { itemsOf } from '../rules/inputs.ts'
import type { Clash, DraftDocument, Op } from '../rules/ops.ts'
import { optionKeyOps } from '../rules/option-keys.ts'
import { isRecord, parsePath, splitItem, valueAt } from '../rules/paths.ts'
import { blockTexts } from '../texts/blocks.ts'
import { partTexts } from '../texts/parts.ts'
import { questionTexts } from '../texts/questions.ts'
import { studioTexts } from '../texts/studio.ts'
import { showClashes } from './clash-page.tsx'
import { BlockDifferences, QuestionsBlock } from './block-marks.tsx'
import { FieldsOutline, PagesOutline } from './form-outline.tsx'
import { pageInputs, questionInputs } from './forms/questions.ts'
import { nameOf } from './name-of.ts'
import { drawPart, saveInputs, type Asked } from './part-page.tsx'
import { studioParts } from './parts.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/skjema: every page and question, to order, add, copy and take away. */
export async function showForm(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = questionTexts[lang]
  const view = await readStudio(c)
  const { document } = view.draft
  const props = { lang, view }
  return await studioPage(
    c,
    view,
    { part: formPart(), lead: partTexts[lang].about.skjema },
    <>
      <ButtonRow>
        <LinkButton variant="secondary" href={draftHref(view.draft, 'forhandsvis')} icon="eye">
          {t.see}
        </LinkButton>
        <LinkButton variant="tertiary" href="/saker/ordninger/blokker">
          {blockTexts[lang].blocks}
        </LinkButton>
      </ButtonRow>
      <BlockDifferences {...props} />
      <form method="post" action={draftHref(view.draft, 'skjema')} id="form-editor" data-outline class="tg-outline-form">
        <FormStart c={c} />
        <input type="hidden" name="revision" value={String(view.draft.revision)} />
        <PagesOutline {...props} list="form.pages" />
        {itemsOf(document, 'parts').map(({ path, value }) => (
          <Section title={t.ofPart(nameOf(value, 'title', lang) ?? t.noName)}>
            <PagesOutline {...props} list={`${path}.pages`} />
          </Section>
        ))}
        {isRecord(document['report']) ? (
          <Section title={t.ofReport} intro={t.reportLead}>
            <FieldsOutline {...props} list="report.fields" />
          </Section>
        ) : null}
      </form>
      <div class="tg-studio-end">
        <LinkButton href={draftHref(view.draft, afterForm().path)}>{studioTexts[lang].next}</LinkButton>
      </div>
    </>,
  )
}

/** POST /saker/ordninger/:draftId/skjema: one button of the list, or a thing that was dragged. */
export async function changeForm(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const draftId = c.req.param('draftId') ?? ''
  const pressed = form.text('_do')
  const body = { draftId, pressed, words: form.text(`new:${pressed.slice(4)}`), to: form.text('to'), after: form.text('after') }
  if (pressed.startsWith('block:')) return await putInBlock(c, form, pressed.slice(6))
  const back = backOf(form)
  const result = await services.db.inTransaction(scope, (trx) =>
    once(trx, { key: form.key, action: 'scheme-draft-form', personId: currentPerson(c).id, body }, async () => {
      const edited = await editDraft(trx, {
        draftId,
        seenRevision: Number(form.text('revision')) || 0,
        whole: true,
        ops: ({ document }) => opsOf(c, form, document),
      })
      return { clashes: edited.clashes as unknown as null[], place: placeOf(edited.done) ?? '', changed: edited.done.length > 0 }
    }),
  )
  const clashes = result.clashes as unknown as Clash[]
  if (clashes.length > 0) return await showClashes(c, await readStudio(c), clashes, 'skjema')
  const draft = { id: draftId }
  if (pressed.startsWith('add:') && result.place !== '')
    return c.redirect(draftHref(draft, `skjema/${encodeURIComponent(result.place)}?gjort=added`), 303)
  const done = !result.changed ? '' : pressed.startsWith('remove:') ? '?gjort=taken' : '?gjort=saved'
  return c.redirect(
    `${draftHref(draft, back)}${done}${result.place && !pressed.startsWith('remove:') ? `#i-${fieldId(result.place)}` : ''}`,
    303,
  )
}

async function putInBlock(c: Ctx, form: Form, place: string): Promise<Response> {
  const { services, scope } = c.var
  const draft = { id: c.req.param('draftId') ?? '' }
  const input = { draftId: draft.id, blockId: form.text(`block:${place}`), place }
  if (!isPlace(place) || !place.endsWith('.fields') || input.blockId === '') return c.redirect(draftHref(draft, 'skjema'), 303)
  const door = { key: form.key, action: 'insert-block', personId: currentPerson(c).id, body: input }
  const { clashes, first } = await services.db.inTransaction(scope, (trx) =>
    once(trx, door, () => insertBlock(trx, { ...input, seenRevision: Number(form.text('revision')) || 0 })),
  )
  if (clashes.length > 0) return await showClashes(c, await readStudio(c), clashes, 'skjema')
  return c.redirect(`${draftHref(draft, 'skjema')}?gjort=added${first ? `#i-${fieldId(first)}` : ''}`, 303)
}

function opsOf(c: Ctx, form: Form, document: DraftDocument): Op[] {
  const { lang } = c.var
  const [, press = '', path = ''] = /^(add|up|down|copy|remove|move):(.{1,300})$/.exec(form.text('_do')) ?? []
  if (!isPlace(path)) return []
  switch (press) {
    case 'up':
      return step(document, path, -1)
    case 'down':
      return step(document, path, 1)
    case 'copy':
      return copyOf(document, path)
    case 'remove':
      return takeAway(document, path)
    case 'move':
      return isPlace(form.text('to')) ? moveTo(document, path, form.text('to'), form.text('after') || undefined) : []
    case 'add': {
      const words = form.text(`new:${path}`).trim()
      if (path.endsWith('pages'))
        return addTo(document, path, newPage(words || questionTexts[lang].page, lang, valueAt(document, path)))
      const type = fieldTypes.find((each) => each === form.text(`type:${path}`)) ?? 'shortText'
      const field = newField(type, words || questionTexts[lang].types[type], lang, keysAround(document, path))
      return addTo(document, path, field)
    }
    default:
      return []
  }
}

/** A place inside a form: pages, questions, columns. */
function isPlace(path: string): boolean {
  return /^(form\.pages|parts\[[^\]]+\]\.(pages|report\.fields)|report\.fields)/.test(path) && parsePath(path) !== undefined
}

/** Where the thing that was made or moved stands now. */
function placeOf(done: readonly Op[]): string | undefined {
  const op = done.at(-1)
  if (op?.do === 'insert' && isRecord(op.item)) return `${op.list}[${String(op.item['key'])}]`
  return op?.do === 'move' ? op.path : undefined
}

/** A column is changed on its table's own page. */
function backOf(form: Form): string {
  const place = form.text('tilbake')
  return isPlace(place) ? `skjema/${encodeURIComponent(place)}` : 'skjema'
}

/** GET /saker/ordninger/:draftId/skjema/:place: one question or page. */
export async function showQuestion(c: Ctx): Promise<Response> {
  const view = await readStudio(c)
  return await drawPart(c, view, askedAt(c, view))
}

/** POST /saker/ordninger/:draftId/skjema/:place: autosave, and every button of it. */
export async function saveQuestion(c: Ctx): Promise<Response> {
  return await saveInputs(c, askedAt(c, await readStudio(c)))
}

function askedAt(c: Ctx, view: StudioView): Asked {
  const { lang } = c.var
  const t = questionTexts[lang]
  const place = c.req.param('place') ?? ''
  const value = isPlace(place) && splitItem(place) ? valueAt(view.draft.document, place) : undefined
  if (!isRecord(value)) throw new NotFound('question')
  const isPage = splitItem(place)?.list.endsWith('pages') === true
  const type = fieldTypes.find((each) => each === value['type']) ?? ('shortText' satisfies FieldType)
  const name = nameOf(value, isPage ? 'title' : 'label', lang) ?? t.noName
  const inReport = /^(parts\[[^\]]*\]\.)?report\./.test(place)
  const table = /^(.*)\.fields\[[^\]]+\]$/.exec(place)?.[1]
  const isColumn = table !== undefined && /\.fields\[[^\]]+\]$/.test(table)
  const back = isColumn
    ? { path: `skjema/${encodeURIComponent(table)}`, label: t.saveToTable }
    : { path: 'skjema', label: t.saveToForm }
  return {
    part: formPart(),
    inputs: isPage ? pageInputs(place) : questionInputs(place, type, inReport),
    ...(isPage ? {} : { settle: (document, published) => optionKeyOps(document, place, published) }),
    below: { path: `skjema/${encodeURIComponent(place)}`, title: name, lead: isPage ? t.page : t.types[type], back },
    before: (
      <>
        <p>
          <a href={draftHref(view.draft, back.path)}>{isColumn ? t.backToTable : t.back}</a>
        </p>
        {isColumn ? null : <QuestionsBlock lang={lang} view={view} path={place} />}
      </>
    ),
    ...(type === 'table' && !isPage ? { after: <Columns c={c} view={view} place={place} /> } : {}),
  }
}

function Columns({ c, view, place }: { c: Ctx; view: StudioView; place: string }) {
  const { lang } = c.var
  return (
    <Section title={questionTexts[lang].columnsOf}>
      <form method="post" action={draftHref(view.draft, 'skjema')} class="tg-outline-form" data-outline>
        <FormStart c={c} />
        <input type="hidden" name="revision" value={String(view.draft.revision)} />
        <input type="hidden" name="tilbake" value={place} />
        <FieldsOutline lang={lang} view={view} list={`${place}.fields`} columns />
      </form>
    </Section>
  )
}

function afterForm() {
  return studioParts[studioParts.indexOf(formPart()) + 1] ?? formPart()
}

function formPart() {
  const part = studioParts.find((each) => each.key === 'skjema')
  if (!part) throw new Error('The studio has no page for the form.')
  return part
}
