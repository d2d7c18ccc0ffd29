import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, type DatabaseHandle } from '#platform/database/db.ts'
import { migrate } from '#platform/database/migrate.ts'
import { listWorklist, type WorklistPage } from '../src/modules/grants/review/queries/worklist.ts'
import { readWorklistFilter } from '../src/modules/grants/review/rules/worklist-filter.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import { startTestServer, type TestServer } from '../test/server.ts'
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

/**
 * Measures the worklist at each size with a second municipality equally full. Returns the figures and prints them as a table.
 * The target: p95 at a million at most twice that at ten thousand.
 */
export async function worklistBench(server: TestServer, options: Options = {}): Promise<WorklistFigure[]> {
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`))
  const sizes = options.sizes ?? [1_000, 10_000, 100_000, 1_000_000]
  const name = `torg_bench_${randomBytes(4).toString('hex')}`
  await asAdmin(server.adminUrl, `create database ${name} owner torg_owner`)
  const figures: WorklistFigure[] = []
  try {
    await migrate({
      ownerUrl: ownerUrl(server, name),
      appPassword: server.appPassword,
      folder: path.join(import.meta.dirname, '..', 'migrations'),
    })
    const client = new pg.Client({
      connectionString: connection(server.adminUrl, 'postgres', new URL(server.adminUrl).password, name),
    })
    await client.connect()
    // Filled as a superuser without triggers: only the reading is measured.
    await client.query('set session_replication_role = replica')
    const caseworkers = 200
    const towns = [await makeMunicipality(client, 'storby', caseworkers), await makeMunicipality(client, 'naboby', caseworkers)]
    for (const size of sizes) {
      const started = performance.now()
      await withoutIndexes(client, 'case_file', async () => {
        for (const town of towns) await fillCases(client, town, size)
      })
      say(`${size} cases in each of two municipalities, filled in ${Math.round((performance.now() - started) / 1000)} s`)
      for (const town of towns) await pickPlaces(client, town)
      const db = openDatabase({ appUrl: connection(server.adminUrl, 'torg_app', server.appPassword, name), connections: 4 })
      try {
        figures.push(...(await measureWorklist(db, towns[0] as Filled, size, options.times ?? 60)))
      } finally {
        await db.close()
      }
    }
    await client.end()
  } finally {
    await asAdmin(server.adminUrl, `drop database if exists ${name} with (force)`)
  }
  return figures
}

export async function measureWorklist(
  db: DatabaseHandle,
  filled: Filled,
  size: number,
  times: number,
): Promise<WorklistFigure[]> {
  const pick = (list: readonly string[]) => list[Math.floor(Math.random() * list.length)] ?? ''
  const everything: number[] = []
  const figures: WorklistFigure[] = []
  for (const [question, ask] of Object.entries(questions)) {
    const once = async () => {
      const filter = readWorklistFilter(new URLSearchParams(ask(filled, pick)))
      const asking = { personId: pick(filled.caseworkers), assignedOnly: false, closedIds: [], today: '2026-11-01' }
      const started = performance.now()
      await db.reading({ municipalityId: filled.municipalityId }, (trx): Promise<WorklistPage> =>
        listWorklist(trx, filter, asking),
      )
      return performance.now() - started
    }
    for (let warm = 0; warm < 10; warm++) await once()
    const taken: number[] = []
    for (let time = 0; time < times; time++) taken.push(await once())
    everything.push(...taken)
    figures.push({ question, cases: size, ...percentiles(taken) })
  }
  figures.push({ question: 'all questions together', cases: size, ...percentiles(everything) })
  return figures
}

function percentiles(taken: readonly number[]): { p50: number; p95: number } {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
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
