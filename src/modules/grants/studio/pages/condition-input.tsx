import { Details, fieldId, Fieldset, RadioGroup, SelectField, TextArea, TextField, DateField } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import type { Lang, Text3 } from '#platform/texts/texts.ts'
import type { FactChoice, FactGroup } from '../rules/fact-choices.ts'
import { readMenu, type Against, type MenuCondition, type MenuTest } from '../rules/menu-condition.ts'
import { conditionNames, ROWS } from '../rules/read-condition.ts'
import { factTexts } from '../texts/facts.ts'

export interface ConditionProps {
  lang: Lang
  path: string
  label: string
  help?: string
  error?: string
  value: string
  facts: readonly FactChoice[]
  /** May be left out: "always", or what `none` says. */
  optional: boolean
  none?: string
}

/** A condition: none, made of menus, or written. What menus cannot say is shown as it is written. */
export function ConditionInput(props: ConditionProps) {
  const { lang, path, value } = props
  const t = factTexts[lang]
  const names = conditionNames(path)
  const menus = value === '' ? undefined : readMenu(value)
  const shown = menus && isKnown(menus, props.facts) && menus.tests.length < ROWS ? menus : undefined
  const how = value === '' ? (props.optional ? 'always' : 'menus') : shown ? 'menus' : 'text'
  const rows = [...(shown?.tests ?? []), undefined]
  return (
    <div class="tg-condition" id={`${fieldId(path)}-condition`}>
      <Fieldset
        lang={lang}
        name={`condition.${path}`}
        label={props.label}
        {...(props.help ? { help: props.help } : {})}
        {...(props.error ? { error: props.error } : {})}
        optional="quiet"
      >
        <RadioGroup
          lang={lang}
          name={names.how}
          label={t.how}
          hideLabel
          optional="quiet"
          inline
          value={how}
          options={[
            ...(props.optional ? [{ value: 'always', label: props.none ?? t.always }] : []),
            { value: 'menus', label: t.byMenus },
            { value: 'text', label: t.byText },
          ]}
        />
        <div class="tg-condition__menus">
          {rows.length > 2 ? (
            <RadioGroup
              lang={lang}
              name={names.join}
              label={t.joinLabel}
              inline
              optional="quiet"
              value={shown?.join ?? 'all'}
              options={(['all', 'any'] as const).map((join) => ({ value: join, label: t.join[join] }))}
            />
          ) : null}
          {rows.map((test, n) => (
            <Row lang={lang} names={names.row(n)} facts={props.facts} {...(test ? { test } : {})} />
          ))}
        </div>
        <div class="tg-condition__text">
          <TextArea
            lang={lang}
            name={path}
            label={t.expression}
            help={t.expressionHelp}
            value={value}
            rows={2}
            optional="quiet"
          />
          <KnownFacts lang={lang} facts={props.facts} />
        </div>
      </Fieldset>
    </div>
  )
}

/** A formula: always written. */
export function FormulaInput(props: Omit<ConditionProps, 'optional'>) {
  const { lang, path, label, value, facts } = props
  return (
    <div class="tg-condition">
      <TextArea
        lang={lang}
        name={path}
        label={label}
        help={props.help ?? factTexts[lang].formulaHelp}
        {...(props.error ? { error: props.error } : {})}
        value={value}
        rows={2}
      />
      <KnownFacts lang={lang} facts={facts} />
    </div>
  )
}

function isKnown({ tests }: MenuCondition, facts: readonly FactChoice[]): boolean {
  return tests.every(({ path, is, against }) => {
    const fact = facts.find((each) => each.path === path)
    const other = against?.kind === 'fact' || against?.kind === 'share' ? against.path : undefined
    return fact?.tests.includes(is) === true && (other === undefined || facts.some((each) => each.path === other))
  })
}

interface RowProps {
  lang: Lang
  names: ReturnType<ReturnType<typeof conditionNames>['row']>
  facts: readonly FactChoice[]
  test?: MenuTest
}

function Row({ lang, names, facts, test }: RowProps) {
  const t = factTexts[lang]
  const fact = facts.find((each) => each.path === test?.path)
  const held = test !== undefined && !['yes', 'no', 'given', 'missing'].includes(test.is)
  return (
    <div class="tg-condition__row">
      <div class="ds-field tg-field">
        <label class="ds-sr-only" for={fieldId(names.fact)}>
          {t.fact}
        </label>
        <select class="ds-input" id={fieldId(names.fact)} name={names.fact}>
          <option value="">{t.none}</option>
          {(Object.entries(t.groups) as [FactGroup, string][]).map(([group, title]) => {
            const own = facts.filter((each) => each.group === group)
            return own.length === 0 ? null : (
              <optgroup label={title}>
                {own.map((each) => (
                  <option value={each.path} selected={each.path === test?.path}>
                    {factLabel(each, lang)}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </select>
      </div>
      {fact ? (
        <SelectField
          lang={lang}
          name={names.test}
          label={t.test}
          hideLabel
          optional="quiet"
          prompt={false}
          value={test?.is ?? ''}
          options={fact.tests.map((is) => ({ value: is, label: testLabel(fact, is, lang) }))}
        />
      ) : null}
      {fact && held ? (
        <Value lang={lang} names={names} fact={fact} facts={facts} {...(test?.against ? { against: test.against } : {})} />
      ) : null}
    </div>
  )
}

function testLabel(fact: FactChoice, is: MenuTest['is'], lang: Lang): string {
  const t = factTexts[lang]
  const dates: Partial<Record<string, string>> = fact.type.kind === 'date' ? t.dates : {}
  return dates[is] ?? t.tests[is]
}

function Value({ lang, names, fact, facts, against }: Omit<RowProps, 'test'> & { fact: FactChoice; against?: Against }) {
  const t = factTexts[lang]
  const field = { lang, name: names.value, label: t.value, hideLabel: true, optional: 'quiet' as const }
  const options = fact.options.map((each) => ({ value: each.value, label: optionLabel(each, lang) }))
  const typed = typedValue(fact, against)
  if (options.length > 0) return <SelectField {...field} value={typed} options={options} />
  const others = facts.filter((each) => each.path !== fact.path && each.type.kind === fact.type.kind && each.money === fact.money)
  const comparisons = [
    { value: '', label: t.against.typed },
    ...(fact.type.kind === 'date' ? [{ value: 'days', label: t.against.days }] : []),
    ...others.map((each) => ({ value: `fact:${each.path}`, label: t.against.same(factLabel(each, lang)) })),
    ...(fact.money ? others.map((each) => ({ value: `share:${each.path}`, label: t.against.share(factLabel(each, lang)) })) : []),
  ]
  const chosen =
    against?.kind === 'fact' || against?.kind === 'share'
      ? `${against.kind}:${against.path}`
      : against?.kind === 'days'
        ? 'days'
        : ''
  const isDate = fact.type.kind === 'date' && chosen === ''
  return (
    <>
      {against?.kind === 'fact' ? null : isDate ? (
        <DateField {...field} value={typed} />
      ) : (
        <TextField {...field} value={typed} size={12} />
      )}
      {comparisons.length > 1 ? (
        <SelectField
          lang={lang}
          name={names.against}
          label={t.compare}
          hideLabel
          optional="quiet"
          prompt={false}
          value={chosen}
          options={comparisons}
        />
      ) : null}
    </>
  )
}

function typedValue(fact: FactChoice, against: Against | undefined): string {
  switch (against?.kind) {
    case 'text':
    case 'date':
      return against.value
    case 'number':
      return formatNumber(fact.money ? against.value / 100 : against.value, 'nb')
    case 'share':
      return formatNumber(against.percent, 'nb')
    case 'days':
      return String(against.days)
    default:
      return ''
  }
}

/** What a fact is called: the question's own words, or ours. */
export function factLabel(fact: FactChoice, lang: Lang): string {
  const t = factTexts[lang]
  const own = textIn(fact.label, lang)
  if (fact.path.startsWith('step.')) return t.step(own || fact.path)
  if (own) {
    const part = fact.part ? (t.partsOf as Record<string, string>)[fact.part] : undefined
    return part ? t.of(part, own) : own
  }
  return (t.facts as Record<string, string>)[fact.path] ?? fact.path
}

function optionLabel(option: FactChoice['options'][number], lang: Lang): string {
  return textIn(option.label, lang) ?? (factTexts[lang].values as Record<string, string>)[option.value] ?? option.value
}

/** What the choices of a question are called in the rule language. */
function Options({ lang, options }: { lang: Lang; options: FactChoice['options'] }) {
  if (options.length === 0) return null
  return (
    <>
      {options.map((each, index) => (
        <>
          {index === 0 ? ': ' : ', '}
          <code>{`"${each.value}"`}</code> ({optionLabel(each, lang)})
        </>
      ))}
    </>
  )
}

function textIn(text: Partial<Text3> | undefined, lang: Lang): string | undefined {
  return text && (text[lang] || text.nb || text.nn || text.en || undefined)
}

function KnownFacts({ lang, facts }: { lang: Lang; facts: readonly FactChoice[] }) {
  const t = factTexts[lang]
  return (
    <Details summary={t.available}>
      <dl class="tg-condition__facts">
        {facts.map((fact) => (
          <div>
            <dt>
              <code>{fact.path}</code>
            </dt>
            <dd>
              {factLabel(fact, lang)}
              <Options lang={lang} options={fact.options} />
              {fact.columns.length > 0 ? (
                <>
                  . {t.perRow} <code>{`for rad in ${fact.path} return rad.${fact.columns[0]?.key}`}</code>
                  <ul>
                    {fact.columns.map((column) => (
                      <li>
                        <code>rad.{column.key}</code> {textIn(column.label, lang) ?? column.key}
                        <Options lang={lang} options={column.options} />
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}
