import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SchemeDefinition } from '#src/modules/grants/model.ts'
import type { CommandInput } from '../command.ts'
import { formImport, formTemplate } from './form.ts'

const fixtures = path.join(import.meta.dirname, '../modules/grants/moving-in/fixtures/forms')

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torg-form-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function input(args: string[], options: CommandInput['options'], said: string[]): CommandInput {
  return { args, options, say: (line: string) => said.push(line) } as unknown as CommandInput
}

test('Forms of all kinds in one folder become drafts and one report, without a database', async () => {
  await inFolder(async (folder) => {
    const said: string[] = []
    await formTemplate.run(input([], { out: path.join(folder, 'mal.xlsx') }, said))
    const report = path.join(folder, 'report.json')
    const out = path.join(folder, 'out')
    expect(formImport.needsDatabase).toBe(false)
    expect(await formImport.run(input([fixtures, path.join(folder, 'mal.xlsx')], { out, report, unit: 'kultur' }, said))).toBe(0)
    const names = await readdir(out)
    expect(names.toSorted()).toEqual(['choir-grant.json', 'fund-xgov.json', 'kulturmidler.json', 'mal.json', 'sport.json'])
    for (const name of names) {
      const draft = SchemeDefinition.parse(JSON.parse(await readFile(path.join(out, name), 'utf8')))
      expect(draft.slug).toBe(path.basename(name, '.json'))
      expect(draft.unit).toBe('kultur')
    }
    const written = JSON.parse(await readFile(report, 'utf8')) as {
      forms: object[]
      totals: { forms: number; fields: { found: number } }
    }
    expect(written.totals.forms).toBe(5)
    expect(written.totals.fields.found).toBeGreaterThan(100)
    expect(said.at(-3)).toMatch(/^fields: \d+ found, \d+ carried/)
  })
})

test('A form in several files is named by its folder; two of the same name get a number', async () => {
  await inFolder(async (folder) => {
    const options = { out: path.join(folder, 'out'), report: path.join(folder, 'r.json') }
    expect(
      await formImport.run(
        input([path.join(fixtures, 'choir-grant'), path.join(fixtures, 'choir-grant/schema.json')], options, []),
      ),
    ).toBe(0)
    expect((await readdir(options.out)).toSorted()).toEqual(['choir-grant.json'])
  })
})

test('What cannot be read is said, the rest is brought in, and the exit code tells', async () => {
  await inFolder(async (folder) => {
    const said: string[] = []
    const options = { out: path.join(folder, 'out'), report: path.join(folder, 'r.json') }
    const code = await formImport.run(
      input([path.join(fixtures, 'fund-xgov.json'), path.join(fixtures, 'choir-grant/settings.json')], options, said),
    )
    expect(code).toBe(1)
    expect(said[0]).toContain('settings.json: not brought in. it is the settings of a form whose schema.json is not beside it')
    expect(await readdir(options.out)).toEqual(['fund-xgov.json'])
  })
})

test('Wrong words are answered with the usage', async () => {
  await expect(formImport.run(input([], {}, []))).rejects.toThrow('name at least one file or folder')
  await expect(formImport.run(input(['nowhere'], { out: 'x', report: 'y' }, []))).rejects.toThrow('nowhere is not there')
})
