import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, type DatabaseHandle } from '#platform/database/db.ts'
import { migrate } from '#platform/database/migrate.ts'
import { listWorklist, type WorklistPage } from '../src/modules/grants/review/queries/worklist.ts'
import { readWorklistFilter } from '../src/modules/grants/review/rules/worklist-filter.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import { startTestServer, type TestServer } from '../test/server.ts'
import { percentiles } from './figures.ts'
import { fillCases, makeMunicipality, pickPlaces, withoutIndexes, type Filled, type PlacedCase } from './fill-cases.ts'

/** One question at one size: milliseconds from the page's call to its rows, over the pool, as the application's role. */
export interface WorklistFigure {
  question: string
  cases: number
  p50: number
  p95: number
}

interface Options {
  sizes?: readonly number[]
  /** Times each question is asked at each size. */
  times?: number
  say?: (line: string) => void
}

type Ask = (filled: Filled, pick: (list: readonly string[]) => string) => string

const anywhere = (filled: Filled, key: (at: PlacedCase) => string): string => {
  const at = filled.places[Math.floor(Math.random() * filled.places.length)]
  return at ? `etter=${at.id}.${encodeURIComponent(key(at))}` : ''
}
const anyScheme = (filled: Filled): string => {
  const at = filled.places[Math.floor(Math.random() * filled.places.length)]
  return at ? `ordning=${at.scheme}&etter=${at.id}.${at.applied}` : ''
}

const questions: Record<string, Ask> = {
  'all, newest first': () => 'visning=all',
  'mine, by due date': () => 'visning=mine',
  'unassigned, by due date': () => 'visning=unassigned',
  due: () => 'visning=due',
  'all, by applicant': () => 'visning=all&sorter=applicant',
  'all, by amount, largest first': () => 'visning=all&sorter=applied&retning=ned',
  'one scheme, newest first': (f, pick) => `visning=all&ordning=${pick(f.schemes)}`,
  'one scheme, by amount': (f, pick) => `visning=all&ordning=${pick(f.schemes)}&sorter=applied&retning=ned`,
  'one round, by applicant': (f, pick) => `visning=all&utlysning=${pick(f.rounds)}&sorter=applicant`,
  'one status, by due date': () => 'visning=all&status=in-review&sorter=due',
  'district and status, by amount': (f, pick) => `visning=all&bydel=${pick(f.districts)}&status=recommended&sorter=applied`,
  'scheme, district and status': (f, pick) =>
    `visning=all&ordning=${pick(f.schemes)}&bydel=${pick(f.districts)}&status=closed&sorter=number`,
  'on paper, withdrawn, one district (rare)': (f, pick) => `visning=all&kanal=paper&status=withdrawn&bydel=${pick(f.districts)}`,
  'one caseworker, by applicant': (f, pick) => `visning=all&saksbehandler=${pick(f.caseworkers)}&sorter=applicant`,
  'deep: all, newest first, from anywhere on': (f) => `visning=all&${anywhere(f, (at) => at.received)}`,
  'deep: all, by applicant, from anywhere on': (f) => `visning=all&sorter=applicant&${anywhere(f, (at) => at.applicant)}`,
  'deep: one scheme, by amount, from anywhere on': (f) => `visning=all&sorter=applied&retning=ned&${anyScheme(f)}`,
  'search: a word in one case of five': () => 'visning=all&sok=idrettslag',
  'search: a word in one case of twenty': () => 'visning=all&sok=havnesund',
  'search: a rare word': () => `visning=all&sok=nr${Math.floor(Math.random() * 30011)}`,
  'search: two common words': () => 'visning=all&sok=idrettslag+skarv%C3%B8y',
  'search: a case number': (f) => `visning=all&sok=2026-${f.schemes.length}`,
  'search: a word not there': () => 'visning=all&sok=sjiraff',
  'search and filter and sort': (f, pick) => `visning=all&sok=korps&bydel=${pick(f.districts)}&sorter=applied`,
}

interface Town {
  cases: number
  filled: Filled
  db: DatabaseHandle
}

/**
 * Measures the worklist at each size, in a database of its own with a second municipality equally full. Every question is asked
 * of the sizes in turn, so that what else the machine does falls on all of them. Returns the figures.
 * The target: p95 at a million at most twice that at ten thousand.
 */
export async function worklistBench(server: TestServer, options: Options = {}): Promise<WorklistFigure[]> {
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`))
  const names: string[] = []
  const towns: Town[] = []
  try {
    for (const cases of options.sizes ?? [1_000, 10_000, 100_000, 1_000_000]) {
      const started = performance.now()
      const name = `torg_bench_${randomBytes(4).toString('hex')}`
      names.push(name)
      const filled = await fillDatabase(server, name, cases)
      const appUrl = connection(server.adminUrl, 'torg_app', server.appPassword, name)
      towns.push({ cases, filled, db: openDatabase({ appUrl, connections: 2 }) })
      say(`${cases} cases in each of two municipalities, filled in ${Math.round((performance.now() - started) / 1000)} s`)
    }
    return await measureWorklist(towns, options.times ?? 60)
  } finally {
    for (const { db } of towns) await db.close()
    await asAdmin(server.adminUrl, ...names.map((name) => `drop database if exists ${name} with (force)`))
  }
}

async function fillDatabase(server: TestServer, name: string, cases: number): Promise<Filled> {
  await asAdmin(server.adminUrl, `create database ${name} owner torg_owner`)
  await migrate({
    ownerUrl: ownerUrl(server, name),
    appPassword: server.appPassword,
    folder: path.join(import.meta.dirname, '..', 'migrations'),
  })
  const client = new pg.Client({
    connectionString: connection(server.adminUrl, 'postgres', new URL(server.adminUrl).password, name),
  })
  await client.connect()
  try {
    // Filled as a superuser without triggers: only the reading is measured.
    await client.query('set session_replication_role = replica')
    const town = await makeMunicipality(client, 'storby', 200)
    const neighbour = await makeMunicipality(client, 'naboby', 200)
    await withoutIndexes(client, 'case_file', async () => {
      for (const each of [town, neighbour]) await fillCases(client, each, cases)
    })
    await pickPlaces(client, town)
    return town
  } finally {
    await client.end()
  }
}

async function measureWorklist(towns: readonly Town[], times: number): Promise<WorklistFigure[]> {
  const pick = (list: readonly string[]) => list[Math.floor(Math.random() * list.length)] ?? ''
  const everything = new Map(towns.map(({ cases }) => [cases, [] as number[]]))
  const figures: WorklistFigure[] = []
  for (const [question, ask] of Object.entries(questions)) {
    const once = async ({ filled, db }: Town) => {
      const filter = readWorklistFilter(new URLSearchParams(ask(filled, pick)))
      const asking = { personId: pick(filled.caseworkers), assignedOnly: false, closedIds: [], today: '2026-11-01' }
      const started = performance.now()
      await db.reading({ municipalityId: filled.municipalityId }, (trx): Promise<WorklistPage> =>
        listWorklist(trx, filter, asking),
      )
      return performance.now() - started
    }
    const taken = new Map(towns.map(({ cases }) => [cases, [] as number[]]))
    for (let time = -10; time < times; time++) {
      for (const town of time % 2 === 0 ? towns : towns.toReversed()) {
        const ms = await once(town)
        if (time >= 0) taken.get(town.cases)?.push(ms)
      }
    }
    for (const [cases, each] of taken) {
      everything.get(cases)?.push(...each)
      figures.push({ question, cases, ...percentiles(each) })
    }
  }
  for (const [cases, each] of everything) figures.push({ question: 'all questions together', cases, ...percentiles(each) })
  return figures
}

/** The figures as a markdown table: p50 / p95 per size, and how much p95 grows from ten thousand to the largest. */
export function worklistTable(figures: readonly WorklistFigure[]): string {
  const sizes = [...new Set(figures.map((figure) => figure.cases))]
  const byQuestion = Map.groupBy(figures, (figure) => figure.question)
  const rows = [...byQuestion].map(([question, each]) => {
    const cell = (size: number) => each.find((figure) => figure.cases === size)
    const ten = cell(10_000)
    const last = cell(sizes.at(-1) ?? 0)
    const growth = ten && last ? `${(last.p95 / ten.p95).toFixed(1)} ×` : ''
    const cells = sizes.map((size) => `${cell(size)?.p50.toFixed(1)} / ${cell(size)?.p95.toFixed(1)}`)
    return `| ${question} | ${cells.join(' | ')} | ${growth} |`
  })
  const head = sizes.map((size) => size.toLocaleString('nb-NO')).join(' | ')
  return [`| Worklist, ms p50 / p95 | ${head} | growth |`, `| --- | ${sizes.map(() => '---: |').join(' ')} ---: |`, ...rows].join(
    '\n',
  )
}

if (process.argv[1] === import.meta.filename) {
  const server = await startTestServer()
  try {
    const sizes = process.argv[2]?.split(',').map(Number)
    process.stdout.write(`${worklistTable(await worklistBench(server, sizes ? { sizes } : {}))}\n`)
  } finally {
    await server.stop()
  }
}
