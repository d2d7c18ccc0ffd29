import { sql } from 'kysely'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'

export interface NewEvent {
  /** The case, scheme or other thing whose log this belongs to. */
  subjectId: string
  subjectKind?: 'case' | 'scheme' | 'person' | 'organisation' | 'municipality'
  /** Past tense, kebab-case: 'application-submitted'. */
  type: string
  /** In which role the actor acted. */
  actorRole?: string
  mandateId?: string
  /** Ids, verdicts, amounts, names of changed fields: never personal data or free text. */
  changes?: Record<string, unknown>
  basedOn?: Record<string, unknown>
  at?: Date
}

/**
 * Appends to the subject's log, in the action's transaction. The sequence is per subject; two writers at once on one subject
 * is a Conflict for the second.
 */
export async function recordEvent(trx: Trx, event: NewEvent): Promise<void> {
  try {
    await sql`
      insert into event (subject_id, sequence, subject_kind, type, actor_role, mandate_id, at, changes, based_on)
      select ${event.subjectId}::uuid, coalesce(max(sequence), 0) + 1, ${event.subjectKind ?? 'case'}, ${event.type}, ${event.actorRole ?? null},
        ${event.mandateId ?? null}::uuid, ${event.at ?? sql`clock()`}, ${JSON.stringify(event.changes ?? {})}::jsonb, ${JSON.stringify(event.basedOn ?? {})}::jsonb
      from event where municipality_id = current_municipality() and subject_id = ${event.subjectId}::uuid`.execute(trx)
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Conflict({ key: 'changedMeanwhile' })
    throw error
  }
}

export interface LoggedEvent {
  sequence: number
  type: string
  actorId: string | null
  actorName: string | null
  actorRole: string | null
  at: Date
  changes: Record<string, unknown>
  basedOn: Record<string, unknown>
}

/** The log of one thing, oldest first, with the actors' names as they are now. */
export async function listEvents(trx: Trx, subjectId: string): Promise<LoggedEvent[]> {
  const rows = await trx
    .selectFrom('event')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'event.municipality_id').onRef('person.id', '=', 'event.actor_id'),
    )
    .select([
      'event.sequence',
      'event.type',
      'event.actor_id',
      'person.name as actor_name',
      'event.actor_role',
      'event.at',
      'event.changes',
      'event.based_on',
    ])
    .where('event.subject_id', '=', subjectId)
    .orderBy('event.sequence')
    .execute()
  return rows.map((r) => ({
    sequence: r.sequence,
    type: r.type,
    actorId: r.actor_id,
    actorName: r.actor_name,
    actorRole: r.actor_role,
    at: r.at,
    changes: r.changes,
    basedOn: r.based_on,
  }))
}
