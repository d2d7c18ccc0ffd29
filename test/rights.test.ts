import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#platform/http/index.ts'
import { routes } from '#src/routes.ts'
import { addressOf, openRightsWorld, snapshot, subjects, type RightsWorld, type Subject } from './rights-world.ts'
import type { Allowed } from './rights-group.ts'
import { rights } from './rights-table.ts'

// The real door with every guard, and behind it only the name of the route that was reached: what is tried is who gets through.
const REACHED = 'torg-reached'
const named = (route: Pick<Route, 'method' | 'path'>) => `${route.method} ${route.path}`
const marked = routes.map((route): Route => ({
  ...route,
  handler: (c) => c.text('', 200, { [REACHED]: encodeURI(named(route)) }),
}))

let world: RightsWorld
beforeAll(async () => {
  world = await openRightsWorld(marked)
})
afterAll(() => world.close())

const reached = (answer: Response) => decodeURI(answer.headers.get(REACHED) ?? '')

function mayReach(allowed: Allowed, who: Subject): boolean {
  if (allowed === 'anyone') return true
  if (who === 'logged-out') return false
  if (allowed === 'logged-in') return true
  if (allowed === 'resident') return who === 'resident'
  if (allowed === 'staff') return who !== 'resident'
  return allowed.includes(who)
}

test('every address stands in the table of rights once, and the table names none that is gone', () => {
  const table = rights.flatMap(([, , ...addresses]) => addresses)
  expect(table.toSorted()).toEqual([...new Set(table)].toSorted())
  expect(routes.map(named).toSorted()).toEqual(table.toSorted())
})

describe.each(rights.map(([about, allowed, ...addresses]) => ({ about, allowed, addresses })))(
  '$about',
  ({ allowed, addresses }) => {
    test.each(addresses)('%s is open to those it is for and to nobody else', async (address) => {
      const route = routes.find((each) => named(each) === address)
      if (!route) throw new Error(`${address} is no route`)
      const path = addressOf(route)
      for (const who of subjects) {
        const answer = await world.ask(who, route.method, path)
        const what = `${who} at ${address}`
        if (mayReach(allowed, who)) expect([what, reached(answer)]).toEqual([what, address])
        else if (who === 'logged-out') {
          expect([what, answer.status, reached(answer)]).toEqual([what, 303, ''])
          expect(answer.headers.get('location')).toMatch(/^\/logg-inn(\?til=|$)/)
        } else {
          expect([what, answer.status, reached(answer)]).toEqual([what, 404, ''])
          expect(await answer.text()).toContain('Finnes ikke, eller er ikke din')
        }
      }
    })
  },
)

describe('a form that is not ours', () => {
  const posts = routes.filter((route) => route.method === 'POST' && !route.fromOutside)
  const who = (route: Route): Subject =>
    subjects.find((each) => each !== 'logged-out' && mayReach(route.who as Allowed, each)) ?? 'logged-out'
  const foreign = [
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://ond.example' }],
    ['from a neighbour on our domain', { 'sec-fetch-site': 'same-site', origin: 'http://lyngsund.localhost' }],
    ['from an old browser at another site', { 'sec-fetch-site': '', origin: 'https://ond.example' }],
    ['from a frame without an origin', { 'sec-fetch-site': '', origin: 'null' }],
  ] as const

  test.each(foreign)('%s is refused everywhere, and nothing is written', async (_, headers) => {
    const before = await snapshot(world.torg)
    for (const route of posts) {
      const answer = await world.ask(who(route), 'POST', addressOf(route), { headers })
      expect([named(route), answer.status, reached(answer)]).toEqual([named(route), 403, ''])
    }
    expect(await snapshot(world.torg)).toEqual(before)
  })

  test('without the session’s token, or with another’s, is refused everywhere, and nothing is written', async () => {
    const before = await snapshot(world.torg)
    for (const route of posts) {
      for (const form of [{}, { _csrf: '' }, { _csrf: 'A'.repeat(43) }] as Record<string, string>[]) {
        const answer = await world.ask(who(route), 'POST', addressOf(route), { withoutToken: true, form })
        expect([named(route), answer.status, reached(answer)]).toEqual([named(route), 403, ''])
      }
    }
    expect(await snapshot(world.torg)).toEqual(before)
  })
})

test('who is logged out is sent to log in and back to the same place', async () => {
  const answer = await world.ask('logged-out', 'GET', '/min-side?fane=rapporter')
  expect(answer.headers.get('location')).toBe('/logg-inn?til=%2Fmin-side%3Ffane%3Drapporter')
})
