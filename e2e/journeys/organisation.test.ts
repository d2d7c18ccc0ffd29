import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { organisationNumber } from '../../demo/numbers.ts'
import { specialNumbers } from '../../demo/register/index.ts'
import { openBrowser } from '../browser.ts'
import { draftOf } from '../find.ts'
import { enter } from '../person.ts'
import { openSite } from '../site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the name of an organisation comes when its number is left; of an unknown number that is said, and one writes the name', async () => {
  const url = inject('url')
  const at = draftOf('daniel-novak', 'naringsstotte', 'project')
  const daniel = await enter(browser, url, 'daniel-novak', typeof at === 'string' ? at : await at(openSite(url)))
  await daniel.go(`${new URL(daniel.page.url()).pathname}?sprak=nb`)
  const partner = daniel.page.getByRole('group', { name: 'Hvem er det?' }).first()
  const [number, name] = [partner.getByLabel('Organisasjonsnummer'), partner.getByLabel('Organisasjonens navn')]
  const leaveWith = async (typed: string) => {
    await name.fill('')
    await number.fill(typed)
    await number.press('Tab')
  }
  await leaveWith(organisationNumber(0))
  await expect.poll(() => name.inputValue()).toBe('Fjordvik kammerkor')
  expect(await partner.innerText()).toContain('Forening/lag/innretning · Fjordvik kommune · Enhetsregisteret, ')
  await daniel.isGood()

  await leaveWith(specialNumbers.unknown)
  await partner.getByText('Enhetsregisteret kjenner ikke dette nummeret.').waitFor()
  await name.fill('Vennene av havna')
  await daniel.press('Lagre')
  expect(await name.inputValue()).toBe('Vennene av havna')
  expect(await partner.innerText()).toContain('Enhetsregisteret kjenner ikke dette nummeret.')
  await daniel.isGood()
  await daniel.leave()
})
