import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileHash, importFile, readSheets, startMapping } from '#grants'
import type { World } from './world.ts'

/** Brings in the awards of the years before, as `torg awards import` does. */
export async function importEarlierAwards(world: World, root: string, at: Date): Promise<void> {
  const fileName = 'earlier-awards.csv'
  const bytes = readFileSync(path.join(root, 'demo', fileName))
  const read = await readSheets(bytes)
  if ('refused' in read) throw new Error(`${fileName}: ${read.refused}`)
  const { sheets } = read
  await world.act('liv-tangen', at, async (trx) => {
    const { mapping } = await startMapping(trx, 'awards', sheets)
    const file = { kind: 'awards' as const, fileName, sha256: fileHash(bytes), sheets, mapping }
    await importFile(trx, world.services.keyring, file, { dryRun: false })
  })
}
