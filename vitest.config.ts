import { defineConfig } from 'vitest/config'
import { reporters } from './test/reporters.ts'

// The journeys in a browser have a configuration of their own: e2e/vitest.config.ts
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'schemes/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    reporters: reporters('tests'),
    // Tests wait for the database half of their time: two cores serve two at once.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
