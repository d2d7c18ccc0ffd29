import { createSecretKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openIdentity } from '#platform/identity/index.ts'
import { startFakeProvider, type Twist } from './fake-provider.ts'
import { startLoginServer } from './login-server.ts'
import { fakeSettings, loginWorld } from './login-world.ts'

const minute = 60_000
const w = loginWorld()

describe('the way to the provider', () => {
  test('carries PKCE with S256, state, nonce, the level of assurance and the language, pushed ahead of the browser', async () => {
    const visitor = w.torg.visit()
    const answer = await visitor.get('/logg-inn/innbygger?sprak=nn')
    const url = new URL(answer.location)
    expect(url.origin + url.pathname).toBe(`${w.residents.issuer}/authorize`)
    expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri'])
    expect(w.residents.asked).toMatchObject({
      response_type: 'code',
      scope: 'openid profile',
      acr_values: 'idporten-loa-substantial',
      ui_locales: 'nn',
      code_challenge_method: 'S256',
      redirect_uri: `http://${visitor.host}/logg-inn/svar`,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(w.residents.asked[name]?.length).toBeGreaterThanOrEqual(43)
  })

  test('back from it, the code is exchanged with the verifier and one is at one’s own page', async () => {
    const visitor = w.torg.visit()
    const answer = await w.logIn(visitor)
    expect(answer.status).toBe(303)
    expect(answer.location).toBe('/min-side')
    expect(w.residents.exchanged).toMatchObject({ grant_type: 'authorization_code', code: 'c' })
    expect(w.residents.exchanged['code_verifier']?.length).toBeGreaterThanOrEqual(43)
    expect((await visitor.get('/min-side')).text).toContain('Tuva Testesen')
  })

  test.each(['https://ond.example/', '//ond.example', '/\\ond.example', '/logg-inn/svar'])('never ends at %s', async (til) => {
    const visitor = w.torg.visit()
    await w.leave(visitor, `/logg-inn/innbygger?til=${encodeURIComponent(til)}`)
    expect((await w.comeBack(visitor)).location).toBe('/min-side')
  })

  test('says so kindly when the provider does not answer, and works again when it does', async () => {
    const other = await startFakeProvider('torg-residents')
    const server = await startLoginServer(() => ({
      providers: new Map([
        ['fjordvik', { resident: fakeSettings(other, 'resident', 'fjordvik'), staff: fakeSettings(other, 'staff', 'fjordvik') }],
      ]),
    }))
    other.state = 'silent'
    const answer = await server.visit().get('/logg-inn/innbygger')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('svarer ikke')
    other.state = 'up'
    const visitor = server.visit()
    expect((await visitor.get('/logg-inn/innbygger')).status).toBe(302)
    other.state = 'silent'
    expect((await w.comeBack(visitor, other)).status).toBe(503)
    await server.stop()
    await other.stop()
  })
})

test('a visitor who begins login again and again must wait, whatever they put in the address or say about where they come from', async () => {
  const providers = w.torg.services.identity?.providers ?? new Map()
  const server = await startLoginServer(() => ({ providers }), { identity: openIdentity(providers, 4) })
  const visitor = server.visit()
  const begin = (n: number) => visitor.get(`/logg-inn/innbygger?til=/${n}`, { 'x-forwarded-for': `203.0.113.${n}` })
  expect((await begin(1)).status).toBe(302)
  expect((await begin(2)).status).toBe(302)
  const refused = await begin(3)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(5)
  expect(refused.text).toContain('Mange forsøk på kort tid')
  await server.stop()
})

test('nobody can begin a login while the disk is full, and is told why', async () => {
  const providers = w.torg.services.identity?.providers ?? new Map()
  const server = await startLoginServer(() => ({ providers }), { canWrite: () => false })
  expect((await server.visit().get('/logg-inn/innbygger')).status).toBe(503)
  await server.stop()
})

describe('an answer that is not good opens nothing', () => {
  const long = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  const twists: [string, () => Twist][] = [
    ['is not signed (alg none)', () => ({ unsigned: true })],
    ['is signed by another key', () => ({ key: w.residents.strangersKey })],
    [
      'is signed with the client’s secret (alg HS256)',
      () => ({ header: { alg: 'HS256' }, key: createSecretKey(Buffer.from('a secret of this test'.padEnd(32, '.'))) }),
    ],
    ['is signed with a key nobody published', () => ({ header: { kid: 'k2' } })],
    ['is for another audience', () => ({ claims: { aud: 'another-client' } })],
    [
      'is for us and another audience besides, without saying for whom',
      () => ({ claims: { aud: ['torg-residents', 'another-client'] } }),
    ],
    ['is by another issuer', () => ({ claims: { iss: 'https://idporten.no' } })],
    ['has expired', () => ({ claims: { iat: long(-600), exp: long(-300) } })],
    ['has no expiry', () => ({ claims: { exp: undefined } })],
    ['has another nonce', () => ({ claims: { nonce: 'another' } })],
    ['has no nonce', () => ({ claims: { nonce: undefined } })],
    ['has no subject', () => ({ claims: { sub: undefined } })],
    ['has a lower level of assurance', () => ({ claims: { acr: 'idporten-loa-low' } })],
    ['has no level of assurance', () => ({ claims: { acr: undefined } })],
    ['names a person who is not of the test population', () => ({ claims: { pid: '13097248022' } })],
  ]
  test.each(twists)('an ID token that %s', async (_, twist) => {
    const visitor = w.torg.visit()
    await w.leave(visitor)
    w.residents.twist = twist()
    const answer = await w.comeBack(visitor)
    expect(answer.status).toBe(403)
    expect(visitor.cookie('torg')).toBeUndefined()
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('a higher level of assurance than asked for is good', async () => {
    const visitor = w.torg.visit()
    expect((await w.logIn(visitor, 'subject-1', { acr: 'idporten-loa-high' })).status).toBe(303)
  })

  test('an answer with a state nobody asked with', async () => {
    const visitor = w.torg.visit()
    await w.leave(visitor)
    const answer = await visitor.get('/logg-inn/svar?code=c&state=invented')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('kom ikke i mål')
  })

  test('an answer in another browser than the one that left (a login planted on somebody)', async () => {
    await w.leave(w.torg.visit())
    const victim = w.torg.visit()
    expect((await w.comeBack(victim)).status).toBe(422)
    await w.leave(victim)
    const planted = w.torg.visit()
    await w.leave(planted)
    expect((await w.comeBack(victim)).status).toBe(422)
    expect(victim.cookie('torg')).toBeUndefined()
  })

  test('the same answer a second time', async () => {
    const visitor = w.torg.visit()
    await w.leave(visitor)
    const path = `/logg-inn/svar?code=c&state=${w.residents.asked['state']}`
    expect((await visitor.get(path)).status).toBe(303)
    visitor.cookies.delete('torg')
    expect((await visitor.get(path)).status).toBe(422)
  })

  test('an answer that comes eleven minutes later', async () => {
    const visitor = w.torg.visit()
    await w.leave(visitor)
    w.torg.clock.now = new Date(Date.now() + 11 * minute)
    expect((await w.comeBack(visitor)).status).toBe(422)
  })

  test('a login begun at one municipality and finished at another', async () => {
    const visitor = w.torg.visit('fjordvik.localhost')
    await w.leave(visitor)
    const elsewhere = w.torg.visit('lyngsund.localhost')
    for (const [name, value] of visitor.cookies) elsewhere.setCookie(name, value)
    expect((await w.comeBack(elsewhere)).status).toBe(422)
    expect(elsewhere.cookie('torg')).toBeUndefined()
  })
})
