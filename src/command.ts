import type { ParseArgsConfig } from 'node:util'
import type { Config } from './config.ts'
import type { Opened } from './open.ts'

/** One command of the `torg` command line. */
export interface Command {
  /** "awards import" */
  name: string
  /** Arguments as --help shows them: "FILE [--dry-run]". */
  usage: string
  help: string
  options?: ParseArgsConfig['options']
  /**
   * Returns the exit code. Throws Usage when the words are wrong. `torg` is open with a migrated database, and closed
   * afterwards; commands that need no database say so with `needsDatabase: false` and get none.
   */
  run(input: CommandInput): Promise<number>
  needsDatabase?: boolean
}

export interface CommandInput {
  args: string[]
  options: Record<string, string | boolean | (string | boolean)[] | undefined>
  torg: Opened
  config: Config
  say: (line: string) => void
}

/** The words of a command are wrong: answered with its usage, exit code 2. */
export class Usage extends Error {
  override name = 'Usage'
}

/** Every municipality, or the one that --municipality names. Throws Usage when there is none of that name. */
export async function listMunicipalityScopes({
  torg,
  options,
}: CommandInput): Promise<{ municipalityId: string; slug: string }[]> {
  const { db, now } = torg.services
  const ids = await db.unscoped((root) => root.selectFrom('host_name').select('municipality_id').distinct().execute())
  const all = await Promise.all(
    ids.map(({ municipality_id: municipalityId }) =>
      db.reading({ municipalityId, now: now() }, async (trx) => {
        const row = await trx.selectFrom('municipality').select('slug').executeTakeFirstOrThrow()
        return { municipalityId, slug: row.slug }
      }),
    ),
  )
  const wanted = options['municipality']
  if (wanted === undefined) return all
  const found = all.filter((m) => m.slug === wanted)
  if (found.length === 0)
    throw new Usage(`there is no municipality "${String(wanted)}": ${all.map((m) => m.slug).join(', ') || 'there is none yet'}`)
  return found
}

/** The municipality named by --municipality, or the only one there is. Throws Usage otherwise. */
export async function chooseMunicipality(input: CommandInput): Promise<{ municipalityId: string; slug: string; now: Date }> {
  const all = await listMunicipalityScopes(input)
  const [only, ...more] = all
  if (!only || more.length > 0)
    throw new Usage(`say which municipality with --municipality: ${all.map((m) => m.slug).join(', ') || 'there is none yet'}`)
  return { ...only, now: input.torg.services.now() }
}
