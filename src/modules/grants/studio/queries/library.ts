import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import { SchemeDefinition } from '../../model.ts'

/** A ready scheme that comes with Torg. */
export interface LibraryScheme {
  slug: string
  definition: SchemeDefinition
}

let kept: LibraryScheme[] | undefined

/** The schemes that come with Torg, by their names in bokmål. Read once: they change only with Torg itself. */
export function listLibrary(): readonly LibraryScheme[] {
  kept ??= readLibrary(path.join(projectRoot(), 'schemes'))
  return kept
}

function readLibrary(folder: string): LibraryScheme[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files
    .map((name) => {
      const definition = SchemeDefinition.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
      return { slug: definition.slug, definition }
    })
    .toSorted((a, b) => a.definition.title.nb.localeCompare(b.definition.title.nb, 'nb'))
}
