/** One file inside a ZIP, as the archive's own directory tells it. Nothing is unpacked to learn this. */
export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  compressed: number
  /** What the directory claims; a lie is found by who unpacks. */
  size: number
  encrypted: boolean
  /** Where the entry's local header starts. */
  offset: number
}

/** Reads `length` bytes from `position`; fewer when the file ends. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>

const MOST_ENTRIES = 5_000

/**
 * Reads a ZIP's central directory. Returns undefined when there is none, when it is broken, split over several files, has more
 * than 5 000 entries, or is ZIP64 (over 4 GB: far above any limit here).
 */
export async function readZipDirectory(readAt: ReadAt, fileSize: number): Promise<ZipEntry[] | undefined> {
  const tailSize = Math.min(fileSize, 22 + 0xffff)
  const tail = await readAt(fileSize - tailSize, tailSize)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return undefined
  const count = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (tail.readUInt16LE(end + 8) !== count || count > MOST_ENTRIES || start + size > fileSize) return undefined
  return parseDirectory(await readAt(start, size), count)
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Bytes in memory as a place to read from. */
export function readFromBytes(bytes: Uint8Array): ReadAt {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (position, length) => Promise.resolve(buffer.subarray(position, position + length))
}
