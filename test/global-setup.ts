import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { asAdmin, ownerUrl } from './connections.ts'
import { startTestServer } from './server.ts'

/** What a test file needs to make a database of its own. */
export interface TestDatabases {
  adminUrl: string
  ownerPassword: string
  appPassword: string
  /** The migrated database that each test's is copied from. */
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases
  }
}

/** One PostgreSQL per run, migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const template = `torg_test_${process.pid}`
  await asAdmin(server.adminUrl, `drop database if exists ${template}`, `create database ${template} owner torg_owner`)
  await migrate({
    ownerUrl: ownerUrl(server, template),
    appPassword: server.appPassword,
    folder: path.join(import.meta.dirname, '..', 'migrations'),
  })
  const { adminUrl, ownerPassword, appPassword } = server
  project.provide('databases', { adminUrl, ownerPassword, appPassword, template })
  return async () => {
    await asAdmin(server.adminUrl, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}
