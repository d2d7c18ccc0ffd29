import type { Text3 } from '#platform/texts/texts.ts'
import { currentPerson, type Ctx } from '#platform/http/index.ts'
import type { Trx } from '#platform/database/db.ts'
import { defineColumns, type SheetColumn } from '#platform/sheets/columns.ts'
import { langs, type Lang } from '#platform/texts/texts.ts'
import { listClosedCaseIds } from '../queries/impartiality.ts'
import { getRoundTable, type RoundRow, type RoundTable } from '../queries/round-table.ts'
import { ownPot } from '../rules/own-pot.ts'
import { isUuid } from '../rules/worklist-filter.ts'
import { roundTexts } from '../texts/round.ts'

/** Statuses in which a recommendation can still be made. */
const editable = ['submitted', 'in-review', 'waiting-for-applicant', 'recommended']

export function isEditable(row: RoundRow): boolean {
  return editable.includes(row.status)
}

/** The pot a case draws on: what is recommended, else its district's or its part's own. */
export function potOf(table: Pick<RoundTable, 'pots'>, row: RoundRow): string | null {
  if (row.recommendation) return row.recommendation.potId
  return ownPot(table.pots, row)
}

/** The round in the address, as the person may see it. */
export async function roundInAddress(c: Ctx, trx: Trx): Promise<RoundTable> {
  const id = c.req.param('roundId') ?? ''
  const person = currentPerson(c)
  const query = new URL(c.req.url).searchParams
  const [district, part] = [query.get('bydel'), query.get('del')]
  return await getRoundTable(trx, isUuid(id) ? id : '00000000-0000-0000-0000-000000000000', {
    personId: person.id,
    closedIds: await listClosedCaseIds(trx, person.id),
    ...(isUuid(district) ? { districtId: district } : {}),
    ...(part ? { part } : {}),
  })
}

/** The sheet's columns in one language, read in any. */
export function roundColumns(lang: Lang) {
  const named = <K extends keyof (typeof roundTexts)['nb']>(key: K) => {
    const all = Object.fromEntries(langs.map((each) => [each, String(roundTexts[each][key])])) as Text3
    return { label: all[lang], alsoCalled: langs.map((each) => all[each]) }
  }
  return defineColumns({
    number: { ...named('number'), kind: 'text', required: true, width: 12 },
    applicant: { ...named('applicant'), kind: 'text' },
    district: { ...named('district'), kind: 'text', width: 18 },
    applied: { ...named('applied'), kind: 'kr' },
    calculated: { ...named('calculated'), kind: 'kr' },
    score: { ...named('score'), kind: 'number' },
    recommended: { ...named('recommended'), kind: 'kr' },
    reasons: { ...named('reasons'), kind: 'text', width: 60, max: 5000 },
    revision: { ...named('revision'), kind: 'integer' },
  } satisfies Record<string, SheetColumn>)
}
