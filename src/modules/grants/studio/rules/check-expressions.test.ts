import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { checkExpression } from './check-expressions.ts'
import { factTypes } from './fact-types.ts'

const read = (file: string) => readFileSync(path.join(projectRoot(), file), 'utf8')
const types = factTypes(JSON.parse(read('schemes/kor-og-korps.json')))

test('the amounts by bands of the guide stand the studio’s checks', () => {
  const guide = read('docs/rule-language.md')
  const bands = guide.slice(guide.indexOf('## Amounts by bands'), guide.indexOf('## Limits'))
  const formulas = [...bands.matchAll(/```\n([^`]+)\n```/g)].map(([, text = '']) => text)
  expect(formulas).toHaveLength(3)
  for (const text of formulas)
    expect(checkExpression({ path: 'amount.steps[sum].value', text, wants: 'number' }, types)).toEqual([])
})

test('a fact that is not there is told of inside brackets too', () => {
  const text = '[{ from: 0, ore: 1 }][item.from <= answer.membres][-1].ore'
  expect(checkExpression({ path: 'amount.steps[sum].value', text, wants: 'number' }, types)).toMatchObject([
    { key: 'expression', data: { why: 'unknown-name', word: 'answer.membres', meant: 'answer.members' } },
  ])
})
