/** A photo as it can be put into a document: its size, how it must be turned, and bytes without what the camera wrote about the person. */
export interface Photo {
  type: 'jpeg' | 'png'
  /** Pixels as stored, before turning. */
  width: number
  height: number
  /** Degrees clockwise to stand upright. */
  turn: 0 | 90 | 180 | 270
  /** Mirrored before it is turned. */
  mirrored: boolean
  bytes: Uint8Array
}

const upright = { turn: 0, mirrored: false } as const
// EXIF 2.3, tag 0x0112.
const orientations: Record<number, Pick<Photo, 'turn' | 'mirrored'>> = {
  1: upright,
  2: { turn: 0, mirrored: true },
  3: { turn: 180, mirrored: false },
  4: { turn: 180, mirrored: true },
  5: { turn: 270, mirrored: true },
  6: { turn: 90, mirrored: false },
  7: { turn: 90, mirrored: true },
  8: { turn: 270, mirrored: false },
}

/**
 * Reads a JPEG or PNG and leaves out everything but the picture: place, time, camera, thumbnails, comments, and whatever lies
 * after its end. Returns undefined when the bytes are not a whole picture of either kind.
 */
export function readPhoto(bytes: Uint8Array): Photo | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.readUInt16BE(0) === 0xffd8) return readJpeg(view)
    if (view.subarray(0, 8).equals(pngSignature)) return readPng(view)
  } catch (error) {
    // Reading past the end: the file is cut off.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function readJpeg(file: Buffer): Photo | undefined {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let at = 2
  for (;;) {
    if (file.readUInt8(at) !== 0xff) return undefined
    const marker = file.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length) return undefined
    const segment = file.subarray(at, end)
    if (isFrame(marker)) size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    if (marker === 0xe1) orientation = exifOrientation(segment.subarray(4)) ?? orientation
    if (keepsSegment(marker, segment)) kept.push(segment)
    at = end
    if (marker === 0xda) {
      const scanEnd = endOfScan(file, at)
      kept.push(file.subarray(at, scanEnd))
      at = scanEnd
    }
  }
  kept.push(file.subarray(at, at + 2))
  if (!size || size.width === 0 || size.height === 0) return undefined
  return { type: 'jpeg', ...size, ...(orientations[orientation] ?? upright), bytes: Buffer.concat(kept) }
}

/** Start of frame: C0 to CF but the tables that lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Of what applications wrote only the colour profile, and what a decoder needs to know about the colours. */
function keepsSegment(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE'
  return marker === 0xe0 ? segment.toString('latin1', 4, 8) === 'JFIF' : marker === 0xee
}

/** The first marker after compressed data that is not a restart or a stuffed byte. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file.readUInt8(at + 1)
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new RangeError('The picture has no end.')
}

function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let i = 0; i < short(directory); i++) {
      const entry = directory + 2 + i * 12
      if (short(entry) === 0x0112) return short(entry + 8)
    }
  } catch {
    // Broken EXIF is left out like any other; the picture itself may well be whole.
  }
  return undefined
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngKept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT'])

function readPng(file: Buffer): Photo | undefined {
  const kept: Buffer[] = [pngSignature]
  for (let at = 8; ;) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return undefined
    const kind = file.toString('latin1', at + 4, at + 8)
    if (at === 8 && kind !== 'IHDR') return undefined
    if (pngKept.has(kind)) kept.push(file.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  return width && height ? { type: 'png', width, height, ...upright, bytes: Buffer.concat(kept) } : undefined
}
