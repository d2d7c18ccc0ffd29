import { createServer } from 'node:http'
import type { DatabaseHandle } from '#platform/database/db.ts'
import type { Route, Services } from '#platform/http/index.ts'
import { identityRoutes, missingProviders, openIdentity, readProviders, type Identity } from '#platform/identity/index.ts'
import { ConfigError, type Config } from './config.ts'

export interface Login {
  identity: Identity
  routes: readonly Route[]
  /** For serve(): in the demo its provider answers in this same server. */
  createServer: typeof createServer
}

/**
 * Opens login for the server: the providers of TORG_PROVIDERS_FILE, or the demo's own. Throws ConfigError in one line when a
 * municipality has no provider: a Torg that nobody can log in to does not start.
 */
export async function openLogin(config: Config, services: Services): Promise<Login> {
  if (config.TORG_PROVIDERS_FILE) {
    const providers = readProviders(config.TORG_PROVIDERS_FILE)
    const missing = missingProviders(providers, await municipalities(services.db))
    if (missing) throw new ConfigError(missing)
    return { identity: openIdentity(providers), routes: identityRoutes, createServer }
  }
  if (!config.demo) {
    throw new ConfigError(
      'TORG_PROVIDERS_FILE: is missing, and the demo is off, so nobody could log in. Name the file with the login providers (docs/operating.md).',
    )
  }
  // Loaded only here: without the demo none of it is in the process.
  const { openDemoLogin } = await import('../demo/provider/index.ts')
  const demo = openDemoLogin({ dataDir: config.dataDir, db: services.db, behindProxy: config.trustedProxies.length > 0 })
  return {
    identity: openIdentity(demo.providers),
    routes: [...identityRoutes, ...demo.routes],
    createServer: demo.createServer,
  }
}

async function municipalities(db: DatabaseHandle): Promise<string[]> {
  const rows = await db.unscoped((root) => root.selectFrom('host_name').select('municipality_id').distinct().execute())
  return await Promise.all(
    rows.map(async ({ municipality_id: municipalityId }) => {
      const row = await db.reading({ municipalityId }, (trx) =>
        trx.selectFrom('municipality').select('slug').executeTakeFirstOrThrow(),
      )
      return row.slug
    }),
  )
}
