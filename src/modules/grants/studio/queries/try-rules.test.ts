import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillChoir, openChoirApp, sendChoir, startChoir, type ChoirApp } from '../../application/choir-app.testing.ts'
import type { SchemeDefinition } from '../../model.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { tryRules } from './try-rules.ts'

let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  expect((await sendChoir(torg, draft)).status).toBe(303)
})
afterAll(() => torg.close())

const tried = (change: (definition: SchemeDefinition) => SchemeDefinition) =>
  torg.inFjordvik(async (trx) => {
    const { id, definition } = await getSchemeBySlug(trx, 'kor-og-korps')
    return await tryRules(trx, { schemeId: id, definition: change(definition), keyring: torg.services.keyring })
  })

test('the rules as they are say of a stored application what was kept when it was sent', async () => {
  const trial = await tried((definition) => definition)
  expect(trial.next).toBeUndefined()
  expect(trial.tried).toHaveLength(1)
  const [application] = trial.tried
  expect(application?.rules.length).toBeGreaterThan(5)
  for (const { rule, outcome, before } of application?.rules ?? []) expect([rule, outcome]).toEqual([rule, before])
})

test('a changed rule shows what it would have said, and what a new one says', async () => {
  const trial = await tried((definition) => {
    const [first] = definition.rules
    if (!first) throw new Error('no rule')
    const rules = [{ ...first, when: 'answer.members > 100000' }, ...definition.rules.slice(1)]
    return { ...definition, rules: [...rules, { ...first, key: 'young', when: 'answer.members > 0' }] }
  })
  const rules = trial.tried[0]?.rules ?? []
  expect(rules[0]).toMatchObject({ outcome: 'fails', before: 'meets' })
  expect(rules.find((each) => each.rule === 'young')).toEqual({ rule: 'young', outcome: 'meets' })
})
