import { Invalid, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Button, ButtonRow, EmptyState, LinkButton, TextField } from '#platform/look/index.ts'
import { saveBlock } from '../actions/save-block.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { isRecord, parsePath, splitItem, valueAt } from '../rules/paths.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { blockErrors, BlockErrorSummary, ChosenQuestions, freeQuestions, type BlockErrors } from './block-form.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

interface Typed {
  name: string
  keys: readonly string[]
  errors: BlockErrors
}

/** GET /saker/ordninger/:draftId/ny-blokk/:place: questions of a page, or one question, to keep as a block. */
export async function showSaveBlock(c: Ctx): Promise<Response> {
  return await drawSaveBlock(c)
}

async function drawSaveBlock(c: Ctx, typed?: Typed): Promise<Response> {
  const { lang } = c.var
  const t = blockTexts[lang]
  const view = await readStudio(c)
  const { place, asked } = placeOf(c, view)
  const free = freeQuestions(view, place, lang).filter(({ key }) => asked === undefined || key === asked)
  const form = `ny-blokk/${encodeURIComponent(c.req.param('place') ?? '')}`
  const shown = { title: t.saveAs, path: 'skjema', lead: t.saveLead, bare: true, ...(typed ? { status: 422 as const } : {}) }
  if (free.length === 0)
    return await studioPage(
      c,
      view,
      shown,
      <EmptyState
        title={t.nothingFree}
        action={<LinkButton href={draftHref(view.draft, 'skjema')}>{questionTexts[lang].back}</LinkButton>}
      />,
    )
  return await studioPage(
    c,
    view,
    shown,
    <>
      <BlockErrorSummary lang={lang} errors={typed?.errors} />
      <form method="post" action={draftHref(view.draft, form)} class="tg-form" novalidate>
        <FormStart c={c} />
        <TextField
          lang={lang}
          name="navn"
          label={t.name}
          help={t.nameHelp}
          value={typed?.name ?? ''}
          error={typed?.errors['navn']}
          maxLength={90}
        />
        <ChosenQuestions
          lang={lang}
          questions={free}
          chosen={typed?.keys ?? free.map(({ key }) => key)}
          error={typed?.errors['spm']}
        />
        <ButtonRow>
          <Button>{t.save}</Button>
          <LinkButton variant="tertiary" href={draftHref(view.draft, 'skjema')}>
            {t.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

/** The list of questions a place is about, and the one question when it is one. Columns of a table go along with their table. */
function placeOf(c: Ctx, view: StudioView): { place: string; asked?: string } {
  const path = c.req.param('place') ?? ''
  const value = parsePath(path) ? valueAt(view.draft.document, path) : undefined
  const split = splitItem(path)
  const inForm = /^(form\.pages|parts\[[^\]]+\]\.(pages|report\.fields)|report\.fields)\[[^\]]+\](\.fields\[[^\]]+\])?$/.test(
    path,
  )
  if (!isRecord(value) || !split || !inForm) throw new NotFound('page or question')
  if (split.list.endsWith('pages')) return { place: `${path}.fields` }
  const inTable = /^(.*)\.fields$/.exec(split.list)?.[1]
  const around = inTable === undefined ? undefined : valueAt(view.draft.document, inTable)
  if (isRecord(around) && around['type'] === 'table') throw new NotFound('page or question')
  return { place: split.list, asked: split.item }
}

/** POST /saker/ordninger/:draftId/ny-blokk/:place */
export async function saveNewBlock(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const form = await readForm(c)
  const { place } = placeOf(c, await readStudio(c))
  const draftId = c.req.param('draftId') ?? ''
  const input = { draftId, place, keys: form.all('spm'), name: form.text('navn').trim().slice(0, 90), lang }
  try {
    const { blockId } = await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'save-block', personId: currentPerson(c).id, body: input }, () => saveBlock(trx, input)),
    )
    return c.redirect(`/saker/ordninger/blokker/${blockId}?gjort=saved`, 303)
  } catch (error) {
    if (error instanceof Invalid)
      return await drawSaveBlock(c, { name: input.name, keys: input.keys, errors: blockErrors(error, lang) })
    throw error
  }
}
