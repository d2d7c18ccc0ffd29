import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { Invalid } from '#platform/errors.ts'
import { readPhoto } from './photo.ts'
import { checkPhotos, photosToPdf } from './photos-to-pdf.ts'
import { readPdf } from './read-pdf.testing.ts'
import { stopPdfProcess } from './render-pdf.ts'
import { documentReasonText } from './texts.ts'

// 16 × 8 pixels, the upper left quarter red.
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAGBABAAMBAAAAAAAAAAAAAAAAABVjouH/xAAVAQEBAAAAAAAAAAAAAAAAAAABAv/EABcRAQEBAQAAAAAAAAAAAAAAAAECADH/2gAMAwEAAhEDEQA/ALRF+OtMAAaquq7v/9k=',
  'base64',
)
const settings = {
  title: 'Kvitteringer',
  lang: 'nb' as const,
  sender: { name: 'Fjordvik kommune' },
  createdAt: new Date('2026-03-03T10:00:00Z'),
}

afterAll(stopPdfProcess)

describe('Photos of receipts', () => {
  test('become one PDF with a page each, with the file names, archive and accessible', async () => {
    const files = [
      { name: 'kvittering æøå.jpg', bytes: jpeg },
      { name: '#eval("x").png', bytes: png() },
    ]
    const pdf = await photosToPdf(files, settings)
    const read = await readPdf(pdf)
    expect(read.pages).toHaveLength(2)
    expect(read.pages[0]).toContain('kvittering æøå.jpg')
    expect(read.pages[1]).toContain('#eval("x").png')
    expect(read.tags.filter((tag) => tag === 'Figure')).toHaveLength(2)
    expect(read.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('lose the place and the camera that the phone wrote into them', async () => {
    const secret = 'GPS 58.97N 5.73E'
    const withPlace = insert(jpeg, exif(6, secret), segment(0xfe, Buffer.from(secret)), segment(0xed, Buffer.from(secret)))
    const trailing = Buffer.concat([withPlace, Buffer.from(secret)])
    expect(trailing.includes(secret)).toBe(true)
    const photo = readPhoto(trailing)
    expect(photo).toMatchObject({ width: 16, height: 8, turn: 90, mirrored: false })
    expect(Buffer.from(photo?.bytes ?? []).includes(secret)).toBe(false)
    const pdf = await photosToPdf([{ name: 'a.jpg', bytes: trailing }], settings)
    expect(Buffer.from(pdf).includes(secret)).toBe(false)
    expect(Buffer.from(readPhoto(png(secret))?.bytes ?? []).includes(secret)).toBe(false)
  })

  test.each([
    [1, 0, false],
    [2, 0, true],
    [3, 180, false],
    [4, 180, true],
    [5, 270, true],
    [6, 90, false],
    [7, 90, true],
    [8, 270, false],
  ])('held as orientation %i stand upright', async (orientation, turn, mirrored) => {
    const bytes = insert(jpeg, exif(orientation, ''))
    expect(readPhoto(bytes)).toMatchObject({ turn, mirrored })
    expect((await PDFDocument.load(await photosToPdf([{ name: 'a.jpg', bytes }], settings))).getPageCount()).toBe(1)
  })

  test('in HEIC are refused with what to do', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
    const refused = await photosToPdf([{ name: 'IMG_1.HEIC', bytes: heic }], settings).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Invalid)
    expect((refused as Invalid).reasons).toEqual([{ key: 'photo.heic', data: { name: 'IMG_1.HEIC' } }])
    expect(documentReasonText({ key: 'photo.heic', data: { name: 'IMG_1.HEIC' } }, 'nn')).toContain('Mest kompatibel')
  })

  test.each([
    ['cut off', jpeg.subarray(0, -10)],
    ['cut off in its header', jpeg.subarray(0, 30)],
    ['empty', Buffer.alloc(0)],
    ['something else', Buffer.from('<svg onload="x">')],
    ['a cut off PNG', png().subarray(0, 40)],
  ])('that are %s are refused by name', (_, bytes) => {
    expect(checkPhotos([{ name: 'x.jpg', bytes }])).toEqual([{ key: 'photo.unknown', data: { name: 'x.jpg' } }])
  })

  test('that would unpack to something enormous are refused before they are unpacked', () => {
    const bomb = png('', 30_000, 30_000)
    expect(checkPhotos([{ name: 'x.png', bytes: bomb }])).toEqual([{ key: 'photo.too-large', data: { name: 'x.png' } }])
  })

  test('are at most forty, and at least one', () => {
    expect(checkPhotos([])).toEqual([{ key: 'photo.none' }])
    const many = Array.from({ length: 41 }, () => ({ name: 'a.jpg', bytes: jpeg }))
    expect(checkPhotos(many)).toMatchObject([{ key: 'photo.too-many' }])
  })
})

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** An EXIF segment with an orientation and any text after its directory. */
function exif(orientation: number, text: string): Buffer {
  const tiff = Buffer.from('49492a0008000000010012010300010000000000000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(text)]))
}

function insert(file: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)])
}

/** A PNG of one grey level per pixel; only as many rows of data as a small picture has. */
function png(comment = '', width = 4, height = 3): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  const rows = Buffer.alloc(3 * 5)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${comment}`)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(12 + body.length)
  whole.writeUInt32BE(body.length, 0)
  whole.write(kind, 4, 'latin1')
  body.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + body.length)), 8 + body.length)
  return whole
}
