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

/** The municipality named by --municipality, or the only one there is. Throws Usage otherwise. */
export async function chooseMunicipality({ torg, options }: CommandInput): Promise<{ municipalityId: string; slug: string }> {
  const ids = await torg.services.db.unscoped((db) => db.selectFrom('host_name').select('municipality_id').distinct().execute())
  const all = await Promise.all(
    ids.map(({ municipality_id: municipalityId }) =>
      torg.services.db.reading({ municipalityId }, async (trx) => {
        const row = await trx.selectFrom('municipality').select('slug').executeTakeFirstOrThrow()
        return { municipalityId, slug: row.slug }
      }),
    ),
  )
  const wanted = options['municipality']
  const found = wanted ? all.find((m) => m.slug === wanted) : all.length === 1 ? all[0] : undefined
  if (!found)
    throw new Usage(`say which municipality with --municipality: ${all.map((m) => m.slug).join(', ') || 'there is none yet'}`)
  return found
}
