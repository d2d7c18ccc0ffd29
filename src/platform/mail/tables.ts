import type { Generated } from 'kysely'
import type { Identified, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    notice: NoticeTable
  }
}

/** Outgoing mail: what is to be sent, and when it was. Also what the local mailbox shows. */
export interface NoticeTable extends Identified {
  case_id: string | null
  person_id: string | null
  /** The caller's own word for what it is about: 'decision-waiting', 'more-information'. */
  kind: string
  recipient: string
  language: string
  subject: string
  body: string
  created_at: Stamp
  /** Set once, when the mail server took it; in a set-up without one, when the local mailbox did. */
  sent_at: Generated<Date | null>
  opened_at: Generated<Date | null>
}
