import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemoLogin } from '../demo/provider/index.ts'
import { startLoginServer, type LoginServer } from './login-server.ts'
import { actionOf, fieldsOf, type Answer, type Visitor } from './visitor.ts'

let torg: LoginServer
const dataDir = mkdtempSync(path.join(tmpdir(), 'torg-demo-login-'))

beforeAll(async () => {
  torg = await startLoginServer((database) => openDemoLogin({ dataDir, db: database.handle, behindProxy: false }))
})
afterAll(async () => {
  await torg.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function toPicker(visitor: Visitor, start: string): Promise<Answer> {
  return await visitor.follow(await visitor.get(start))
}

async function logIn(visitor: Visitor, start: string, person: string): Promise<Answer> {
  const picker = await toPicker(visitor, start)
  const action = actionOf(picker.text)
  return await visitor.follow(await visitor.post(action, { ...fieldsOf(picker.text, action), person }))
}

describe('login with the demo’s people', () => {
  test.each(['localhost', 'fjordvik.localhost', 'lyngsund.localhost'])(
    'works at %s and shows that municipality’s people',
    async (host) => {
      const visitor = torg.visit(host)
      const picker = await toPicker(visitor, '/logg-inn/innbygger')
      expect(picker.status).toBe(200)
      const small = host.startsWith('lyngsund')
      expect(picker.text.includes('Astrid Solheim')).toBe(!small)
      expect(picker.text.includes('Ola Lyngstad')).toBe(small)
      expect(picker.text).not.toContain('Maren Lie')
      const after = await logIn(visitor, '/logg-inn/innbygger', small ? 'ola-lyngstad' : 'astrid-solheim')
      expect(after.text).toContain(small ? 'Ola Lyngstad' : 'Astrid Solheim')
    },
  )

  test('brings one back to the page one was on the way to', async () => {
    const visitor = torg.visit()
    const refused = await visitor.get('/min-side?fane=rapporter')
    expect(refused.location).toBe('/logg-inn?til=%2Fmin-side%3Ffane%3Drapporter')
    const choice = await visitor.follow(refused)
    const link = /href="(\/logg-inn\/innbygger[^"]*)"/.exec(choice.text)?.[1] ?? ''
    const picker = await toPicker(visitor, link)
    const action = actionOf(picker.text)
    let answer = await visitor.post(action, { ...fieldsOf(picker.text, action), person: 'jonas-berge' })
    const path: string[] = []
    while (answer.status >= 300 && answer.status < 400) {
      const url = new URL(answer.location, `http://${visitor.host}`)
      path.push(url.pathname + url.search)
      answer = await visitor.get(url.pathname + url.search)
    }
    expect(path.at(-1)).toBe('/min-side?fane=rapporter')
    expect(answer.text).toContain('Jonas Berge')
  })

  test('keeps the person from one login to the next, with the identity number only encrypted', async () => {
    await logIn(torg.visit(), '/logg-inn/innbygger', 'sigrid-haugland')
    await logIn(torg.visit('localhost'), '/logg-inn/innbygger', 'sigrid-haugland')
    const rows = await torg.database.handle.reading(torg.fjordvik, async (trx) => {
      const found = await sql<Record<string, unknown>>`
        select p.* from person p where name = 'Sigrid Haugland'`.execute(trx)
      return found.rows
    })
    expect(rows).toHaveLength(1)
    expect(String(rows[0]?.['born_on'])).toBe('1975-01-09')
    expect(rows[0]?.['national_id_cipher']).toMatch(/^v1\.test\./)
    expect(JSON.stringify(rows)).not.toContain('09817530068')
    expect(torg.log.join('')).not.toMatch(/\d{11}/)
  })

  test('lets an employee without a role in to a kind page, and nowhere else', async () => {
    const visitor = torg.visit()
    const after = await logIn(visitor, '/logg-inn/ansatt?til=/saker', 'vera-holt')
    expect(visitor.at).toBe('/logg-inn/ingen-rolle')
    expect(after.text).toContain('Vera Holt')
    expect(after.text).toContain('ingen har gitt deg en rolle')
  })

  test('can be cancelled, and says so', async () => {
    const visitor = torg.visit()
    const picker = await toPicker(visitor, '/logg-inn/innbygger')
    const action = actionOf(picker.text)
    const after = await visitor.follow(await visitor.post(action, { ...fieldsOf(picker.text, action), cancel: 'yes' }))
    expect(after.text).toContain('Du avbrøt innloggingen')
    expect(visitor.cookie('torg')).toBeUndefined()
  })

  test('logs out here at once and at the provider with one more press', async () => {
    const visitor = torg.visit()
    const inside = await logIn(visitor, '/logg-inn/innbygger', 'amina-warsame')
    const replay = visitor.cookie('torg') ?? ''
    const out = await visitor.post('/logg-ut', fieldsOf(inside.text, '/logg-ut'))
    expect(out.text).toContain('Du er logget ut av Torg')
    expect(visitor.cookie('torg')).toBeUndefined()

    const thief = torg.visit()
    thief.setCookie('torg', replay)
    expect((await thief.get('/min-side')).status).toBe(303)

    const action = actionOf(out.text)
    const url = new URL(action)
    expect(url.host).toBe(visitor.host)
    const gone = await visitor.follow(await visitor.post(url.pathname, fieldsOf(out.text, action)))
    expect(visitor.at).toBe('/logg-ut/ferdig')
    expect(gone.text).toContain('Du er logget ut')
  })

  test('is not there for a picker of another browser, another municipality or too long ago', async () => {
    const visitor = torg.visit()
    const picker = await toPicker(visitor, '/logg-inn/innbygger')
    const action = actionOf(picker.text)
    expect((await torg.visit().get(action)).status).toBe(404)
    const elsewhere = torg.visit('lyngsund.localhost')
    for (const [name, value] of visitor.cookies) elsewhere.setCookie(name, value)
    expect((await elsewhere.get(action)).status).toBe(404)
    expect((await visitor.get('/demo-innlogging/innbygger/velg/abc')).status).toBe(404)
  })

  test('sends nobody’s login to a host that is not ours', async () => {
    const visitor = torg.visit()
    const departure = await visitor.get('/logg-inn/innbygger', { host: `ond.example:${torg.port}` })
    expect(departure.status).toBe(404)
  })
})
