import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
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

/** The connection of the tables' owner to one database of the server. */
export function ownerUrl(server: { adminUrl: string; ownerPassword: string }, database: string): string {
  return connection(server.adminUrl, 'torg_owner', server.ownerPassword, database)
}

/** A connection to another database, as another role, of the same server. */
export function connection(adminUrl: string, role: string, password: string, database: string): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = password
  url.pathname = `/${database}`
  return url.toString()
}

/** Runs statements as superuser, outside any transaction. */
export async function asAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
