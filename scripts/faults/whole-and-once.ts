import type { Applicant, BenchGround } from '../../bench/ground.ts'
import { withOwner } from '../../bench/ground.ts'

interface Found {
  draftId: string
  applications: number
  lines: number
  lineSum: number
  checks: number
  events: number
  notices: number
  mailJobs: number
  freezeJobs: number
  frozen: number
  keys: number
}

/**
 * Looks in the database for what every sender with a receipt was promised: the application, its five budget lines with their sum,
 * the eight checks, the event, the receipt by mail with its job and the job that freezes it; each once. Also that nothing is there
 * by halves: no case without its application, and no application that nobody sent. Returns the faults in words; empty is good.
 */
export async function findFaults(
  ownerUrl: string,
  ground: BenchGround,
  received: readonly Applicant[],
  sent: readonly Applicant[],
): Promise<string[]> {
  return await withOwner(ownerUrl, ground.municipalityId, async (client) => {
    const { rows } = await client.query<Found>(
      `select d.id as "draftId", d.sent_at,
        (select count(*)::int from application a where a.draft_id = d.id) as applications,
        (select count(*)::int from budget_line b where b.case_id = any(c.ids)) as lines,
        (select coalesce(sum(ore), 0)::bigint::float8 from budget_line b where b.case_id = any(c.ids)) as "lineSum",
        (select count(distinct rule)::int from check_result r where r.case_id = any(c.ids)) as checks,
        (select count(*)::int from event e where e.subject_id = any(c.ids) and e.type = 'application-submitted') as events,
        (select count(*)::int from notice n where n.case_id = any(c.ids) and n.kind = 'application-received') as notices,
        (select count(*)::int from pgboss.job j join notice n on j.data->>'noticeId' = n.id::text where j.name = 'send-mail' and n.case_id = any(c.ids)) as "mailJobs",
        (select count(*)::int from pgboss.job j where j.name = 'freeze-application' and j.data->>'caseId' = any(c.ids::text[])) as "freezeJobs",
        (select count(*)::int from case_document f where f.case_id = any(c.ids) and f.kind = 'application') as frozen,
        (select count(*)::int from idempotency i where i.key = any($2::text[]) and i.person_id = d.person_id and i.result is not null) as keys
       from draft d cross join lateral (select coalesce(array_agg(a.case_id), '{}') as ids from application a where a.draft_id = d.id) c
       where d.id = any($1::uuid[]) and d.sent_at is not null`,
      [received.map(({ draftId }) => draftId), received.map(({ key }) => key)],
    )
    const byDraft = new Map(rows.map((row) => [row.draftId, row]))
    const faults = received.flatMap(({ draftId }) => faultsOf(draftId, byDraft.get(draftId)))
    const { rows: loose } = await client.query<{ what: string; count: number }>(
      `select 'cases without an application' as what, count(*)::int as count from case_file c where not exists (select from application a where a.case_id = c.id)
       union all select 'applications that nobody sent', count(*)::int from application where draft_id <> all($1::uuid[])
       union all select 'case numbers given twice', (count(*) - count(distinct number))::int from case_file
       union all select 'events without their case', count(*)::int from event e where subject_kind = 'case' and not exists (select from case_file c where c.id = e.subject_id)`,
      [sent.map(({ draftId }) => draftId)],
    )
    return [...faults, ...loose.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`)]
  })
}

function faultsOf(draftId: string, found: Found | undefined): string[] {
  if (!found) return [`${draftId}: has a receipt and is not there`]
  const wanted: Partial<Found> = {
    applications: 1,
    lines: 5,
    lineSum: 21_000_000,
    checks: 8,
    events: 1,
    notices: 1,
    mailJobs: 1,
    freezeJobs: 1,
    keys: 1,
  }
  const wrong = Object.entries(wanted).filter(([name, count]) => found[name as keyof Found] !== count)
  const twice = found.frozen > 1 ? [`${draftId}: was frozen ${found.frozen} times`] : []
  return [
    ...wrong.map(([name, count]) => `${draftId}: ${name} is ${found[name as keyof Found]} and should be ${count}`),
    ...twice,
  ]
}
