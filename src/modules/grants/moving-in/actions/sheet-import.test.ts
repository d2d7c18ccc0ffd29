import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import type { Scope } from '#platform/database/db.ts'
import { openKeyring } from '#platform/crypto.ts'
import { listRegister } from '../../register/queries/list-register.ts'
import { sumRegister } from '../../register/queries/sum-register.ts'
import { listEarlier } from '../../application/queries/list-earlier.ts'
import { findSameFile, getBatch, readStaged } from '../queries/sheet-batches.ts'
import { startMapping } from '../queries/mapping-start.ts'
import type { Mapping } from '../rules/mapping.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import { organisationAccountContext } from '../staged-cells.ts'
import { resealImports } from './sheet-reseal.ts'
import { importBatch, importFile } from './sheet-import.ts'
import { discardBatch, fileHash, readSheets, saveMapping, stageImport, sweepStaged } from './sheet-stage.ts'
import { undoImport } from './sheet-undo.ts'

const keyring = openKeyring([{ id: 'a', secret: Buffer.alloc(32, 1) }])
const now = new Date('2026-11-10T10:00:00Z')
let database: TestDatabase
let scope: Scope
beforeAll(async () => {
  database = await testDatabase()
  scope = { ...(await testMunicipality(database)), now }
})
afterAll(() => database.drop())

const write = <T>(work: Parameters<typeof database.handle.inTransaction<T>>[1]) => database.handle.inTransaction(scope, work)

async function sheetsOf(csv: string | Buffer) {
  const read = await readSheets(Buffer.from(csv))
  if ('refused' in read) throw new Error(read.refused)
  return read.sheets
}

async function bringIn(kind: ImportKind, csv: string | Buffer, options: { dryRun?: boolean; mapping?: Partial<Mapping> } = {}) {
  const sheets = await sheetsOf(csv)
  return await write(async (trx) => {
    const { mapping } = await startMapping(trx, kind, sheets)
    const file = {
      kind,
      fileName: 'liste.csv',
      sha256: fileHash(Buffer.from(csv)),
      sheets,
      mapping: { ...mapping, ...options.mapping },
    }
    return await importFile(trx, keyring, file, { dryRun: options.dryRun ?? false })
  })
}

/** Brings a file in as the pages do: staged, mapped, answered. */
async function stageAndImport(kind: ImportKind, csv: string, answers: Record<string, string> = {}) {
  const sheets = await sheetsOf(csv)
  const batchId = await write(async (trx) => {
    const { mapping } = await startMapping(trx, kind, sheets)
    return await stageImport(trx, keyring, { kind, fileName: 'liste.csv', sha256: fileHash(Buffer.from(csv)), sheets, mapping })
  })
  const plan = await write(async (trx) => {
    const { mapping } = await getBatch(trx, batchId)
    const staged = await readStaged(trx, keyring, batchId)
    if (!mapping || !staged) throw new Error('not staged')
    return await importBatch(trx, keyring, batchId, { kind, sheets: staged, mapping, answers })
  })
  return { batchId, plan }
}

const addOrganisation = (name: string, number: string | null = null) =>
  write((trx) => trx.insertInto('organisation').values({ name, number }).returning('id').executeTakeFirstOrThrow())

const header = 'budget_year,stage,row_no,recipient_and_purpose,prior_year_nok,applied_nok,result_nok,source_url\n'
const list = `${header}2024,adopted (vedtatt budsjett 2024),1,Sjøfolkets hus,900000,1000000,950000,https://example.no/b
2024,adopted (vedtatt budsjett 2024),2,Tårnkoret,,40000,0,https://example.no/b
2025,proposed (rådmannens forslag 2025),1,Sjøfolkets hus,950000,1200000,960000,https://example.no/f
2025,proposed (rådmannens forslag 2025),2,,1,2,3,https://example.no/f
`

describe('Bringing in earlier awards', () => {
  test('tells what it would do, then does it, and a second time does nothing', async () => {
    const dry = await bringIn('awards', list, { dryRun: true })
    expect(dry.plan.counts).toMatchObject({ added: 3, awards: 1, proposals: 1, zeros: 1, refused: 1 })
    expect(dry.plan.problems).toMatchObject([{ line: 5, reason: 'missing', field: 'recipient', column: 'recipient_and_purpose' }])
    expect(await write((trx) => trx.selectFrom('imported_award').selectAll().execute())).toEqual([])
    expect((await bringIn('awards', list)).plan.counts).toMatchObject({ added: 3, unchanged: 0 })
    expect((await bringIn('awards', list)).plan.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    const same = await write((trx) => findSameFile(trx, 'awards', fileHash(Buffer.from(list))))
    expect(same?.importedAt).toEqual(now)
  })

  test('shows as awards only what was adopted above zero, and counts nothing else', async () => {
    const shown = await write((trx) => listRegister(trx, {}, { lang: 'nb', today: '2026-11-10' }))
    expect(shown.rows.map((row) => [row.recipient, row.year, row.ore])).toEqual([['Sjøfolkets hus', 2024, 950_000_00]])
    const { byYear } = await write((trx) => sumRegister(trx, {}, { lang: 'nb', today: '2026-11-10' }))
    expect(byYear).toEqual([{ key: '2024', label: '2024', count: 1, ore: 950_000_00 }])
  })

  test('takes a corrected list: the row is changed, not doubled; taking it back gives the old row again', async () => {
    const { plan, batchId } = await bringIn('awards', list.replace('950000,https', '900000,https'))
    expect(plan.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 })
    expect(await write((trx) => undoImport(trx, batchId ?? ''))).toEqual({ removed: 0, restored: 1, kept: [] })
    const shown = await write((trx) => listRegister(trx, {}, { lang: 'nb', today: '2026-11-10' }))
    expect(shown.rows.map((row) => row.ore)).toEqual([950_000_00])
    await expect(write((trx) => undoImport(trx, batchId ?? ''))).rejects.toThrow('undoneMeanwhile')
  })

  const real = new URL('../../../../../../shared/data/allocations/stavanger-2015-2016.csv', import.meta.url)
  test.skipIf(!existsSync(real))(
    'reads every row of a real list, also with its columns turned round (skipped where the file is absent)',
    async () => {
      const csv = readFileSync(real)
      const { plan } = await bringIn('awards', csv, { dryRun: true })
      expect(plan.counts).toMatchObject({ added: 59, proposals: 29, awards: 26, zeros: 4, refused: 0 })
      const sheets = await sheetsOf(csv)
      const turned = (sheets[0]?.rows ?? []).map((row) =>
        row.cells
          .toReversed()
          .map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`)
          .join('\t'),
      )
      const again = await bringIn('awards', Buffer.from(`\ufeff${turned.join('\n')}`, 'utf16le'), { dryRun: true })
      expect(again.plan.counts).toEqual(plan.counts)
    },
  )

  test('asks who a recipient is, links it by number or yes, and counts it for the organisation; undo leaves what was matched since', async () => {
    const choir = await addOrganisation('Fjordvik Mannskor', '314242726')
    const band = await addOrganisation('Bygda skolekorps')
    const csv =
      'År;Mottaker;Orgnr;Tildelt\n2023;Fjordvik mannskor;314 242 726;5000\n2023;Bygda skulekorps;;4000\n2023;Noen andre;;3000\n'
    const dry = await bringIn('awards', csv, { dryRun: true })
    expect(dry.plan.asks).toMatchObject([{ name: 'Bygda skulekorps', why: 'likeName', candidates: [{ id: band.id }] }])
    const { batchId } = await stageAndImport('awards', csv, { [dry.plan.asks[0]?.key ?? '']: band.id })
    const facts = (id: string) =>
      write((trx) => listEarlier(trx, { organisationId: id, personId: id, roundId: id, today: '2026-11-10' }))
    expect((await facts(choir.id)).awards).toEqual([{ year: 2023, scheme: '', appliedOre: null, grantedOre: 500_000 }])
    expect((await facts(band.id)).awards).toHaveLength(1)
    await write((trx) =>
      trx.updateTable('imported_award').set({ organisation_id: band.id }).where('recipient', '=', 'Noen andre').execute(),
    )
    const undo = await write((trx) => undoImport(trx, batchId))
    expect(undo).toEqual({ removed: 2, restored: 0, kept: [{ line: 4, what: 'Noen andre', why: 'changed' }] })
    expect((await getBatchNow(batchId)).undo).toEqual(undo)
  })

  test('asks also where the number belongs to somebody with quite another name', async () => {
    await addOrganisation('Helt annen stiftelse', '314613155')
    const { plan } = await bringIn('awards', 'År;Mottaker;Orgnr;Tildelt\n2023;Turlaget;314613155;5000\n', { dryRun: true })
    expect(plan.asks).toMatchObject([{ why: 'otherName' }])
    expect(plan.counts.linked).toBe(0)
  })

  test('keeps a list that is not for everybody out of the register', async () => {
    await bringIn('awards', 'År;Mottaker;Tildelt\n2021;Skjult lag;5000\n', { mapping: { hidden: true } })
    const shown = await write((trx) => listRegister(trx, { words: 'Skjult' }, { lang: 'nb', today: '2026-11-10' }))
    expect(shown.rows).toEqual([])
  })
})

const getBatchNow = (id: string) => write((trx) => getBatch(trx, id))

describe('Bringing in organisations', () => {
  const csv =
    'Orgnr;Navn;E-post;Poststed;Kontonr\n313750531;Havna Seilforening;post@havna.example;Fjordvik;12345678903\n;Havna turlag;;Fjordvik;\n313750532;Feil nummer;;;\n'
  let first: string

  test('adds them with account sealed, and refuses a number whose control digit is wrong', async () => {
    const { plan, batchId } = await stageAndImport('organisations', csv)
    first = batchId
    expect(plan.counts).toMatchObject({ added: 2, refused: 1, accounts: 1 })
    const [row] = await write((trx) => trx.selectFrom('organisation').selectAll().where('number', '=', '313750531').execute())
    expect(row).toMatchObject({ name: 'Havna Seilforening', place: 'Fjordvik', email: 'post@havna.example' })
    expect(row?.account_cipher).not.toContain('12345678903')
    expect(keyring.decrypt(row?.account_cipher ?? '', organisationAccountContext(scope.municipalityId, row?.id ?? ''))).toBe(
      '12345678903',
    )
    const changes = await write((trx) => trx.selectFrom('import_change').selectAll().where('batch_id', '=', batchId).execute())
    expect(JSON.stringify(changes)).not.toContain('12345678903')
    const next = openKeyring([
      { id: 'b', secret: Buffer.alloc(32, 2) },
      { id: 'a', secret: Buffer.alloc(32, 1) },
    ])
    expect(await write((trx) => resealImports(trx, next))).toBe(1)
    expect(await write((trx) => resealImports(trx, next))).toBe(0)
  })

  test('fills in what is empty, changes nothing that stands unless told to, and never an account', async () => {
    const more = 'Orgnr;Navn;E-post;Adresse;Kontonr\n313750531;Havna Seilforening;ny@havna.example;Brygga 1;12345678911\n'
    const { plan } = await bringIn('organisations', more, { dryRun: true })
    expect(plan.counts).toMatchObject({ changed: 1, differs: 2, accounts: 0 })
    expect(plan.rows[0]?.after).toMatchObject({ email: 'post@havna.example', address: 'Brygga 1' })
    const told = await bringIn('organisations', more, { dryRun: true, mapping: { overwrite: true } })
    expect(told.plan.rows[0]?.after).toMatchObject({ email: 'ny@havna.example' })
    expect(told.plan.rows[0]?.account).toBeUndefined()
  })

  test('waits for a person where the name is like one we know, and does as told', async () => {
    const alike = 'Navn;E-post\nHavna turlag;tur@havna.example\n'
    const held = await bringIn('organisations', alike)
    expect(held.plan.counts).toMatchObject({ held: 1, added: 0, changed: 0 })
    const [ask] = held.plan.asks
    const [known] = ask?.candidates ?? []
    const { plan, batchId } = await stageAndImport('organisations', alike, { [ask?.key ?? '']: known?.id ?? '' })
    expect(plan.counts).toMatchObject({ changed: 1, held: 0 })
    await write((trx) => undoImport(trx, batchId))
    const row = await write((trx) =>
      trx
        .selectFrom('organisation')
        .selectAll()
        .where('id', '=', known?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(row.email).toBeNull()
  })

  test('are taken back whole, but for those that something hangs on', async () => {
    await write(async (trx) => {
      const { id } = await trx.selectFrom('organisation').select('id').where('number', '=', '313750531').executeTakeFirstOrThrow()
      const person = await trx.insertInto('person').values({ name: 'Kari' }).returning('id').executeTakeFirstOrThrow()
      await trx
        .insertInto('mandate')
        .values({ person_id: person.id, organisation_id: id, role: 'chair', source: 'x', valid_from: '2026-01-01' })
        .execute()
    })
    const undo = await write((trx) => undoImport(trx, first))
    expect(undo).toEqual({ removed: 1, restored: 0, kept: [{ line: 2, what: 'Havna Seilforening', why: 'inUse' }] })
  })
})

describe('Bringing in open obligations', () => {
  const csv =
    'Mottaker;Orgnr;Krav;Frist;Tildelt;Status\nFrist lag;313680568;Rapport 2024;1.3.2025;20000;Ikke levert\nFrist lag;313680568;Rapport 2023;1.3.2024;10000;Levert\n'

  test('counts those not delivered in time among the organisation’s overdue reports', async () => {
    const lag = await addOrganisation('Frist lag', '313680568')
    const { plan, batchId } = await stageAndImport('obligations', csv)
    expect(plan.counts).toMatchObject({ added: 1, passed: 1, overdue: 1, reports: 1 })
    const overdue = async (today: string) =>
      (await write((trx) => listEarlier(trx, { organisationId: lag.id, personId: lag.id, roundId: lag.id, today })))
        .overdueReports
    expect(await overdue('2025-03-01')).toBe(0)
    expect(await overdue('2025-03-02')).toBe(1)
    await write((trx) =>
      trx.updateTable('imported_obligation').set({ status: 'met' }).where('organisation_id', '=', lag.id).execute(),
    )
    expect(await overdue('2025-03-02')).toBe(0)
    expect((await bringIn('obligations', csv)).plan.counts).toMatchObject({ unchanged: 1, changed: 0 })
    expect(await write((trx) => undoImport(trx, batchId))).toEqual({
      removed: 0,
      restored: 0,
      kept: [{ line: 2, what: 'Frist lag', why: 'ended' }],
    })
  })
})

describe('An upload that waits', () => {
  test('remembers its columns for the next file, is sealed, and can be thrown away', async () => {
    const sheets = await sheetsOf('Hvem;Penger\nKoret;500\n')
    const id = await write(async (trx) => {
      const { mapping } = await startMapping(trx, 'awards', sheets)
      return await stageImport(trx, keyring, { kind: 'awards', fileName: 'a.csv', sha256: Buffer.alloc(32, 7), sheets, mapping })
    })
    const cipher = await write((trx) =>
      trx.selectFrom('import_upload').select('cells_cipher').where('batch_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(cipher.cells_cipher).not.toContain('Koret')
    const mapping: Mapping = { sheet: 0, header: 1, columns: { recipient: 0, result: 1 }, fixed: { year: '2020' } }
    await write(async (trx) => saveMapping(trx, await getBatch(trx, id), mapping, sheets))
    const next = await sheetsOf('Penger;Hvem\n500;Koret\n')
    const start = await write((trx) => startMapping(trx, 'awards', next))
    expect(start).toMatchObject({ remembered: true, mapping: { columns: { recipient: 1, result: 0 } } })
    await write((trx) => discardBatch(trx, id))
    await expect(getBatchNow(id)).rejects.toThrow()
    expect(await write((trx) => sweepStaged(trx, now))).toBe(0)
  })

  test.each([
    ['a million rows', 'x;y\n'.repeat(1_000_000), 'sheet.too-many-rows'],
    ['more than 10 MB', 'x'.repeat(10_000_001), 'sheet.too-large'],
    ['nothing', '', 'sheet.empty'],
    ['bytes that are no text', '\u0000\u0001\u0002\u0003', 'sheet.unreadable'],
  ])('of %s is refused', async (_, text, refused) => {
    expect(await readSheets(Buffer.from(text))).toEqual({ refused })
  })
})
