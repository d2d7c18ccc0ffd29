import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({
  cookieKey: z.string(),
  clientSecret: z.string(),
  /** Private keys as PEM: the provider's own for signing, and the one Torg proves itself with as the residents' client. */
  providerKey: z.string(),
  clientKey: z.string(),
})

export interface DemoSecrets {
  cookieKey: string
  clientSecret: string
  providerKey: KeyObject
  clientKey: KeyObject
}

/** The demo provider's keys: made once and kept in the data folder, so that a restart logs nobody out and no two demos share any. */
export function demoSecrets(dataDir: string): DemoSecrets {
  const file = path.join(dataDir, 'demo-login.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, JSON.stringify(makeSecrets()), { mode: 0o600 })
  }
  const kept = Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { ...kept, providerKey: createPrivateKey(kept.providerKey), clientKey: createPrivateKey(kept.clientKey) }
}

function makeSecrets(): z.infer<typeof Secrets> {
  const key = () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const random = () => randomBytes(32).toString('base64url')
  return { cookieKey: random(), clientSecret: random(), providerKey: key(), clientKey: key() }
}
