import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import { createSession, inviteStaff, provisionPerson, readNationalId, rotateNationalIds } from '#platform/identity/index.ts'
import { testMunicipality } from './database.ts'
import { loginWorld } from './login-world.ts'

const w = loginWorld()

describe('who one becomes', () => {
  test('an invited employee gets the roles that wait, by the login name, once', async () => {
    await w.torg.database.handle.inTransaction(w.torg.fjordvik, (trx) =>
      inviteStaff(trx, { loginName: ' Kari.Holm@Fjordvik.example ', name: 'Kari Holm', roles: ['administrator'] }),
    )
    const claims = {
      aud: 'torg-staff',
      sub: 'kari',
      name: 'Kari Holm',
      preferred_username: 'KARI.HOLM@fjordvik.example',
      pid: undefined,
    }
    w.employees.twist = { claims }
    const visitor = w.torg.visit()
    await w.leave(visitor, '/logg-inn/ansatt')
    expect((await w.comeBack(visitor, w.employees)).location).toBe('/saker')
    expect((await visitor.get('/saker')).text).toContain('Kari Holm [administrator]')

    w.employees.twist = { claims: { ...claims, sub: 'another with the same name' } }
    const other = w.torg.visit()
    await w.leave(other, '/logg-inn/ansatt')
    expect((await w.comeBack(other, w.employees)).location).toBe('/logg-inn/ingen-rolle')
  })

  test('a resident cannot take an invitation by calling themselves the same', async () => {
    await w.torg.database.handle.inTransaction(w.torg.fjordvik, (trx) =>
      inviteStaff(trx, { loginName: 'leder@fjordvik.example', name: 'Leder', roles: ['unit-leader'] }),
    )
    const visitor = w.torg.visit()
    await w.logIn(visitor, 'pretender', {
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
    await w.torg.database.handle
      .inTransaction(await testMunicipality(w.torg.database, 'utvik'), async (trx) => {
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
      .catch((error: unknown) => expect(String(error)).toBe('Error: rolled back'))
  })
})

test('a session made for a test or a bench opens the door like any other', async () => {
  const visitor = w.torg.visit()
  const token = await w.torg.database.handle.inTransaction(w.torg.fjordvik, async (trx) => {
    const claims = { issuer: w.residents.issuer, subject: 'bench', kind: 'resident', name: 'Benk Benkesen' } as const
    const { personId } = await provisionPerson(trx, w.torg.services.keyring, claims, { name: 'x', lang: 'nb' }, w.torg.clock.now)
    return await createSession(
      trx,
      w.torg.services.keyring,
      { personId, kind: 'resident', issuer: w.residents.issuer, idToken: '' },
      w.torg.clock.now,
    )
  })
  visitor.setCookie('torg', token)
  expect((await visitor.get('/min-side')).text).toContain('Benk Benkesen')
})
