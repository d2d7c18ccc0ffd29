import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

const note = (dataDir: string) => path.join(dataDir, 'demo-unfinished')

/** Fills the demo, with a note beside the data for as long as it takes: whoever is stopped meanwhile leaves the note. */
export async function fillDemo(dataDir: string, fill: () => Promise<void>): Promise<void> {
  writeFileSync(
    note(dataDir),
    'The demo is being filled. A start that finds this note empties the embedded database and fills it anew.\n',
  )
  await fill()
  rmSync(note(dataDir))
}

/**
 * Empties an embedded database whose demo was cut short: half a demo looks like a faulty Torg. Called by the one application
 * of the data folder before it migrates; the note is only ever written where the database was empty before.
 */
export async function forgetHalfDemo(dataDir: string, ownerUrl: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(note(dataDir))) return
  say('The demo was cut short while it was filled: it is thrown away and filled anew.')
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('drop schema if exists pgboss cascade')
    await client.query('drop schema public cascade')
    await client.query('create schema public')
    await client.query('grant usage on schema public to public')
  } finally {
    await client.end()
  }
  rmSync(path.join(dataDir, 'files'), { recursive: true, force: true })
  rmSync(note(dataDir))
}
