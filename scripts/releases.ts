import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { TableData } from './table-data.ts'

/** A release that is in use somewhere: its migrations can never change, and its data must go on. */
export interface Release {
  /** '0.1.0' */
  version: string
  /** Every migration it had, with the SHA-256 of its content. */
  migrations: Record<string, string>
  /** Its demo's rows, in migrations/released/. */
  data: string
}

export const migrationsFolder = path.join(import.meta.dirname, '..', 'migrations')
export const releasesFile = path.join(migrationsFolder, 'released.json')

/** Every release, the oldest first. */
export function listReleases(): Release[] {
  return JSON.parse(readFileSync(releasesFile, 'utf8')) as Release[]
}

/** The rows that a release's own demo had. */
export function readReleaseData(release: Release): TableData {
  return JSON.parse(gunzipSync(readFileSync(path.join(migrationsFolder, 'released', release.data))).toString()) as TableData
}
