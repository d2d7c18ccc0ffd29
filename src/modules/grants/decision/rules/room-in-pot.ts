// Whether an amount fits in the pot: what is decided already, with this case's own earlier amount taken out, and never a krone more.

import type { Ore } from '#platform/money.ts'

export interface PotRoom {
  potOre: Ore
  /** Sum of the standing decisions that draw on it, this case's own left out. */
  decidedOre: Ore
}

/** Øre left after the amount in the tightest of the pots it draws on; negative when it does not fit. No pot, no limit: undefined. */
export function leftAfter(rooms: readonly PotRoom[], ore: Ore): Ore | undefined {
  return rooms.length === 0 ? undefined : Math.min(...rooms.map((room) => room.potOre - room.decidedOre - ore))
}
