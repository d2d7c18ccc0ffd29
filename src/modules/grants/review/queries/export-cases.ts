import type { Trx } from '#platform/database/db.ts'
import type { WorklistFilter } from '../rules/worklist-filter.ts'
import type { Asking } from './worklist-parts.ts'
import { listWorklistIds } from './worklist.ts'

const MOST = 10_000

/** Cases by id or by filter, with their caseworker's name; never those that are closed to the asker. Amounts in øre. */
export async function listCasesForExport(trx: Trx, which: readonly string[] | WorklistFilter, asking: Asking) {
  const ids = Array.isArray(which)
    ? (which as readonly string[])
    : await listWorklistIds(trx, which as WorklistFilter, asking, MOST)
  const open = ids.filter((id) => !asking.closedIds.includes(id))
  if (open.length === 0) return []
  const rows = await trx
    .selectFrom('case_file')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'case_file.municipality_id').onRef('person.id', '=', 'case_file.caseworker_id'),
    )
    .select([
      'case_file.id',
      'case_file.number',
      'case_file.applicant_name as applicantName',
      'case_file.title',
      'case_file.status',
      'case_file.due_on as dueOn',
      'case_file.applied_ore as appliedOre',
      'case_file.recommended_ore as recommendedOre',
      'case_file.granted_ore as grantedOre',
      'case_file.received_at as receivedAt',
      'case_file.channel',
      'person.name as caseworkerName',
    ])
    .where('case_file.id', '=', (eb) => eb.fn<string>('any', [eb.val(open)]))
    .execute()
  const order = new Map(open.map((id, index) => [id, index]))
  return rows.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}
