import { DataTable, Tag, type Column } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { AccountLine } from '../../model.ts'
import { needsExplanation, plannedOre, summariseAccounts } from '../rules/accounts.ts'
import { reportTexts } from '../texts/report.ts'

/** The accounts as they stand: budget, revised budget, accounts and difference beside each other, the large ones marked. */
export function AccountsShown({ lang, lines, grantedOre }: { lang: Lang; lines: readonly AccountLine[]; grantedOre: number }) {
  return (
    <>
      {(['cost', 'income'] as const).map((side) => (
        <Side lang={lang} side={side} lines={lines.filter((line) => line.side === side)} />
      ))}
      <AccountsSummary lang={lang} lines={lines} grantedOre={grantedOre} />
    </>
  )
}

function Side({ lang, side, lines }: { lang: Lang; side: AccountLine['side']; lines: AccountLine[] }) {
  const t = reportTexts[lang]
  if (lines.length === 0) return null
  const isRevised = lines.some((line) => line.revisedOre !== undefined)
  const sum = (of: (line: AccountLine) => number) =>
    formatKr(
      lines.reduce((all, line) => all + of(line), 0),
      lang,
    )
  const columns: Column<AccountLine>[] = [
    { label: t.line, heading: true, cell: (line) => line.label },
    {
      label: t.budget,
      numeric: true,
      cell: (line) => (line.budgetOre === null ? t.notInBudget : formatKr(line.budgetOre, lang)),
    },
    ...(isRevised
      ? [
          {
            label: t.revised,
            numeric: true,
            cell: (line: AccountLine) => (line.revisedOre === undefined ? '–' : formatKr(line.revisedOre, lang)),
          },
        ]
      : []),
    {
      label: t.account,
      numeric: true,
      cell: (line) => (line.typed === undefined ? formatKr(line.accountOre, lang) : line.typed || '–'),
    },
    { label: t.difference, numeric: true, cell: (line) => <Difference lang={lang} line={line} /> },
    { label: t.explanation, cell: (line) => line.comment ?? '' },
  ]
  return (
    <DataTable
      lang={lang}
      caption={side === 'cost' ? t.cost : t.income}
      columns={columns}
      rows={lines}
      footer={[
        side === 'cost' ? t.sumCost : t.sumIncome,
        sum((line) => line.budgetOre ?? 0),
        ...(isRevised ? [sum((line) => plannedOre(line) ?? 0)] : []),
        sum((line) => line.accountOre),
        sum((line) => line.accountOre - (plannedOre(line) ?? 0)),
        undefined,
      ]}
    />
  )
}

function Difference({ lang, line }: { lang: Lang; line: AccountLine }) {
  const planned = plannedOre(line)
  if (planned === null || line.typed !== undefined) return <>–</>
  const difference = line.accountOre - planned
  const text = `${difference > 0 ? '+' : ''}${formatKr(difference, lang)}`
  return needsExplanation(line) ? (
    <Tag tone="warning" icon="warning">
      {text}
    </Tag>
  ) : (
    <>{text}</>
  )
}

/** What it adds up to, and how much of the grant was used, in words. */
export function AccountsSummary(props: {
  lang: Lang
  lines: readonly AccountLine[]
  grantedOre: number
  /** It is not sent yet: says that it can be. */
  isDraft?: boolean
}) {
  const { lang, lines, grantedOre } = props
  const t = reportTexts[lang]
  const sums = summariseAccounts(lines, grantedOre)
  const row = (label: string, ore: number) => (
    <div>
      <dt>{label}</dt>
      <dd class="tg-money">{formatKr(ore, lang)}</dd>
    </div>
  )
  const isWritten = lines.some((line) => line.side === 'cost' && line.accountOre > 0)
  return (
    <div class="tg-balance" id="accounts-summary">
      <dl class="tg-balance__sums">
        {row(t.sumCost, sums.costOre)}
        {row(t.sumIncome, sums.incomeOre)}
        {row(t.granted, grantedOre)}
        {row(sums.resultOre < 0 ? t.missing : t.result, Math.abs(sums.resultOre))}
      </dl>
      {isWritten ? (
        <p class="tg-balance__verdict" data-state={sums.unspentOre === 0 ? 'ok' : 'off'} data-announce>
          {sums.unspentOre === 0 ? t.allSpent : t.unspent(formatKr(sums.unspentOre, lang))}
          {sums.unspentOre > 0 && props.isDraft ? ` ${t.sendAnyway}` : ''}
        </p>
      ) : null}
    </div>
  )
}
