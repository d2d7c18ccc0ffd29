import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#src/routes.ts'
import { addressOf, openRightsWorld, type RightsWorld, type Subject } from './rights-world.ts'

let world: RightsWorld
beforeAll(async () => {
  world = await openRightsWorld(routes)
})
afterAll(() => world.close())

const gets = routes.filter((route) => route.method === 'GET')

/** What is wrong with an answer's headers, a line each. */
function faults(answer: Response, loggedIn: boolean): string[] {
  const header = (name: string) => answer.headers.get(name) ?? ''
  const csp = header('content-security-policy')
  const rules: [string, boolean][] = [
    ['the CSP lets nothing through that is not named', csp.includes("default-src 'none'") || csp.includes('sandbox')],
    ['the CSP lets no script or style in that stands in the page', !/unsafe-(inline|eval|hashes)|\*/.test(csp)],
    ['the CSP lets forms go to ourselves', csp.includes("form-action 'self'") || csp.includes('sandbox')],
    ['nobody frames the page', /frame-ancestors '(self|none)'/.test(csp) || csp.includes('sandbox')],
    ['the type is not guessed', header('x-content-type-options') === 'nosniff'],
    ['addresses are told to nobody else', /same-origin|no-referrer/.test(header('referrer-policy'))],
    ['https is remembered', /max-age=\d{7,}/.test(header('strict-transport-security'))],
    ['no other window reaches in', header('cross-origin-opener-policy') === 'same-origin'],
    ['what a logged-in person sees is kept nowhere', !loggedIn || header('cache-control').includes('no-store')],
    ['the server does not say what it is made of', !header('server') && !header('x-powered-by')],
    ...answer.headers
      .getSetCookie()
      .map((cookie): [string, boolean] => [
        `the cookie "${cookie}" is for the server alone`,
        /; ?HttpOnly/i.test(cookie) &&
          /; ?SameSite=(Lax|Strict)/i.test(cookie) &&
          /; ?Path=\//i.test(cookie) &&
          !/Domain=/i.test(cookie),
      ]),
  ]
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]))
}

describe.each<Subject>(['logged-out', 'resident', 'caseworker', 'administrator', 'no-role'])('as %s', (who) => {
  test.each(gets.map((route) => [route.path, route] as const))('%s answers with all that protects', async (_, route) => {
    const answer = await world.ask(who, 'GET', addressOf(route))
    expect(faults(answer, who !== 'logged-out')).toEqual([])
  })

  test.each(['/finnes-ikke', '/saker/2026-1/finnes-ikke', '/%00', '/..%2f..%2fetc%2fpasswd', '/tilskudd/%E0%A4%A', '/?sprak=nn'])(
    '%s too',
    async (path) => {
      const answer = await world.ask(who, 'GET', path)
      expect(faults(answer, who !== 'logged-out')).toEqual([])
      expect(answer.status).toBe(path.startsWith('/?') ? 200 : 404)
    },
  )

  test('a refused form too', async () => {
    const answer = await world.ask(who, 'POST', '/min-side/innlogginger', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(403)
    expect(faults(answer, who !== 'logged-out')).toEqual([])
  })
})

test('a host that is no municipality’s, style sheets and the health of the server give nothing away', async () => {
  const strange = await world.ask('logged-out', 'GET', '/', { headers: { host: 'ond.example' } })
  expect([strange.status, faults(strange, false)]).toEqual([404, []])
  for (const path of ['/healthz', '/readyz', '/assets/finnes-ikke.js', '/tema/finnes-ikke.css'])
    expect([path, faults(await world.ask('logged-out', 'GET', path), false)]).toEqual([path, []])
})

test('a language chosen over https is remembered in a cookie that only https carries', async () => {
  world.torg.services.publicUrl = 'https://fjordvik.localhost'
  const answer = await world.ask('logged-out', 'GET', '/?sprak=en')
  expect(answer.headers.getSetCookie().join()).toMatch(/^torg-sprak=en;.*; Secure/)
})
