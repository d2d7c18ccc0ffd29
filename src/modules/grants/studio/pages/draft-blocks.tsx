import { Invalid, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Section,
  TextField,
} from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { changeBlock, useBlocksWords } from '../actions/change-block.ts'
import { saveBlock } from '../actions/save-block.ts'
import { getBlockUse, listBlockPlaces, type DraftBlockUse, type SchemeBlock } from '../queries/blocks.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { asInBlock, blockQuestions, isUsed, type BlockQuestion } from '../rules/blocks.ts'
import { describeChanges } from '../rules/differences/describe-changes.ts'
import { itemsOf } from '../rules/inputs.ts'
import { isRecord, keyOf, parsePath, splitItem, valueAt } from '../rules/paths.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { BlockStateTag } from './block-marks.tsx'
import { blockName } from './blocks.tsx'
import { ChangeList } from './change-list.tsx'
import { nameOf } from './name-of.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

interface Typed {
  name: string
  keys: readonly string[]
  errors: Record<string, string>
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
      <Errors lang={lang} typed={typed} />
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
        <Chosen lang={lang} questions={free} chosen={typed?.keys ?? free.map(({ key }) => key)} error={typed?.errors['spm']} />
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

function Errors({ lang, typed }: { lang: Lang; typed: Pick<Typed, 'errors'> | undefined }) {
  const problems = Object.entries(typed?.errors ?? {}).map(([name, message]) => ({ name, message }))
  return <ErrorSummary lang={lang} problems={problems} />
}

function Chosen(props: {
  lang: Lang
  questions: readonly { key: string; label: string }[]
  chosen: readonly string[]
  error?: string | undefined
}) {
  const t = blockTexts[props.lang]
  return (
    <CheckboxGroup
      lang={props.lang}
      name="spm"
      label={t.which}
      help={t.whichHelp}
      values={props.chosen}
      options={props.questions.map(({ key, label }) => ({ value: key, label }))}
      {...(props.error === undefined ? {} : { error: props.error })}
    />
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

/** The questions of a list that belong to no block, or to this use of one. */
function freeQuestions(view: StudioView, place: string, lang: Lang, use?: DraftBlockUse) {
  const others = view.blockUses.filter((each) => each.id !== use?.id)
  const taken = new Set(others.flatMap((each) => Object.values(each.keys)))
  return itemsOf(view.draft.document, place).flatMap(({ value }) => {
    const key = keyOf(value)
    if (key === undefined || taken.has(key)) return []
    return [{ key, label: nameOf(value, 'label', lang) ?? questionTexts[lang].noName }]
  })
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
    if (error instanceof Invalid) return await drawSaveBlock(c, { name: input.name, keys: input.keys, errors: said(error, lang) })
    throw error
  }
}

function said(error: Invalid, lang: Lang): Record<string, string> {
  const t = blockTexts[lang]
  const words: Record<string, string> = {
    blockNameMissing: t.nameMissing,
    noQuestions: t.noQuestions,
    inAnotherBlock: t.inAnotherBlock,
  }
  return Object.fromEntries(error.reasons.map(({ key, field }) => [field ?? 'spm', words[key] ?? key]))
}

/** GET /saker/ordninger/:draftId/blokk/:useId: a block in this draft, what is otherwise here, and bringing it to the block. */
export async function showBlockUse(c: Ctx): Promise<Response> {
  return await drawBlockUse(c)
}

async function drawBlockUse(c: Ctx, typed?: { keys: readonly string[]; errors: Record<string, string> }): Promise<Response> {
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
      <Errors lang={lang} typed={typed} />
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
  typed?: { keys: readonly string[]; errors: Record<string, string> }
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
      <Chosen
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
    if (error instanceof Invalid) return await drawBlockUse(c, { keys: input.keys, errors: said(error, lang) })
    throw error
  }
}
