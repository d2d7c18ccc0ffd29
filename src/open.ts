import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '#platform/database/db.ts'
import { connectOrStart, type Embedded } from '#platform/database/embedded/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openKeyring, parseKeys, type MasterKey } from '#platform/crypto.ts'
import { diskGuard } from '#platform/disk.ts'
import type { Services } from '#platform/http/index.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { installJobs } from '#platform/jobs/jobs.ts'
import { createLogger } from '#platform/log.ts'
import { projectRoot } from '#platform/project-root.ts'
import { ConfigError, type Config } from './config.ts'
import { forgetHalfDemo } from './half-demo.ts'
import { jobs } from './jobs.ts'

/** Torg's floor, open: database migrated, keys read. The server and the command line stand on the same. */
export interface Opened {
  services: Services
  ownerUrl: string
  /** The database holds no municipality yet. */
  isEmpty: boolean
  close(): Promise<void>
}

/**
 * Opens the floor for the server ('application', with its embedded database where it has one) or for one command beside it
 * ('command'). The database is the opened floor's from now on, also when this fails. Throws ConfigError in one line.
 */
export async function openTorg(
  config: Config,
  start: { say: (line: string) => void } & ({ role: 'application'; embedded: Embedded | undefined } | { role: 'command' }),
): Promise<Opened> {
  const { role, say } = start
  mkdirSync(config.dataDir, { recursive: true })
  const embedded =
    role === 'application'
      ? start.embedded
      : config.embedded
        ? await connectOrStart({ dataDir: config.dataDir, log: say })
        : undefined
  try {
    const keys = readKeys(config)
    const ownerUrl = embedded?.ownerUrl ?? config.DATABASE_URL ?? ''
    if (embedded && role === 'application') await forgetHalfDemo(config.dataDir, ownerUrl, say)
    const { appUrl } = await migrate({
      ownerUrl,
      folder: path.join(projectRoot(), 'migrations'),
      appPassword: embedded?.appPassword ?? passwordFrom(keys),
      ...(config.DATABASE_APP_URL ? { appUrl: config.DATABASE_APP_URL } : {}),
    })
    await installJobs(
      ownerUrl,
      jobs.map((job) => job.name),
    )
    const db = openDatabase({ appUrl, connections: config.DATABASE_CONNECTIONS })
    const hosts = await db.unscoped((root) => root.selectFrom('host_name').select('host').limit(1).execute())
    return {
      services: {
        db,
        keyring: openKeyring(keys),
        now: () => new Date(),
        log: createLogger(config.TORG_LOG),
        dataDir: config.dataDir,
        demo: config.demo,
        trustedProxies: config.trustedProxies,
        mail: { from: config.TORG_MAIL_FROM, ...(config.TORG_SMTP_URL ? { smtpUrl: config.TORG_SMTP_URL } : {}) },
        port: config.PORT,
        postLimit: rateLimit({ perMinute: config.TORG_POSTS_PER_MINUTE, burst: config.TORG_POSTS_PER_MINUTE }),
        canWrite: diskGuard(
          [config.dataDir, path.join(config.dataDir, 'files'), ...(embedded ? [embedded.folder] : [])],
          config.TORG_MIN_FREE_MB,
        ),
        ...(config.TORG_PUBLIC_URL ? { publicUrl: config.TORG_PUBLIC_URL } : {}),
      },
      ownerUrl,
      isEmpty: hosts.length === 0,
      close: async () => {
        await db.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The operator's keys, or for an embedded or demo installation a key of its own, made once and kept beside the data. */
function readKeys(config: Config): MasterKey[] {
  try {
    if (config.TORG_KEYS) return parseKeys(config.TORG_KEYS)
  } catch (error) {
    throw new ConfigError(`TORG_KEYS: ${(error as Error).message}`)
  }
  if (!config.embedded && !config.demo) {
    throw new ConfigError(
      'TORG_KEYS: is missing. Classified fields need a key: TORG_KEYS="2026a:$(openssl rand -base64 32)", kept apart from the backups.',
    )
  }
  const file = path.join(config.dataDir, 'keys')
  if (!existsSync(file)) {
    writeFileSync(file, `own:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  return parseKeys(readFileSync(file, 'utf8').trim())
}

/** The password of the application's role, the same for every process with the same keys. */
function passwordFrom(keys: MasterKey[]): string {
  return createHmac('sha256', keys[0]?.secret ?? '')
    .update('database role torg_app')
    .digest('base64url')
}
