import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotFound } from '#platform/errors.ts'
import type { Scope } from '#platform/database/db.ts'
import { testDatabase, type TestDatabase, testMunicipality } from '#test/database.ts'
import { serveDownload, readStored } from './download.ts'
import { deleteFile, getFile, listFiles, recordFile } from './rows.ts'
import { type FileStore, openFileStore, storeBytes, storeUpload } from './store.ts'
import { sweepFiles } from './sweep.ts'
import { fileReasonText } from './texts.ts'

let database: TestDatabase
let folder: string
let store: FileStore
let scope: Scope
beforeAll(async () => {
  database = await testDatabase()
  scope = await testMunicipality(database)
  folder = await mkdtemp(path.join(tmpdir(), 'torg-files-'))
  store = openFileStore(folder)
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000049454e44ae426082', 'hex')

describe('An upload', () => {
  test('is on disk, whole and hashed, before its row; and comes back as a download with its own name', async () => {
    const taken = await storeUpload(store, scope, pdf, { name: 'Årsmelding 2025 – æøå.pdf' })
    if (!taken.ok) throw new Error(taken.reason.key)
    expect(await readFile(path.join(folder, 'files', taken.file.key))).toEqual(pdf)
    const id = await database.handle.inTransaction(scope, (trx) => recordFile(trx, taken.file))
    const row = await database.handle.reading(scope, (trx) => getFile(trx, id))
    expect(row).toMatchObject({
      name: 'Årsmelding 2025 – æøå.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: taken.file.sha256,
    })
    expect(Buffer.from(await readStored(store, row))).toEqual(pdf)
    const response = await serveDownload(store, row)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="Arsmelding 2025 _ aeoa.pdf"; filename*=UTF-8''%C3%85rsmelding%202025%20%E2%80%93%20%C3%A6%C3%B8%C3%A5.pdf`,
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  test('may be a file of a form, a stream of either kind, or bytes', async () => {
    const sources = [
      new File([pdf], 'a.pdf'),
      new Blob([pdf]).stream(),
      Readable.from([pdf.subarray(0, 9), pdf.subarray(9)]),
      pdf,
    ]
    for (const source of sources) {
      expect(await storeUpload(store, scope, source, { name: 'a.pdf' })).toMatchObject({ ok: true, file: { size: pdf.length } })
    }
  })

  test('is another municipality’s secret: neither its row nor its key is found there', async () => {
    const other = await testMunicipality(database, 'utvik')
    const taken = await storeUpload(store, scope, pdf, { name: 'a.pdf' })
    if (!taken.ok) throw new Error(taken.reason.key)
    expect(taken.file.key.startsWith(scope.municipalityId)).toBe(true)
    const id = await database.handle.inTransaction(scope, (trx) => recordFile(trx, taken.file))
    await expect(database.handle.reading(other, (trx) => getFile(trx, id))).rejects.toBeInstanceOf(NotFound)
    expect(await database.handle.reading(other, (trx) => listFiles(trx, [id]))).toEqual([])
  })

  test('that is larger than allowed is no longer read than that, and leaves nothing behind', async () => {
    let produced = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          produced += 65_536
          yield Buffer.concat([pdf, Buffer.alloc(65_536 - pdf.length)])
        }
      })(),
    )
    const refused = await storeUpload(store, scope, endless, { name: 'stor.pdf', maxBytes: 1_000_000 })
    expect(refused).toEqual({ ok: false, reason: { key: 'file.too-large', data: { name: 'stor.pdf', most: 1_000_000 } } })
    expect(produced).toBeLessThan(3_000_000)
    expect(await readdir(path.join(folder, 'files', 'incoming'))).toEqual([])
  })

  test('that breaks off is an error, and leaves nothing behind', async () => {
    const broken = Readable.from(
      (function* () {
        yield pdf
        throw new Error('connection lost')
      })(),
    )
    await expect(storeUpload(store, scope, broken, { name: 'a.pdf' })).rejects.toThrow('connection lost')
    expect(await readdir(path.join(folder, 'files', 'incoming'))).toEqual([])
  })

  const docx = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }
  test.each<[string, string, Buffer, string]>([
    ['PDF', 'a.pdf', pdf, 'a.pdf'],
    ['JPEG', 'bilde.JPG', jpeg, 'bilde.jpg'],
    ['PNG', 'bilde.png', png, 'bilde.png'],
    ['Word document', 'a.docx', zip(docx), 'a.docx'],
    ['Excel workbook', 'a.xlsx', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'a.xlsx'],
    ['OpenDocument text', 'a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'a.odt'],
    ['OpenDocument sheet', 'a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'a.ods'],
    ['CSV in UTF-8', 'liste.csv', Buffer.from('navn;beløp\nKoret;1 000\n'), 'liste.csv'],
    ['CSV in Windows-1252', 'liste.csv', Buffer.from('navn;bel\xf8p\r\n', 'latin1'), 'liste.csv'],
    ['text', 'notat.txt', Buffer.from('a < b og b > c\n'), 'notat.txt'],
  ])('of a %s is taken', async (_, name, bytes, kept) => {
    expect(await storeUpload(store, scope, bytes, { name })).toMatchObject({ ok: true, file: { name: kept } })
  })

  test.each<[string, string, Buffer, string]>([
    ['nothing', 'tom.pdf', Buffer.alloc(0), 'file.empty'],
    ['a program called PDF', 'regnskap.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`), 'file.program'],
    ['a Linux program', 'bilde.jpg', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'file.program'],
    ['a script', 'liste.csv', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file.program'],
    ['a shortcut', 'a.pdf', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'file.program'],
    ['a web page called text', 'notat.txt', Buffer.from('\ufeff  <!DOCTYPE html><script>alert(1)</script>'), 'file.web-page'],
    ['a web page hidden in a list', 'liste.csv', Buffer.from('navn;<script src=//ond.example></script>\n'), 'file.web-page'],
    ['a web page in UTF-16', 'notat.txt', Buffer.from('\ufeff<html>', 'utf16le'), 'file.web-page'],
    [
      'a drawing that can run scripts',
      'logo.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'file.web-page',
    ],
    ['a Word document with macros', 'a.docx', zip({ ...docx, 'word/vbaProject.bin': 'x' }), 'file.macro'],
    [
      'an OpenDocument with macros',
      'a.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/x.xml': 'x' }),
      'file.macro',
    ],
    ['a document that writes outside its folder', 'a.docx', zip({ ...docx, '../../etc/cron.d/x': 'x' }), 'file.macro'],
    ['an old or locked Office file', 'a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.old-office'],
    ['a packed folder', 'alt.zip', zip({ 'a.exe': 'MZ' }), 'file.archive'],
    ['a packed folder called a document', 'a.docx', zip({ 'a.exe': 'MZ' }), 'file.archive'],
    ['a broken document', 'a.docx', zip(docx).subarray(0, 60), 'file.unreadable'],
    ['a locked packed document', 'a.docx', zip(docx, { encrypted: true }), 'file.unreadable'],
    ['a document that says it unpacks to 4 GB', 'a.docx', zip(docx, { claimedSize: 4_000_000_000 }), 'file.too-packed'],
    ['an iPhone picture', 'IMG_1.HEIC', Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'), 'file.heic'],
    ['a picture of another kind', 'a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'file.type'],
    ['text without a name for it', 'notat', Buffer.from('hei'), 'file.type'],
    ['noise called CSV', 'a.csv', Buffer.from([1, 2, 3, 4, 5, 0, 0, 7]), 'file.unreadable'],
    ['a PDF that begins with something else', 'a.pdf', Buffer.concat([Buffer.from('<html>'), pdf]), 'file.web-page'],
  ])('of %s is refused with the reason', async (_, name, bytes, key) => {
    expect(await storeUpload(store, scope, bytes, { name })).toEqual({ ok: false, reason: { key, data: { name } } })
    for (const lang of ['nb', 'nn', 'en'] as const) expect(fileReasonText({ key, data: { name } }, lang)).toContain(name)
  })

  test('of a kind the field does not take is refused', async () => {
    const refused = await storeUpload(store, scope, png, { name: 'a.png', allow: ['pdf'] })
    expect(refused).toMatchObject({ ok: false, reason: { key: 'file.type' } })
  })

  test.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\kari\\a.pdf', 'a.pdf'],
    ['cv.pdf.exe', 'cv.pdf.exe.pdf'],
    ['bilde.jpg', 'bilde.jpg.pdf'],
    ['a\u202efdp.exe', 'afdp.exe.pdf'],
    ['a"; filename="b.html\r\nx: y.pdf', 'a; filename=b.htmlx y.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['', 'vedlegg.pdf'],
    [`${'æ'.repeat(400)}.pdf`, `${'æ'.repeat(120)}.pdf`],
  ])('called %j is kept under a name that harms nobody', async (given, kept) => {
    const taken = await storeUpload(store, scope, pdf, { name: given })
    if (!taken.ok) throw new Error(taken.reason.key)
    expect(taken.file.name).toBe(kept)
    expect(taken.file.key).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    const { headers } = await serveDownload(store, { ...taken.file, id: '', createdBy: null, createdAt: new Date() })
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.~%!$&+^`|-]*$/)
  })
})

describe('A stored file', () => {
  test('that somebody changed on disk is not handed on as the same', async () => {
    const file = await storeBytes(store, scope, { name: 'Vedtak', type: 'pdf', bytes: pdf })
    expect(file.name).toBe('Vedtak.pdf')
    await writeFile(path.join(folder, 'files', file.key), 'forged')
    await expect(readStored(store, file)).rejects.toThrow('not what was stored')
  })

  test('is swept away a day later when no row refers to it, and never before', async () => {
    const [kept, lost, deleted, fresh] = await Promise.all(
      ['kept', 'lost', 'deleted', 'fresh'].map((name) => storeBytes(store, scope, { name, type: 'pdf', bytes: pdf })),
    )
    if (!kept || !lost || !deleted || !fresh) throw new Error('not stored')
    await database.handle.inTransaction(scope, async (trx) => {
      await recordFile(trx, kept)
      await deleteFile(trx, await recordFile(trx, deleted))
    })
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    for (const file of [kept, lost, deleted]) await utimes(path.join(folder, 'files', file.key), yesterday, yesterday)
    expect(await sweepFiles(store, database.handle, scope, new Date())).toBe(2)
    expect(await Promise.all([kept, lost, deleted, fresh].map((file) => store.disk.exists(file.key)))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

/** A ZIP made by hand, so that it can lie. */
function zip(files: Record<string, string>, lie: { encrypted?: boolean; claimedSize?: number } = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const stored = name === 'mimetype'
    const body = stored ? Buffer.from(text) : deflateRawSync(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(lie.encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(text), 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(lie.claimedSize ?? text.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), body])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}
