import { startEmbedded } from '#platform/database/embedded/embedded.ts'
import { readConfig } from './config.ts'

// The first file a start reads, and a small one: the database comes up while the rest of the program is loaded.
const say = (line: string) => process.stdout.write(`${line}\n`)
const stop = new AbortController()

for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    stop.abort()
    // Requests under way are answered, and a demo half filled stops at its next step: none of it takes so long.
    setTimeout(() => process.exit(1), 15_000).unref()
  })

async function run(): Promise<void> {
  const config = readConfig(process.env)
  const [embedded, { serveTorg }] = await Promise.allSettled([
    config.embedded ? startEmbedded({ dataDir: config.dataDir, log: say }) : undefined,
    import('./serve.ts'),
  ]).then(([database, program]) => {
    if (database.status === 'rejected') throw database.reason
    if (program.status === 'fulfilled') return [database.value, program.value] as const
    throw program.reason
  })
  await serveTorg({ config, embedded, say, signal: stop.signal })
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    // Who asked it to stop need not hear what was left undone.
    if (stop.signal.aborted) process.exit(0)
    const plain = ['ConfigError', 'OperatorProblem', 'EmbeddedInUse', 'EmbeddedProblem'].includes((error as Error).name)
    process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
    process.exit(1)
  },
)
