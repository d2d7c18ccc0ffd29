import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { missingProviders, readProviders } from './providers.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'torg-providers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const resident = {
  issuer: 'https://test.idporten.no',
  clientId: 'torg-client',
  privateKeyFile: 'idporten.pem',
  privateKeyId: 'k1',
  acrValues: ['idporten-loa-substantial'],
  syntheticPeople: true,
}
const staff = { issuer: 'https://login.example.no/fjordvik/v2.0', clientId: 'torg', clientSecret: 'not shown to anybody' }

function file(content: unknown): string {
  const name = path.join(folder, 'providers.json')
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

function writeKey(pem: string): void {
  writeFileSync(path.join(folder, 'idporten.pem'), pem)
}

const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe('the file with login providers', () => {
  test('gives each municipality one provider for residents and one for employees', () => {
    writeKey(rsa(2048))
    const both = readProviders(file({ fjordvik: { resident, staff } })).get('fjordvik')
    expect(both?.resident).toMatchObject({
      kind: 'resident',
      issuer: 'https://test.idporten.no',
      idTokenAlg: 'RS256',
      scopes: 'openid profile',
    })
    expect(both?.resident.privateKey?.type).toBe('private')
    expect(both?.staff).toMatchObject({
      kind: 'staff',
      clientSecret: 'not shown to anybody',
      label: { nb: 'kommunens innlogging' },
    })
  })

  test.each([
    [
      'a provider without https',
      { resident: { ...resident, issuer: 'http://idporten.no' }, staff },
      'fjordvik.resident.issuer: must begin with https://',
    ],
    [
      'residents without a level of assurance',
      { resident: { ...resident, acrValues: [] }, staff },
      'fjordvik.resident.acrValues: must say the level',
    ],
    [
      'a provider that lets every organisation in',
      { resident, staff: { ...staff, issuer: 'https://login.microsoftonline.com/common/v2.0' } },
      'fjordvik.staff.issuer: must be the issuer of one organisation',
    ],
    ['one issuer for both', { resident, staff: { ...staff, issuer: resident.issuer } }, 'fjordvik.staff.issuer: must be another'],
    [
      'neither secret nor key',
      { resident, staff: { ...staff, clientSecret: undefined } },
      'fjordvik.staff: needs either clientSecret or privateKeyFile',
    ],
    ['both secret and key', { resident, staff: { ...staff, privateKeyFile: 'x.pem' } }, 'fjordvik.staff: needs either'],
    ['a misspelt setting', { resident, staff: { ...staff, clientsecret: 'x' } }, 'fjordvik.staff: '],
    ['no provider for employees', { resident }, 'fjordvik.staff: '],
    [
      'an algorithm without a signature',
      { resident: { ...resident, idTokenAlg: 'none' }, staff },
      'fjordvik.resident.idTokenAlg: ',
    ],
    ['scopes without openid', { resident, staff: { ...staff, scopes: 'profile' } }, 'fjordvik.staff.scopes: must hold "openid"'],
  ])('stops the start on %s, naming the value in one line', (_, fjordvik, line) => {
    const name = file({ fjordvik })
    const read = () => readProviders(name)
    expect(read).toThrow(`TORG_PROVIDERS_FILE: ${name}, at ${line}`)
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringMatching(/\n|not shown to anybody/) }))
  })

  test('stops the start on a key that is too short, is no key or is not there', () => {
    const name = file({ fjordvik: { resident, staff } })
    writeKey(rsa(1024))
    expect(() => readProviders(name)).toThrow('fjordvik.resident.privateKeyFile: must be RSA of 2048 bits')
    writeKey('not a key')
    expect(() => readProviders(name)).toThrow('holds no private key that can be read')
    rmSync(path.join(folder, 'idporten.pem'))
    expect(() => readProviders(name)).toThrow('holds no private key that can be read')
  })

  test('stops the start when it is not there or is not JSON', () => {
    expect(() => readProviders(path.join(folder, 'nowhere.json'))).toThrow('cannot be read')
    expect(() => readProviders(file('{\n "fjordvik": {,\n}'))).toThrow('is not JSON')
  })

  test('must name every municipality that Torg serves', () => {
    writeKey(rsa(2048))
    const providers = readProviders(file({ fjordvik: { resident, staff } }))
    expect(missingProviders(providers, ['fjordvik'])).toBeUndefined()
    expect(missingProviders(providers, ['fjordvik', 'lyngsund'])).toContain('No login provider is set for lyngsund')
  })
})
