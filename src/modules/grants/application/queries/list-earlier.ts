import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { EarlierFacts } from '../rules/facts.ts'

/**
 * What the applicant has applied for and been given before, in one statement: an organisation's own, or the person's as a person.
 * Withdrawn applications do not count; one application to several districts counts once; awards count from when they were notified.
 * What was brought in from before Torg counts too where a person has said whose it is: awards, and reports that are not delivered.
 */
export async function listEarlier(
  trx: Trx,
  who: { organisationId: string | null; personId: string; roundId: string; today: string },
): Promise<EarlierFacts> {
  const mine = who.organisationId
    ? sql`c.applicant_organisation_id = ${who.organisationId}::uuid`
    : sql`c.applicant_organisation_id is null and c.applicant_person_id = ${who.personId}::uuid`
  const before = sql`
    select i.budget_year, coalesce(s.slug, ''), i.applied_ore, i.result_ore from imported_award i
    left join scheme s on s.municipality_id = i.municipality_id and s.id = i.scheme_id
    where i.organisation_id = ${who.organisationId}::uuid and i.stage = 'adopted' and i.result_ore > 0
    order by i.budget_year desc limit 500`
  const { rows } = await sql<EarlierFacts>`
    with mine as (
      select c.id, c.call_id, s.slug, extract(year from c.received_at at time zone 'Europe/Oslo')::int as year, c.applied_ore,
        coalesce(a.draft_id, c.id) as application, w.id as award_id, w.ore as granted_ore, w.ended_at, extract(year from w.awarded_on)::int as award_year
      from case_file c
      join application a on a.municipality_id = c.municipality_id and a.case_id = c.id
      join scheme s on s.municipality_id = a.municipality_id and s.id = a.scheme_id
      left join award w on w.municipality_id = c.municipality_id and w.case_id = c.id
      where ${mine} and c.status <> 'withdrawn'
      order by c.received_at desc limit 500
    )
    select
      coalesce((select json_agg(json_build_object('year', year, 'scheme', slug, 'appliedOre', applied, 'grantedOre', granted))
        from (select application, slug, min(year) as year, max(applied_ore) as applied, coalesce(sum(granted_ore), 0) as granted
              from mine group by application, slug) as each), '[]') as applications,
      coalesce((select json_agg(json_build_object('year', award_year, 'scheme', slug, 'appliedOre', applied_ore, 'grantedOre', granted_ore))
        from (select award_year, slug, applied_ore, granted_ore from mine
              where award_id is not null and ended_at is null and granted_ore > 0
              union all select * from (${before}) as before) as each), '[]') as awards,
      (select count(*)::int from report r join mine m on m.id = r.case_id
        where r.status in ('due', 'returned', 'rejected') and r.due_on < ${who.today}::date)
        + (select count(*)::int from imported_obligation i where i.organisation_id = ${who.organisationId}::uuid and i.demand = 'report'
          and i.status in ('open', 'broken') and i.due_on < ${who.today}::date) as "overdueReports",
      (select count(distinct application)::int from mine where call_id = ${who.roundId}::uuid) as "sameRound"`.execute(trx)
  return rows[0] ?? { applications: [], awards: [], overdueReports: 0, sameRound: 0 }
}
