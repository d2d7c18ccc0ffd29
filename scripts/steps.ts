import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** One thing that must hold, and the command that finds out. */
export interface Step {
  name: string
  command: string
}

interface Outcome extends Step {
  passed: boolean
  seconds: number
}

/** What needs neither a database nor a browser. */
export const checks: readonly Step[] = [
  { name: 'types', command: 'npm run -s types' },
  { name: 'lint', command: 'npm run -s lint' },
  { name: 'format', command: 'npm run -s format -- --check' },
  { name: 'dead code', command: 'npm run -s dead-code' },
]

const root = path.join(import.meta.dirname, '..')

/**
 * Runs every step, also after one failed, with its time; ends with a table and one line that counts tests and steps together.
 * `--without=NAME` leaves out one that was run before, and says so. Returns whether all passed.
 */
export function runSteps(steps: readonly Step[], args: string[]): boolean {
  process.env['TEST_RESULTS'] ??= mkdtempSync(path.join(tmpdir(), 'torg-results-'))
  const without = new Set(args.flatMap((arg) => (arg.startsWith('--without=') ? [arg.slice('--without='.length)] : [])))
  for (const name of without) {
    if (!steps.some((step) => step.name === name)) throw new Error(`There is no step "${name}".`)
    console.log(`── ${name}: left out here, because it was run before`)
  }
  const outcomes = steps.filter((step) => !without.has(step.name)).map(run)

  console.log('')
  for (const { name, passed, seconds } of outcomes)
    console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`)
  const tests = countTests(process.env['TEST_RESULTS'])
  // A step of tests is counted by its tests; one that broke before it could count them is a failure all the same.
  const failedSteps = outcomes.filter((outcome) => !outcome.passed).length
  const passed = tests.passed + outcomes.filter((outcome) => outcome.passed).length
  console.log(`\n${passed} passed, ${tests.failed + failedSteps} failed, ${tests.skipped} skipped`)
  return failedSteps === 0 && tests.failed === 0
}

function run(step: Step): Outcome {
  console.log(`\n── ${step.name}: ${step.command}`)
  const began = performance.now()
  const { status } = spawnSync('sh', ['-c', step.command], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = (performance.now() - began) / 1000
  console.log(`── ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} after ${seconds.toFixed(1)} s`)
  return { ...step, passed: status === 0, seconds }
}

function countTests(folder: string): { passed: number; failed: number; skipped: number } {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const file of globSync('*.json', { cwd: folder })) {
    const result = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, number | undefined>
    sum.passed += result['numPassedTests'] ?? 0
    sum.failed += result['numFailedTests'] ?? 0
    sum.skipped += (result['numPendingTests'] ?? 0) + (result['numTodoTests'] ?? 0)
  }
  return sum
}
