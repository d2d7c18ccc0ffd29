import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { astrid, openChoirApp, startChoir, type ChoirApp } from '../choir-app.testing.ts'

let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
})
afterAll(() => torg.close())

const publish = (roles: string[]) =>
  torg.inFjordvik(async (trx) => {
    const { definition } = await getSchemeBySlug(trx, 'kor-og-korps')
    await publishScheme(trx, {
      definition: { ...definition, applicants: { ...definition.applicants, roles } },
      now: torg.services.now(),
    })
  })

test('a scheme says what one must be in an organisation to apply for it, before, while and when one tries', async () => {
  await publish(['manager', 'treasurer'])
  expect((await torg.get('/tilskudd/kor-og-korps')).text).toContain('For en organisasjon søker daglig leder, kasserer.')
  const start = await torg.get('/tilskudd/kor-og-korps/sok', { as: astrid })
  expect(start.text).toContain('i denne ordningen søker daglig leder, kasserer for organisasjonen')
  const forged = await torg.post('/tilskudd/kor-og-korps/sok', { as: astrid, form: { who: torg.choirId } })
  expect(forged.status).toBe(404)
  await publish(['chair'])
  expect(await startChoir(torg)).toMatch(/soknad/)
})
