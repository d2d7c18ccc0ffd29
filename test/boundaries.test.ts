import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { boundaries, readImports } from './boundaries.ts'

const root = path.join(import.meta.dirname, '..')

test('every source file is read, and none reaches where it may not', async () => {
  const { modules, summary } = await readImports(root)
  const read = new Set(modules.map((module) => module.source))
  const written = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('.d.ts'))

  expect(written.length).toBeGreaterThan(150)
  expect(written.filter((file) => !read.has(file))).toEqual([])
  expect(summary.totalDependenciesCruised).toBeGreaterThan(written.length)
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
}, 60_000)

/** For each rule a small house that breaks it, and nothing else. */
const broken: Record<string, Record<string, string>> = {
  'no-cycles': { 'src/a.ts': `import './b.ts'`, 'src/b.ts': `import './a.ts'` },
  'everything-is-found': {
    'src/a.ts': `import './nowhere.ts'\nexport async function f() {\n  await using x = await import('./nowhere-either.ts')\n}`,
  },
  'platform-knows-no-module': {
    'src/platform/a.ts': `import type { X } from '#cases'`,
    'src/modules/cases/index.ts': 'export type X = 1',
  },
  'modules-by-the-front-door': {
    'src/modules/grants/a.ts': `import { b } from '../cases/b.ts'\nb()`,
    'src/modules/cases/b.ts': 'export function b() {}',
  },
  'modules-may-use': { 'src/modules/cases/a.ts': `import '#grants'`, 'src/modules/grants/index.ts': 'export {}' },
  'rules-are-pure': {
    'src/modules/grants/rules/a.ts': `import { randomUUID } from 'node:crypto'\nrandomUUID()`,
    'src/modules/grants/scheme/rules/b.ts': `import type { Row } from '../../tables.ts'\nexport type B = Row`,
    'src/modules/grants/tables.ts': 'export type Row = 1',
  },
  'pages-read-by-queries': {
    'src/modules/grants/pages/a.tsx': `import type { Row } from '../tables.ts'\nexport type B = Row`,
    'src/modules/grants/tables.ts': 'export type Row = 1',
  },
  'nothing-comes-back-up': {
    'src/modules/grants/actions/a.ts': `import '../pages/b.ts'`,
    'src/modules/grants/pages/b.ts': 'export {}',
  },
  'queries-do-not-act': {
    'src/modules/grants/queries/a.ts': `import '../actions/b.ts'`,
    'src/modules/grants/actions/b.ts': 'export {}',
  },
  'no-tests-in-the-product': { 'src/a.ts': `import './b.test.ts'`, 'src/b.test.ts': 'export {}' },
  'the-product-needs-no-tools': {
    'src/a.ts': `import 'vitest'`,
    'node_modules/vitest/index.js': '',
    'node_modules/vitest/package.json': '{}',
  },
}

test.each(Object.entries(broken))('the rule %s is seen to be broken', async (name, files) => {
  const house = mkdtempSync(path.join(tmpdir(), 'torg-house-'))
  try {
    const imports = { '#cases': './src/modules/cases/index.ts', '#grants': './src/modules/grants/index.ts' }
    write(house, 'package.json', JSON.stringify({ type: 'module', imports, devDependencies: { vitest: '1' } }))
    for (const [file, text] of Object.entries(files)) write(house, file, text)
    const { summary } = await readImports(house)
    const seen = new Set(summary.violations.map(({ rule }) => rule.name))
    expect([...seen]).toEqual([name])
    const seenIn = summary.violations.flatMap(({ from, cycle }) => [from, ...(cycle ?? []).map((step) => step.name)])
    const importing = Object.entries(files)
      .filter(([, text]) => text.includes('import '))
      .map(([file]) => file)
    expect(seenIn).toEqual(expect.arrayContaining(importing))
  } finally {
    rmSync(house, { recursive: true })
  }
})

test('every rule has a house that breaks it', () => {
  const rules = new Set(boundaries.forbidden?.map((rule) => String(rule.name)))
  expect(Object.keys(broken).toSorted()).toEqual([...rules].toSorted())
})

function write(house: string, file: string, text: string): void {
  const whole = path.join(house, file)
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, text)
}
