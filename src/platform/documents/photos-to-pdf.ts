import { Invalid, type Reason } from '#platform/errors.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Sender } from './model.ts'
import { type Photo, readPhoto } from './photo.ts'
import { orderPdf } from './render-pdf.ts'
import common from './templates/common.typ?raw'
import photos from './templates/photos.typ?raw'
import { documentTexts } from './texts.ts'

export interface PhotoFile {
  bytes: Uint8Array
  name: string
}

const limits = { photos: 40, bytes: 60_000_000, pixels: 60_000_000 }

/**
 * Puts phone photos of receipts and accounts into one PDF, one on each page, upright, without place and camera data; archive and
 * accessible like the letters, with the file's name as the picture's alternative text. JPEG and PNG.
 * Throws Invalid with one reason per photo that cannot be used (see checkPhotos); nothing is left out silently.
 */
export async function photosToPdf(
  files: PhotoFile[],
  settings: { title: string; lang: Lang; sender: Sender; createdAt: Date },
): Promise<Uint8Array> {
  const reasons = checkPhotos(files)
  if (reasons.length > 0) throw new Invalid(reasons)
  const words = documentTexts[settings.lang]
  const read = files.map((file) => readPhoto(file.bytes)).filter((photo): photo is Photo => photo !== undefined)
  const placed = read.map((photo, index) => {
    const name = files[index]?.name ?? ''
    const { width, height, turn, mirrored } = photo
    return { path: `photo-${index}.${photo.type}`, name, alt: `${words.photoAlt} ${name}`, width, height, turn, mirrored }
  })
  return await orderPdf(
    {
      sources: { 'common.typ': common, 'main.typ': photos },
      main: 'main.typ',
      data: JSON.stringify({ title: settings.title, sender: settings.sender, lang: settings.lang, words, photos: placed }),
      images: read.map((photo, index) => ({ path: placed[index]?.path ?? '', bytes: photo.bytes })),
      createdAt: Math.floor(settings.createdAt.getTime() / 1000),
      missing: 'name',
    },
    true,
  )
}

/**
 * Why photos cannot become a PDF: 'photo.none', 'photo.too-many', 'photo.too-much', 'photo.heic', 'photo.unknown', 'photo.too-large'.
 * data.name is the file's; empty when all is well. In words: documentReasonText.
 */
export function checkPhotos(files: PhotoFile[]): Reason[] {
  if (files.length === 0) return [{ key: 'photo.none' }]
  if (files.length > limits.photos) return [{ key: 'photo.too-many', data: { most: limits.photos } }]
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (total > limits.bytes) return [{ key: 'photo.too-much', data: { most: limits.bytes } }]
  return files.flatMap(({ bytes, name }) => {
    if (isHeic(bytes)) return [{ key: 'photo.heic', data: { name } }]
    const photo = readPhoto(bytes)
    if (!photo) return [{ key: 'photo.unknown', data: { name } }]
    // A small file can unpack to an enormous picture.
    if (photo.width * photo.height > limits.pixels) return [{ key: 'photo.too-large', data: { name } }]
    return []
  })
}

/** ISO base media file with an HEIF brand: what an iPhone stores unless told to be compatible. */
function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1')
  return head.slice(4, 8) === 'ftyp' && /heic|heix|hevc|heim|heis|mif1|msf1|avif/.test(head.slice(8))
}
