import type { Child } from 'hono/jsx'
import { NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, Button, ButtonRow, fieldId } from '#platform/look/index.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { getVersion } from '../../scheme/queries/versions.ts'
import { getDraft } from '../queries/drafts.ts'
import type { StudioView } from '../queries/studio-view.ts'
import type { Input } from '../rules/inputs.ts'
import { itemMarkName, pressButton, readButton } from '../rules/list-buttons.ts'
import { applyOps, type Clash, type DraftDocument, type Op } from '../rules/ops.ts'
import { readInputs, seenName } from '../rules/read-inputs.ts'
import { partTexts } from '../texts/parts.ts'
import { studioTexts } from '../texts/studio.ts'
import { showClashes } from './clash-page.tsx'
import { drawingOf } from './drawing.ts'
import { partForms } from './forms/index.ts'
import { Inputs, SeenFields } from './part-form.tsx'
import { studioParts, type StudioPart } from './parts.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** A page of questions told as data: its address below the draft, and what is asked. */
export interface Asked {
  part: StudioPart
  /** What is asked may follow from the document itself. */
  inputs: readonly Input[] | ((document: DraftDocument) => readonly Input[])
  /** A page below the part's own: one question of the form. */
  below?: { path: string; title: string; lead?: string; back: { path: string; label: string } }
  /** What follows from what was typed, once its person has pressed something; in the same step as that. */
  settle?: (document: DraftDocument, published: unknown) => Op[]
  /** Shown above or below the questions; as a function of the draft, it is drawn anew by each save. */
  before?: Child | ((view: StudioView) => Child)
  after?: Child
}

function inputsOf({ inputs }: Asked, document: DraftDocument): readonly Input[] {
  return typeof inputs === 'function' ? inputs(document) : inputs
}

/** GET /saker/ordninger/:draftId/:part */
export async function showPart(c: Ctx): Promise<Response> {
  return await drawPart(c, await readStudio(c), askedOf(c))
}

/** POST /saker/ordninger/:draftId/:part: autosave, and every button. What was typed is saved first. */
export async function savePart(c: Ctx): Promise<Response> {
  return await saveInputs(c, askedOf(c))
}

function askedOf(c: Ctx): Asked {
  const path = c.req.param('part') ?? ''
  const part = studioParts.find((each) => each.path === path)
  const inputs = partForms[path]
  if (!part || !inputs) throw new NotFound('part of a scheme')
  return { part, inputs }
}

interface Failed {
  clashes: readonly Clash[]
  seen: (path: string) => string
}

/** A page of questions in the studio's frame. */
export async function drawPart(c: Ctx, view: StudioView, asked: Asked, failed?: Failed): Promise<Response> {
  const { lang } = c.var
  const t = studioTexts[lang]
  const { part } = asked
  const inputs = inputsOf(asked, view.draft.document)
  const draw = drawingOf(view, lang, failed?.clashes, failed?.seen)
  const action = draftHref(view.draft, asked.below?.path ?? part.path)
  const next = asked.below ? undefined : studioParts[studioParts.indexOf(part) + 1]
  return await studioPage(
    c,
    view,
    { part, lead: partTexts[lang].about[part.key], ...asked.below, ...(failed ? { status: 409 as const } : {}) },
    <>
      {typeof asked.before === 'function' ? asked.before(view) : asked.before}
      <form method="post" action={action} class="tg-form tg-studio-form" data-autosave={action} id="studio-form" novalidate>
        <FormStart c={c} />
        {/* What Enter does in a field: the first button of a form. */}
        <button class="ds-sr-only" name="_do" value="save" tabindex={-1} aria-hidden="true">
          {t.save}
        </button>
        <div id="studio-clash" data-live>
          {failed ? <ClashAlert lang={lang} /> : null}
        </div>
        <div id="studio-inputs" data-live>
          <SeenFields draw={draw} inputs={inputs} />
          <Inputs draw={draw} inputs={inputs} />
        </div>
        <div class="tg-studio-end">
          <ButtonRow>
            <Button name="_do" value={next ? 'next' : asked.below ? 'back' : 'save'}>
              {next ? t.next : asked.below ? asked.below.back.label : t.save}
            </Button>
            {next || asked.below ? (
              <Button variant="secondary" name="_do" value="save">
                {t.save}
              </Button>
            ) : null}
          </ButtonRow>
        </div>
      </form>
      {asked.after}
    </>,
  )
}

function ClashAlert({ lang }: { lang: Ctx['var']['lang'] }) {
  const t = studioTexts[lang]
  return (
    <Alert kind="warning">
      <Button small variant="secondary" name="_do" value="save">
        {t.seeBoth}
      </Button>
    </Alert>
  )
}

/** Saves what was posted from a page of questions, does what its button asks, and answers. */
export async function saveInputs(c: Ctx, asked: Asked): Promise<Response> {
  const form = await readForm(c)
  const autosave = c.req.header('hx-request') === 'true'
  const { clashes, place } = await save(c, asked, form, autosave)
  const draft = { id: c.req.param('draftId') ?? '' }
  const path = asked.below?.path ?? asked.part.path
  if (clashes.length > 0 && !autosave) return await showClashes(c, await readStudio(c), clashes, path)
  if (autosave) {
    const seen = (each: string) => form.text(seenName(each))
    return await drawPart(c, await readStudio(c), asked, clashes.length > 0 ? { clashes, seen } : undefined)
  }
  const pressed = form.text('_do')
  if (pressed === 'next') {
    const next = studioParts[studioParts.indexOf(asked.part) + 1]
    return c.redirect(draftHref(draft, next?.path ?? ''), 303)
  }
  if (pressed === 'back' && asked.below) return c.redirect(`${draftHref(draft, asked.below.back.path)}?gjort=saved`, 303)
  const done = pressed.startsWith('add:') ? 'added' : pressed.startsWith('remove:') ? 'taken' : 'saved'
  return c.redirect(`${draftHref(draft, path)}?gjort=${done}${place ? `#i-${fieldId(place)}` : ''}`, 303)
}

interface Saved {
  clashes: Clash[]
  /** The thing a button made or moved. */
  place?: string
}

async function save(c: Ctx, asked: Asked, form: Form, autosave: boolean): Promise<Saved> {
  const { services, scope } = c.var
  const draftId = c.req.param('draftId') ?? ''
  const seenRevision = Number(form.text('revision')) || 0
  const button = autosave ? undefined : readButton(form.text('_do'))
  return await services.db.inTransaction(scope, async (trx) => {
    const clashes: Clash[] = []
    const { basedOn } = await getDraft(trx, draftId)
    const published = asked.settle && basedOn ? (await getVersion(trx, basedOn.versionId)).definition : undefined
    let untouched: Parameters<typeof pressButton>[3] = {}
    const written = await editDraft(trx, {
      draftId,
      seenRevision,
      ops: ({ document }, here) => {
        untouched = document
        const read = readInputs(
          inputsOf(asked, document),
          form,
          document,
          here,
          button?.press === 'remove' ? button.path : undefined,
        )
        clashes.push(...read.clashes)
        // The other buttons name things of the page as it was drawn.
        const settled = autosave || (button && button.press !== 'add') ? undefined : asked.settle
        return settled ? [...read.ops, ...settled(applyOps(document, read.ops).document, published)] : read.ops
      },
    })
    clashes.push(...written.clashes)
    if (!button) return { clashes }
    return await once(
      trx,
      { key: form.key, action: 'scheme-draft-button', personId: currentPerson(c).id, body: { draftId, button } },
      async (): Promise<Saved> => {
        let place: string | undefined
        const pressed = await editDraft(trx, {
          draftId,
          seenRevision,
          ops: ({ document }, here) => {
            const seen = { mark: form.text(itemMarkName(button.path)), untouched }
            const result = pressButton(inputsOf(asked, document), button, here(button.path), document, seen)
            if (result.clash) clashes.push(result.clash)
            place = result.place
            return result.op ? [result.op] : []
          },
        })
        return { clashes: [...clashes, ...pressed.clashes], ...(place === undefined ? {} : { place }) }
      },
    )
  })
}
