import { Invalid, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, Button, ButtonRow, Section } from '#platform/look/index.ts'
import { changeBlock, useBlocksWords } from '../actions/change-block.ts'
import { getBlockUse, listBlockPlaces, type DraftBlockUse, type SchemeBlock } from '../queries/blocks.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { asInBlock, blockQuestions, isUsed, type BlockQuestion } from '../rules/blocks.ts'
import { describeChanges } from '../rules/differences/describe-changes.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { blockErrors, BlockErrorSummary, ChosenQuestions, freeQuestions, type BlockErrors } from './block-form.tsx'
import { BlockStateTag } from './block-marks.tsx'
import { blockName } from './blocks.tsx'
import { ChangeList } from './change-list.tsx'
import { nameOf } from './name-of.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/blokk/:useId: a block in this draft, what is otherwise here, and bringing it to the block. */
export async function showBlockUse(c: Ctx): Promise<Response> {
  return await drawBlockUse(c)
}

async function drawBlockUse(c: Ctx, typed?: { keys: readonly string[]; errors: BlockErrors }): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = blockTexts[lang]
  const view = await readStudio(c)
  const { document } = view.draft
  const { use, others } = await services.db.reading(scope, async (trx) => {
    const found = await getBlockUse(trx, view.draft.id, c.req.param('useId') ?? '')
    const places = await listBlockPlaces(trx, found.blockId)
    return { use: found, others: places.filter((each) => !each.published && each.use.id !== found.id).length }
  })
  const block = view.blocks.find((each) => each.id === use.blockId)
  if (!block || !isUsed(document, use)) throw new NotFound('block in the draft')
  const questions = blockQuestions(document, use, block.fields)
  const path = `blokk/${use.id}`
  const changes = describeChanges(asInBlock(document, use, block.fields), document)
  const flash = c.req.query('gjort') === 'used' ? { flash: { kind: 'success' as const, text: t.usedWords } } : {}
  return await studioPage(
    c,
    view,
    {
      title: t.block(blockName(block, lang)),
      path,
      lead: t.useLead,
      bare: true,
      ...(typed ? { status: 422 as const } : {}),
      ...flash,
    },
    <>
      <BlockErrorSummary lang={lang} errors={typed?.errors} />
      <p>
        <a href={draftHref(view.draft, 'skjema')}>{questionTexts[lang].back}</a> ·{' '}
        <a href={`/saker/ordninger/blokker/${block.id}`}>{t.toBlock}</a>
      </p>
      <Section title={t.whichOf}>
        <form method="post" action={draftHref(view.draft, path)}>
          <FormStart c={c} />
          <ul class="tg-block">
            {questions.map((question) => (
              <OneQuestion c={c} view={view} question={question} />
            ))}
          </ul>
        </form>
      </Section>
      {changes.length > 0 ? (
        <Section title={t.differences}>
          <ChangeList changes={changes} lang={lang} level={3} />
        </Section>
      ) : null}
      <Section title={t.update} intro={t.updateLead(others)}>
        <UpdateForm c={c} view={view} use={use} block={block} questions={questions} {...(typed ? { typed } : {})} />
      </Section>
    </>,
  )
}

function OneQuestion({ c, view, question }: { c: Ctx; view: StudioView; question: BlockQuestion }) {
  const { lang } = c.var
  const t = blockTexts[lang]
  const label = nameOf(question.here ?? question.field, 'label', lang) ?? t.noName
  return (
    <li class="tg-block__question">
      {question.path ? (
        <a href={draftHref(view.draft, `skjema/${encodeURIComponent(question.path)}`)}>{label}</a>
      ) : (
        <span>{label}</span>
      )}
      <BlockStateTag lang={lang} state={question.state} />
      {question.state === 'same' ? null : (
        <Button small variant="secondary" name="_do" value={`use:${question.key}`}>
          {t.useWords}
          <span class="ds-sr-only"> {label}</span>
        </Button>
      )}
    </li>
  )
}

interface Updating {
  c: Ctx
  view: StudioView
  use: DraftBlockUse
  block: SchemeBlock
  questions: readonly BlockQuestion[]
  typed?: { keys: readonly string[]; errors: BlockErrors }
}

function UpdateForm({ c, view, use, block, questions, typed }: Updating) {
  const { lang } = c.var
  const t = blockTexts[lang]
  const own = questions.flatMap(({ key, here }) => {
    const label = here && (nameOf(here, 'label', lang) ?? t.noName)
    return label === undefined ? [] : [{ key: use.keys[key] ?? '', label }]
  })
  const beside = freeQuestions(view, use.place, lang, use).filter(({ key }) => !own.some((each) => each.key === key))
  const gone = questions.filter(({ state }) => state === 'takenAway')
  return (
    <form method="post" action={draftHref(view.draft, `blokk/${use.id}`)} class="tg-form" novalidate>
      <FormStart c={c} />
      <input type="hidden" name="blokkrevisjon" value={String(block.revision)} />
      {gone.length > 0 ? (
        <Alert kind="warning">
          <p>{t.willGo(gone.map(({ field }) => nameOf(field, 'label', lang) ?? t.noName).join(', '))}</p>
        </Alert>
      ) : null}
      <ChosenQuestions
        lang={lang}
        questions={[...own, ...beside]}
        chosen={typed?.keys ?? own.map(({ key }) => key)}
        error={typed?.errors['spm']}
      />
      <ButtonRow>
        <Button name="_do" value="update">
          {t.update}
        </Button>
      </ButtonRow>
    </form>
  )
}

/** POST /saker/ordninger/:draftId/blokk/:useId: the block's words for a question here, or these questions for the block. */
export async function changeBlockUse(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const form = await readForm(c)
  const [draftId, useId] = [c.req.param('draftId') ?? '', c.req.param('useId') ?? '']
  const personId = currentPerson(c).id
  const [, key] = /^use:([a-zA-Z0-9]{1,40})$/.exec(form.text('_do')) ?? []
  if (key !== undefined) {
    const input = { draftId, useId, keys: [key] }
    await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'use-blocks-words', personId, body: input }, () => useBlocksWords(trx, input)),
    )
    return c.redirect(`${draftHref({ id: draftId }, `blokk/${useId}`)}?gjort=used`, 303)
  }
  const input = { draftId, useId, keys: form.all('spm'), seenRevision: Number(form.text('blokkrevisjon')) || 0 }
  try {
    const { blockId, drafts, kept } = await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'change-block', personId, body: input }, () => changeBlock(trx, input)),
    )
    return c.redirect(`/saker/ordninger/blokker/${blockId}?gjort=updated&utkast=${drafts}&beholdt=${kept}`, 303)
  } catch (error) {
    if (error instanceof Invalid) return await drawBlockUse(c, { keys: input.keys, errors: blockErrors(error, lang) })
    throw error
  }
}
