import { openKeyring, parseKeys } from '#platform/crypto.ts'
import { openDatabase } from '#platform/database/db.ts'
import { tryRules } from '../src/modules/grants/studio/queries/try-rules.ts'
import type { BenchDatabase } from './database.ts'
import { benchAnswers, benchDefinition, benchSlugs } from './definition.ts'
import { addApplicants, withOwner } from './ground.ts'

export interface RulesFigures {
  applications: number
  rules: number
  seconds: number
  /** Seconds of CPU of the process that judges: reading, opening, working out. */
  cpuSeconds: number
}

/** Works thirty rules out for every one of so many stored applications, as `torg rules try` does. */
export async function rulesBench(database: BenchDatabase, options: { applications: number }): Promise<RulesFigures> {
  await storeApplications(database, options.applications)
  const scheme = database.ground.schemes[benchSlugs.many]
  const keyring = openKeyring(parseKeys(database.keys))
  const db = openDatabase({ appUrl: database.appUrl, connections: 2 })
  try {
    const definition = benchDefinition(benchSlugs.many, new Date())
    const cpu = process.cpuUsage()
    const began = performance.now()
    let [judged, outcomes, decided] = [0, 0, 0]
    let after: string | undefined
    do {
      const part = await db.reading({ municipalityId: database.ground.municipalityId }, (trx) =>
        tryRules(trx, { schemeId: scheme.id, definition, keyring, ...(after ? { after } : {}) }),
      )
      judged += part.tried.length
      for (const { rules } of part.tried) {
        outcomes += rules.length
        decided += rules.filter((rule) => rule.outcome !== 'unknown').length
      }
      after = part.next
    } while (after)
    const seconds = (performance.now() - began) / 1_000
    const { user, system } = process.cpuUsage(cpu)
    if (judged !== options.applications || decided < outcomes / 2)
      throw new Error(
        `${judged} of ${options.applications} applications were judged, ${decided} of ${outcomes} outcomes are no guess.`,
      )
    return { applications: judged, rules: outcomes / judged, seconds, cpuSeconds: (user + system) / 1_000_000 }
  } finally {
    await db.close()
  }
}

/** Stored as if they had been sent over the last months, by as many organisations, no two answers alike in all. */
async function storeApplications(database: BenchDatabase, count: number): Promise<void> {
  const { ground } = database
  const scheme = ground.schemes[benchSlugs.many]
  const [sender] = await addApplicants(database.ownerUrl, ground, benchSlugs.many, 1)
  const { account: _, ...answers } = benchAnswers
  const variants = Array.from({ length: 500 }, (_none, n) =>
    JSON.stringify({
      ...answers,
      members: 5 + n,
      youngMembers: n % 40,
      rehearsals: 10 + (n % 50),
      applied: 100_000 * (1 + (n % 90)),
    }),
  )
  await withOwner(database.ownerUrl, ground.municipalityId, async (client) => {
    await client.query(
      `with organisations as (
         insert into organisation (number, name, form, register_facts, register_read_at)
         select (200000000 + n)::text, 'Lag ' || n, (array['FLI', 'STI', 'AS'])[1 + n % 3],
           jsonb_build_object('form', 'FLI', 'municipality', '9901', 'inVoluntaryRegister', n % 4 > 0, 'bankrupt', n % 50 = 0, 'deleted', false), now()
         from generate_series(1, $1::int) n returning id, name, number::int - 200000000 as n
       ), cases as (
         insert into case_file (number, kind, topic_id, call_id, title, status, applicant_name, applicant_organisation_id, applied_ore, received_at, channel, search)
         select '2025/' || (500000 + n), 'grant', $2, $3, 'Bench', 'closed', name, id, 100000, now() - n * interval '30 minutes', 'digital', to_tsvector('simple', name)
         from organisations returning id, applicant_organisation_id as organisation, received_at, right(number, 6)::int - 500000 as n
       )
       insert into application (case_id, scheme_id, version_id, round_id, sender_id, organisation_id, answers, applied_ore, submitted_at)
       select id, $2, $4, $3, $5, organisation, ($6::jsonb[])[1 + n % cardinality($6::jsonb[])], 100000, received_at from cases`,
      [count, scheme.id, scheme.roundId, scheme.versionId, sender?.personId, variants],
    )
    await client.query('analyze application, case_file, organisation, check_result')
  })
}
