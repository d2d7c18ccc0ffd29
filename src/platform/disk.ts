import { statfsSync } from 'node:fs'

const LOOK_EVERY_MS = 1_000

/**
 * Answers whether the folder's file system still has room for writes; looks at most once a second. PostgreSQL panics when
 * its write-ahead log finds no room, so Torg refuses writes before that, and allows them again when there is room.
 */
export function diskGuard(folder: string, minFreeMb: number): () => boolean {
  let lookedAt = -Infinity
  let room = true
  return () => {
    const now = performance.now()
    if (now - lookedAt < LOOK_EVERY_MS) return room
    lookedAt = now
    room = freeMegabytes(folder) >= minFreeMb
    return room
  }
}

/** Megabytes an ordinary process may still write on the folder's file system. */
export function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / (1024 * 1024)
}
