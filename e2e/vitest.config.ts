import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { reporters } from '../test/reporters.ts'

// Journeys in a real browser against a built Torg of their own: npm run test:e2e
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/global-setup.ts'],
    reporters: reporters('browser'),
    // One browser per file, and two cores: more at once only makes each slower.
    maxWorkers: 2,
    testTimeout: 120_000,
    // A busy machine may need more than the one second that is standard.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 360_000,
  },
})
