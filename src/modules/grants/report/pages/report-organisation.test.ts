import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationNumber } from '#demo/numbers.ts'
import { openDemoRegister, specialNumbers, type DemoRegister } from '#demo/register/index.ts'
import { openOrganisationRegister } from '#platform/registers/organisation-register.ts'
import { text3 } from '../../application/choir.testing.ts'
import { openFollowUpWorld, type FollowUpWorld } from '../../follow-up.testing.ts'
import { SchemeDefinition } from '../../model.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { fill, path, show, youthAward } from '../report.testing.ts'

let world: FollowUpWorld
let register: DemoRegister
beforeAll(async () => {
  world = await openFollowUpWorld()
  register = await openDemoRegister()
  world.services.organisationRegister = openOrganisationRegister(register)
  await world.inCity(async (trx) => {
    const { definition } = await getSchemeBySlug(trx, 'ungdommens-moteplasser')
    const asked = { type: 'organisation', key: 'helper', label: text3('Hvem hjalp dere?') }
    const report = { ...definition.report, fields: [asked] }
    await publishScheme(trx, { definition: SchemeDefinition.parse({ ...definition, report }), now: world.clock.now })
  })
})
afterAll(async () => {
  await register.close()
  await world.close()
})

test('A report that asks for an organisation looks its number up as an application does, with its day', async () => {
  const award = await youthAward(world)
  const ask = async (number: string, name: string, button?: string) =>
    await fill(world, award, 'resultat', { 'helper.number': number, 'helper.name': name }, button)
  const page = async () => (await show(world, award, 'resultat')).text
  expect(await page()).toContain('Hent fra Enhetsregisteret')
  const looked = await ask(organisationNumber(0), '', 'lookup:helper')
  expect(looked.headers.get('location')).toBe(`${path(award, 'resultat')}#q-helper`)
  expect(await page()).toMatch(/name="helper.name"[^>]*value="Fjordvik kammerkor"/)
  expect(await page()).toContain('Fjordvik kommune · Enhetsregisteret, ')
  expect((await show(world, award, 'kontroll')).text).toContain('Fjordvik kommune · Enhetsregisteret, ')

  await ask(specialNumbers.unknown, 'Vennene våre', 'save')
  expect(await page()).toContain('kjenner ikke dette nummeret')
  expect(await page()).toMatch(/name="helper.name"[^>]*value="Vennene våre"/)
})
