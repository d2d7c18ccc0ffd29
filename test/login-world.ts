import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Provider } from '#platform/identity/index.ts'
import { startFakeProvider, type FakeProvider } from './fake-provider.ts'
import { startLoginServer, type LoginServer } from './login-server.ts'
import type { Answer, Visitor } from './visitor.ts'

/** A server with two municipalities and somebody else's providers for residents and employees, for the tests of one file. */
export interface LoginWorld {
  torg: LoginServer
  residents: FakeProvider
  employees: FakeProvider
  /** Off to the provider. */
  leave(visitor: Visitor, path?: string): Promise<void>
  /** Back from it with a code. */
  comeBack(visitor: Visitor, fake?: FakeProvider): Promise<Answer>
  /** Both, as a resident. */
  logIn(visitor: Visitor, subject?: string, claims?: Record<string, unknown>): Promise<Answer>
}

/** Opens the world before this file's tests and closes it after; every test begins now, with providers that tell the truth. */
export function loginWorld(): LoginWorld {
  const world = {
    async leave(visitor, path = '/logg-inn/innbygger') {
      expect((await visitor.get(path)).status).toBe(302)
    },
    comeBack: async (visitor, fake = world.residents) => await visitor.get(`/logg-inn/svar?code=c&state=${fake.asked['state']}`),
    async logIn(visitor, subject = 'subject-1', claims = {}) {
      world.residents.twist = { claims: { sub: subject, ...claims } }
      await world.leave(visitor)
      return await world.comeBack(visitor)
    },
  } as LoginWorld

  beforeAll(async () => {
    const [residents, employees] = await Promise.all([startFakeProvider('torg-residents'), startFakeProvider('torg-staff')])
    const both = (municipality: string) => ({
      resident: fakeSettings(residents, 'resident', municipality),
      staff: fakeSettings(employees, 'staff', municipality),
    })
    // Both municipalities trust the same issuers as the same client: the hardest case to keep apart.
    const providers = new Map(['fjordvik', 'lyngsund'].map((slug) => [slug, both(slug)]))
    Object.assign(world, { residents, employees, torg: await startLoginServer(() => ({ providers })) })
  })
  afterAll(async () => {
    await world.torg.stop()
    await Promise.all([world.residents.stop(), world.employees.stop()])
  })
  beforeEach(() => {
    world.torg.clock.now = new Date()
    world.residents.twist = {}
    world.employees.twist = {}
  })
  return world
}

/** The settings a municipality would have for a fake provider. */
export function fakeSettings(fake: FakeProvider, kind: Provider['kind'], municipality: string): Provider {
  return {
    kind,
    municipality,
    issuer: fake.issuer,
    clientId: kind === 'resident' ? 'torg-residents' : 'torg-staff',
    clientSecret: 'a secret of this test',
    secretIn: 'header',
    scopes: 'openid profile',
    acrValues: kind === 'resident' ? ['idporten-loa-substantial'] : [],
    idTokenAlg: 'RS256',
    claims: { name: 'name', nationalId: 'pid', loginName: 'preferred_username', email: 'email' },
    label: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' },
    syntheticPeople: true,
  }
}
