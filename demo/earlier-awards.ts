import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileHash, importFile, readSheets, stageImport, startMapping, startSheetRun, type ImportKind } from '#grants'
import type { World } from './world.ts'

const OWNER = 'liv-tangen'

/** Brings in the awards of the years before and the reports that were not delivered then, as `torg awards import` does. */
export async function importEarlierAwards(world: World, root: string, at: Date): Promise<void> {
  for (const [kind, fileName] of [
    ['awards', 'earlier-awards.csv'],
    ['obligations', 'earlier-reports.csv'],
  ] as const) {
    const file = await readList(root, fileName)
    await world.act(OWNER, at, async (trx) => {
      const { mapping } = await startMapping(trx, kind, file.sheets)
      await importFile(trx, world.services.keyring, { kind, ...file, mapping }, { dryRun: false })
    })
  }
}

/** A list that somebody has uploaded and tried, and not brought in yet: some rows need a yes, and some cannot be read. */
export async function leaveListWaiting(world: World, root: string, at: Date): Promise<void> {
  const kind: ImportKind = 'organisations'
  const file = await readList(root, 'culture-clubs.csv')
  await world.act(OWNER, at, async (trx) => {
    const { mapping } = await startMapping(trx, kind, file.sheets)
    const batchId = await stageImport(trx, world.services.keyring, { kind, ...file, mapping })
    await startSheetRun(trx, world.services.keyring, batchId, 'trial')
  })
}

async function readList(root: string, fileName: string) {
  const bytes = readFileSync(path.join(root, 'demo', fileName))
  const read = await readSheets(bytes)
  if ('refused' in read) throw new Error(`${fileName}: ${read.refused}`)
  return { fileName, sheets: read.sheets, sha256: fileHash(bytes) }
}
