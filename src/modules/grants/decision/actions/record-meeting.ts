import { Invalid, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isDay } from '#platform/time.ts'
import { listBodies } from '../queries/bodies.ts'

/**
 * Writes that an elected body met on a day and under which item number it took the applications. The same body, day and item is one
 * meeting, however many cases are recorded in how many turns. Throws Invalid for an unknown body, a day to come or no number.
 */
export async function recordMeeting(
  trx: Trx,
  input: { bodyId: string; heldOn: string; itemNumber: string; personId: string; today: string; now: Date },
): Promise<{ id: string; bodyKey: string }> {
  const item = input.itemNumber.trim()
  const body = (await listBodies(trx)).find((each) => each.id === input.bodyId)
  const faults: Reason[] = []
  if (!body) faults.push({ key: 'bodyMissing', field: 'body' })
  if (!isDay(input.heldOn)) faults.push({ key: 'dayMissing', field: 'heldOn' })
  else if (input.heldOn > input.today) faults.push({ key: 'dayAhead', field: 'heldOn' })
  if (item === '' || item.length > 40) faults.push({ key: 'itemMissing', field: 'item' })
  if (faults.length > 0 || !body) throw new Invalid(faults)
  const before = await trx
    .selectFrom('body_meeting')
    .select('id')
    .where('body_id', '=', body.id)
    .where('held_on', '=', input.heldOn)
    .where('item_number', '=', item)
    .executeTakeFirst()
  if (before) return { id: before.id, bodyKey: body.key }
  const { id } = await trx
    .insertInto('body_meeting')
    .values({ body_id: body.id, held_on: input.heldOn, item_number: item, recorded_by: input.personId, recorded_at: input.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, bodyKey: body.key }
}
