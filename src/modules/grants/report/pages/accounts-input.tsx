import { AmountField, Button, DataTable, TextField, type Column } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { FieldValues } from '../../application/rules/read-answers.ts'
import { kroner } from '../../application/pages/field-parts.tsx'
import type { AccountLine } from '../../model.ts'
import type { Report } from '../queries/get-report.ts'
import { lineName } from '../rules/account-lines.ts'
import { needsExplanation, plannedOre } from '../rules/accounts.ts'
import { reportTexts } from '../texts/report.ts'
import { AccountsSummary } from './accounts-shown.tsx'

export interface AccountsAsked {
  lang: Lang
  report: Report
  /** The lines as they are shown: stored, or as just typed. */
  lines: readonly AccountLine[]
  /** Sentence per input name. */
  errors: ReadonlyMap<string, string>
  typed?: FieldValues
}

interface Row {
  line: AccountLine
  index: number
}

/** Costs and other income, line by line against the budget; sums that follow what is typed. */
export function AccountsInput(asked: AccountsAsked) {
  const { lang, report, lines } = asked
  const t = reportTexts[lang]
  const isRevised = lines.some((line) => line.revisedOre !== undefined)
  return (
    <div class="tg-question" id="q-accounts">
      <p>{t.accountsLead}</p>
      {isRevised ? <p>{t.accountsLeadRevised(formatKr(report.grantedOre, lang), formatKr(report.appliedOre, lang))}</p> : null}
      <Side asked={asked} side="cost" isRevised={isRevised} />
      <Side asked={asked} side="income" isRevised={false} />
      <AccountsSummary lang={lang} lines={lines} grantedOre={report.grantedOre} isDraft />
    </div>
  )
}

function Side({ asked, side, isRevised }: { asked: AccountsAsked; side: AccountLine['side']; isRevised: boolean }) {
  const { lang, lines } = asked
  const t = reportTexts[lang]
  const rows = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.side === side)
  const sum = `accounts-${side}`
  const total = (of: (line: AccountLine) => number) =>
    formatKr(
      rows.reduce((all, { line }) => all + of(line), 0),
      lang,
    )
  const columns: Column<Row>[] = [
    { label: t.line, heading: true, cell: (row) => <LineCell asked={asked} row={row} /> },
    {
      label: t.budget,
      numeric: true,
      cell: ({ line }) => (line.budgetOre === null ? t.notInBudget : formatKr(line.budgetOre, lang)),
    },
    ...(isRevised
      ? [
          {
            label: t.revised,
            numeric: true,
            cell: ({ line }: Row) => (line.revisedOre === undefined ? '–' : formatKr(line.revisedOre, lang)),
          },
        ]
      : []),
    { label: t.account, numeric: true, cell: (row) => <AmountCell asked={asked} row={row} sum={sum} /> },
    { label: t.explanation, cell: (row) => <CommentCell asked={asked} row={row} /> },
  ]
  return (
    <div class="tg-budget">
      {side === 'income' ? <p class="tg-help">{t.incomeHelp}</p> : null}
      {rows.length > 0 ? (
        <DataTable
          lang={lang}
          caption={side === 'cost' ? t.cost : t.income}
          columns={columns}
          rows={rows}
          footer={[
            side === 'cost' ? t.sumCost : t.sumIncome,
            total((line) => line.budgetOre ?? 0),
            ...(isRevised ? [total((line) => plannedOre(line) ?? 0)] : []),
            <b class="tg-money" data-sum-of={sum}>
              {total((line) => line.accountOre)}
            </b>,
            undefined,
          ]}
        />
      ) : null}
      <Button variant="secondary" small icon="plus" name="_do" value={`line:${side}`} formnovalidate>
        {side === 'cost' ? t.addCost : t.addIncome}
      </Button>
    </div>
  )
}

function LineCell({ asked, row }: { asked: AccountsAsked; row: Row }) {
  const { lang, errors, typed } = asked
  const t = reportTexts[lang]
  if (row.line.budgetOre !== null) return row.line.label
  const name = `${lineName(row.index)}.label`
  return (
    <>
      <TextField
        lang={lang}
        name={name}
        label={`${t.what} ${t.newLine(row.index + 1)}`}
        hideLabel
        optional
        value={typed?.has(name) ? typed.text(name) : row.line.label}
        error={errors.get(name)}
      />
      <Button variant="tertiary" small icon="trash" name="_do" value={`unline:${row.index}`} formnovalidate>
        {t.remove}
      </Button>
    </>
  )
}

function AmountCell({ asked, row, sum }: { asked: AccountsAsked; row: Row; sum: string }) {
  const { lang, errors, typed } = asked
  const name = `${lineName(row.index)}.amount`
  return (
    <AmountField
      lang={lang}
      name={name}
      label={reportTexts[lang].accountFor(nameOf(row, lang))}
      hideLabel
      optional={row.line.budgetOre === null}
      size={10}
      sum={sum}
      value={typed?.has(name) ? typed.text(name) : (row.line.typed ?? kroner(row.line.accountOre))}
      error={errors.get(name)}
    />
  )
}

function CommentCell({ asked, row }: { asked: AccountsAsked; row: Row }) {
  const { lang, errors, typed } = asked
  const name = `${lineName(row.index)}.comment`
  const isAsked = row.line.typed === undefined && needsExplanation(row.line)
  return (
    <TextField
      lang={lang}
      name={name}
      label={reportTexts[lang].explanationFor(nameOf(row, lang))}
      hideLabel
      optional={!isAsked}
      value={typed?.has(name) ? typed.text(name) : (row.line.comment ?? '')}
      error={errors.get(name)}
    />
  )
}

function nameOf(row: Row, lang: Lang): string {
  return row.line.label || reportTexts[lang].newLine(row.index + 1)
}
