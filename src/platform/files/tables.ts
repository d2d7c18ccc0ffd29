import type { Generated } from 'kysely'
import type { Identified, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    stored_file: StoredFileTable
  }
}

/** Bytes that are on disk; written and synced before the row commits. */
export interface StoredFileTable extends Identified {
  /** Where the store keeps it: municipality/uuid. Never made from what the uploader wrote. */
  storage_key: string
  /** The uploader's name for it, cleaned; only ever shown, never a path. */
  name: string
  /** What the bytes are, not what the uploader said. */
  media_type: string
  /** Bytes. */
  size: number
  sha256: Buffer
  created_by: Generated<string | null>
  created_at: Stamp
}
