import { osloDate, addDays } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { WrittenCase } from '#src/modules/grants/application/actions/write-application.ts'
import { answerInformation } from '#src/modules/grants/application/actions/answer-information.ts'
import { withdrawApplication } from '#src/modules/grants/application/actions/withdraw-application.ts'
import type { Outcome, SchemeDefinition } from '#src/modules/grants/model.ts'
import { askForInformation } from '#src/modules/grants/review/actions/ask-for-information.ts'
import { declareImpartiality } from '#src/modules/grants/review/actions/declare-impartiality.ts'
import { recommend } from '#src/modules/grants/review/actions/recommend.ts'
import { assignAssessor, saveAssessment } from '#src/modules/grants/review/actions/save-assessment.ts'
import { takeCase } from '#src/modules/grants/review/actions/take-case.ts'
import type { ConditionText } from '#src/modules/grants/model.ts'
import { workday } from './calendar.ts'
import type { PlannedApplication, PlannedRound } from './plan.ts'
import type { World } from './world.ts'

/** Who does what in a municipality, by key. */
export interface Staff {
  leader: string
  secretary: string
  preparer: string
  approver: string
}

/** A case of the story, on its way. */
export interface StoryCase extends WrittenCase {
  round: PlannedRound
  planned: PlannedApplication
  definition: SchemeDefinition
  /** Who sent it. */
  applicant: string
  caseworker: string
  /** Its place among all cases: spreads things over the day, so that not all happen at once. */
  nth: number
  staff: Staff
}

/** What is recommended, and then decided. */
export interface Proposal {
  outcome: Outcome
  ore: number
  potId: string | null
  reasons: string
  conditions: ConditionText[]
}

/** Plans a case from when it is taken to when it is recommended; `then` goes on from there. */
export function planHandling(world: World, story: StoryCase, sentAt: Date, then: (proposal: Proposal) => void): void {
  const { planned, round } = story
  const { plan } = world.timeline
  const until = planned.until
  if (planned.withdraw) {
    plan(world.clock.when(planned.withdraw), async (at) => {
      await world.act(story.applicant, at, (trx) =>
        withdrawApplication(trx, {
          caseId: story.id,
          personId: world.personId(story.applicant),
          reason: 'Vi søker heller neste år.',
          now: at,
        }),
      )
    })
  }
  if (until === 'sent') return
  const takeAt = dayOf(world, round.take, sentAt, story.nth)
  plan(takeAt, async (at) => {
    await take(world, story, at)
    if (planned.ask) planAsking(world, story, at)
  })
  if (until === 'taken' || until === 'asked' || planned.withdraw) return
  const recommendAt = dayOf(world, round.recommend, sentAt, story.nth)
  plan(new Date((takeAt.getTime() + 2 * recommendAt.getTime()) / 3), (at) => assess(world, story, at))
  if (until === 'assessed') return
  plan(recommendAt, async (at) => then(await recommendIt(world, story, at)))
}

/** "+6": so many working days after it was sent; otherwise a day, and later than it was sent. Each case has its own time of it. */
export function dayOf(world: World, text: string, sentAt: Date, nth: number): Date {
  const days = /^\+(\d+)$/.exec(text)
  if (days) return workday(sentAt, Number(days[1]), nth * 17)
  const at = world.clock.when(text)
  const day = world.clock.isThisMonth(at) ? world.clock.later(at, (nth % 40) / 10) : workday(at, 0, nth * 17)
  return day > sentAt ? day : world.clock.isThisMonth(sentAt) ? world.clock.later(sentAt, 9) : workday(sentAt, 1, nth * 17)
}

async function take(world: World, story: StoryCase, at: Date): Promise<void> {
  const by = world.actor(story.caseworker)
  await world.act(story.caseworker, at, async (trx) => {
    await takeCase(trx, { caseId: story.id, by })
    await declareImpartiality(trx, { caseIds: [story.id], except: new Map(), by, at })
  })
}

function planAsking(world: World, story: StoryCase, takenAt: Date): void {
  const { ask } = story.planned
  if (!ask) return
  world.timeline.plan(world.clock.later(takenAt, 26 + (story.nth % 5)), async (at) => {
    const by = world.actor(story.caseworker)
    const today = osloDate(at)
    const { id: requestId } = await world.act(story.caseworker, at, (trx) =>
      askForInformation(trx, {
        caseId: story.id,
        question: ask.question,
        answerBy: addDays(today, 14),
        today,
        by,
        address: world.addressOf(story.number),
      }),
    )
    const { answer } = ask
    if (!answer) return
    world.timeline.plan(world.clock.later(at, 51), async (then) => {
      const personId = world.personId(story.applicant)
      await world.act(story.applicant, then, (trx) =>
        answerInformation(trx, { caseId: story.id, requestId, personId, answer, files: [], now: then }),
      )
    })
  })
}

/** The caseworker scores, and so do the others who were asked to. */
async function assess(world: World, story: StoryCase, at: Date): Promise<void> {
  const { criteria } = story.definition.assessment
  if (criteria.length === 0) return
  const leader = world.actor(story.staff.leader)
  for (const [index, key] of [story.caseworker, ...(story.round.assessors ?? [])].entries()) {
    const by = world.actor(key)
    await world.act(key, at, async (trx) => {
      if (index > 0) {
        await assignAssessor(trx, { caseId: story.id, assessorId: by.id, by: leader })
        await declareImpartiality(trx, { caseIds: [story.id], except: new Map(), by, at })
      }
      const scores = criteria.map((criterion, nth) => {
        const score = scoreOf(story, nth, index, criterion.maxScore)
        return { criterion: criterion.key, score, reason: wordsFor(score / criterion.maxScore) }
      })
      await saveAssessment(trx, { caseId: story.id, criteria, scores, summary: '', done: true, by, at })
    })
  }
}

/** What the story says, or something sensible that is the same every time. */
function scoreOf(story: StoryCase, criterion: number, assessor: number, most: number): number {
  const said = story.planned.scores?.[criterion]
  const weak = story.planned.refuse !== undefined
  const usual = Math.round(most * (weak ? 0.4 : 0.7)) + ((story.nth + criterion) % 2)
  const wobble = assessor === 0 ? 0 : (story.nth + criterion) % 3 === 0 ? -1 : 0
  return Math.max(1, Math.min(most, (said ?? usual) + wobble))
}

function wordsFor(share: number): string {
  if (share >= 0.8) return 'Tydelig beskrevet og godt begrunnet.'
  if (share >= 0.6) return 'God plan, men noe er uklart i gjennomføringen.'
  return share >= 0.4
    ? 'Lite konkret. Vi ser ikke helt hvem som får glede av det.'
    : 'Svarer i liten grad på det ordningen skal støtte.'
}

async function recommendIt(world: World, story: StoryCase, at: Date): Promise<Proposal> {
  const by = world.actor(story.caseworker)
  return await world.act(story.caseworker, at, async (trx) => {
    const found = await trx
      .selectFrom('case_file')
      .select(['applied_ore', 'call_id', 'district_id'])
      .where('id', '=', story.id)
      .executeTakeFirstOrThrow()
    const pots = await trx
      .selectFrom('pot')
      .select(['id', 'key', 'district_id'])
      .where('round_id', '=', found.call_id ?? '')
      .execute()
    const pot = pots.find((each) =>
      story.planned.pot ? each.key === story.planned.pot : each.district_id !== null && each.district_id === found.district_id,
    )
    const proposal = propose(story, found.applied_ore, pot?.id ?? null)
    await recommend(trx, { caseId: story.id, by, ...proposal })
    return proposal
  })
}

function propose(story: StoryCase, appliedOre: number, potId: string | null): Proposal {
  const { planned, definition } = story
  const lang: Lang = planned.lang ?? 'nb'
  const not = planned.refuse ?? planned.dismiss
  const ore = not ? 0 : planned.give === undefined ? appliedOre : planned.give * 100
  const outcome: Outcome = planned.dismiss
    ? 'dismissed'
    : planned.refuse
      ? 'refused'
      : ore < appliedOre
        ? 'partly-granted'
        : 'granted'
  const standard = definition.standardReasons.find((each) => (not ? each.key === not : each.outcome === outcome))
  if (!standard) throw new Error(`${definition.slug} has no standard reason ${not ?? outcome}`)
  const conditions = not ? [] : definition.conditions.filter((each) => each.standard || planned.conditions?.includes(each.key))
  return {
    outcome,
    ore,
    potId: not ? null : potId,
    reasons: [planned.why, standard.text[lang]].filter(Boolean).join('\n\n'),
    conditions: conditions.map((each) => ({
      key: each.key,
      text: each.text[lang],
      ...(each.dueDays ? { dueDays: each.dueDays } : {}),
    })),
  }
}
