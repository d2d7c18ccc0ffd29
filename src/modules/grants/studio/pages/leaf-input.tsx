import {
  AmountField,
  Checkbox,
  CheckboxGroup,
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  Tag,
  TextField,
} from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { factChoices } from '../rules/fact-choices.ts'
import { type Leaf } from '../rules/inputs.ts'
import type { Clash } from '../rules/ops.ts'
import { valueAt } from '../rules/paths.ts'
import { comparable } from '../rules/read-inputs.ts'
import { isText3, type PartText } from '../rules/texts3.ts'
import { sayFinding } from '../texts/findings.ts'
import { isMissing } from './parts.ts'
import { inputTexts } from '../texts/inputs.ts'
import { studioTexts } from '../texts/studio.ts'
import { ConditionInput, FormulaInput } from './condition-input.tsx'
import type { Drawing } from './drawing.ts'
import { showValue } from './show-value.ts'
import { Text3Input } from './text3-input.tsx'

/** One question with what stands in the document, what is wrong with it, and what another has saved meanwhile. */
export function LeafInput({ draw, input, path }: { draw: Drawing; input: Leaf; path: string }) {
  const { lang, around } = draw
  const value = typedAt(draw, path)
  if (input.kind === 'text3') return <Texts draw={draw} input={input} path={path} />
  const missing = draw.view.findings.some((finding) => finding.path === path && isMissing(finding))
  const error = errorAt(draw, path)
  const field = {
    lang,
    name: path,
    label: (
      <>
        {input.label[lang]} {missing ? <Tag tone="warning">{studioTexts[lang].missingHere}</Tag> : null}
      </>
    ),
    ...(input.help ? { help: input.help[lang] } : {}),
    ...(error ? { error } : {}),
    ...(input.optional ? { optional: true as const } : {}),
  }
  switch (input.kind) {
    case 'condition':
    case 'formula': {
      const asked = {
        ...field,
        path,
        label: input.label[lang],
        value: textOf(value),
        facts: factChoices(around.document, input.inReport),
      }
      return input.kind === 'formula' ? (
        <FormulaInput {...asked} />
      ) : (
        <ConditionInput
          {...asked}
          optional={input.optional === true}
          {...(input.kind === 'condition' && input.none ? { none: input.none[lang] } : {})}
        />
      )
    }
    case 'text': {
      const fixed = input.fixed?.(around) === true
      return (
        <TextField
          {...field}
          value={textOf(value)}
          {...(input.size ? { size: input.size } : {})}
          {...(fixed ? { readonly: true, help: inputTexts[lang].fixed } : {})}
        />
      )
    }
    case 'number':
      return (
        <NumberField
          {...field}
          value={typeof value === 'number' ? formatNumber(value, 'nb') : textOf(value)}
          {...(input.unit ? { unit: input.unit[lang] } : {})}
          {...(input.decimals ? { decimals: true } : {})}
          size={6}
        />
      )
    case 'amount':
      return <AmountField {...field} value={typeof value === 'number' ? formatNumber(value / 100, 'nb') : textOf(value)} />
    case 'date':
      return <DateField {...field} value={textOf(value)} />
    case 'check':
      return <Checkbox {...field} label={input.label[lang]} checked={value === true} />
    case 'select': {
      const options = choicesOf(input, draw).map(({ value: key, label, help }) => ({
        value: key,
        label: label[lang],
        ...(help ? { help: help[lang] } : {}),
      }))
      const now = textOf(value)
      // What stands there and is no choice any more is shown, not silently lost.
      if (now !== '' && !options.some((option) => option.value === now)) options.push({ value: now, label: now })
      const none = options.length === 0 ? { help: inputTexts[lang].noChoices } : {}
      return <SelectField {...field} {...none} value={now} options={options} />
    }
    case 'several':
      return (
        <CheckboxGroup
          {...field}
          values={Array.isArray(value) ? value.map(String) : []}
          options={choicesOf(input, draw).map((choice) => ({ value: choice.value, label: choice.label[lang] }))}
        />
      )
    case 'shape':
      return (
        <RadioGroup
          {...field}
          value={textOf(comparable(input, value))}
          options={input.choices.map((choice) => ({ value: choice.value, label: choice.label[lang] }))}
        />
      )
  }
}

function Texts({ draw, input, path }: { draw: Drawing; input: Extract<Leaf, { kind: 'text3' }>; path: string }) {
  const { lang } = draw
  const stored = valueAt(draw.around.document, path)
  const value: PartText = { ...(isText3(stored) ? stored : {}) }
  for (const each of ['nb', 'nn', 'en'] as const) {
    const typed = draw.clashes.get(`${path}.${each}`)
    if (typed) value[each] = textOf(afterOf(typed))
  }
  return (
    <Text3Input
      lang={lang}
      path={path}
      label={input.label}
      {...(input.help ? { help: input.help } : {})}
      {...(input.optional ? { optional: true } : {})}
      value={value}
      lines={input.lines ?? 3}
      error={(each) => errorAt(draw, `${path}.${each}`)}
      note={(each) => noteAt(draw, `${path}.${each}`)}
    />
  )
}

/** What was typed where two clash; what is stored elsewhere. */
function typedAt(draw: Drawing, path: string): unknown {
  const clash = draw.clashes.get(path)
  return clash ? afterOf(clash) : valueAt(draw.around.document, path)
}

function afterOf(clash: Clash): unknown {
  return clash.op.do === 'set' ? clash.op.after : undefined
}

/** What stops at this very place, but for what is missing: that is marked in a calmer way. */
function errorAt(draw: Drawing, path: string): string | undefined {
  const clash = draw.clashes.get(path)
  const { lang, view } = draw
  if (clash) {
    const who = view.recent.find((change) => change.ops.some((op) => op.do === 'set' && op.path === path))?.personName
    return `${inputTexts[lang].storedElsewhere(who ?? studioTexts[lang].somebody)} «${showValue(clash.now, lang)}»`
  }
  const wrong = view.findings.find((finding) => finding.path === path && finding.level === 'stops' && !isMissing(finding))
  return wrong && sayFinding(wrong, lang)
}

function noteAt(draw: Drawing, path: string): string | undefined {
  const advice = draw.view.findings.find((finding) => finding.path === path && finding.level === 'advises')
  return advice && sayFinding(advice, draw.lang)
}

function choicesOf(input: Extract<Leaf, { kind: 'select' | 'several' }>, draw: Drawing) {
  return typeof input.choices === 'function' ? input.choices(draw.around) : input.choices
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
