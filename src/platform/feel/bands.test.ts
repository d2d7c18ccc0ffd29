import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../project-root.ts'
import { evaluate } from './index.ts'

const guide = readFileSync(path.join(projectRoot(), 'docs/rule-language.md'), 'utf8')
const bands = guide.slice(guide.indexOf('## Amounts by bands'), guide.indexOf('## Limits'))
const [ifs = '', table = '', slices = ''] = [...bands.matchAll(/```\n([^`]+)\n```/g)].map(([, text = '']) => text)
const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
const amount = (formula: string, members: number | null) => evaluate(formula, { answer: { members } }, clock)

test.each([
  [0, 500_000],
  [19, 500_000],
  [20, 1_000_000],
  [49, 1_000_000],
  [50, 1_500_000],
  [800, 1_500_000],
])('the bands in the guide: %i members give %i øre, written as a choice and as a table', (members, ore) => {
  expect(amount(ifs, members)).toMatchObject({ kind: 'value', value: ore })
  expect(amount(table, members)).toMatchObject({ kind: 'value', value: ore })
})

test('so much for each by band: the first at one rate, those above at another', () => {
  expect(amount(slices, 12)).toMatchObject({ kind: 'value', value: 240_000 })
  expect(amount(slices, 25)).toMatchObject({ kind: 'value', value: 450_000 })
})

test('a number nobody has told makes the amount unknown, never nothing', () => {
  for (const formula of [ifs, table, slices])
    expect(amount(formula, null)).toEqual({ kind: 'unknown', missing: ['answer.members'] })
})
