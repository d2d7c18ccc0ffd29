import { rankCases } from '#src/modules/grants/outside/actions/rank-cases.ts'
import { recordOutsideDecision } from '#src/modules/grants/outside/actions/record-outside-decision.ts'
import { sendStatement } from '#src/modules/grants/outside/actions/send-statement.ts'
import { osloDate } from '#platform/time.ts'
import { shiftDay } from './calendar.ts'
import type { StoryCase } from './handle.ts'
import type { PlannedApplication } from './plan.ts'
import type { World } from './world.ts'

/** Plans a recommended case that is decided outside the municipality: its statement is sent, and the answer is recorded when it comes. */
export function planOutside(world: World, story: StoryCase, outside: NonNullable<PlannedApplication['outside']>): void {
  const { rank, sent, decided } = outside
  if (!sent) return
  const by = world.actor(story.caseworker)
  const { origin } = world
  world.timeline.plan(world.clock.when(sent), (now) =>
    world.act(story.caseworker, now, async (trx) => {
      await rankCases(trx, { ranks: [{ caseId: story.id, rank }], by })
      await sendStatement(trx, { caseId: story.id, sentOn: osloDate(now), by, now, origin })
    }),
  )
  if (!decided) return
  world.timeline.plan(world.clock.when(decided.recorded), (now) =>
    world.act(story.caseworker, now, (trx) =>
      recordOutsideDecision(trx, {
        caseId: story.id,
        outcome: decided.kr === 0 ? 'refused' : decided.kr < (story.planned.kr ?? 0) ? 'partly-granted' : 'granted',
        ore: decided.kr * 100,
        decidedOn: shiftDay(decided.on, world.clock.months),
        reference: decided.reference,
        by,
        now,
        origin,
      }),
    ),
  )
}
