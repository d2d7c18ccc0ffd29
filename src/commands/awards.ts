import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { awardRowText, fileHash, importAwards } from '#grants'
import { readCells } from '#platform/sheets/read-cells.ts'
import { chooseMunicipality, Usage, type Command } from '../command.ts'

export const awardsImport: Command = {
  name: 'awards import',
  usage: 'FILE [--dry-run]',
  help: 'Brings in earlier years’ awards from CSV or Excel with the columns budget_year, stage, row_no, recipient_and_purpose,\nprior_year_nok, applied_nok, result_nok and source_url. Proposals are kept as proposals. The same file again changes nothing.',
  options: { 'dry-run': { type: 'boolean' } },
  async run(input) {
    const [file, ...rest] = input.args
    if (!file || rest.length > 0) throw new Usage('name one file')
    const bytes = await readFile(file).catch(() => {
      throw new Usage(`${file} cannot be read`)
    })
    const lines = await readAwardLines(bytes)
    const scope = await chooseMunicipality(input)
    const dryRun = input.options['dry-run'] === true
    const result = await input.torg.services.db.inTransaction(scope, (trx) =>
      importAwards(
        trx,
        { fileName: path.basename(file), lines, sha256: fileHash(bytes) },
        { dryRun, municipalityId: scope.municipalityId },
      ),
    )
    for (const refused of result.refused) input.say(`line ${refused.line}: ${awardRowText(refused, 'en')}`)
    const did = dryRun ? 'would be ' : ''
    input.say(
      `${lines.length} rows read: ${result.added} ${did}added, ${result.changed} ${did}changed, ${result.unchanged} already there, ${result.refused.length} refused.`,
    )
    input.say(
      `Of the rows that can be read: ${result.awards} awards, ${result.proposals} proposals and ${result.zeros} with nothing granted, which count in no total.`,
    )
    if (dryRun) input.say('Nothing was written.')
    return result.refused.length > 0 ? 1 : 0
  },
}

/** The rows of a list of awards (CSV or Excel) by column name. Throws Usage when the file is neither. */
export async function readAwardLines(bytes: Uint8Array): Promise<{ line: number; cells: Record<string, string> }[]> {
  const read = await readCells(bytes)
  if ('refused' in read) throw new Usage(`the file cannot be read (${read.refused})`)
  const [header, ...rows] = read.rows
  const names = (header?.cells ?? []).map((cell) => String(cell ?? '').trim())
  return rows.map((row) => ({
    line: row.row,
    cells: Object.fromEntries(names.map((name, index) => [name, text(row.cells[index])])),
  }))
}

function text(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell)
}
