import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { childNamed, childrenNamed, readXml, textNamed, type Element } from '#platform/dmn/xml.ts'
import { DmnProblem, evaluate, loadModels } from '#platform/dmn/index.ts'
import { parseDuration, parseMoment, parseTime } from '#platform/feel/standard/index.ts'

// Runs a folder of the public DMN conformance kit (its TestCases, or one of its folders) and tells how many results are as
// expected, by level. The kit is not part of this repository: node scripts/run.mjs dmn-tck PATH [--failures]
const NOW = '2026-01-01T12:00:00+01:00'
const [folder, flag] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder: node scripts/run.mjs dmn-tck PATH [--failures]')

const counts = new Map<string, { passed: number; all: number }>()
for (const file of testFiles(folder)) {
  const level = /compliance-level-\d|non-compliant/.exec(file)?.[0] ?? 'other'
  const count = counts.get(level) ?? { passed: 0, all: 0 }
  counts.set(level, count)
  for (const { name, passed, why } of runFile(file)) {
    count.all += 1
    if (passed) count.passed += 1
    else if (flag === '--failures') console.log(`${path.basename(file)} ${name}: ${why}`)
  }
}
for (const [level, { passed, all }] of counts) console.log(`${level}: ${passed} of ${all}`)

function testFiles(at: string): string[] {
  if (!statSync(at).isDirectory()) return /-test[^/]*\.xml$/.test(at) ? [at] : []
  return readdirSync(at)
    .toSorted()
    .flatMap((name) => testFiles(path.join(at, name)))
}

function* runFile(file: string): Generator<{ name: string; passed: boolean; why: string }> {
  const root = readXml(readFileSync(file))
  const model = path.join(path.dirname(file), textNamed(root, 'modelName') ?? '')
  const models = loadModels(model, [])
  for (const test of childrenNamed(root, 'testCase')) {
    const input = Object.fromEntries(
      childrenNamed(test, 'inputNode').map((node) => [node.attributes['name'] ?? '', valueOf(node)]),
    )
    for (const node of childrenNamed(test, 'resultNode')) {
      const invoked = test.attributes['type'] === 'decision' ? undefined : test.attributes['invocableName']
      const asked = invoked ?? node.attributes['name'] ?? ''
      const wanted = childNamed(node, 'expected')
      const expected = wanted ? valueOf(wanted) : null
      const got = answer(models, asked, input)
      const passed = same(expected, got)
      yield {
        name: `${test.attributes['id'] ?? ''} ${asked}`,
        passed,
        why: `${JSON.stringify(expected)} was expected, not ${JSON.stringify(got)}`,
      }
    }
  }
}

type Models = ReturnType<typeof loadModels>

/** What the command prints as its result; an error is no value. */
function answer(models: Models, name: string, input: Record<string, unknown>): unknown {
  try {
    return evaluate(models, name, input, NOW).result
  } catch (error) {
    if (error instanceof DmnProblem) return null
    throw error
  }
}

/** A value of the kit as JSON, as the command takes it and gives it. */
function valueOf(element: Element): unknown {
  const list = childNamed(element, 'list')
  if (list) return childrenNamed(list, 'item').map(valueOf)
  const components = childrenNamed(element, 'component')
  if (components.length > 0) return Object.fromEntries(components.map((one) => [one.attributes['name'] ?? '', valueOf(one)]))
  const value = childNamed(element, 'value')
  if (!value || value.attributes['xsi:nil'] === 'true') return null
  const type = value.attributes['xsi:type'] ?? ''
  if (/decimal|double|float|int|long/.test(type)) return Number(value.text)
  if (type.endsWith('boolean')) return value.text.trim() === 'true'
  return value.text
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a))
  if (typeof a === 'string' && typeof b === 'string') return a === b || plain(a) === plain(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => same(one, b[index]))
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => same(x[key] ?? null, y[key] ?? null))
}

/** Times and durations that mean the same are written in several ways. */
function plain(text: string): string {
  const read = parseDuration(text) ?? parseTime(text) ?? parseMoment(text)
  return read ? JSON.stringify(read, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) : text
}
