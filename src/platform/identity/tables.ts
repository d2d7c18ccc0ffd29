import type { Generated } from 'kysely'
import type { Owned, Stamp } from '../database/tables.ts'

declare module '../database/tables.ts' {
  interface Database {
    login_identity: LoginIdentityTable
    staff_invitation: StaffInvitationTable
    session: SessionTable
    login_attempt: LoginAttemptTable
    pending_post: PendingPostTable
  }
}

interface LoginIdentityTable extends Owned {
  issuer: string
  subject: string
  person_id: string
  created_at: Stamp
  last_login_at: Stamp
}

interface StaffInvitationTable extends Owned {
  login_name: string
  person_id: string
  created_at: Stamp
  used_at: Date | null
}

interface SessionTable extends Owned {
  token_hash: Buffer
  id: Generated<string>
  person_id: string
  issuer: string
  provider_sid: string | null
  id_token_cipher: string | null
  acr: string | null
  device: string | null
  created_at: Date
  last_seen_at: Date
  valid_until: Date
  ends_at: Date
  ended_at: Date | null
  end_reason: string | null
}

interface LoginAttemptTable extends Owned {
  state_hash: Buffer
  browser_hash: Buffer
  provider: string
  nonce: string
  verifier_cipher: string
  return_path: string
  expires_at: Date
}

interface PendingPostTable extends Owned {
  token_hash: Buffer
  person_id: string
  body_cipher: string
  created_at: Date
  expires_at: Date
}
