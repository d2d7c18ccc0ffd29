import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readImports } from '../test/boundaries.ts'
import { startPostgres15 } from './postgres15.ts'

// Every test that uses a database, again, on the oldest PostgreSQL that is promised.
const root = path.join(import.meta.dirname, '..')
const files = await testsThatUse('test/database.ts')
if (files.length === 0) throw new Error('No test uses a database: the search for them is wrong.')

const server = await startPostgres15()
try {
  console.log(`${files.length} test files use a database, and run on PostgreSQL 15:`)
  const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2), ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_DATABASE_URL: server.adminUrl },
  })
  process.exitCode = status ?? 1
} finally {
  await server.stop()
}

async function testsThatUse(file: string): Promise<string[]> {
  const { modules } = await readImports(root, ['src', 'test'])
  const users = new Set([file])
  // Through helpers too: repeated until no further file is found.
  for (let before = 0; before !== users.size;) {
    before = users.size
    for (const module of modules) if (module.dependencies.some(({ resolved }) => users.has(resolved))) users.add(module.source)
  }
  return [...users].filter((name) => /\.test\.tsx?$/.test(name)).toSorted()
}
