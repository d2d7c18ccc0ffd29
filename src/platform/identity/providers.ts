import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ConfigError, readJsonSetting } from '#src/config.ts'

export type ProviderKind = 'resident' | 'staff'

const Issuer = z
  .url({ error: 'must be the address of the provider' })
  .refine((text) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${text}/`), { error: 'must begin with https://' })
  // A login name is unique within one organisation only; "common" lets every organisation in the world in.
  .refine((text) => !/\/(common|organizations|consumers)(\/|$)/.test(text), { error: 'must be the issuer of one organisation' })

const Text3 = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })

const ProviderSettings = z
  .strictObject({
    issuer: Issuer,
    clientId: z.string().min(1),
    /** One of the two: a shared secret, or a private key (PEM, PKCS 8) whose public half the provider has. */
    clientSecret: z.string().min(8).optional(),
    privateKeyFile: z.string().min(1).optional(),
    privateKeyId: z.string().min(1).optional(),
    /** How a shared secret is sent; most take it in the header. */
    secretIn: z.enum(['header', 'body']).default('header'),
    scopes: z
      .string()
      .default('openid profile')
      .refine((text) => text.split(' ').includes('openid'), { error: 'must hold "openid"' }),
    /** The level of assurance asked for, and the least that is accepted. */
    acrValues: z.array(z.string().min(1)).default([]),
    idTokenAlg: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
    claims: z
      .strictObject({
        name: z.string().default('name'),
        nationalId: z.string().default('pid'),
        loginName: z.string().default('preferred_username'),
        email: z.string().default('email'),
      })
      .prefault({}),
    /** What the button says one logs in with. */
    label: Text3.optional(),
    prompt: z.enum(['login', 'select_account']).optional(),
    /** The provider's people are synthetic (a test environment): only synthetic identity numbers are let in, otherwise none. */
    syntheticPeople: z.boolean().default(false),
  })
  .refine((p) => (p.clientSecret === undefined) !== (p.privateKeyFile === undefined), {
    error: 'needs either clientSecret or privateKeyFile',
  })

const MunicipalityProviders = z
  .strictObject({
    resident: ProviderSettings.refine((p) => p.acrValues.length > 0, {
      path: ['acrValues'],
      error: 'must say the level residents log in with, such as ["idporten-loa-substantial"]',
    }),
    staff: ProviderSettings,
  })
  // An identity is (issuer, subject): with one issuer for both, an employee would come in as the resident they also are.
  .refine((both) => both.resident.issuer !== both.staff.issuer, {
    path: ['staff', 'issuer'],
    error: 'must be another than that of resident',
  })

const ProvidersFile = z.record(
  z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, { error: 'is not the short name of a municipality' }),
  MunicipalityProviders,
)

type Settings = z.output<typeof ProviderSettings>

/** One provider of one municipality, ready to be used. */
export interface Provider extends Omit<Settings, 'privateKeyFile' | 'label'> {
  kind: ProviderKind
  municipality: string
  privateKey?: KeyObject
  label: { nb: string; nn: string; en: string }
  /**
   * The demo's provider lives in this same server: its pages are shown at whatever host the visitor uses, and Torg reaches it
   * over the loopback. This is its path.
   */
  mountedAt?: string
}

/** The providers by municipality (its slug): one for residents, one for employees. */
export type Providers = ReadonlyMap<string, Readonly<Record<ProviderKind, Provider>>>

export const standardLabels: Record<ProviderKind, Provider['label']> = {
  resident: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' },
  staff: { nb: 'kommunens innlogging', nn: 'innlogginga til kommunen', en: 'the municipality’s login' },
}

/**
 * Reads the file that TORG_PROVIDERS_FILE names: JSON, municipality slug → { resident, staff }; key files are found from its
 * folder. Throws ConfigError: one line that names the file and the value that is wrong, never a secret.
 */
export function readProviders(file: string): Providers {
  const settings = readJsonSetting('TORG_PROVIDERS_FILE', file, ProvidersFile)
  const providers = new Map<string, Record<ProviderKind, Provider>>()
  for (const [municipality, both] of Object.entries(settings)) {
    const make = (kind: ProviderKind) => complete(both[kind], kind, municipality, file)
    providers.set(municipality, { resident: make('resident'), staff: make('staff') })
  }
  return providers
}

/** The one line that stops a start: every municipality needs its providers. Undefined when all have them. */
export function missingProviders(providers: Providers, municipalities: readonly string[]): string | undefined {
  const missing = municipalities.filter((slug) => !providers.has(slug))
  if (missing.length === 0) return undefined
  return `No login provider is set for ${missing.join(', ')}: name it in the file of TORG_PROVIDERS_FILE (docs/operating.md).`
}

function complete(settings: Settings, kind: ProviderKind, municipality: string, file: string): Provider {
  const { privateKeyFile, label, ...rest } = settings
  const where = `TORG_PROVIDERS_FILE: ${file}: ${municipality}.${kind}.privateKeyFile`
  return {
    ...rest,
    kind,
    municipality,
    label: label ?? standardLabels[kind],
    ...(privateKeyFile && { privateKey: readKey(path.resolve(path.dirname(file), privateKeyFile), where) }),
  }
}

function readKey(file: string, where: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(readFileSync(file))
  } catch {
    throw new ConfigError(`${where}: ${file} holds no private key that can be read`)
  }
  const small = key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048
  if (small || !['rsa', 'ec'].includes(key.asymmetricKeyType ?? ''))
    throw new ConfigError(`${where}: must be RSA of 2048 bits or more, or EC P-256`)
  return key
}
