import { sql } from 'kysely'
import type { JWTPayload } from 'jose'
import { describe, expect, test } from 'vitest'
import { deactivatePerson } from '#platform/identity/index.ts'
import type { Twist } from './fake-provider.ts'
import { startLoginServer } from './login-server.ts'
import { loginWorld } from './login-world.ts'
import { fieldsOf } from './visitor.ts'

const minute = 60_000
const hour = 60 * minute
const w = loginWorld()

describe('a session', () => {
  test('of one municipality opens nothing at another, and the same identity there is another person', async () => {
    const here = w.torg.visit('fjordvik.localhost')
    await w.logIn(here, 'both-places', { name: 'Begge Steder' })
    const there = w.torg.visit('lyngsund.localhost')
    there.setCookie('torg', here.cookie('torg') ?? '')
    expect((await there.get('/min-side')).status).toBe(303)
    await w.logIn(there, 'both-places', { name: 'Begge Steder' })
    const ids = await Promise.all(
      [w.torg.fjordvik, w.torg.lyngsund].map((scope) =>
        w.torg.database.handle.reading(scope, async (trx) => {
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
    const attacker = w.torg.visit()
    await w.logIn(attacker, 'attacker', { pid: '15859000107' })
    const planted = attacker.cookie('torg') ?? ''
    const victim = w.torg.visit()
    victim.setCookie('torg', planted)
    await w.logIn(victim, 'victim', { name: 'Vera Vanlig', pid: '15859000298' })
    expect(victim.cookie('torg')).not.toBe(planted)
    expect((await attacker.get('/min-side')).status).toBe(303)
    const invented = w.torg.visit()
    invented.setCookie('torg', 'A'.repeat(43))
    await w.logIn(invented, 'victim', { pid: '15859000298' })
    expect(invented.cookie('torg')).not.toBe('A'.repeat(43))
  })

  test('has its token in an HttpOnly, SameSite=Lax cookie of this host, and nowhere in any page or row', async () => {
    const visitor = w.torg.visit()
    const answer = await w.logIn(visitor)
    const line = answer.cookies.find((each) => each.startsWith('torg='))
    expect(line).toMatch(/^torg=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const token = visitor.cookie('torg') ?? ''
    expect((await visitor.get('/min-side')).text).not.toContain(token)
    const rows = await w.torg.database.handle.reading(
      w.torg.fjordvik,
      async (trx) => (await sql`select * from session`.execute(trx)).rows,
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(w.torg.log.join('')).not.toContain(token)
  })

  test('over https has the __Host- prefix and is Secure', async () => {
    const secure = await startLoginServer(() => ({ providers: w.torg.services.identity?.providers ?? new Map() }), {
      publicUrl: 'https://tilskudd.fjordvik.example',
    })
    const visitor = secure.visit()
    const departure = await visitor.get('/logg-inn/innbygger')
    expect(departure.cookies[0]).toMatch(/^__Host-torg-inn=[A-Za-z0-9_-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(w.residents.asked['redirect_uri']).toBe(`https://${visitor.host}/logg-inn/svar`)
    const answer = await w.comeBack(visitor)
    expect(answer.cookies.find((each) => each.startsWith('__Host-torg='))).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
    await secure.stop()
  })

  test('runs out an hour after a resident’s last use, and use moves that limit', async () => {
    const visitor = w.torg.visit()
    const start = w.torg.clock.now.getTime()
    await w.logIn(visitor)
    const at = async (after: number) => {
      w.torg.clock.now = new Date(start + after)
      return (await visitor.get('/min-side')).status
    }
    expect(await at(59 * minute)).toBe(200)
    expect(await at(118 * minute)).toBe(200)
    expect(await at(178 * minute + 1_000)).toBe(303)
    expect(await at(178 * minute)).toBe(303)
  })

  test('runs out after twelve hours for a resident and ten for an employee, however much it is used', async () => {
    const [resident, employee] = [w.torg.visit(), w.torg.visit()]
    const start = w.torg.clock.now.getTime()
    await w.logIn(resident)
    w.employees.twist = { claims: { aud: 'torg-staff', sub: 'e1', name: 'Egil Ansatt', pid: undefined, acr: undefined } }
    await w.leave(employee, '/logg-inn/ansatt')
    await w.comeBack(employee, w.employees)
    const at = async (after: number) => {
      w.torg.clock.now = new Date(start + after)
      return [(await resident.get('/min-side')).status, (await employee.get('/min-side')).status]
    }
    for (let half = 1; half < 20; half++) expect(await at(half * 30 * minute)).toEqual([200, 200])
    expect(await at(10 * hour)).toEqual([200, 303])
    for (let half = 21; half < 24; half++) expect((await at(half * 30 * minute))[0]).toBe(200)
    expect((await at(12 * hour))[0]).toBe(303)
  })

  test('writes its last use down at most once a minute', async () => {
    const visitor = w.torg.visit()
    const start = w.torg.clock.now.getTime()
    await w.logIn(visitor, 'once-a-minute', { pid: '15859000379' })
    const lastSeen = async (after: number) => {
      w.torg.clock.now = new Date(start + after)
      await visitor.get('/min-side')
      return await w.torg.database.handle.reading(w.torg.fjordvik, async (trx) => {
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
    const visitor = w.torg.visit()
    await w.logIn(visitor)
    const kept = visitor.cookie('torg') ?? ''
    const out = await visitor.post('/logg-ut', fieldsOf((await visitor.get('/min-side')).text, '/logg-ut'))
    expect(fieldsOf(out.text, `${w.residents.issuer}/logout`)).toMatchObject({
      client_id: 'torg-residents',
      post_logout_redirect_uri: `http://${visitor.host}/logg-ut/ferdig`,
      id_token_hint: expect.stringMatching(/^ey/),
    })
    expect(String(out.headers['content-security-policy'])).toContain(`form-action 'self' ${w.residents.issuer}`)
    visitor.setCookie('torg', kept)
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('is not ended by a link or by another site’s form', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor)
    expect((await visitor.get('/logg-ut')).text).toContain('Vil du logge ut?')
    expect((await visitor.post('/logg-ut', {}, { origin: 'https://ond.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    )
    expect((await visitor.post('/logg-ut', { _csrf: 'guess' })).status).toBe(403)
    expect((await visitor.get('/min-side')).status).toBe(200)
  })

  test('is over when the person is deactivated, and no new one can be opened', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'leaver', { name: 'Lars Slutter', pid: '15859000530' })
    await w.torg.database.handle.inTransaction(w.torg.fjordvik, async (trx) => {
      const row = await trx
        .selectFrom('login_identity')
        .select('person_id')
        .where('subject', '=', 'leaver')
        .executeTakeFirstOrThrow()
      await deactivatePerson(trx, row.person_id, w.torg.clock.now)
    })
    expect((await visitor.get('/min-side')).status).toBe(303)
    const again = await w.logIn(visitor, 'leaver', { name: 'Lars Slutter', pid: '15859000530' })
    expect(again.status).toBe(403)
    expect(again.text).toContain('Brukeren din er stengt')
  })

  test('can be seen and ended by the person from another one', async () => {
    const [phone, desk] = [w.torg.visit(), w.torg.visit()]
    await w.logIn(phone, 'two-places', { pid: '15859000611' })
    await w.logIn(desk, 'two-places', { pid: '15859000611' })
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
      iss: w.residents.issuer,
      aud: 'torg-residents',
      iat: now,
      exp: now + 120,
      jti: 'j',
      sid: 'sid-back',
      events: event,
    }
    return w.residents.sign({ ...base, ...claims } as JWTPayload, twist)
  }
  const tell = (token: string, host?: string) =>
    w.torg
      .visit(host)
      .post('/logg-ut/fra-leverandor', { logout_token: token }, { origin: 'null', 'sec-fetch-site': 'cross-site' })

  test('by the front channel ends the session here, without any cookie', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'front', { sid: 'sid-front', pid: undefined })
    const query = `iss=${encodeURIComponent(w.residents.issuer)}`
    await w.torg.visit().get(`/logg-ut/fra-leverandor?${query}&sid=another`)
    await w.torg.visit().get('/logg-ut/fra-leverandor?iss=https%3A%2F%2Fond.example&sid=sid-front')
    await w.torg.visit('lyngsund.localhost').get(`/logg-ut/fra-leverandor?${query}&sid=sid-front`)
    expect((await visitor.get('/min-side')).status).toBe(200)
    await w.torg.visit().get(`/logg-ut/fra-leverandor?${query}&sid=sid-front`)
    expect((await visitor.get('/min-side')).status).toBe(303)
  })

  test('by the back channel ends the session here when the token is the provider’s own', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'back', { sid: 'sid-back', pid: undefined })
    const wrong = [
      logoutToken({}, { unsigned: true }),
      logoutToken({}, { key: w.residents.strangersKey }),
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
