import {
  Alert,
  AmountField,
  Checkbox,
  CheckboxGroup,
  DateField,
  Fieldset,
  Icon,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  YesNo,
  type FieldBase,
} from '#platform/look/index.ts'
import { isDay } from '#platform/time.ts'
import type { Answer, Field, PlainField } from '../../model.ts'
import { partsOf } from '../rules/fields.ts'
import { formatAccount, writeNumber } from '../rules/numbers.ts'
import { showAnswer } from '../show-answer.ts'
import { fieldTexts } from '../texts/fields.ts'
import type { Asking } from './asking.ts'
import { helpOf, kroner } from './field-parts.tsx'
import { OrganisationInput } from './organisation-input.tsx'

interface PlainProps {
  ask: Asking
  field: PlainField
  name: string
  answer: Answer | undefined
  optional: boolean
  mark?: unknown
}

/** A question that is not made of rows or files; also a cell of a table. */
export function PlainInput({ ask, field, name, answer, optional, mark }: PlainProps) {
  const { lang } = ask
  const t = fieldTexts[lang]
  const label = field.label[lang]
  const error = ask.errors.get(name)
  const base: FieldBase = {
    lang,
    name,
    label,
    optional,
    error,
    help: field.type === 'declaration' ? undefined : helpOf(ask, field, ask.markOf(field as Field) ? mark : undefined),
  }
  const typed = (input: string, otherwise: string) => (ask.typed?.has(input) ? ask.typed.text(input) : otherwise)
  // A number that was given while the question was one of numbers stands as it was typed.
  const text = typeof answer === 'string' ? answer : typeof answer === 'number' ? writeNumber(answer) : ''
  switch (field.type) {
    case 'shortText':
      return <TextField {...base} value={typed(name, text)} maxLength={field.maxLength} />
    case 'longText':
      return <TextArea {...base} value={typed(name, text)} maxLength={field.maxLength} rows={field.maxLength > 1000 ? 8 : 4} />
    case 'number':
      return (
        <NumberField
          {...base}
          value={typed(name, typeof answer === 'number' ? writeNumber(answer) : text)}
          decimals={field.decimals > 0}
          unit={field.unit?.[lang]}
        />
      )
    case 'percentage':
      return (
        <NumberField
          {...base}
          value={typed(name, typeof answer === 'number' ? writeNumber(answer) : text)}
          decimals
          unit="%"
          size={5}
        />
      )
    case 'amount':
      return <AmountField {...base} value={typed(name, kroner(answer))} sum={`amount-${field.key}`} />
    case 'date':
      return <DayInput base={base} value={typed(name, text)} limits={ask.state.dateLimits[name]} />
    case 'period':
      return (
        <Fieldset {...base}>
          <div class="tg-parts">
            {(['from', 'to'] as const).map((part) => (
              <DayInput
                base={{
                  lang,
                  name: `${name}.${part}`,
                  label: t[part],
                  error: ask.errors.get(`${name}.${part}`),
                  optional: false,
                }}
                value={typed(`${name}.${part}`, String(partsOf(answer)?.[part] ?? ''))}
              />
            ))}
          </div>
        </Fieldset>
      )
    case 'yesNo':
      return <YesNo {...base} value={answer === true ? 'yes' : answer === false ? 'no' : ''} />
    case 'declaration':
      return (
        <Checkbox
          {...base}
          checked={answer === true}
          help={field.help?.[lang]}
          label={
            <>
              <b>{label}.</b> {field.statement[lang]}
            </>
          }
        />
      )
    case 'oneOf': {
      const options = field.options.map((option) => ({ value: option.key, label: option.label[lang] }))
      return options.length > 6 ? (
        <SelectField {...base} value={text} options={options} />
      ) : (
        <RadioGroup {...base} value={text} options={options} />
      )
    }
    case 'severalOf':
      return (
        <CheckboxGroup
          {...base}
          values={Array.isArray(answer) ? (answer as string[]) : []}
          options={field.options.map((option) => ({ value: option.key, label: option.label[lang] }))}
        />
      )
    case 'district': {
      const options = ask.districts.map((district) => ({ value: district.key, label: district.name }))
      if (field.several)
        return (
          <CheckboxGroup {...base} values={Array.isArray(answer) ? (answer as string[]) : text ? [text] : []} options={options} />
        )
      return <SelectField {...base} value={text} options={options} />
    }
    case 'person':
      return (
        <TextField
          {...base}
          name={`${name}.name`}
          error={ask.errors.get(`${name}.name`)}
          value={typed(`${name}.name`, String(partsOf(answer)?.['name'] ?? ''))}
          autocomplete="name"
        />
      )
    case 'organisation':
      return <OrganisationInput ask={ask} base={base} name={name} answer={answer} />
    case 'address':
      return <PartsInput ask={ask} base={base} parts={addressParts(ask, name, answer)} />
    case 'bankAccount':
      return (
        <TextField
          {...base}
          help={helpOf(ask, field, ask.markOf(field as Field) ? mark : undefined, field.help ? undefined : t.accountHelp)}
          value={typed(name, formatAccount(text))}
          inputmode="numeric"
          size={16}
          autocomplete="off"
        />
      )
    case 'calculated':
      return <CalculatedValue ask={ask} field={field} name={name} />
    case 'info':
      return (
        <Alert kind="info" title={label}>
          {field.help ? <p class="tg-prewrap">{field.help[lang]}</p> : null}
        </Alert>
      )
    case 'section':
    case 'budget':
    case 'file':
      return null
  }
}

function DayInput({ base, value, limits }: { base: FieldBase; value: string; limits?: { earliest?: string; latest?: string } }) {
  // A browser's date field shows nothing of what is not a date: then it is shown as the text it is.
  if (value !== '' && !isDay(value)) return <TextField {...base} value={value} size={16} />
  return <DateField {...base} value={value} min={limits?.earliest} max={limits?.latest} />
}

interface Part {
  name: string
  label: string
  value: string
  help?: string
  optional?: boolean
  size?: number
  autocomplete?: string
  numeric?: boolean
}

function PartsInput({ ask, base, parts }: { ask: Asking; base: FieldBase; parts: Part[] }) {
  return (
    <Fieldset {...base}>
      <div class="tg-parts">
        {parts.map((part) => (
          <TextField
            lang={ask.lang}
            name={part.name}
            label={part.label}
            help={part.help}
            error={ask.errors.get(part.name)}
            optional={part.optional}
            value={part.value}
            size={part.size}
            autocomplete={part.autocomplete}
            inputmode={part.numeric ? 'numeric' : undefined}
          />
        ))}
      </div>
    </Fieldset>
  )
}

function addressParts(ask: Asking, name: string, answer: Answer | undefined): Part[] {
  const t = fieldTexts[ask.lang]
  const value = (part: string) =>
    ask.typed?.has(`${name}.${part}`) ? ask.typed.text(`${name}.${part}`) : String(partsOf(answer)?.[part] ?? '')
  return [
    { name: `${name}.street`, label: t.street, value: value('street'), autocomplete: 'street-address' },
    {
      name: `${name}.postcode`,
      label: t.postcode,
      value: value('postcode'),
      size: 6,
      numeric: true,
      autocomplete: 'postal-code',
    },
    { name: `${name}.place`, label: t.place, value: value('place'), autocomplete: 'address-level2' },
  ]
}

function CalculatedValue({
  ask,
  field,
  name,
}: {
  ask: Asking
  field: Extract<PlainField, { type: 'calculated' }>
  name: string
}) {
  const key = name.replace(/\.\d+\./, '.')
  const value = ask.state.calculated[key]
  const shown =
    typeof value === 'number' || typeof value === 'string' ? showAnswer(field, value, { districts: [], files: [] }, ask.lang) : ''
  return (
    <div class="tg-field tg-calculated">
      <p class="ds-label">{field.label[ask.lang]}</p>
      {field.help ? <p class="tg-help">{field.help[ask.lang]}</p> : null}
      <p class="tg-calculated__value" data-announce>
        <Icon name="calculator" />
        {shown || fieldTexts[ask.lang].notReady}
      </p>
    </div>
  )
}
