import { lookTexts } from '../texts.ts'
import { controlAttributes, Field, fieldId, type FieldBase } from './field.tsx'

/** A field whose value is what the person typed, also when it is wrong: nothing typed is lost. */
export interface TextProps extends FieldBase {
  value?: string
  autocomplete?: string
  maxLength?: number
  readonly?: boolean
  autofocus?: boolean
  /** Width in characters, so that a field shows how much is expected. */
  size?: number
}

type InputType = 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'

/** One line of text. The length limit is said in words and judged by the server; the browser never cuts what is pasted. */
export function TextField(
  props: TextProps & {
    type?: InputType
    inputmode?: 'numeric' | 'text' | 'decimal'
    placeholder?: never
  },
) {
  const counted = props.maxLength !== undefined && props.maxLength >= 100
  return (
    <Field {...props} note={counted ? <Counter {...props} /> : null}>
      <input
        class="ds-input"
        type={props.type ?? 'text'}
        {...controlAttributes(props, counted ? countId(props) : undefined)}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        readonly={props.readonly}
        size={props.size}
        data-count={counted ? props.maxLength : undefined}
      />
    </Field>
  )
}

/** Several lines of text; grows with what is written, and counts when there is a limit. */
export function TextArea(props: TextProps & { rows?: number }) {
  const counted = props.maxLength !== undefined
  return (
    <Field {...props} note={counted ? <Counter {...props} /> : null}>
      <textarea
        class="ds-input"
        rows={props.rows ?? 5}
        {...controlAttributes(props, counted ? countId(props) : undefined)}
        readonly={props.readonly}
        data-count={props.maxLength}
      >
        {/* Browsers leave out a line break that comes first. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : (props.value ?? '')}
      </textarea>
    </Field>
  )
}

/** A date. The browser's own date picker; the value is YYYY-MM-DD. */
export function DateField(props: TextProps & { min?: string; max?: string }) {
  return (
    <Field {...props}>
      <input
        class="ds-input tg-date"
        type="date"
        {...controlAttributes(props)}
        value={props.value ?? ''}
        min={props.min}
        max={props.max}
        readonly={props.readonly}
        autocomplete={props.autocomplete}
      />
    </Field>
  )
}

function Counter(props: TextProps) {
  const t = lookTexts[props.lang]
  return (
    <p class="tg-count" id={countId(props)} data-left={t.charactersLeft} data-over={t.charactersOver}>
      {t.charactersAtMost(props.maxLength ?? 0)}
    </p>
  )
}

function countId(props: FieldBase): string {
  return `${props.id ?? fieldId(props.name)}-count`
}
