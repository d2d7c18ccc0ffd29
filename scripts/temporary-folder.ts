import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canEnter } from '../src/platform/database/embedded/processes.ts'

/** Folders that temporary ones are made in, the usual one first. */
export const temporaryPlaces = [...new Set([tmpdir(), '/tmp', '/var/tmp'])]

/**
 * Makes an empty temporary folder. As root it is one that PostgreSQL's unprivileged user can pass through, which the usual
 * place is not where a test run was given a private one.
 */
export function temporaryFolder(prefix: string): string {
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
  for (const place of temporaryPlaces) {
    const folder = mkdtempSync(path.join(place, prefix))
    if (account) chmodSync(folder, 0o755)
    if (canEnter(folder, account)) return folder
    rmSync(folder, { recursive: true })
  }
  throw new Error(`No temporary folder that every user can enter: tried ${temporaryPlaces.join(', ')}.`)
}
