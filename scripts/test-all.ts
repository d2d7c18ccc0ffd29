import { checks, runSteps, type Step } from './steps.ts'

const steps: Step[] = [
  ...checks,
  { name: 'tests', command: 'vitest run' },
  { name: 'tests on PostgreSQL 15', command: 'node scripts/run.mjs test-postgres15' },
  { name: 'upgrade', command: 'node scripts/run.mjs upgrade-check' },
  { name: 'backup and restore', command: 'node scripts/run.mjs restore-check' },
  { name: 'kills', command: 'node scripts/run.mjs faults/kill --rounds=5 --within=60' },
  { name: 'full disk', command: 'node scripts/run.mjs faults/full-disk' },
  { name: 'small benchmark', command: 'node scripts/run.mjs bench --quick' },
  { name: 'journeys in a browser', command: 'vitest run --config e2e/vitest.config.ts' },
  { name: 'every page looked at', command: 'node e2e/looks.ts' },
]

process.exitCode = runSteps(steps, process.argv.slice(2)) ? 0 : 1
