import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#platform/project-root.ts'
import { Text3 } from '../../form-model.ts'
import { Field } from '../../model.ts'

const ReadyBlock = z.strictObject({ key: z.string().regex(/^[a-z-]{1,60}$/), name: Text3, fields: z.array(Field).min(1) })
/** A block that comes with Torg. */
export type ReadyBlock = z.infer<typeof ReadyBlock>

let kept: ReadyBlock[] | undefined

/** The blocks that come with Torg, by their names in bokmål. Read once: they change only with Torg itself. */
export function listReadyBlocks(): readonly ReadyBlock[] {
  kept ??= read(path.join(projectRoot(), 'schemes', 'blocks'))
  return kept
}

function read(folder: string): ReadyBlock[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files
    .map((name) => ReadyBlock.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
    .toSorted((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'))
}
