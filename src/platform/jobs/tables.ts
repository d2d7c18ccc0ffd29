import type { Generated } from 'kysely'
import type { Identified, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    job_run: JobRunTable
  }
}

interface JobRunTable extends Identified {
  kind: string
  subject_id: string
  n: number
  person_id: Generated<string | null>
  started_at: Stamp
  stage: string | null
  total: Generated<number>
  done: Generated<number>
  ended_at: Date | null
  ended_as: 'finished' | 'cancelled' | 'failed' | null
}
