import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileHash, importAwards } from '#grants'
import { readAwardLines } from '#src/commands/awards.ts'
import type { World } from './world.ts'

/** Brings in the awards of the years before, as `torg awards import` does. */
export async function importEarlierAwards(world: World, root: string, at: Date): Promise<void> {
  const fileName = 'earlier-awards.csv'
  const bytes = readFileSync(path.join(root, 'demo', fileName))
  const lines = await readAwardLines(bytes)
  await world.act('liv-tangen', at, (trx) =>
    importAwards(
      trx,
      { fileName, lines, sha256: fileHash(bytes) },
      { dryRun: false, municipalityId: world.ground.scope.municipalityId },
    ),
  )
}
