// Whether an amount fits in the pot: what is decided already, with this case's own earlier amount taken out, and never a krone more.

import type { Ore } from '#platform/money.ts'

export interface PotRoom {
  potOre: Ore
  /** Sum of the standing decisions that draw on it, this case's own left out. */
  decidedOre: Ore
}

/** Øre left after the amount; negative when it does not fit. No pot, no limit: undefined. */
export function leftAfter(room: PotRoom | undefined, ore: Ore): Ore | undefined {
  return room && room.potOre - room.decidedOre - ore
}
