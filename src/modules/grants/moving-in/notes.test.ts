import { expect, test } from 'vitest'
import { jsonFile } from './forms.testing.ts'
import { importForm } from './import-form.ts'
import { newTally } from './rules/import-report.ts'

test('A note is told whole, however long', async () => {
  const type = 'hologram'.repeat(100)
  const [form] = (
    await importForm([
      jsonFile('odd.json', {
        components: [
          { type, key: 'odd', input: true },
          { type: 'textfield', key: 'name', label: 'Name', input: true },
        ],
      }),
    ])
  ).forms
  expect(form?.report.notes.map((note) => note.why)).toContain(`Torg has no question of the kind "${type}".`)
})

test('Notes that would fill a disk are counted, not kept', () => {
  const tally = newTally()
  for (let index = 0; index < 50; index++) tally.item('fields', String(index)).drop(String(index), 'x'.repeat(100_000))
  const { fields, notes } = tally.finish({ file: 'f', format: 'x', id: 'f' })
  expect(fields).toEqual({ found: 50, carried: 0, withLoss: 0, notCarried: 50 })
  expect(notes.length).toBe(20)
  expect(notes.at(-1)).toEqual({ path: '', what: '31 more notes', why: 'too many to list' })
})

test('A table keeps twenty columns, a form forty pages; a column more is told', async () => {
  const columns = Array.from({ length: 21 }, (_, i) => ({ type: 'textfield', key: `c${i}`, label: `C${i}`, input: true }))
  const pages = Array.from({ length: 40 }, (_, i) => ({
    type: 'panel',
    key: `p${i}`,
    title: `Page ${i}`,
    components:
      i === 0 ? [{ type: 'datagrid', key: 'rows', label: 'Rows', input: true, components: columns }] : [columns[i % 20]],
  }))
  const [form] = (await importForm([jsonFile('large.json', { display: 'wizard', components: pages })])).forms
  expect(form?.definition?.form.pages.map((page) => page.title.en)).toEqual(pages.map((page) => page.title))
  const [table] = form?.definition?.form.pages[0]?.fields ?? []
  expect(table?.type === 'table' && table.fields.length).toBe(20)
  expect(form?.report.fields).toMatchObject({ found: 61, notCarried: 1 })
  expect(form?.report.notes).toContainEqual({
    path: 'components/p0/rows/c20',
    what: 'rows.c20',
    why: 'a table has at most 20 columns',
  })
})
