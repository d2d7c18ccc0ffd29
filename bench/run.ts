import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { build } from '../scripts/bundle.ts'
import { startTestServer } from '../test/server.ts'
import { makeBenchDatabase } from './database.ts'
import { feelBench } from './feel.ts'
import { shown } from './figures.ts'
import { formBench } from './form.ts'
import { hostileBench } from './hostile.ts'
import { movingInBench } from './moving-in.ts'
import { rulesBench } from './rules.ts'
import { startBench } from './start.ts'
import { submitBench } from './submit.ts'
import { summaryTable, writeReadme, type Measured } from './summary.ts'
import { feelTable, formTable, hostileTable, movingInTable, rulesTable, startTable, submitTable } from './tables.ts'
import { worklistBench, worklistTable } from './worklist.ts'

/**
 * Measures Torg and prints the table that README shows, and one for each part: `npm run bench`, with --quick for a small one in about
 * a minute, --only=submit,form,rules,feel,hostile,moving-in,start,worklist for parts, --readme to put the table into README. What may not fail (bytes
 * of a page, nothing lost on the way) ends it with an error; times are printed and judged by no one.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
  },
})
const parts = new Set(values.only?.split(',') ?? ['submit', 'form', 'rules', 'feel', 'hostile', 'moving-in', 'start', 'worklist'])
const say = (line: string) => void process.stderr.write(`${line}\n`)
const load = () => loadavg()[0] ?? 0
const measured: Measured = { load: [load()] }
const tables: string[] = []

if (parts.has('feel')) tables.push(feelTable((measured.feel = feelBench(values.quick ? 0.2 : 1))))
if (parts.has('hostile')) tables.push(hostileTable(hostileBench()))
const onOneDatabase = ['submit', 'form', 'rules', 'moving-in'].some((part) => parts.has(part))
const onOneServer = onOneDatabase || parts.has('worklist')
if (onOneServer || parts.has('start')) await build()
const server = onOneServer ? await startTestServer() : undefined
try {
  if (server && onOneDatabase) {
    const database = await makeBenchDatabase(server)
    try {
      if (parts.has('submit')) {
        say('Sending applications, in turns: bare SQL, bare Hono + pg, Torg without rules, Torg with rules.')
        const size = values.quick ? { rounds: 3, perRound: 40, warmUp: 60 } : { rounds: 12, perRound: 300, warmUp: 600 }
        const rounds = values.rounds ? Number(values.rounds) : size.rounds
        measured.submit = await submitBench(server, database, { ...size, rounds, connections: 8, atOnce: 8, say })
        tables.push(submitTable(measured.submit))
      }
      if (parts.has('form')) {
        say('A form with 100 questions and 60 conditions.')
        tables.push(formTable((measured.form = await formBench(server, database, { times: values.quick ? 60 : 400 }))))
      }
      if (parts.has('rules')) {
        say('Thirty rules over stored applications.')
        measured.rules = await rulesBench(database, { applications: values.quick ? 1_000 : 10_000 })
        tables.push(rulesTable(measured.rules))
      }
      if (parts.has('moving-in')) {
        say('A list of earlier awards, tried, brought in and taken back.')
        const size = values.quick ? { rows: 3_000, organisations: 500 } : { rows: 50_000, organisations: 2_000 }
        measured.movingIn = await movingInBench(database, size)
        tables.push(movingInTable(measured.movingIn))
      }
    } finally {
      await database.drop()
    }
  }
  if (parts.has('start')) {
    say('Starting Torg with its embedded database in an empty folder.')
    measured.start = await startBench({ secondStarts: values.quick ? 1 : 5, sent: values.quick ? 40 : 1_000, say })
    tables.push(startTable(measured.start))
  }
  if (server && parts.has('worklist')) {
    say('Asking the worklist, with a second municipality equally full.')
    const size = values.quick ? { sizes: [1_000, 10_000], times: 5 } : {}
    measured.worklist = await worklistBench(server, { ...size, say })
    tables.push(worklistTable(measured.worklist))
  }
} finally {
  await server?.stop()
}
measured.load.push(load())
const summary = summaryTable(measured)
process.stdout.write(`${[summary, ...tables].join('\n\n')}\n`)
if (values.readme) await writeReadme(summary, say)
say(`Load of the machine: ${measured.load.map((each) => shown(each, 1)).join(' before, ')} after.`)
