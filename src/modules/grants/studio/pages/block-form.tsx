import type { Invalid } from '#platform/errors.ts'
import { CheckboxGroup, ErrorSummary } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { DraftBlockUse } from '../queries/blocks.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { itemsOf } from '../rules/inputs.ts'
import { keyOf } from '../rules/paths.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { nameOf } from './name-of.ts'

/** What is wrong in a form about a block, by the field's name. */
export type BlockErrors = Readonly<Record<string, string>>

/** All that is wrong in a form about a block, with links to the fields. */
export function BlockErrorSummary({ lang, errors = {} }: { lang: Lang; errors?: BlockErrors | undefined }) {
  const problems = Object.entries(errors).map(([name, message]) => ({ name, message }))
  return <ErrorSummary lang={lang} problems={problems} />
}

/** Which questions go into a block. */
export function ChosenQuestions(props: {
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

/** The questions of a list that belong to no block, or to this use of one. */
export function freeQuestions(view: StudioView, place: string, lang: Lang, use?: DraftBlockUse) {
  const others = view.blockUses.filter((each) => each.id !== use?.id)
  const taken = new Set(others.flatMap((each) => Object.values(each.keys)))
  return itemsOf(view.draft.document, place).flatMap(({ value }) => {
    const key = keyOf(value)
    if (key === undefined || taken.has(key)) return []
    return [{ key, label: nameOf(value, 'label', lang) ?? questionTexts[lang].noName }]
  })
}

/** The reasons of a refusal as words at their fields. */
export function blockErrors(error: Invalid, lang: Lang): BlockErrors {
  const t = blockTexts[lang]
  const words: Record<string, string> = {
    blockNameMissing: t.nameMissing,
    noQuestions: t.noQuestions,
    inAnotherBlock: t.inAnotherBlock,
  }
  return Object.fromEntries(error.reasons.map(({ key, field }) => [field ?? 'spm', words[key] ?? key]))
}
