import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['on', 'off'])
const port = z.coerce.number().int().min(0).max(65_535)

/** The environment: every variable Torg reads, in one place. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  TORG_DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The application's own connection, where the owner in DATABASE_URL may not create roles. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  TORG_DEMO: flag.optional(),
  /** Address residents reach Torg on, when it is behind a proxy: https://tilskudd.example.no */
  TORG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses of the proxies whose X-Forwarded-* headers are believed, with commas. */
  TORG_TRUSTED_PROXIES: z.string().default(''),
  /** Keys for classified fields: id:base64 of 32 bytes, with commas; the first encrypts, all decrypt. */
  TORG_KEYS: z.string().optional(),
  TORG_PROVIDERS_FILE: z.string().optional(),
  TORG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Enhetsregisteret, or what speaks as it does; off: nothing is looked up. In the demo a stand-in, where nothing is said. */
  TORG_ORGANISATION_REGISTER: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })], 'must be an http(s) address, or off')
    .optional(),
  TORG_MAIL_FROM: z.email().default('ikke-svar@torg.invalid'),
  /** Forms one person, or one network of visitors, may post in a minute. */
  TORG_POSTS_PER_MINUTE: z.coerce.number().int().min(10).default(600),
  TORG_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Writes are refused while less than this is free where the data lies. */
  TORG_MIN_FREE_MB: z.coerce.number().int().min(16).default(256),
})

export interface Config extends z.infer<typeof Environment> {
  dataDir: string
  embedded: boolean
  /** The demo's people, provider and mailbox exist only when this is true. */
  demo: boolean
  trustedProxies: string[]
}

/** A wrong setting. The message is one line that names it and says what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the environment. Throws ConfigError with one line per wrong value. */
export function readConfig(env: NodeJS.ProcessEnv, cwd = process.cwd()): Config {
  const given = Object.fromEntries(Object.keys(Environment.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message} (it is "${hide(String(i.path[0]), given)}")`)
    throw new ConfigError(lines.join('\n'))
  }
  for (const key of Object.keys(env)) {
    if (key.startsWith('TORG_') && !(key in Environment.shape))
      throw new ConfigError(`${key}: no such setting. See docs/operating.md for those there are.`)
  }
  const value = parsed.data
  const embedded = !value.DATABASE_URL
  const local = ['127.0.0.1', '::1', 'localhost'].includes(value.HOST)
  return {
    ...value,
    dataDir: path.resolve(cwd, value.TORG_DATA_DIR),
    embedded,
    // The demo is no open door: only with the embedded database and on this machine, or when asked for in so many words.
    demo: value.TORG_DEMO === 'on' || (value.TORG_DEMO !== 'off' && embedded && local),
    trustedProxies: value.TORG_TRUSTED_PROXIES.split(',')
      .map((p) => p.trim())
      .filter(Boolean),
  }
}

/** Reads a JSON file named by a setting, with the setting's name in every error. */
export function readJsonSetting<T>(setting: string, file: string, schema: z.ZodType<T>): T {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`${setting}: the file ${file} cannot be read`)
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    throw new ConfigError(`${setting}: ${file} is not JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(raw)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${setting}: ${file}, at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`)
  }
  return parsed.data
}

function hide(name: string, given: Record<string, string | undefined>): string {
  return /KEY|URL/.test(name) ? '…' : (given[name] ?? '')
}
