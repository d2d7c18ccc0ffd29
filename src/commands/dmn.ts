import { readFileSync } from 'node:fs'
import { DmnProblem, evaluate, isMoment, loadModels } from '#platform/dmn/index.ts'
import { Usage, type Command } from '../command.ts'

export const dmnEval: Command = {
  name: 'dmn eval',
  usage: 'FILE.dmn [IMPORTED.dmn …] --decision NAME [--input JSON | --input-file FILE] [--now TIME]',
  help: `Evaluates one decision (or decision service, or business knowledge model) of a DMN file, version 1.1 to 1.6, without
a database. Models that it imports are looked for among the files named after it, then in its folder.
The input is a JSON object by the names of the input data; dates, times and durations are ISO 8601 texts, typed by the
input data's type ("2026-04-01", "10:30:00+02:00", "2026-04-01T10:30:00", "P1Y6M", "P3DT12H").
Prints one line of JSON and exits with 0: {"result": …, "messages": [{"message", "place"}]}
  the result's dates, times and durations are ISO 8601 texts; messages, where there are any, tell why something is null.
What cannot be evaluated exits with 1: {"error": {"message", "place"}}
--now is the moment that now() and today() tell, ISO 8601 with offset; otherwise the present.`,
  options: {
    decision: { type: 'string' },
    input: { type: 'string' },
    'input-file': { type: 'string' },
    now: { type: 'string' },
  },
  needsDatabase: false,
  async run({ args, options, say }) {
    const [first, ...rest] = args
    const decision = options['decision']
    if (first === undefined || typeof decision !== 'string') throw new Usage('name a file and a decision')
    const now = typeof options['now'] === 'string' ? options['now'] : presentInOslo()
    if (!/^\d{4}-\d\d-\d\dT/.test(now) || !isMoment(now)) throw new Usage(`--now is no moment: ${now}`)
    try {
      const input = readInput(options['input'], options['input-file'])
      const { result, messages } = evaluate(loadModels(first, rest), decision, input, now)
      say(JSON.stringify(messages.length > 0 ? { result, messages } : { result }))
      return 0
    } catch (error) {
      if (!(error instanceof DmnProblem)) throw error
      say(JSON.stringify({ error: { message: error.message, place: error.place } }))
      return 1
    }
  },
}

/** today() is the day in Oslo, wherever the machine stands. */
function presentInOslo(): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' })
  return `${clock.format(new Date()).replace(' ', 'T')}@Europe/Oslo`
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new DmnProblem(`the file cannot be read: ${(error as Error).message}`, file)
  }
}

function readInput(text: unknown, file: unknown): Record<string, unknown> {
  const json = typeof file === 'string' ? new TextDecoder().decode(readBytes(file)) : typeof text === 'string' ? text : '{}'
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    throw new DmnProblem(`the input is not JSON: ${(error as Error).message}`, '--input')
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new DmnProblem('the input is not a JSON object', '--input')
  return input as Record<string, unknown>
}
