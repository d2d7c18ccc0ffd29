import { AmountField, Button, DataTable, NumberField, SelectField, TextField, type Column } from '#platform/look/index.ts'
import { formatKr, parseKr } from '#platform/money.ts'
import type { Field } from '../../model.ts'
import { budgetRows, type BudgetRow } from '../rules/budget-rows.ts'
import { appliedOre, budgetSums } from '../rules/facts.ts'
import { asBudget } from '../rules/fields.ts'
import { writeNumber } from '../rules/numbers.ts'
import { budgetGap, countsApplied } from '../rules/validate.ts'
import { fieldTexts } from '../texts/fields.ts'
import type { Asking } from './asking.ts'
import { kroner, QuestionGroup } from './field-parts.tsx'

type BudgetField = Extract<Field, { type: 'budget' }>

/** Costs and income as tables with a row per category, rows to add, and sums that say what does not add up. */
export function BudgetInput({ ask, field, optional }: { ask: Asking; field: BudgetField; optional: boolean }) {
  const t = fieldTexts[ask.lang]
  const rows = budgetRows(field, asBudget(ask.answers[field.key]).lines)
  const budget = asBudget(ask.answers[field.key])
  const hours = `${field.key}.hours`
  const has = (side: BudgetRow['side']) => rows.some((row) => row.side === side)
  return (
    <QuestionGroup ask={ask} field={field} optional={optional}>
      {(['cost', 'income'] as const).map((side) =>
        has(side) ? <Side ask={ask} field={field} side={side} rows={rows.filter((row) => row.side === side)} /> : null,
      )}
      {field.volunteerHours ? (
        <NumberField
          lang={ask.lang}
          name={hours}
          label={t.hours}
          help={t.hoursHelp}
          optional
          unit={t.hoursUnit}
          error={ask.errors.get(hours)}
          value={
            ask.typed?.has(hours)
              ? ask.typed.text(hours)
              : (budget.typedHours ?? (budget.volunteerHours === undefined ? '' : writeNumber(budget.volunteerHours)))
          }
        />
      ) : null}
      <Balance ask={ask} />
    </QuestionGroup>
  )
}

function Side({ ask, field, side, rows }: { ask: Asking; field: BudgetField; side: BudgetRow['side']; rows: BudgetRow[] }) {
  const { lang } = ask
  const t = fieldTexts[lang]
  const sum = `${field.key}-${side}`
  const total = rows.reduce((all, row) => all + (row.line?.ore ?? 0), 0)
  // As it was typed, unless the line has moved to another row since: a chosen category has a row of its own.
  const typed = (name: string, stored: string, read: (text: string) => unknown) => {
    const text = ask.typed?.has(name) ? ask.typed.text(name) : stored
    return read(text) === read(stored) ? text : stored
  }
  const columns: Column<BudgetRow>[] = [
    { label: t.category, heading: true, cell: (row) => <CategoryCell ask={ask} field={field} row={row} /> },
    {
      label: t.note,
      cell: (row) => {
        const name = `${field.key}.${row.index}.label`
        return (
          <TextField
            lang={lang}
            name={name}
            label={labelled(t.note, row, ask)}
            hideLabel
            optional
            error={ask.errors.get(name)}
            value={typed(name, row.line?.label ?? '', (text) => text)}
          />
        )
      },
    },
    {
      label: t.amount,
      numeric: true,
      cell: (row) => {
        const name = `${field.key}.${row.index}.amount`
        return (
          <AmountField
            lang={lang}
            name={name}
            label={labelled(t.amount, row, ask)}
            hideLabel
            optional
            error={ask.errors.get(name)}
            value={typed(name, row.line ? (row.line.typed ?? kroner(row.line.ore)) : '', (text) => parseKr(text) ?? text)}
            size={10}
            sum={sum}
          />
        )
      },
    },
    {
      label: t.remove,
      hideLabel: true,
      narrow: true,
      cell: (row) =>
        row.category ? null : (
          <Button variant="tertiary" small icon="trash" name="_do" value={`remove:${field.key}:${row.index}`} formnovalidate>
            {t.remove}
          </Button>
        ),
    },
  ]
  return (
    <div class="tg-budget" id={`${field.key}-${side}-side`}>
      <DataTable
        lang={lang}
        caption={side === 'cost' ? t.cost : t.income}
        columns={columns}
        rows={rows}
        footer={[
          side === 'cost' ? t.sumCost : t.sumIncome,
          undefined,
          <b class="tg-money" data-sum-of={sum}>
            {formatKr(total, lang)}
          </b>,
          undefined,
        ]}
      />
      <Button variant="secondary" small icon="plus" name="_do" value={`add:${field.key}:${side}`} formnovalidate>
        {side === 'cost' ? t.addCost : t.addIncome}
      </Button>
    </div>
  )
}

function CategoryCell({ ask, field, row }: { ask: Asking; field: BudgetField; row: BudgetRow }) {
  const name = `${field.key}.${row.index}`
  if (row.category) {
    return (
      <>
        {row.category.label[ask.lang]}
        <input type="hidden" name={`${name}.category`} value={row.category.key} />
      </>
    )
  }
  return (
    <>
      <input type="hidden" name={`${name}.extra`} value="1" />
      <input type="hidden" name={`${name}.side`} value={row.side} />
      <SelectField
        lang={ask.lang}
        name={`${name}.category`}
        label={`${fieldTexts[ask.lang].category} ${row.index + 1}`}
        hideLabel
        optional
        value={row.line?.category ?? ''}
        options={field.categories
          .filter((each) => each.side === row.side)
          .map((each) => ({ value: each.key, label: each.label[ask.lang] }))}
      />
    </>
  )
}

/** The sums against one another, in words. */
function Balance({ ask }: { ask: Asking }) {
  const { lang, definition, answers, state } = ask
  const t = fieldTexts[lang]
  const sums = budgetSums(definition, answers, state.hidden)
  const gap = budgetGap(definition, answers, state)
  const applied = appliedOre(definition, answers, state)
  if (!sums) return null
  const line = (label: string, ore: number) => (
    <div>
      <dt>{label}</dt>
      <dd class="tg-money">{formatKr(ore, lang)}</dd>
    </div>
  )
  return (
    <div class="tg-balance" id="budget-balance">
      <dl class="tg-balance__sums">
        {line(t.sumCost, sums.cost)}
        {line(t.sumIncome, sums.income)}
        {definition.amount.askedIn && applied !== undefined && !countsApplied(definition) ? line(t.applied, applied) : null}
        {sums.own > 0 ? line(t.own, sums.own) : null}
      </dl>
      {gap === undefined ? null : (
        <p class="tg-balance__verdict" data-state={gap === 0 ? 'ok' : 'off'} data-announce>
          {gap === 0 ? t.balances : gap < 0 ? t.lacks(formatKr(-gap, lang)) : t.over(formatKr(gap, lang))}
        </p>
      )}
    </div>
  )
}

function labelled(what: string, row: BudgetRow, ask: Asking): string {
  return `${what}, ${row.category?.label[ask.lang] ?? row.index + 1}`
}
