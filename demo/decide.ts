import { osloDate } from '#platform/time.ts'
import { answerAward } from '#src/modules/grants/decision/actions/answer-award.ts'
import { decideApplication } from '#src/modules/grants/decision/actions/decide-application.ts'
import { fileAppeal } from '#src/modules/grants/decision/actions/file-appeal.ts'
import { openDecision } from '#src/modules/grants/decision/actions/open-decision.ts'
import { proofreadLetter } from '#src/modules/grants/decision/actions/proofread-letter.ts'
import { recordMeeting } from '#src/modules/grants/decision/actions/record-meeting.ts'
import { releaseDecision } from '#src/modules/grants/decision/actions/release-decision.ts'
import { findDistrictBody, listBodies } from '#src/modules/grants/decision/queries/bodies.ts'
import { bandFor, bodyOf } from '#src/modules/grants/decision/rules/authority.ts'
import { declareImpartiality } from '#src/modules/grants/review/actions/declare-impartiality.ts'
import { workday } from './calendar.ts'
import { planFollowUp } from './follow-up.ts'
import { dayOf, type Proposal, type StoryCase } from './handle.ts'
import { planOutside } from './outside.ts'
import type { World } from './world.ts'

/** Plans a recommended case on: decision, letter, release, what the applicant answers, and what follows. */
export function planDecision(world: World, story: StoryCase, sentAt: Date, proposal: Proposal): void {
  const { round, planned } = story
  if (planned.outside) return planOutside(world, story, planned.outside)
  if (planned.until === 'recommended') return
  world.timeline.plan(dayOf(world, round.decide, sentAt, story.nth), async (at) => {
    const decisionId = await decide(world, story, proposal, at)
    if (planned.until === 'decided') return
    world.timeline.plan(dayOf(world, round.release, sentAt, story.nth), (then) => release(world, story, decisionId, then))
  })
}

/** By the leader where the amount is delegated; otherwise by the body, as the secretary records it. */
async function decide(world: World, story: StoryCase, proposal: Proposal, now: Date): Promise<string> {
  const { definition, staff } = story
  const found = await world.services.db.reading(world.ground.scope, async (trx) => {
    const row = await trx
      .selectFrom('case_file')
      .select(['applied_ore', 'district_id'])
      .where('id', '=', story.id)
      .executeTakeFirstOrThrow()
    return {
      appliedOre: row.applied_ore,
      districtBody: await findDistrictBody(trx, row.district_id),
      bodies: await listBodies(trx),
    }
  })
  const band = bandFor(definition.authority, proposal.outcome, proposal.ore, found.appliedOre)
  const bodyKey = bodyOf(band, found.districtBody?.key ?? null)
  const who = bodyKey ? staff.secretary : staff.leader
  const decidedBy = world.actor(who)
  return await world.act(who, now, async (trx) => {
    await declareImpartiality(trx, { caseIds: [story.id], except: new Map(), by: decidedBy, at: now })
    const body = found.bodies.find((each) => each.key === bodyKey)
    const meeting = body
      ? await recordMeeting(trx, {
          bodyId: body.id,
          heldOn: osloDate(now),
          itemNumber: `${(body.key.length % 30) + 12}/${osloDate(now).slice(2, 4)}`,
          personId: decidedBy.id,
          today: osloDate(now),
          now,
        })
      : undefined
    const decided = await decideApplication(trx, {
      caseId: story.id,
      ...proposal,
      decidedBy,
      ...(meeting ? { meeting: { ...meeting, stoodAside: '' } } : {}),
      now,
    })
    if (!decided.ok) throw new Error(`${definition.slug} ${story.number} is not decided: ${decided.reasons.join(', ')}`)
    await proofreadLetter(trx, { decisionId: decided.decisionId, by: decidedBy, now })
    return decided.decisionId
  })
}

async function release(world: World, story: StoryCase, decisionId: string, now: Date): Promise<void> {
  const { planned, staff } = story
  const released = await world.act(staff.leader, now, (trx) => releaseDecision(trx, { decisionId, now, origin: world.origin }))
  if (!released.ok) throw new Error(`${story.number} is not released: ${released.reasons.join(', ')}`)
  const personId = world.personId(story.applicant)
  const { plan } = world.timeline
  plan(new Date(now.getTime() + (20 + (story.nth % 50)) * 3_600_000), async (at) => {
    await world.act(story.applicant, at, (trx) => openDecision(trx, { caseId: story.id, personId, now: at }))
  })
  const { appeal } = planned
  if (appeal) {
    plan(world.clock.when(appeal.sent), async (at) => {
      await world.act(story.applicant, at, (trx) =>
        fileAppeal(trx, {
          caseId: story.id,
          desiredChange: appeal.change,
          body: appeal.why,
          personId,
          now: at,
          origin: world.origin,
        }),
      )
    })
  }
  if (!released.awardId || planned.until === 'notified') return
  if (!story.definition.acceptance.needed) return planFollowUp(world, story, now)
  if (planned.accept === 'not-yet') return
  plan(workday(now, 3, story.nth * 23), async (at) => {
    const answer = planned.accept === 'no' ? ('decline' as const) : ('accept' as const)
    await world.act(story.applicant, at, (trx) => answerAward(trx, { caseId: story.id, answer, personId, now: at }))
    if (answer === 'accept') planFollowUp(world, story, at)
  })
}
