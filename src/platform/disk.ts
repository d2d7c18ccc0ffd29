import { existsSync, statfsSync } from 'node:fs'

const LOOK_EVERY_MS = 1_000

/**
 * Answers whether the file systems of all the folders still have room for writes; looks at most once a second, and leaves out a
 * folder that is not there. PostgreSQL panics when its write-ahead log finds no room, so Torg refuses writes before that, and
 * allows them again when there is room.
 */
export function diskGuard(folders: readonly string[], minFreeMb: number): () => boolean {
  let lookedAt = -Infinity
  let room = true
  return () => {
    const now = performance.now()
    if (now - lookedAt < LOOK_EVERY_MS) return room
    lookedAt = now
    room = folders.every((folder) => !existsSync(folder) || freeMegabytes(folder) >= minFreeMb)
    return room
  }
}

/** Megabytes an ordinary process may still write on the folder's file system. */
export function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / (1024 * 1024)
}
