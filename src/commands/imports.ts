import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  fieldLabel,
  fileHash,
  findSameFile,
  foldHeading,
  headingsOf,
  importFields,
  importFile,
  mappingProblems,
  problemLine,
  readSheets,
  startMapping,
  undoImport,
  type ImportKind,
  type Mapping,
  type Plan,
  type Sheet,
} from '#grants'
import { Conflict, NotFound } from '#platform/errors.ts'
import { chooseMunicipality, Usage, type Command, type CommandInput } from '../command.ts'

const what: Record<ImportKind, string> = {
  awards:
    'Brings in earlier years’ awards from Excel or CSV, columns in any order. Proposals are kept as proposals, and a result of zero\nis no award. Recipients stay text until a number or a person says who they are (/saker/register/match).',
  organisations:
    'Brings in organisations the municipality knows from Excel or CSV. What is empty is filled in, nothing that stands is changed.\nRows whose name is like one we know wait for a person’s yes, in the browser (/saker/flytt-inn).',
  obligations: 'Brings in open reports and conditions of awards given before Torg, from Excel or CSV (/saker/rapporter/fra-for).',
}

export const awardsImport = importCommand('awards')
export const organisationsImport = importCommand('organisations')
export const obligationsImport = importCommand('obligations')

function importCommand(kind: ImportKind): Command {
  const fields = importFields[kind].map((field) => field.key).join(', ')
  return {
    name: `${kind} import`,
    usage: 'FILE [--dry-run] [--sheet NAME] [--mapping FIELD=HEADING,…] [--fixed FIELD=VALUE …]  |  --undo BATCH',
    help: `${what[kind]}\nColumns are guessed, or as they were last said to be; --mapping says otherwise, --fixed says it once for every row.\nFields: ${fields}. The same file again changes nothing; --undo takes a whole file back.\nIt is all one transaction: ended before it is done (Ctrl-C), it has written nothing.`,
    options: {
      'dry-run': { type: 'boolean' },
      sheet: { type: 'string' },
      mapping: { type: 'string', multiple: true },
      fixed: { type: 'string', multiple: true },
      undo: { type: 'string' },
    },
    run: async (input) => (input.options['undo'] === undefined ? await bringIn(kind, input) : await takeBack(input)),
  }
}

async function bringIn(kind: ImportKind, input: CommandInput): Promise<number> {
  const [file, ...rest] = input.args
  if (!file || rest.length > 0) throw new Usage('name one file')
  const bytes = await readFile(file).catch(() => {
    throw new Usage(`${file} cannot be read`)
  })
  const read = await readSheets(bytes)
  if ('refused' in read) throw new Usage(`the file cannot be read (${read.refused})`)
  const { sheets } = read
  const at = chooseSheet(sheets, input.options['sheet'])
  const scope = await chooseMunicipality(input)
  const dryRun = input.options['dry-run'] === true
  const sha256 = fileHash(bytes)
  const { plan, batchId, mapping, same } = await input.torg.services.db.inTransaction(scope, async (trx) => {
    const { mapping } = await startMapping(trx, kind, sheets, at)
    const headings = headingsOf(sheets[at] ?? { name: '', rows: [] }, mapping.header)
    applyWords(kind, mapping, headings, input.options)
    for (const problem of mappingProblems(kind, mapping))
      throw new Usage(
        `no column was found for ${problem.field} (${fieldLabel(kind, problem.field, 'en')}); the headings are: ${headings.filter(Boolean).join(', ') || 'none'}`,
      )
    const fileName = path.basename(file)
    const same = await findSameFile(trx, kind, sha256)
    const done = await importFile(
      trx,
      input.torg.services.keyring,
      { kind, fileName, sha256, sheets, mapping },
      { dryRun, step: tellProgress() },
    )
    return { ...done, mapping, same }
  })
  const headings = headingsOf(sheets[at] ?? { name: '', rows: [] }, mapping.header)
  for (const [field, column] of Object.entries(mapping.columns))
    input.say(`${field} = ${headings[column] || `column ${column + 1}`}`)
  if (same?.importedAt)
    input.say(`The same file was brought in ${same.importedAt.toISOString().slice(0, 10)}, as batch ${same.id}.`)
  report(kind, plan, input, dryRun)
  if (batchId) input.say(`Batch ${batchId}. To take it back: torg ${kind} import --undo ${batchId}`)
  return plan.counts.refused > 0 ? 1 : 0
}

/** How far it has come, on stderr, each second or so: nothing for a file that is done by then. */
function tellProgress(): (at: { stage: string; done: number; total: number }) => Promise<void> {
  let last = performance.now()
  return async ({ stage, done, total }) => {
    if (performance.now() - last < 1_000) return
    last = performance.now()
    process.stderr.write(stage === 'waiting' ? '  waiting for another import to end …\n' : `  ${stage}: ${done} of ${total} …\n`)
  }
}

function report(kind: ImportKind, { counts, problems, passed, asks }: Plan, { say }: CommandInput, dryRun: boolean): void {
  for (const problem of [...problems, ...passed].toSorted((a, b) => a.line - b.line)) say(problemLine(problem, kind, 'en'))
  for (const ask of asks.slice(0, 200)) {
    const [best] = ask.candidates
    if (best)
      say(
        `line ${ask.lines.join(', ')}: is “${ask.name}” ${best.name}${best.number ? ` (${best.number})` : ''}? Names ${Math.round(best.score * 100)}% alike.`,
      )
  }
  const did = dryRun ? 'would be ' : ''
  say(
    `${counts.total} rows read: ${counts.added} ${did}added, ${counts.changed} ${did}changed, ${counts.unchanged} already there, ${counts.held} waiting for an answer, ${counts.passed} left out, ${counts.refused} refused.`,
  )
  if (kind === 'awards')
    say(
      `Of the rows that can be read: ${counts.awards} awards, ${counts.proposals} proposals and ${counts.zeros} with nothing granted, which count in no total.`,
    )
  if (kind === 'obligations') say(`${counts.reports} reports and ${counts.conditions} conditions; ${counts.overdue} are overdue.`)
  if (kind === 'organisations')
    say(`${counts.differs} cells say something else than what stands, and changed nothing; ${counts.accounts} accounts.`)
  if (counts.unanswered > 0) say(`${counts.unanswered} names need a person’s yes.`)
  if (dryRun) say('Nothing was written.')
}

async function takeBack(input: CommandInput): Promise<number> {
  const id = String(input.options['undo'])
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new Usage('--undo wants the batch as it was named when it was brought in')
  const scope = await chooseMunicipality(input)
  try {
    const undo = await input.torg.services.db.inTransaction(scope, (trx) => undoImport(trx, id, tellProgress()))
    for (const row of undo.kept) input.say(`line ${row.line}: kept, ${keptBecause[row.why]}: ${row.what}`)
    input.say(`${undo.removed} rows removed, ${undo.restored} put back as they were, ${undo.kept.length} kept.`)
    return 0
  } catch (error) {
    if (error instanceof NotFound) throw new Usage(`there is no batch ${id} here`)
    if (error instanceof Conflict) throw new Usage(`batch ${id} is not brought in, or is taken back already`)
    throw error
  }
}

const keptBecause = { changed: 'changed since', inUse: 'in use by something else', ended: 'met, waived or broken since' }

function chooseSheet(sheets: readonly Sheet[], wanted: unknown): number {
  if (wanted === undefined) return 0
  const at = sheets.findIndex((sheet) => sheet.name === wanted)
  if (at < 0) throw new Usage(`there is no sheet "${String(wanted)}": ${sheets.map((sheet) => sheet.name).join(', ')}`)
  return at
}

/** Puts what the words of the command say into the mapping. */
function applyWords(kind: ImportKind, mapping: Mapping, headings: readonly string[], options: CommandInput['options']): void {
  const known = new Set(importFields[kind].map((field) => field.key))
  const pairs = (option: string) =>
    ((options[option] as string[] | undefined) ?? [])
      .flatMap((words) => (option === 'mapping' ? words.split(',') : [words]))
      .map((pair): [string, string] => {
        const at = pair.indexOf('=')
        const field = pair.slice(0, Math.max(0, at)).trim()
        if (!known.has(field))
          throw new Usage(`--${option}: there is no field "${field}"; the fields are ${[...known].join(', ')}`)
        return [field, pair.slice(at + 1).trim()]
      })
  const folded = headings.map(foldHeading)
  for (const [field, heading] of pairs('mapping')) {
    const column = folded.indexOf(foldHeading(heading))
    if (column < 0) throw new Usage(`--mapping: no column is called "${heading}": ${headings.filter(Boolean).join(', ')}`)
    for (const [other, at] of Object.entries(mapping.columns)) if (at === column) delete mapping.columns[other]
    mapping.columns[field] = column
  }
  for (const [field, value] of pairs('fixed')) {
    delete mapping.columns[field]
    mapping.fixed[field] = value
  }
}
