import { caseSlug } from '#cases'
import type { Ctx, Form } from '#platform/http/index.ts'
import { AmountField, DataTable, Meter, Money, SelectField, Tag, TextArea, type Column } from '#platform/look/index.ts'
import { formatNumber, typedKr } from '#platform/money.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import { isLang } from '#platform/texts/texts.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import type { RowError } from '../actions/save-recommendations.ts'
import type { RoundRow, RoundTable } from '../queries/round-table.ts'
import { isBound } from '../rules/own-pot.ts'
import { roundTexts } from '../texts/round.ts'
import { reasonOfShare } from '../texts/share.ts'
import { caseWords, statusTones } from '../texts/words.ts'
import { potName } from './pot-name.ts'
import { ShareCell } from './round-sharing.tsx'
import { isEditable, potOf } from './round-shared.ts'

/** A saved table with rows that could not be: what was typed, and why. */
export interface Came {
  form: Form
  errors: RowError[]
  saved: number
}

interface MetersProps {
  table: RoundTable
  lang: Ctx['var']['lang']
  mayWrite: boolean
}

/** The parts of the pot: districts and earmarks. */
export function PartMeters({ table, lang, mayWrite }: MetersProps) {
  const parts = table.pots.filter((pot) => pot.id !== null)
  if (parts.length === 0) return null
  return (
    <div class="tg-meters">
      {parts.map((pot) => (
        <PotMeter table={table} lang={lang} mayWrite={mayWrite} pot={pot} />
      ))}
    </div>
  )
}

/** The whole pot, always in view beside the button. */
export function WholeMeter({ table, lang, mayWrite }: MetersProps) {
  const whole = table.pots.find((pot) => pot.id === null)
  return whole ? <PotMeter table={table} lang={lang} mayWrite={mayWrite} pot={whole} /> : null
}

/** Planned are the amounts in the fields; what is decided, or not to be changed here, is used. */
function PotMeter({ table, lang, mayWrite, pot }: MetersProps & { pot: RoundTable['pots'][number] }) {
  const planned = table.rows
    .filter((row) => mayWrite && isEditable(row) && row.declared && row.status === 'recommended')
    .filter((row) => pot.id === null || row.recommendation?.potId === pot.id)
    .reduce((sum, row) => sum + (row.recommendation?.ore ?? 0), 0)
  return (
    <Meter
      lang={lang}
      title={pot.id === null ? roundTexts[lang].pot : potName(pot, lang)}
      total={pot.totalOre}
      used={pot.usedOre + pot.plannedOre - planned}
      planned={planned}
      follows={pot.id === null ? 'all' : `pot-${pot.id}`}
    />
  )
}

/** All cases in one table, with a field for each amount that can still be recommended. */
export function Allocation({
  c,
  table,
  came,
  mayWrite,
  proposes,
}: {
  c: Ctx
  table: RoundTable
  came: Came | undefined
  mayWrite: boolean
  /** The sharing's amounts stand in the fields. */
  proposes: boolean
}) {
  const lang = c.var.lang
  const t = roundTexts[lang]
  const words = caseWords[lang]
  const errors = new Map(came?.errors.map((error) => [error.caseId, error.key]))
  const errorTexts: Record<string, string> = t.errors
  const earmarks = table.pots.filter((pot) => pot.id !== null && !isBound(pot))
  const partTitles = new Map(table.definition.parts?.map((part) => [part.key, part.title[lang]]))
  const kr = (ore: number | null | undefined) => (ore === null || ore === undefined ? '' : <Money ore={ore} lang={lang} />)
  const typed = (row: RoundRow, field: string, start: string) =>
    came?.form.has(`${field}.${row.id}`) ? came.form.text(`${field}.${row.id}`) : start
  const writes = (row: RoundRow) => mayWrite && isEditable(row) && row.declared
  const shareOf = (row: RoundRow) => (isEditable(row) ? table.shared?.shares.get(row.id) : undefined)
  const startOre = (row: RoundRow) => {
    const ore = (proposes ? shareOf(row)?.ore : undefined) ?? row.recommendation?.ore
    return ore === undefined ? '' : typedKr(ore)
  }
  const startReasons = (row: RoundRow) => {
    const share = proposes ? shareOf(row) : undefined
    const written = row.recommendation?.reasons
    return written || (share ? reasonOfShare(share, isLang(row.language) ? row.language : 'nb') : '')
  }
  const columns: Column<RoundRow>[] = [
    { label: t.number, heading: true, narrow: true, cell: (row) => row.number },
    { label: t.applicant, cell: (row) => row.applicantName },
    ...(table.rows.some((row) => row.districtName)
      ? [{ label: t.district, cell: (row: RoundRow) => row.districtName ?? '' }]
      : []),
    ...(partTitles.size > 0 ? [{ label: t.part, cell: (row: RoundRow) => partTitles.get(row.part ?? '') ?? '' }] : []),
    {
      label: t.status,
      narrow: true,
      cell: (row) => <Tag tone={statusTones[row.status as CaseStatus]}>{words.status[row.status as CaseStatus]}</Tag>,
    },
    { label: t.applied, numeric: true, narrow: true, cell: (row) => kr(row.appliedOre) },
    ...(table.rows.some((row) => row.calculatedOre !== null)
      ? [{ label: t.calculated, numeric: true, narrow: true, cell: (row: RoundRow) => kr(row.calculatedOre) }]
      : []),
    ...(table.shared
      ? [
          {
            label: t.preliminary,
            numeric: true,
            narrow: true,
            cell: (row: RoundRow) => (
              <ShareCell lang={lang} share={shareOf(row)} amount={forPart(table.definition, row.part).amount} steps={proposes} />
            ),
          },
        ]
      : []),
    ...(table.definition.assessment.criteria.length > 0
      ? [
          {
            label: t.score,
            numeric: true,
            narrow: true,
            cell: (row: RoundRow) => (row.score === undefined ? '' : formatNumber(row.score, lang)),
          },
        ]
      : []),
    {
      label: t.recommended,
      numeric: true,
      narrow: true,
      cell: (row) =>
        writes(row) ? (
          <>
            <input type="hidden" name={`rev.${row.id}`} value={row.revision} />
            <AmountField
              lang={lang}
              name={`ore.${row.id}`}
              label={t.amountFor(row.number)}
              hideLabel
              optional
              size={9}
              sum={['all', ...(potOf(table, row) ? [`pot-${potOf(table, row)}`] : [])].join(' ')}
              value={typed(row, 'ore', startOre(row))}
              error={errors.has(row.id) ? (errorTexts[errors.get(row.id) ?? ''] ?? t.errors.other) : undefined}
            />
          </>
        ) : (
          kr(row.grantedOre ?? row.recommendation?.ore)
        ),
    },
    ...(earmarks.length > 0
      ? [
          {
            label: t.from,
            cell: (row: RoundRow) =>
              writes(row) ? (
                <SelectField
                  lang={lang}
                  name={`pot.${row.id}`}
                  label={t.fromFor(row.number)}
                  hideLabel
                  optional
                  prompt={t.whole}
                  value={typed(row, 'pot', potOf(table, row) ?? '')}
                  options={table.pots
                    .filter((pot) => pot.id !== null)
                    .map((pot) => ({ value: pot.id ?? '', label: potName(pot, lang) }))}
                />
              ) : (
                potName(
                  table.pots.find((pot) => pot.id === row.recommendation?.potId),
                  lang,
                )
              ),
          },
        ]
      : []),
    {
      label: t.reasons,
      cell: (row) =>
        writes(row) ? (
          <TextArea
            lang={lang}
            name={`reasons.${row.id}`}
            label={t.reasonsFor(row.number)}
            hideLabel
            optional
            rows={1}
            value={typed(row, 'reasons', startReasons(row))}
          />
        ) : (
          (row.recommendation?.reasons ?? '')
        ),
    },
  ]
  return (
    <DataTable
      lang={lang}
      caption={t.caption(table.rows.length)}
      columns={columns}
      rows={table.rows}
      rowId={(row) => `case-${row.id}`}
      rowHref={(row) => `/saker/${caseSlug(row.number)}`}
    />
  )
}
