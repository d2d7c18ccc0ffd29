import { Alert, Icon, LinkButton, SelectField, Tag, type Tone } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { blockQuestions, type BlockQuestion, type BlockState } from '../rules/blocks.ts'
import { blockTexts } from '../texts/blocks.ts'
import { blockName } from './blocks.tsx'
import { draftHref } from './studio-page.tsx'

interface Marked {
  lang: Lang
  view: StudioView
}

interface Used {
  useId: string
  name: string
  questions: readonly BlockQuestion[]
}

const tones: Record<BlockState, Tone> = { same: 'success', changedHere: 'warning', behind: 'info', takenAway: 'warning' }

/** How a question of a block stands in this draft, as a tag. */
export function BlockStateTag({ lang, state }: { lang: Lang; state: BlockState }) {
  return <Tag tone={tones[state]}>{blockTexts[lang].states[state]}</Tag>
}

/** The blocks of a draft with how their questions stand in it: found once for a page, which asks for each question. */
function usedIn({ lang, view }: Marked): Used[] {
  let used = found.get(view)
  if (!used) found.set(view, (used = findUsed({ lang, view })))
  return used
}
const found = new WeakMap<StudioView, Used[]>()

function findUsed({ lang, view }: Marked): Used[] {
  return view.blockUses.flatMap((use) => {
    const block = view.blocks.find((each) => each.id === use.blockId)
    if (!block) return []
    return [{ useId: use.id, name: blockName(block, lang), questions: blockQuestions(view.draft.document, use, block.fields) }]
  })
}

/** The block a question belongs to, and whether it is otherwise here; nothing for an ordinary one. */
export function BlockMark({ lang, view, path }: Marked & { path: string }) {
  const used = usedIn({ lang, view }).find(({ questions }) => questions.some((each) => each.path === path))
  const question = used?.questions.find((each) => each.path === path)
  if (!used || !question) return null
  return (
    <span class="tg-block-mark">
      <a href={draftHref(view.draft, `blokk/${used.useId}`)}>{blockTexts[lang].block(used.name)}</a>
      {question.state === 'same' ? null : <BlockStateTag lang={lang} state={question.state} />}
    </span>
  )
}

/** On a question's or page's own page: the block it belongs to, or the way to making it one. */
export function QuestionsBlock({ lang, view, path }: Marked & { path: string }) {
  const mark = usedIn({ lang, view }).some(({ questions }) => questions.some((each) => each.path === path))
  if (mark)
    return (
      <p>
        <BlockMark lang={lang} view={view} path={path} />
      </p>
    )
  return (
    <p>
      <a href={draftHref(view.draft, `ny-blokk/${encodeURIComponent(path)}`)}>{blockTexts[lang].saveAs}</a>
    </p>
  )
}

/** Puts one of the municipality's blocks last in a list of questions; nothing while there are none. */
export function BlockChoice({ lang, view, list }: Marked & { list: string }) {
  const t = blockTexts[lang]
  if (view.blocks.length === 0) return null
  return (
    <div class="tg-outline__add">
      <SelectField
        lang={lang}
        name={`block:${list}`}
        label={t.insert}
        optional="quiet"
        options={view.blocks.map((block) => ({ value: block.id, label: blockName(block, lang) }))}
      />
      <button class="ds-button" data-variant="secondary" name="_do" value={`block:${list}`}>
        <Icon name="plus" />
        <span>{t.insert}</span>
      </button>
    </div>
  )
}

/** Above the form: the blocks whose questions are otherwise here. */
export function BlockDifferences({ lang, view }: Marked) {
  const t = blockTexts[lang]
  const differing = usedIn({ lang, view }).filter(({ questions }) => questions.some(({ state }) => state !== 'same'))
  return differing.map(({ useId, name, questions }) => (
    <Alert kind="info" title={t.block(name)}>
      <p>{t.differing(questions.filter(({ state }) => state !== 'same').length)}</p>
      <LinkButton small variant="secondary" href={draftHref(view.draft, `blokk/${useId}`)}>
        {t.see}
        <span class="ds-sr-only"> {name}</span>
      </LinkButton>
    </Alert>
  ))
}
