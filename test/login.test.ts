import { createSecretKey, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createSession,
  deactivatePerson,
  inviteStaff,
  provisionPerson,
  readNationalId,
  rotateNationalIds,
  type Provider,
} from '#platform/identity/index.ts'
import { openKeyring } from '#platform/crypto.ts'
import { testMunicipality } from './database.ts'
import { startFakeProvider, type FakeProvider, type Twist } from './fake-provider.ts'
import { startLoginServer, type LoginServer } from './login-server.ts'
import { fieldsOf, type Answer, type Visitor } from './visitor.ts'

const minute = 60_000
const hour = 60 * minute
let torg: LoginServer
let residents: FakeProvider
let employees: FakeProvider

beforeAll(async () => {
  ;[residents, employees] = await Promise.all([startFakeProvider('torg-residents'), startFakeProvider('torg-staff')])
  const both = (municipality: string) => ({
    resident: provider(residents, 'resident', municipality),
    staff: provider(employees, 'staff', municipality),
  })
  // Both municipalities trust the same issuers as the same client: the hardest case to keep apart.
  const providers = new Map(['fjordvik', 'lyngsund'].map((slug) => [slug, both(slug)]))
  torg = await startLoginServer(() => ({ providers }))
})
afterAll(async () => {
  await torg.stop()
  await Promise.all([residents.stop(), employees.stop()])
})
beforeEach(() => {
  torg.clock.now = new Date()
  residents.twist = {}
  employees.twist = {}
})

function provider(fake: FakeProvider, kind: Provider['kind'], municipality: string): Provider {
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

async function leave(visitor: Visitor, path = '/logg-inn/innbygger'): Promise<void> {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(302)
}

async function comeBack(visitor: Visitor, fake = residents): Promise<Answer> {
  return await visitor.get(`/logg-inn/svar?code=c&state=${fake.asked['state']}`)
}

async function logIn(visitor: Visitor, subject = 'subject-1', claims: Record<string, unknown> = {}): Promise<Answer> {
  residents.twist = { claims: { sub: subject, ...claims } }
  await leave(visitor)
  return await comeBack(visitor)
}

describe('the way to the provider', () => {
  test('carries PKCE with S256, state, nonce, the level of assurance and the language, pushed ahead of the browser', async () => {
    const visitor = torg.visit()
    const answer = await visitor.get('/logg-inn/innbygger?sprak=nn')
    const url = new URL(answer.location)
    expect(url.origin + url.pathname).toBe(`${residents.issuer}/authorize`)
    expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri'])
    expect(residents.asked).toMatchObject({
      response_type: 'code',
      scope: 'openid profile',
      acr_values: 'idporten-loa-substantial',
      ui_locales: 'nn',
      code_challenge_method: 'S256',
      redirect_uri: `http://${visitor.host}/logg-inn/svar`,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(residents.asked[name]?.length).toBeGreaterThanOrEqual(43)
  })

  test('back from it, the code is exchanged with the verifier and one is at one’s own page', async () => {
    const visitor = torg.visit()
    const answer = await logIn(visitor)
    expect(answer.status).toBe(303)
    expect(answer.location).toBe('/min-side')
    expect(residents.exchanged).toMatchObject({ grant_type: 'authorization_code', code: 'c' })
    expect(residents.exchanged['code_verifier']?.length).toBeGreaterThanOrEqual(43)
    expect((await visitor.get('/min-side')).text).toContain('Tuva Testesen')
  })

  test.each(['https://ond.example/', '//ond.example', '/\\ond.example', '/logg-inn/svar'])('never ends at %s', async (til) => {
    const visitor = torg.visit()
    await leave(visitor, `/logg-inn/innbygger?til=${encodeURIComponent(til)}`)
    expect((await comeBack(visitor)).location).toBe('/min-side')
  })

  test('says so kindly when the provider does not answer, and works again when it does', async () => {
    const other = await startFakeProvider('torg-residents')
    const server = await startLoginServer(() => ({
      providers: new Map([
        ['fjordvik', { resident: provider(other, 'resident', 'fjordvik'), staff: provider(other, 'staff', 'fjordvik') }],
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
    expect((await comeBack(visitor, other)).status).toBe(503)
    await server.stop()
    await other.stop()
  })
})

describe('an answer that is not good opens nothing', () => {
  const long = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  const twists: [string, () => Twist][] = [
    ['is not signed (alg none)', () => ({ unsigned: true })],
    ['is signed by another key', () => ({ key: residents.strangersKey })],
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
    const visitor = torg.visit()
    await leave(visitor)
    residents.twist = twist()
    const answer = await comeBack(visitor)
    expect(answer.status).toBe(403)
    expect(visitor.cookie('torg')).toBeUndefined()
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('a higher level of assurance than asked for is good', async () => {
    const visitor = torg.visit()
    expect((await logIn(visitor, 'subject-1', { acr: 'idporten-loa-high' })).status).toBe(303)
  })

  test('an answer with a state nobody asked with', async () => {
    const visitor = torg.visit()
    await leave(visitor)
    const answer = await visitor.get('/logg-inn/svar?code=c&state=invented')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('kom ikke i mål')
  })

  test('an answer in another browser than the one that left (a login planted on somebody)', async () => {
    await leave(torg.visit())
    const victim = torg.visit()
    expect((await comeBack(victim)).status).toBe(422)
    await leave(victim)
    const planted = torg.visit()
    await leave(planted)
    expect((await comeBack(victim)).status).toBe(422)
    expect(victim.cookie('torg')).toBeUndefined()
  })

  test('the same answer a second time', async () => {
    const visitor = torg.visit()
    await leave(visitor)
    const path = `/logg-inn/svar?code=c&state=${residents.asked['state']}`
    expect((await visitor.get(path)).status).toBe(303)
    visitor.cookies.delete('torg')
    expect((await visitor.get(path)).status).toBe(422)
  })

  test('an answer that comes eleven minutes later', async () => {
    const visitor = torg.visit()
    await leave(visitor)
    torg.clock.now = new Date(Date.now() + 11 * minute)
    expect((await comeBack(visitor)).status).toBe(422)
  })

  test('a login begun at one municipality and finished at another', async () => {
    const visitor = torg.visit('fjordvik.localhost')
    await leave(visitor)
    const elsewhere = torg.visit('lyngsund.localhost')
    for (const [name, value] of visitor.cookies) elsewhere.setCookie(name, value)
    expect((await comeBack(elsewhere)).status).toBe(422)
    expect(elsewhere.cookie('torg')).toBeUndefined()
  })
})

describe('a session', () => {
  test('of one municipality opens nothing at another, and the same identity there is another person', async () => {
    const here = torg.visit('fjordvik.localhost')
    await logIn(here, 'both-places', { name: 'Begge Steder' })
    const there = torg.visit('lyngsund.localhost')
    there.setCookie('torg', here.cookie('torg') ?? '')
    expect((await there.get('/min-side')).status).toBe(303)
    await logIn(there, 'both-places', { name: 'Begge Steder' })
    const ids = await Promise.all(
      [torg.fjordvik, torg.lyngsund].map((scope) =>
        torg.database.handle.reading(scope, async (trx) => {
          const { rows } = await sql<{ person_id: string; hash: Buffer }>`
            select i.person_id, p.national_id_hash as hash from login_identity i join person p on p.id = i.person_id
            where subject = 'both-places'`.execute(trx)
          return rows[0]
        }),
      ),
    )
    expect(ids[0]?.person_id).not.toBe(ids[1]?.person_id)
    expect(ids[0]?.hash.equals(ids[1]?.hash ?? Buffer.alloc(0))).toBe(false)
  })

  test('gets a new token at every login, and the old one dies: a planted token is worth nothing', async () => {
    const attacker = torg.visit()
    await logIn(attacker, 'attacker', { pid: '15859000107' })
    const planted = attacker.cookie('torg') ?? ''
    const victim = torg.visit()
    victim.setCookie('torg', planted)
    await logIn(victim, 'victim', { name: 'Vera Vanlig', pid: '15859000298' })
    expect(victim.cookie('torg')).not.toBe(planted)
    expect((await attacker.get('/min-side')).status).toBe(303)
    const invented = torg.visit()
    invented.setCookie('torg', 'A'.repeat(43))
    await logIn(invented, 'victim', { pid: '15859000298' })
    expect(invented.cookie('torg')).not.toBe('A'.repeat(43))
  })

  test('has its token in an HttpOnly, SameSite=Lax cookie of this host, and nowhere in any page or row', async () => {
    const visitor = torg.visit()
    const answer = await logIn(visitor)
    const line = answer.cookies.find((each) => each.startsWith('torg='))
    expect(line).toMatch(/^torg=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const token = visitor.cookie('torg') ?? ''
    expect((await visitor.get('/min-side')).text).not.toContain(token)
    const rows = await torg.database.handle.reading(
      torg.fjordvik,
      async (trx) => (await sql`select * from session`.execute(trx)).rows,
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(torg.log.join('')).not.toContain(token)
  })

  test('over https has the __Host- prefix and is Secure', async () => {
    const secure = await startLoginServer(() => ({ providers: torg.services.identity?.providers ?? new Map() }), {
      publicUrl: 'https://tilskudd.fjordvik.example',
    })
    const visitor = secure.visit()
    const departure = await visitor.get('/logg-inn/innbygger')
    expect(departure.cookies[0]).toMatch(/^__Host-torg-inn=[A-Za-z0-9_-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(residents.asked['redirect_uri']).toBe(`https://${visitor.host}/logg-inn/svar`)
    const answer = await comeBack(visitor)
    expect(answer.cookies.find((each) => each.startsWith('__Host-torg='))).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
    await secure.stop()
  })

  test('runs out an hour after a resident’s last use, and use moves that limit', async () => {
    const visitor = torg.visit()
    const start = torg.clock.now.getTime()
    await logIn(visitor)
    const at = async (after: number) => {
      torg.clock.now = new Date(start + after)
      return (await visitor.get('/min-side')).status
    }
    expect(await at(59 * minute)).toBe(200)
    expect(await at(118 * minute)).toBe(200)
    expect(await at(178 * minute + 1_000)).toBe(303)
    expect(await at(178 * minute)).toBe(303)
  })

  test('runs out after twelve hours for a resident and ten for an employee, however much it is used', async () => {
    const [resident, employee] = [torg.visit(), torg.visit()]
    const start = torg.clock.now.getTime()
    await logIn(resident)
    employees.twist = { claims: { aud: 'torg-staff', sub: 'e1', name: 'Egil Ansatt', pid: undefined, acr: undefined } }
    await leave(employee, '/logg-inn/ansatt')
    await comeBack(employee, employees)
    const at = async (after: number) => {
      torg.clock.now = new Date(start + after)
      return [(await resident.get('/min-side')).status, (await employee.get('/min-side')).status]
    }
    for (let half = 1; half < 20; half++) expect(await at(half * 30 * minute)).toEqual([200, 200])
    expect(await at(10 * hour)).toEqual([200, 303])
    for (let half = 21; half < 24; half++) expect((await at(half * 30 * minute))[0]).toBe(200)
    expect((await at(12 * hour))[0]).toBe(303)
  })

  test('writes its last use down at most once a minute', async () => {
    const visitor = torg.visit()
    const start = torg.clock.now.getTime()
    await logIn(visitor, 'once-a-minute', { pid: '15859000379' })
    const lastSeen = async (after: number) => {
      torg.clock.now = new Date(start + after)
      await visitor.get('/min-side')
      return await torg.database.handle.reading(torg.fjordvik, async (trx) => {
        const row = await trx
          .selectFrom('session')
          .select('last_seen_at')
          .orderBy('created_at', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow()
        return row.last_seen_at.getTime() - start
      })
    }
    expect(await lastSeen(30_000)).toBe(0)
    expect(await lastSeen(59_000)).toBe(0)
    expect(await lastSeen(60_000)).toBe(60_000)
    expect(await lastSeen(90_000)).toBe(60_000)
  })

  test('is over when one logs out, also for whoever kept the cookie', async () => {
    const visitor = torg.visit()
    await logIn(visitor)
    const kept = visitor.cookie('torg') ?? ''
    const out = await visitor.post('/logg-ut', fieldsOf((await visitor.get('/min-side')).text, '/logg-ut'))
    expect(fieldsOf(out.text, `${residents.issuer}/logout`)).toMatchObject({
      client_id: 'torg-residents',
      post_logout_redirect_uri: `http://${visitor.host}/logg-ut/ferdig`,
      id_token_hint: expect.stringMatching(/^ey/),
    })
    expect(String(out.headers['content-security-policy'])).toContain(`form-action 'self' ${residents.issuer}`)
    visitor.setCookie('torg', kept)
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('is not ended by a link or by another site’s form', async () => {
    const visitor = torg.visit()
    await logIn(visitor)
    expect((await visitor.get('/logg-ut')).text).toContain('Vil du logge ut?')
    expect((await visitor.post('/logg-ut', {}, { origin: 'https://ond.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    )
    expect((await visitor.post('/logg-ut', { _csrf: 'guess' })).status).toBe(403)
    expect((await visitor.get('/min-side')).status).toBe(200)
  })

  test('is over when the person is deactivated, and no new one can be opened', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'leaver', { name: 'Lars Slutter', pid: '15859000530' })
    await torg.database.handle.inTransaction(torg.fjordvik, async (trx) => {
      const row = await trx
        .selectFrom('login_identity')
        .select('person_id')
        .where('subject', '=', 'leaver')
        .executeTakeFirstOrThrow()
      await deactivatePerson(trx, row.person_id, torg.clock.now)
    })
    expect((await visitor.get('/min-side')).status).toBe(303)
    const again = await logIn(visitor, 'leaver', { name: 'Lars Slutter', pid: '15859000530' })
    expect(again.status).toBe(403)
    expect(again.text).toContain('Brukeren din er stengt')
  })

  test('can be seen and ended by the person from another one', async () => {
    const [phone, desk] = [torg.visit(), torg.visit()]
    await logIn(phone, 'two-places', { pid: '15859000611' })
    await logIn(desk, 'two-places', { pid: '15859000611' })
    const list = await desk.get('/min-side/innlogginger')
    expect(list.text.match(/Sist brukt /g)).toHaveLength(2)
    const fields = fieldsOf(list.text, '/min-side/innlogginger')
    await desk.post('/min-side/innlogginger', { ...fields, login: 'others' })
    expect((await phone.get('/min-side')).status).toBe(303)
    expect((await desk.get('/min-side')).status).toBe(200)
  })
})

describe('logging out at the provider', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const logoutToken = (claims: JWTPayload = {}, twist: Twist = {}) => {
    const now = Math.floor(Date.now() / 1000)
    const base = {
      iss: residents.issuer,
      aud: 'torg-residents',
      iat: now,
      exp: now + 120,
      jti: 'j',
      sid: 'sid-back',
      events: event,
    }
    return residents.sign({ ...base, ...claims } as JWTPayload, twist)
  }
  const tell = (token: string, host?: string) =>
    torg.visit(host).post('/logg-ut/fra-leverandor', { logout_token: token }, { origin: 'null', 'sec-fetch-site': 'cross-site' })

  test('by the front channel ends the session here, without any cookie', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'front', { sid: 'sid-front', pid: undefined })
    const query = `iss=${encodeURIComponent(residents.issuer)}`
    await torg.visit().get(`/logg-ut/fra-leverandor?${query}&sid=another`)
    await torg.visit().get('/logg-ut/fra-leverandor?iss=https%3A%2F%2Fond.example&sid=sid-front')
    await torg.visit('lyngsund.localhost').get(`/logg-ut/fra-leverandor?${query}&sid=sid-front`)
    expect((await visitor.get('/min-side')).status).toBe(200)
    await torg.visit().get(`/logg-ut/fra-leverandor?${query}&sid=sid-front`)
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('by the back channel ends the session here when the token is the provider’s own', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'back', { sid: 'sid-back', pid: undefined })
    const wrong = [
      logoutToken({}, { unsigned: true }),
      logoutToken({}, { key: residents.strangersKey }),
      logoutToken({ aud: 'another' }),
      logoutToken({ iss: 'https://idporten.no' }),
      logoutToken({ exp: 1, iat: 0 }),
      logoutToken({ events: {} }),
      logoutToken({ nonce: 'n' }),
      logoutToken({ sid: undefined }),
    ]
    for (const token of wrong) expect((await tell(await token)).status).toBe(400)
    expect((await visitor.get('/min-side')).status).toBe(200)
    expect((await tell(await logoutToken())).status).toBe(200)
    expect((await visitor.get('/min-side')).status).toBe(303)
  })
})

describe('a form sent after the session has run out', () => {
  async function postLate(
    visitor: Visitor,
    extra: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const fields = fieldsOf((await visitor.get('/min-side')).text)
    torg.clock.now = new Date(torg.clock.now.getTime() + 2 * hour)
    return await visitor.post(
      '/min-side',
      { ...fields, text: 'En hel kveld med "arbeid" & <mer>', _key: 'key-1', ...extra },
      headers,
    )
  }

  test('is kept, shown after login, and sent once with the key it had', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { name: 'Siri Skriver', pid: undefined })
    const late = await postLate(visitor)
    expect(late.location).toBe('/logg-inn?til=%2Fmin-side')
    expect((await visitor.follow(late)).text).toContain('Vi har tatt vare på det du skrev')
    const back = await logIn(visitor, 'writer', { name: 'Siri Skriver', pid: undefined })
    expect(back.location).toBe('/logg-inn/fortsett')
    const shown = await visitor.follow(back)
    expect(shown.text).toContain('Du er logget inn igjen')
    expect(shown.text).toContain('En hel kveld med &quot;arbeid&quot; &amp; &lt;mer&gt;')
    const before = torg.received.length
    const sent = await visitor.post('/logg-inn/fortsett', fieldsOf(shown.text, '/logg-inn/fortsett'))
    expect(sent.status).toBe(307)
    expect(sent.location).toBe('/min-side')
    await visitor.post(sent.location, fieldsOf(shown.text, '/logg-inn/fortsett'))
    expect(torg.received.slice(before)).toEqual([
      { person: 'Siri Skriver', text: 'En hel kveld med "arbeid" & <mer>', key: 'key-1' },
    ])
    expect((await visitor.get('/logg-inn/fortsett')).text).toContain('ikke noe å fortsette med')
  })

  test('lies encrypted in the database', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor, { text: 'hemmelighetsfullt' })
    const rows = await torg.database.handle.reading(
      torg.fjordvik,
      async (trx) => (await sql`select * from pending_post`.execute(trx)).rows,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('hemmelighetsfullt')
  })

  test('is not given to the next person at the same machine', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor)
    const next = await logIn(visitor, 'next person', { name: 'Nils Neste', pid: undefined })
    expect(next.location).toBe('/min-side')
    const shown = await visitor.get('/logg-inn/fortsett')
    expect(shown.text).not.toContain('En hel kveld')
  })

  test('is not kept when it came from another site, or was not made by our page', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { pid: undefined })
    const foreign = await postLate(visitor, {}, { origin: 'https://ond.example', 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
    await visitor.post('/min-side', { text: 'planted', _csrf: 'guess' })
    expect(visitor.cookie('torg-venter')).toBeUndefined()
    const stranger = torg.visit()
    await stranger.post('/min-side', { text: 'planted', _csrf: '' })
    expect(stranger.cookie('torg-venter')).toBeUndefined()
  })

  test('is gone after half an hour', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor)
    torg.clock.now = new Date(torg.clock.now.getTime() + 31 * minute)
    const back = await logIn(visitor, 'writer', { pid: undefined })
    expect(back.location).toBe('/min-side')
  })

  test('from a script is answered 401, and stays on the page', async () => {
    const visitor = torg.visit()
    await logIn(visitor, 'writer', { pid: undefined })
    expect((await postLate(visitor, {}, { 'hx-request': 'true' })).status).toBe(401)
  })
})

describe('who one becomes', () => {
  test('an invited employee gets the roles that wait, by the login name, once', async () => {
    await torg.database.handle.inTransaction(torg.fjordvik, (trx) =>
      inviteStaff(trx, { loginName: ' Kari.Holm@Fjordvik.example ', name: 'Kari Holm', roles: ['administrator'] }),
    )
    const claims = {
      aud: 'torg-staff',
      sub: 'kari',
      name: 'Kari Holm',
      preferred_username: 'KARI.HOLM@fjordvik.example',
      pid: undefined,
    }
    employees.twist = { claims }
    const visitor = torg.visit()
    await leave(visitor, '/logg-inn/ansatt')
    expect((await comeBack(visitor, employees)).location).toBe('/saker')
    expect((await visitor.get('/saker')).text).toContain('Kari Holm [administrator]')

    employees.twist = { claims: { ...claims, sub: 'another with the same name' } }
    const other = torg.visit()
    await leave(other, '/logg-inn/ansatt')
    expect((await comeBack(other, employees)).location).toBe('/logg-inn/ingen-rolle')
  })

  test('a resident cannot take an invitation by calling themselves the same', async () => {
    await torg.database.handle.inTransaction(torg.fjordvik, (trx) =>
      inviteStaff(trx, { loginName: 'leder@fjordvik.example', name: 'Leder', roles: ['unit-leader'] }),
    )
    const visitor = torg.visit()
    await logIn(visitor, 'pretender', {
      preferred_username: 'leder@fjordvik.example',
      email: 'leder@fjordvik.example',
      pid: undefined,
    })
    expect((await visitor.get('/saker')).status).toBe(404)
    expect((await visitor.get('/min-side')).text).toContain('[]')
  })

  test('a person known by national identity number from a paper application is found, whatever key the row was written under', async () => {
    const old = { id: 'old', secret: randomBytes(32) }
    const fresh = { id: 'fresh', secret: randomBytes(32) }
    const claims = { issuer: 'https://idporten.no', kind: 'resident', nationalId: '55859000281' } as const
    await torg.database.handle
      .inTransaction(await testMunicipality(torg.database, 'utvik'), async (trx) => {
        const name = { name: 'Innbygger', lang: 'nb' } as const
        const first = await provisionPerson(trx, openKeyring([old]), { ...claims, subject: 'a' }, name, new Date())
        const ring = openKeyring([fresh, old])
        expect((await provisionPerson(trx, ring, { ...claims, subject: 'b' }, name, new Date())).personId).toBe(first.personId)

        const second = await provisionPerson(
          trx,
          openKeyring([old]),
          { ...claims, nationalId: '55859000362', subject: 'c' },
          name,
          new Date(),
        )
        expect(await rotateNationalIds(trx, ring)).toBe(1)
        expect(await rotateNationalIds(trx, ring)).toBe(0)
        expect(await readNationalId(trx, openKeyring([fresh]), second.personId)).toBe('55859000362')
        expect(
          (
            await provisionPerson(
              trx,
              openKeyring([fresh]),
              { ...claims, nationalId: '55859000362', subject: 'd' },
              name,
              new Date(),
            )
          ).personId,
        ).toBe(second.personId)
        throw new Error('rolled back')
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'))
  })
})

test('a session made for a test or a bench opens the door like any other', async () => {
  const visitor = torg.visit()
  const token = await torg.database.handle.inTransaction(torg.fjordvik, async (trx) => {
    const claims = { issuer: residents.issuer, subject: 'bench', kind: 'resident', name: 'Benk Benkesen' } as const
    const { personId } = await provisionPerson(trx, torg.services.keyring, claims, { name: 'x', lang: 'nb' }, torg.clock.now)
    return await createSession(
      trx,
      torg.services.keyring,
      { personId, kind: 'resident', issuer: residents.issuer, idToken: '' },
      torg.clock.now,
    )
  })
  visitor.setCookie('torg', token)
  expect((await visitor.get('/min-side')).text).toContain('Benk Benkesen')
})
