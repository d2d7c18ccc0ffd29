import pg from 'pg'

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
