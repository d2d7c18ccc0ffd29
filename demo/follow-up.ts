import type { PaymentAction } from '#src/modules/grants/lifecycle.ts'
import { answerNomination } from '#src/modules/grants/nomination/actions/answer-nomination.ts'
import { changePayment } from '#src/modules/grants/payment/actions/change-payment.ts'
import { claimPayment } from '#src/modules/grants/payment/actions/claim-payment.ts'
import { reviewReport } from '#src/modules/grants/report/actions/review-report.ts'
import { osloDate } from '#platform/time.ts'
import { workday } from './calendar.ts'
import type { StoryCase } from './handle.ts'
import { sendReport } from './report.ts'
import type { World } from './world.ts'

const steps: readonly PaymentAction[] = ['prepare', 'approve', 'send', 'confirm']
const reached = { planned: 0, prepared: 1, approved: 2, sent: 3 } as const

/** Plans an award's payments and report from when its money may be paid. */
export function planFollowUp(world: World, story: StoryCase, from: Date): void {
  if (story.definition.nomination && story.planned.nominee !== 'silent') {
    world.timeline.plan(workday(from, 1, story.nth * 7), (at) => sayYes(world, story, at))
  }
  planPayments(world, story, workday(from, 2, story.nth * 11), ['notified', 'accepted'])
  if (story.definition.payment.plan.some((part) => part.releaseOn === 'claimed')) {
    world.timeline.plan(workday(from, 6, story.nth * 29), async (at) => {
      await claim(world, story, at)
      planPayments(world, story, workday(at, 2, story.nth * 11), ['claimed'])
    })
  }
  const { report } = story.planned
  if (!report) return
  world.timeline.plan(world.clock.when(report.sent), async (at) => {
    const sent = await sendReport(world, story, report, at)
    if (!sent || report.outcome === 'waits') return
    world.timeline.plan(workday(at, 6, story.nth * 19), async (then) => {
      const isApproved = report.outcome !== 'returned'
      const judged = await world.act(story.caseworker, then, (trx) =>
        reviewReport(trx, {
          ...sent,
          action: isApproved ? 'approve' : 'return',
          person: world.actor(story.caseworker),
          reason: report.reason ?? '',
          now: then,
        }),
      )
      if (!judged.ok) throw new Error(`${story.number}: the report is not judged: ${JSON.stringify(judged.reasons)}`)
      if (isApproved) planPayments(world, story, workday(then, 2, story.nth * 11), ['report-approved'])
    })
  })
}

/** Who is proposed says yes, by the link in their e-mail: somebody else than who proposed them. */
async function sayYes(world: World, story: StoryCase, now: Date): Promise<void> {
  const who = story.applicant === 'amina-warsame' ? 'astrid-solheim' : 'amina-warsame'
  await world.act(who, now, async (trx) => {
    const { id } = await trx.selectFrom('nomination').select('id').where('case_id', '=', story.id).executeTakeFirstOrThrow()
    const personId = world.personId(who)
    await answerNomination(trx, world.services.keyring, { id, answer: 'accepted', personId, now, origin: world.origin })
  })
}

function planPayments(world: World, story: StoryCase, from: Date, released: readonly string[]): void {
  const { plan } = story.definition.payment
  const isLast = released.includes(plan.at(-1)?.releaseOn ?? '')
  const until = story.planned.payment === undefined || !isLast ? steps.length : reached[story.planned.payment]
  for (const [index, action] of steps.slice(0, until).entries()) {
    world.timeline.plan(workday(from, index, story.nth * 11), (at) => payStep(world, story, action, released, at))
  }
}

async function payStep(
  world: World,
  story: StoryCase,
  action: PaymentAction,
  released: readonly string[],
  now: Date,
): Promise<void> {
  const who = action === 'approve' ? story.staff.approver : story.staff.preparer
  await world.act(who, now, async (trx) => {
    const payments = await trx
      .selectFrom('payment')
      .select(['id', 'release_on', 'status'])
      .where('case_id', '=', story.id)
      .orderBy('position')
      .execute()
    const from = { prepare: 'planned', approve: 'prepared', send: 'approved', confirm: 'sent' }[action as 'prepare']
    for (const payment of payments.filter((each) => each.status === from && released.includes(each.release_on))) {
      const verdict = await changePayment(trx, world.services.keyring, {
        paymentId: payment.id,
        action,
        person: world.actor(who),
        now,
      })
      if (!verdict.ok) throw new Error(`${story.number}: ${action} of the payment: ${JSON.stringify(verdict.reasons)}`)
    }
  })
}

async function claim(world: World, story: StoryCase, now: Date): Promise<void> {
  await world.act(story.applicant, now, async (trx) => {
    const payments = await trx
      .selectFrom('payment')
      .select('id')
      .where('case_id', '=', story.id)
      .where('release_on', '=', 'claimed')
      .where('status', '=', 'planned')
      .execute()
    for (const { id } of payments) {
      const verdict = await claimPayment(trx, { paymentId: id, caseId: story.id, today: osloDate(now), now })
      if (!verdict.ok) throw new Error(`${story.number}: the claim: ${JSON.stringify(verdict.reasons)}`)
    }
  })
}
