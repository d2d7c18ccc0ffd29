import { fieldId, Icon, Tag } from '#platform/look/index.ts'
import type { Lang, Text3 } from '#platform/texts/texts.ts'
import { isBlank, isBlankText, languages, type PartText } from '../rules/texts3.ts'
import { inputTexts } from '../texts/inputs.ts'
import { studioTexts } from '../texts/studio.ts'

export interface Text3Props {
  lang: Lang
  /** Path of the text: the inputs are called `${path}.nb` and so on. */
  path: string
  label: Text3
  help?: Text3
  optional?: boolean
  value: PartText | undefined
  /** Lines to begin with; 1 takes no line breaks. */
  lines?: number
  /** What is wrong, by language. */
  error?: (lang: Lang) => string | undefined
  /** What is worth knowing, by language. */
  note?: (lang: Lang) => string | undefined
}

/** A text in its three languages side by side; under each other on a phone. What is missing is marked. */
export function Text3Input(props: Text3Props) {
  const { lang, path, value = {} } = props
  const id = fieldId(path)
  const asked = !props.optional || !isBlankText(value)
  return (
    <fieldset class="ds-fieldset tg-text3" id={`${id}-field`} aria-describedby={props.help ? `${id}-help` : undefined}>
      <legend class="ds-label">
        {props.label[lang]}
        {props.optional ? <span class="tg-optional">{inputTexts[lang].optional}</span> : null}
      </legend>
      {props.help ? (
        <div class="tg-help" data-field="description" id={`${id}-help`}>
          {props.help[lang]}
        </div>
      ) : null}
      <div class="tg-text3__row">
        {languages.map((each) => (
          <One {...props} each={each} missing={asked && isBlank(value[each])} />
        ))}
      </div>
    </fieldset>
  )
}

function One(props: Text3Props & { each: Lang; missing: boolean }) {
  const { lang, each } = props
  const t = studioTexts[lang]
  const name = `${props.path}.${each}`
  const id = fieldId(name)
  const error = props.error?.(each)
  const note = error ? undefined : props.note?.(each)
  const described = [note ? `${id}-note` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div
      class="ds-field tg-text3__one"
      id={`${id}-field`}
      data-missing={props.missing ? '' : undefined}
      data-invalid={error ? '' : undefined}
    >
      <label class="ds-label tg-text3__lang" for={id}>
        <span>{t.languageNames[each]}</span>
        {props.missing ? <Tag tone="warning">{t.missingHere}</Tag> : null}
      </label>
      <textarea
        class="ds-input"
        id={id}
        name={name}
        lang={each}
        rows={props.lines ?? 3}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
      >
        {props.value?.[each] ?? ''}
      </textarea>
      {note ? (
        <p class="tg-text3__note" id={`${id}-note`}>
          <Icon name="info" size="sm" />
          <span>{note}</span>
        </p>
      ) : null}
      {error ? (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
