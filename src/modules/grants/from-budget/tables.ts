import type { Generated } from 'kysely'
import type { Owned, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    budget_opening: Owned & { case_id: string; line: string; opened_by: Generated<string | null>; opened_at: Stamp }
  }
}
