import type { Child } from 'hono/jsx'
import { controlAttributes, Field, fieldId, type FieldBase } from './field.tsx'

/** A number kept as the text that was typed; the server reads it. */
export interface NumberProps extends FieldBase {
  value?: string
  /** After the field: "medlemmer", "%", "timer". */
  unit?: Child
  /** Width in digits. */
  size?: number
  readonly?: boolean
  /** Counts towards the sum in the nearest element with data-sum-group; see Meter and src/assets/scripts. */
  sum?: string
}

/** A whole or decimal number. A text field with a number keyboard: browsers' number fields lose what they cannot read. */
export function NumberField(props: NumberProps & { decimals?: boolean }) {
  return <Affixed {...props} inputmode={props.decimals ? 'decimal' : 'numeric'} size={props.size ?? 8} />
}

/** An amount in kroner, as people write it: "12 500", "12.500,50". parseKr reads it. */
export function AmountField(props: Omit<NumberProps, 'unit'>) {
  return <Affixed {...props} unit="kr" inputmode="decimal" size={props.size ?? 12} amount />
}

function Affixed(props: NumberProps & { inputmode: 'numeric' | 'decimal'; amount?: boolean }) {
  const unitId = props.unit ? `${props.id ?? fieldId(props.name)}-unit` : undefined
  const input = (
    <input
      class="ds-input tg-number"
      type="text"
      inputmode={props.inputmode}
      autocomplete="off"
      {...controlAttributes(props, unitId)}
      value={props.value ?? ''}
      size={props.size}
      readonly={props.readonly}
      data-amount={props.amount ? '' : undefined}
      data-sum={props.sum}
    />
  )
  return (
    <Field {...props}>
      {props.unit ? (
        <div class="ds-field-affixes">
          {input}
          <span class="ds-field-affix" id={unitId}>
            {props.unit}
          </span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
