import { parseArgs } from 'node:util'
import { build } from '../scripts/bundle.ts'
import { startTestServer } from '../test/server.ts'
import { makeBenchDatabase } from './database.ts'
import { median, shown } from './figures.ts'
import type { Fetched } from './page-weight.ts'
import { startBench, type StartFigures } from './start.ts'
import { submitBench, ways, type Figure, type SubmitFigures, type Way } from './submit.ts'
import { worklistBench, worklistTable } from './worklist.ts'

/**
 * Measures Torg and prints the tables that README shows: `npm run bench`, with --quick for a small one in under a minute, and
 * --only=submit,worklist,start for parts. What may not fail (bytes of a page, nothing lost on the way) ends it with an error;
 * times are printed and judged by no one.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, rounds: { type: 'string' } },
})
const parts = values.only?.split(',') ?? ['submit', 'worklist', 'start']
const say = (line: string) => void process.stderr.write(`${line}\n`)
const tables: string[] = []

if (parts.includes('submit') || parts.includes('start')) await build()
const needsServer = parts.includes('submit') || parts.includes('worklist')
const server = needsServer ? await startTestServer() : undefined
try {
  if (server && parts.includes('submit')) {
    say('Sending applications, in turns: bare SQL, bare Hono + pg, Torg without rules, Torg with rules.')
    const database = await makeBenchDatabase(server)
    try {
      const size = values.quick ? { rounds: 3, perRound: 40, warmUp: 60 } : { rounds: 12, perRound: 300, warmUp: 600 }
      const rounds = values.rounds ? Number(values.rounds) : size.rounds
      tables.push(submitTable(await submitBench(server, database, { ...size, rounds, connections: 8, atOnce: 8, say })))
    } finally {
      await database.drop()
    }
  }
  if (parts.includes('start')) {
    say('Starting Torg with its embedded database in an empty folder.')
    tables.push(startTable(await startBench({ secondStarts: values.quick ? 1 : 5, sent: values.quick ? 40 : 1_000, say })))
  }
  if (server && parts.includes('worklist')) {
    say('Asking the worklist, with a second municipality equally full.')
    const size = values.quick ? { sizes: [1_000, 10_000], times: 5 } : {}
    tables.push(worklistTable(await worklistBench(server, { ...size, say })))
  }
} finally {
  await server?.stop()
}
process.stdout.write(`${tables.join('\n\n')}\n`)

function submitTable({ rounds, statements, perRound, rssMb }: SubmitFigures): string {
  const names: Record<Way, string> = {
    sql: 'the same SQL through `pg`, no HTTP',
    hono: 'bare Hono + `pg` server',
    plain: 'Torg, scheme without rules',
    rules: 'Torg, scheme with 8 rules and 2 conditions',
  }
  const of = (way: Way, key: keyof Figure) => median(rounds[way].map((figure) => figure[key]))
  // Round by round, since neighbours in time had the same neighbours on the machine.
  const against = (way: Way, sum: (figure: Figure) => number) => {
    const each = rounds[way].flatMap((figure, round) => {
      const bare = rounds.hono[round]
      return bare ? [sum(figure) / sum(bare)] : []
    })
    return `${shown(median(each))} × (${shown(Math.min(...each))}–${shown(Math.max(...each))})`
  }
  const rows = ways.map((way) => {
    const cells = [
      shown(of(way, 'app')),
      shown(of(way, 'database')),
      against(way, ({ app }) => app),
      against(way, ({ app, database }) => app + database),
      shown(of(way, 'p50'), 1),
      shown(of(way, 'perSecond'), 0),
    ]
    return `| ${names[way]} | ${cells.join(' | ')} |`
  })
  const head = [
    'CPU ms, server process',
    'CPU ms, database',
    'server ÷ bare server',
    'server + database ÷ bare',
    'answer, ms p50',
    'per second',
  ]
  return [
    `| Sending an application: 10 answers, 5 budget lines, ${statements} statements | ${head.join(' | ')} |`,
    `| --- | ${head.map(() => '---:').join(' | ')} |`,
    ...rows,
    '',
    `Medians of ${rounds.plain.length} rounds of ${perRound} applications each, in turns; 8 connections, 8 senders; in brackets the lowest and highest round. The measured Torg process held ${shown(rssMb, 0)} MB afterwards.`,
  ].join('\n')
}

function startTable({ firstStartMs, secondStartMs, secondStartCpuMs, page, memory, sent, read }: StartFigures): string {
  const bytes = (kind?: Fetched['kind']) =>
    page.filter((each) => !kind || each.kind === kind).reduce((sum, each) => sum + each.bytes, 0)
  const kb = (value: number) => `${shown(value / 1_000, 1)} kB`
  const count = page.length
  const parts = (['page', 'style', 'script', 'font', 'picture'] as const)
    .filter((kind) => bytes(kind) > 0)
    .map((kind) => `${kind} ${kb(bytes(kind))}`)
  const memoryRow = ({ server: own, children, database }: StartFigures['memory']['afterStart']) =>
    `server ${shown(own, 0)} MB, its PDF process ${shown(children, 0)} MB, database ${shown(database ?? Number.NaN, 0)} MB`
  return [
    '| What | Measured |',
    '| --- | --- |',
    `| Public scheme page, cold, compressed | ${kb(bytes())} in ${count} requests (${parts.join(', ')}) |`,
    `| First start on an empty folder, with the demo, to the first answer | ${shown(firstStartMs / 1_000, 1)} s |`,
    `| Second start to the first answer | ${shown(median(secondStartMs) / 1_000, 2)} s, of which ${shown(median(secondStartCpuMs) / 1_000, 2)} s CPU (medians of ${secondStartMs.length}) |`,
    `| Memory after the start | ${memoryRow(memory.afterStart)} |`,
    `| Memory after ${sent} applications sent and ${read} pages read | ${memoryRow(memory.afterWork)} |`,
  ].join('\n')
}
