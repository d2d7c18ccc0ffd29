import { checks, runSteps } from './steps.ts'

const boundaries = { name: 'boundaries', command: 'vitest run test/boundaries.test.ts' }

process.exitCode = runSteps([...checks, boundaries], process.argv.slice(2)) ? 0 : 1
