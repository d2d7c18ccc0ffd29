import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { importForm, questionSheetTemplate, sumReports, type FormFile } from '#grants'
import { Usage, type Command } from '../command.ts'

const endings = /\.(json|ya?ml|xlsx|csv)$/i
const most = { files: 2000, bytes: 10_000_001 }

export const formImport: Command = {
  name: 'form import',
  usage: 'PATH… --out DIR --report FILE [--unit KEY] [--opens YYYY-MM-DD]',
  help: 'Brings old forms in as draft schemes, one JSON file each in DIR: JSON Schema (schema.json, uiSchema.json and translation.json in\na folder), XGovFormBuilder, Form.io, Drupal Webform (YAML) and the Excel template of "form template". A path is a file, a folder\nof one form, or a folder of many. FILE tells what came along, and what did not and why. Nothing is sent anywhere; no database is used.',
  options: { out: { type: 'string' }, report: { type: 'string' }, unit: { type: 'string' }, opens: { type: 'string' } },
  needsDatabase: false,
  async run({ args, options, say }) {
    const { out, report, unit, opens } = options
    if (args.length === 0) throw new Usage('name at least one file or folder')
    if (typeof out !== 'string' || typeof report !== 'string')
      throw new Usage('say where to write with --out DIR and --report FILE')
    if (typeof opens === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(opens)) throw new Usage('--opens is a day, such as 2027-01-01')
    const files = await collect(args)
    const { forms } = await importForm(files, {
      ...(typeof unit === 'string' ? { unit } : {}),
      ...(typeof opens === 'string' ? { opens } : {}),
    })
    await mkdir(out, { recursive: true })
    const taken = new Set<string>()
    for (const { definition } of forms) {
      if (!definition) continue
      let name = definition.slug
      for (let count = 2; taken.has(name); count++) name = `${definition.slug}-${count}`
      taken.add(name)
      await writeFile(path.join(out, `${name}.json`), `${JSON.stringify({ ...definition, slug: name }, null, 2)}\n`)
    }
    const summary = sumReports(forms.map((form) => form.report))
    await mkdir(path.dirname(path.resolve(report)), { recursive: true })
    await writeFile(report, `${JSON.stringify(summary, null, 2)}\n`)
    for (const form of forms)
      if (!form.definition)
        say(
          `${form.report.file}: not brought in. ${form.report.notes.map((note) => [note.path, note.why].filter(Boolean).join(': ')).join(' ')}`,
        )
    say(`${forms.length} forms read, ${taken.size} drafts written to ${out}.`)
    for (const kind of ['fields', 'conditions', 'calculations'] as const) {
      const { found, carried, withLoss, notCarried } = summary.totals[kind]
      say(`${kind}: ${found} found, ${carried} carried, ${withLoss} with loss, ${notCarried} not carried.`)
    }
    return taken.size === forms.length ? 0 : 1
  },
}

export const formTemplate: Command = {
  name: 'form template',
  usage: '--out FILE.xlsx [--language nb|nn|en]',
  help: 'Writes the Excel template for "form import": one question in each row, with examples.',
  options: { out: { type: 'string' }, language: { type: 'string' } },
  needsDatabase: false,
  async run({ options, say }) {
    const { out, language } = options
    if (typeof out !== 'string') throw new Usage('say where to write with --out FILE.xlsx')
    if (language !== undefined && language !== 'nb' && language !== 'nn' && language !== 'en')
      throw new Usage('--language is nb, nn or en')
    await writeFile(out, await questionSheetTemplate(language ?? 'nb'))
    say(`${out} is written.`)
    return 0
  },
}

/** The files that may hold forms, named as they were given. Links are not followed; a file that is too large is read no further. */
async function collect(args: readonly string[]): Promise<FormFile[]> {
  const files: FormFile[] = []
  const seen = new Set<string>()
  const add = async (place: string): Promise<void> => {
    if (seen.has(path.resolve(place))) return
    seen.add(path.resolve(place))
    if (files.length >= most.files) throw new Usage(`there are more than ${most.files} files: bring in some at a time`)
    files.push({ name: place.split(path.sep).join('/'), bytes: await head(place) })
  }
  for (const arg of args) {
    const found = await lstat(arg).catch(() => undefined)
    if (!found) throw new Usage(`${arg} is not there`)
    if (!found.isDirectory()) {
      await add(arg)
      continue
    }
    const inside = await readdir(arg, { recursive: true, withFileTypes: true })
    const names = inside
      .filter((each) => each.isFile() && endings.test(each.name))
      .map((each) => path.join(each.parentPath, each.name))
    for (const name of names.toSorted()) await add(name)
  }
  if (files.length === 0) throw new Usage('there are no .json, .yml, .xlsx or .csv files there')
  return files
}

async function head(place: string): Promise<Uint8Array> {
  const { size } = await lstat(place)
  // One byte more than may be read says that it is too large.
  return size > most.bytes ? new Uint8Array(most.bytes) : await readFile(place)
}
