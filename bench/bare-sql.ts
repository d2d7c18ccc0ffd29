import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Applicant } from './ground.ts'
import { answerQuestions } from './program.ts'
import { replaySession, replayTransaction, type Script } from './replay.ts'
import { inParallel } from './send.ts'

// The same statements with no HTTP at all: what `pg` and the database cost alone.
const { BENCH_APP_URL, BENCH_SCRIPT = '', BENCH_CONNECTIONS = '8' } = process.env
const script = JSON.parse(readFileSync(BENCH_SCRIPT, 'utf8')) as Script
const pool = new pg.Pool({ connectionString: BENCH_APP_URL, max: Number(BENCH_CONNECTIONS), application_name: 'bench-sql' })

answerQuestions({
  send: async ({ applicants, atOnce }) => ({
    taken: await inParallel(applicants as Applicant[], Number(atOnce), async (each) => {
      const person = await replaySession(pool, script, each.token)
      await replayTransaction(pool, script, { draft: each.draftId, person: person ?? '', key: each.key })
    }),
  }),
})
process.send?.({ ready: true })
