import { Agent } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestServer } from '../test/server.ts'
import { buildTorgServer } from './build-torg-server.ts'
import type { Statement } from './capture.ts'
import { backendCpu, cpuBetween } from './database-cpu.ts'
import type { BenchDatabase } from './database.ts'
import { benchSlugs, type BenchSlug } from './definition.ts'
import { addApplicants, withOwner, type Applicant } from './ground.ts'
import { startProgram, type Program, type Usage } from './program.ts'
import { makeScript, type Slots } from './replay.ts'
import { inParallel, sendApplication } from './send.ts'

/** One round of one way to send: milliseconds of CPU per application in each process, and what the sender saw. */
export interface Figure {
  app: number
  database: number
  p50: number
  perSecond: number
}

export interface SubmitFigures {
  /** In the order of the table: 'sql', 'hono', 'plain', 'rules'. */
  rounds: Record<Way, Figure[]>
  statements: number
  perRound: number
  /** Memory of the measured Torg process afterwards. */
  rssMb: number
}

export type Way = 'sql' | 'hono' | 'plain' | 'rules'
export const ways: readonly Way[] = ['sql', 'hono', 'plain', 'rules']

interface Options {
  rounds: number
  perRound: number
  warmUp: number
  connections: number
  atOnce: number
  say: (line: string) => void
  /** Node's own arguments for the Torg process: --cpu-prof. */
  execArgv?: string[]
}

interface Contender {
  program: Program
  applicationName: string
  slug: BenchSlug
  send(applicants: Applicant[], atOnce: number): Promise<number[]>
}

/** Sends applications through Torg, through the bare server and as bare SQL, in turns on one database, and counts what each uses. */
export async function submitBench(server: TestServer, database: BenchDatabase, options: Options): Promise<SubmitFigures> {
  const env = { BENCH_APP_URL: database.appUrl, BENCH_CONNECTIONS: String(options.connections) }
  const torg = await startProgram(
    await buildTorgServer(),
    { ...env, BENCH_KEYS: database.keys, BENCH_DATA_DIR: database.folder },
    options.execArgv,
  )
  const programs = [torg]
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    const { file, statements } = await recordScript(database, torg)
    const bare = { ...env, BENCH_SCRIPT: file }
    const hono = await startProgram(path.join(import.meta.dirname, 'bare-server.ts'), bare)
    programs.push(hono)
    const sql = await startProgram(path.join(import.meta.dirname, 'bare-sql.ts'), bare)
    programs.push(sql)
    const contenders: Record<Way, Contender> = {
      sql: {
        program: sql,
        applicationName: 'bench-sql',
        slug: benchSlugs.plain,
        send: async (applicants, atOnce) => (await sql.ask<{ taken: number[] }>({ ask: 'send', applicants, atOnce })).taken,
      },
      hono: overHttp(hono, 'bench-hono', benchSlugs.plain, database),
      plain: overHttp(torg, 'torg', benchSlugs.plain, database),
      rules: overHttp(torg, 'torg', benchSlugs.rules, database),
    }
    const rounds: SubmitFigures['rounds'] = { sql: [], hono: [], plain: [], rules: [] }
    for (let round = -1; round < options.rounds; round++) {
      // Forth and back in turns, so that a neighbour's load falls on all of them.
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
        const count = round < 0 ? options.warmUp : options.perRound
        const applicants = await addApplicants(database.ownerUrl, database.ground, contenders[way].slug, count)
        const figure = await measure(contenders[way], admin, applicants, options.atOnce)
        if (round >= 0) rounds[way].push(figure)
      }
      options.say(round < 0 ? 'warmed up' : `round ${round + 1} of ${options.rounds}`)
    }
    await requireAllThere(database, ways.length * (options.warmUp + options.rounds * options.perRound) + RECORDED)
    const { rssMb } = await torg.ask<Usage>({ ask: 'usage' })
    return { rounds, statements, perRound: options.perRound, rssMb }
  } finally {
    await admin.end()
    for (const program of programs) await program.stop()
  }
}

function overHttp(program: Program, applicationName: string, slug: BenchSlug, database: BenchDatabase): Contender {
  const door = {
    port: Number(program.ready['port']),
    host: database.ground.host,
    agent: new Agent({ keepAlive: true, maxSockets: 64 }),
  }
  return {
    program,
    applicationName,
    slug,
    send: async (applicants, atOnce) => await inParallel(applicants, atOnce, async (each) => await mustSend(door, each)),
  }
}

async function mustSend(door: Parameters<typeof sendApplication>[0], applicant: Applicant): Promise<void> {
  const { status, headers, text } = await sendApplication(door, applicant)
  if (status !== 303 || !headers.location?.endsWith('/kvittering'))
    throw new Error(`The application was answered ${status}: ${text.slice(0, 500)}`)
}

async function measure(contender: Contender, admin: pg.Client, applicants: Applicant[], atOnce: number): Promise<Figure> {
  const before = await contender.program.ask<Usage>({ ask: 'usage' })
  const backendsBefore = await backendCpu(admin, contender.applicationName)
  const began = performance.now()
  const taken = await contender.send(applicants, atOnce)
  const seconds = (performance.now() - began) / 1_000
  const after = await contender.program.ask<Usage>({ ask: 'usage' })
  const backendsAfter = await backendCpu(admin, contender.applicationName)
  return {
    app: (after.cpuMs - before.cpuMs) / applicants.length,
    database: cpuBetween(backendsBefore, backendsAfter) / applicants.length,
    p50: taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0,
    perSecond: applicants.length / seconds,
  }
}

// Enough that what comes again has got its name before the last is recorded.
const RECORDED = 6

/** Lets Torg send a few applications without rules and records the last one's statements, for the bare ones to send the same. */
async function recordScript(database: BenchDatabase, torg: Program): Promise<{ file: string; statements: number }> {
  const applicants = await addApplicants(database.ownerUrl, database.ground, benchSlugs.plain, RECORDED)
  const last = applicants.at(-1)
  if (!last) throw new Error('no applicant')
  const { send } = overHttp(torg, 'torg', benchSlugs.plain, database)
  await send(applicants.slice(0, -1), 1)
  await torg.ask({ ask: 'record' })
  await send([last], 1)
  const file = path.join(database.folder, 'script.json')
  await torg.ask({ ask: 'recorded', file })
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Statement[]
  const script = makeScript(recorded, await ownValues(database, last, recorded))
  writeFileSync(file, JSON.stringify(script))
  return { file, statements: recorded.length }
}

async function ownValues(database: BenchDatabase, sent: Applicant, recorded: readonly Statement[]): Promise<Slots> {
  const found = await withOwner(database.ownerUrl, database.ground.municipalityId, async (client) => {
    const { rows } = await client.query<Slots>(
      `select a.organisation_id::text as organisation, o.name as "organisationName", a.mandate_id::text as mandate, p.email, c.id::text as "case", c.number, n.id::text as notice
       from application a join case_file c on c.id = a.case_id join organisation o on o.id = a.organisation_id join person p on p.id = a.sender_id
       join notice n on n.case_id = c.id where a.draft_id = $1`,
      [sent.draftId],
    )
    return rows[0]
  })
  const bytes = recorded.flatMap(({ values }) => values.flatMap((value) => (value as { bytes?: string } | null)?.bytes ?? []))
  const [token, body] = bytes
  if (!found || !token || !body) throw new Error('The recorded application is not in the database as expected.')
  return { ...found, token, body, draft: sent.draftId, person: sent.personId, key: sent.key }
}

/** Nothing that was counted as sent may be missing, or the figures are of something else. */
async function requireAllThere(database: BenchDatabase, sent: number): Promise<void> {
  await withOwner(database.ownerUrl, database.ground.municipalityId, async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from application) as applications, (select count(*)::int / 5 from budget_line) as budgets,
        (select count(*)::int from event where type = 'application-submitted') as events, (select count(*)::int from notice) as notices,
        (select count(*)::int from idempotency where result is not null) as keys`,
    )
    for (const [what, count] of Object.entries(rows[0] ?? {}))
      if (count !== sent) throw new Error(`${sent} applications were sent, and there are ${count} ${what}.`)
  })
}
