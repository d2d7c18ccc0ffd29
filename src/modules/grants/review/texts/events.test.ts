import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { langs } from '#platform/texts/texts.ts'
import '#grants'
import { tellEvent, toldEventTypes } from './events.ts'

const grants = path.join(import.meta.dirname, '../..')

/** The types that a file's recordEvent calls write on cases: in the call, or in a table of past tenses beside it. */
function recordedTypes(source: string): string[] {
  const found: string[] = []
  for (const call of source.split('recordEvent(trx, {').slice(1)) {
    const body = call.slice(0, 900)
    if (/subjectKind: '(?!case)/.test(body)) continue
    const type = /\btype: ([^\n]*)/.exec(body)?.[1] ?? ''
    found.push(...[...type.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] ?? ''))
  }
  const tenses = /const pastTense[^{]*= \{([^}]*)\}/.exec(source)?.[1] ?? ''
  found.push(...[...tenses.matchAll(/: '([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1] ?? ''))
  return found
}

test('every kind of event that is recorded on a case is told in a sentence in three languages', () => {
  const files = globSync('**/actions/*.ts', { cwd: grants }).filter((file) => !file.includes('.test.'))
  const recorded = new Set(files.flatMap((file) => recordedTypes(readFileSync(path.join(grants, file), 'utf8'))))
  expect(recorded.size).toBeGreaterThan(30)
  const states = ['returned', 'submitted'] // compared with in a choice between two types
  const told = new Set(toldEventTypes())
  expect([...recorded].filter((type) => !told.has(type) && !states.includes(type))).toEqual([])
  for (const lang of langs) {
    for (const type of told) {
      const sentence = tellEvent({ type, changes: {} }, new Map(), lang)
      expect(sentence.length, type).toBeGreaterThan(4)
      expect(sentence, type).not.toContain('undefined')
    }
  }
})

test('a kind of event that nobody has written a sentence for is never shown by its own word', () => {
  for (const lang of langs) expect(tellEvent({ type: 'quite-new', changes: {} }, new Map(), lang)).not.toContain('quite')
})
