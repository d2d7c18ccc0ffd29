import type { Child } from 'hono/jsx'
import { lookTexts } from '../texts.ts'
import { controlAttributes, Field, fieldId, Fieldset, type FieldBase } from './field.tsx'

export interface Option {
  value: string
  label: Child
  /** One line under the choice. */
  help?: Child
  disabled?: boolean
}

/** One of many, in a list. At most five choices are better as RadioGroup. */
export function SelectField(props: FieldBase & { value?: string; options: readonly Option[]; prompt?: string | false }) {
  return (
    <Field {...props}>
      <select class="ds-input" {...controlAttributes(props)}>
        {props.prompt === false ? null : <option value="">{props.prompt ?? lookTexts[props.lang].choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of a few, all seen at once. */
export function RadioGroup(props: FieldBase & { value?: string; options: readonly Option[]; inline?: boolean }) {
  return (
    <Fieldset {...props}>
      <div class={props.inline ? 'tg-choices tg-choices--inline' : 'tg-choices'}>
        {props.options.map((option, index) => (
          <Choice field={props} type="radio" option={option} index={index} checked={option.value === props.value} />
        ))}
      </div>
    </Fieldset>
  )
}

/** Any number of a few; the form sends the name once per choice. */
export function CheckboxGroup(props: FieldBase & { values?: readonly string[]; options: readonly Option[] }) {
  return (
    <Fieldset {...props}>
      <div class="tg-choices">
        {props.options.map((option, index) => (
          <Choice
            field={props}
            type="checkbox"
            option={option}
            index={index}
            checked={props.values?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** A single box to tick: "Jeg bekrefter at …". Sends `value` ("on") when ticked. */
export function Checkbox(props: FieldBase & { checked?: boolean; value?: string }) {
  const { id, ...rest } = controlAttributes(props)
  return (
    <div class="tg-field tg-single" id={`${id}-field`} data-invalid={props.error ? '' : undefined}>
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id={id} {...rest} value={props.value ?? 'on'} checked={props.checked} />
        <label class={props.hideLabel ? 'ds-sr-only' : 'ds-label'} data-weight="regular" for={id}>
          {props.label}
        </label>
        {props.help ? (
          <div data-field="description" id={`${id}-help`}>
            {props.help}
          </div>
        ) : null}
      </div>
      {props.error ? (
        <p class="ds-validation-message" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
    </div>
  )
}

/** A question answered with yes or no. The values are "yes" and "no". */
export function YesNo(props: FieldBase & { value?: string; yesHelp?: Child; noHelp?: Child }) {
  const t = lookTexts[props.lang]
  const options = [
    { value: 'yes', label: t.yes, help: props.yesHelp },
    { value: 'no', label: t.no, help: props.noHelp },
  ]
  return <RadioGroup {...props} options={options} inline={!props.yesHelp && !props.noHelp} />
}

function Choice(props: { field: FieldBase; type: 'radio' | 'checkbox'; option: Option; index: number; checked: boolean }) {
  const group = props.field.id ?? fieldId(props.field.name)
  // The first choice carries the group's id, so that the error summary's link lands on something one can press.
  const id = props.index === 0 ? group : `${group}-${props.index + 1}`
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={props.type}
        id={id}
        name={props.field.name}
        value={props.option.value}
        checked={props.checked}
        disabled={props.option.disabled}
        aria-describedby={props.option.help ? `${id}-choice-help` : undefined}
        aria-invalid={props.field.error ? 'true' : undefined}
      />
      <label class="ds-label" data-weight="regular" for={id}>
        {props.option.label}
      </label>
      {props.option.help ? (
        <div data-field="description" id={`${id}-choice-help`}>
          {props.option.help}
        </div>
      ) : null}
    </div>
  )
}
