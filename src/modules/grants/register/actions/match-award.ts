import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { roleFor } from '../../review/actions/actor.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { may } from '../../review/rules/access.ts'

interface Match {
  /** The recipient as it stands in the lists; every row with the very same words goes along. */
  recipient: string
  organisationId: string
  person: { id: string; roles: readonly string[] }
  now: Date
}

/** Where recipients of earlier lists stand. */
const lists = ['imported_award', 'imported_obligation'] as const

/**
 * Says that a recipient in earlier years' lists is this organisation. The same again changes nothing. Throws NotFound when there
 * is no such organisation, Conflict when somebody has matched it to another one.
 */
export async function matchAward(trx: Trx, input: Match): Promise<Verdict> {
  if (!may(input.person, 'matchAwards')) return no('notYourRole')
  const organisation = await trx.selectFrom('organisation').select('id').where('id', '=', input.organisationId).executeTakeFirst()
  if (!organisation) throw new NotFound('organisation')
  const open: string[] = []
  let found = 0
  for (const list of lists) {
    const rows = await trx
      .selectFrom(list)
      .select(['id', 'organisation_id'])
      .where('recipient', '=', input.recipient)
      .orderBy('id')
      .forUpdate()
      .execute()
    found += rows.length
    if (rows.some((row) => row.organisation_id !== null && row.organisation_id !== input.organisationId))
      throw new Conflict({ key: 'matchedMeanwhile' })
    const ids = rows.filter((row) => row.organisation_id === null).map((row) => row.id)
    if (ids.length === 0) continue
    open.push(...ids)
    await trx
      .updateTable(list)
      .set({ organisation_id: input.organisationId, matched_by: input.person.id, matched_at: input.now })
      .where('id', 'in', ids)
      .execute()
  }
  if (found === 0) throw new NotFound('recipient')
  if (open.length === 0) return yes
  await recordEvent(trx, {
    subjectId: input.organisationId,
    subjectKind: 'organisation',
    type: 'awards-matched',
    actorRole: roleFor(input.person, 'matchAwards'),
    at: input.now,
    changes: { rows: open },
  })
  return yes
}

/** Takes a match back: the recipient is text again. Done already is done. */
export async function unmatchAward(trx: Trx, input: Match): Promise<Verdict> {
  if (!may(input.person, 'matchAwards')) return no('notYourRole')
  const rows: { id: string }[] = []
  for (const list of lists)
    rows.push(
      ...(await trx
        .updateTable(list)
        .set({ organisation_id: null, matched_by: null, matched_at: null })
        .where('recipient', '=', input.recipient)
        .where('organisation_id', '=', input.organisationId)
        .returning('id')
        .execute()),
    )
  if (rows.length === 0) return yes
  await recordEvent(trx, {
    subjectId: input.organisationId,
    subjectKind: 'organisation',
    type: 'awards-unmatched',
    actorRole: roleFor(input.person, 'matchAwards'),
    at: input.now,
    changes: { rows: rows.map((row) => row.id) },
  })
  return yes
}
