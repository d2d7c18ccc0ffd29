import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { loginWorld } from './login-world.ts'
import { fieldsOf, type Answer, type Visitor } from './visitor.ts'

const minute = 60_000
const hour = 60 * minute
const w = loginWorld()

describe('a form sent after the session has run out', () => {
  async function postLate(
    visitor: Visitor,
    extra: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const fields = fieldsOf((await visitor.get('/min-side')).text)
    w.torg.clock.now = new Date(w.torg.clock.now.getTime() + 2 * hour)
    return await visitor.post(
      '/min-side',
      { ...fields, text: 'En hel kveld med "arbeid" & <mer>', _key: 'key-1', ...extra },
      headers,
    )
  }

  test('is kept, shown after login, and sent once with the key it had', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { name: 'Siri Skriver', pid: undefined })
    const late = await postLate(visitor)
    expect(late.location).toBe('/logg-inn?til=%2Fmin-side')
    expect((await visitor.follow(late)).text).toContain('Vi har tatt vare på det du skrev')
    const back = await w.logIn(visitor, 'writer', { name: 'Siri Skriver', pid: undefined })
    expect(back.location).toBe('/logg-inn/fortsett')
    const shown = await visitor.follow(back)
    expect(shown.text).toContain('Du er logget inn igjen')
    expect(shown.text).toContain('En hel kveld med &quot;arbeid&quot; &amp; &lt;mer&gt;')
    const before = w.torg.received.length
    const sent = await visitor.post('/logg-inn/fortsett', fieldsOf(shown.text, '/logg-inn/fortsett'))
    expect(sent.status).toBe(307)
    expect(sent.location).toBe('/min-side')
    await visitor.post(sent.location, fieldsOf(shown.text, '/logg-inn/fortsett'))
    expect(w.torg.received.slice(before)).toEqual([
      { person: 'Siri Skriver', text: 'En hel kveld med "arbeid" & <mer>', key: 'key-1' },
    ])
    expect((await visitor.get('/logg-inn/fortsett')).text).toContain('ikke noe å fortsette med')
  })

  test('lies encrypted in the database', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor, { text: 'hemmelighetsfullt' })
    const rows = await w.torg.database.handle.reading(
      w.torg.fjordvik,
      async (trx) => (await sql`select * from pending_post`.execute(trx)).rows,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('hemmelighetsfullt')
  })

  test('is not given to the next person at the same machine', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor)
    const next = await w.logIn(visitor, 'next person', { name: 'Nils Neste', pid: undefined })
    expect(next.location).toBe('/min-side')
    const shown = await visitor.get('/logg-inn/fortsett')
    expect(shown.text).not.toContain('En hel kveld')
  })

  test('is not kept when it came from another site, or was not made by our page', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    const foreign = await postLate(visitor, {}, { origin: 'https://ond.example', 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
    await visitor.post('/min-side', { text: 'planted', _csrf: 'guess' })
    expect(visitor.cookie('torg-venter')).toBeUndefined()
    const stranger = w.torg.visit()
    await stranger.post('/min-side', { text: 'planted', _csrf: '' })
    expect(stranger.cookie('torg-venter')).toBeUndefined()
  })

  test('is gone after half an hour', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    await postLate(visitor)
    w.torg.clock.now = new Date(w.torg.clock.now.getTime() + 31 * minute)
    const back = await w.logIn(visitor, 'writer', { pid: undefined })
    expect(back.location).toBe('/min-side')
  })

  test('from a script is answered 401, and stays on the page', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    expect((await postLate(visitor, {}, { 'hx-request': 'true' })).status).toBe(401)
  })

  test('from a page that stood open while one logged in anew in another tab is kept, and one press sends it', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    const open = fieldsOf((await visitor.get('/min-side')).text)
    w.torg.clock.now = new Date(w.torg.clock.now.getTime() + 2 * hour)
    await w.logIn(visitor, 'writer', { pid: undefined })
    const form = { ...open, text: 'Skrevet i den gamle fanen', _key: 'key-2' }
    expect((await visitor.post('/min-side', form, { 'hx-request': 'true' })).status).toBe(401)
    const late = await visitor.post('/min-side', form)
    expect([late.status, late.location]).toEqual([303, '/logg-inn/fortsett'])
    const shown = await visitor.follow(late)
    expect(shown.text).toContain('Skrevet i den gamle fanen')
    const before = w.torg.received.length
    const fields = fieldsOf(shown.text, '/logg-inn/fortsett')
    const sent = await visitor.post('/logg-inn/fortsett', fields)
    await visitor.post(sent.location, fields)
    expect(w.torg.received.slice(before).map(({ text, key }) => [text, key])).toEqual([['Skrevet i den gamle fanen', 'key-2']])
  })

  test('from another person’s page is not kept for who is logged in now', async () => {
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'writer', { pid: undefined })
    const open = fieldsOf((await visitor.get('/min-side')).text)
    await w.logIn(visitor, 'next person', { name: 'Nils Neste', pid: undefined })
    expect((await visitor.post('/min-side', { ...open, text: 'planted' })).status).toBe(403)
    expect(visitor.cookie('torg-venter')).toBeUndefined()
  })
})
