import type { Trx } from '#platform/database/db.ts'
import { leftAfter } from '../rules/room-in-pot.ts'
import { lockPotRoom } from './pot-room.ts'

/** For tests: what is left of a pot when every case is counted. */
export async function listPotRoomLeft(trx: Trx, roundId: string, potId: string | null): Promise<number | undefined> {
  const { rooms } = await lockPotRoom(trx, { roundId, potId, caseId: '00000000-0000-4000-8000-000000000000' })
  return leftAfter(rooms, 0)
}
