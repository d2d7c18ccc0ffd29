import type { Json, Owned, Stamp } from '#platform/database/tables.ts'
import type { RegisterAnswer } from './organisation-register.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    register_answer: Owned & { number: string; answer: Json<RegisterAnswer>; read_at: Stamp }
  }
}
