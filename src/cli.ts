import { parseArgs } from 'node:util'
import { openJobs } from '#platform/jobs/jobs.ts'
import { Usage, type Command } from './command.ts'
import { commands } from './commands.ts'
import { readConfig } from './config.ts'
import { openTorg } from './open.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

process.exitCode = await main(process.argv.slice(2))

async function main(words: string[]): Promise<number> {
  const command = commands.find((c) => `${words.join(' ')} `.startsWith(`${c.name} `))
  if (!command || words.includes('--help')) {
    help(command ? [command] : commands)
    return command || words.length === 0 || words[0] === '--help' ? 0 : unknown(words)
  }
  try {
    const { values, positionals } = parse(command, words.slice(command.name.split(' ').length))
    const config = readConfig(process.env)
    if (command.needsDatabase === false)
      return await command.run({ args: positionals, options: values, config, say, torg: undefined as never })
    const torg = await openTorg(config, { role: 'command', say: complain })
    const boss = await openJobs(torg.services.db)
    try {
      return await command.run({ args: positionals, options: values, torg, config, say })
    } finally {
      await boss.stop({ graceful: false })
      await torg.close()
    }
  } catch (error) {
    if (error instanceof Usage) {
      complain(`${command.name}: ${error.message}\n  torg ${command.name} ${command.usage}`)
      return 2
    }
    complain(
      ['ConfigError', 'OperatorProblem', 'EmbeddedInUse', 'EmbeddedProblem', 'Invalid', 'Conflict', 'NotFound'].includes(
        (error as Error).name,
      )
        ? (error as Error).message
        : ((error as Error).stack ?? String(error)),
    )
    return 1
  }
}

function parse(command: Command, words: string[]) {
  try {
    return parseArgs({ args: words, options: { municipality: { type: 'string' }, ...command.options }, allowPositionals: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

function help(shown: readonly Command[]): void {
  say('torg: the command line of Torg. Works on the same data as the server, whether it runs or not.\n')
  for (const command of shown) {
    say(`  torg ${command.name} ${command.usage}`)
    for (const line of command.help.split('\n')) say(`      ${line}`)
  }
  say('\n  --municipality NAME says which one, where there are several.')
  say('  Settings come from the environment, as for the server: PORT, TORG_DATA_DIR, DATABASE_URL … (docs/operating.md).')
}

function unknown(words: string[]): number {
  complain(`\ntorg: there is no command "${words.join(' ')}".`)
  return 2
}
