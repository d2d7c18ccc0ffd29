import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { isLang } from '#platform/texts/texts.ts'
import type { AllocationShare, Answers } from '../../model.ts'
import { planPayments } from '../../payment/rules/plan.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { acceptanceOf, acceptBy, reportDueOn, unpaidOf } from '../rules/award.ts'
import { grants } from '../rules/decision.ts'
import type { LetterFacts } from '../compose-letter.ts'

/** What a letter is written from, and what else the announcement leads to. */
export interface Announcement {
  facts: LetterFacts
  acceptance: 'not-needed' | 'pending' | 'accepted'
  overpaidOre: number
}

/**
 * Everything that a decision's letter, award, payments and report are made from, if it is announced on this Oslo day.
 * Classified answers stay sealed: no letter needs them. Throws NotFound.
 */
export async function getAnnouncement(trx: Trx, decisionId: string, day: string): Promise<Announcement> {
  const row = await trx
    .selectFrom('decision')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'decision.municipality_id').onRef('case_file.id', '=', 'decision.case_id'),
    )
    .innerJoin('application', (join) =>
      join
        .onRef('application.municipality_id', '=', 'decision.municipality_id')
        .onRef('application.case_id', '=', 'decision.case_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'application.municipality_id')
        .onRef('organisation.id', '=', 'application.organisation_id'),
    )
    .leftJoin('budget_opening', (join) =>
      join
        .onRef('budget_opening.municipality_id', '=', 'decision.municipality_id')
        .onRef('budget_opening.case_id', '=', 'decision.case_id'),
    )
    .select([
      'decision.case_id',
      'decision.outcome',
      'decision.ore',
      'decision.reasons',
      'decision.conditions',
      'decision.band',
      'decision.decided_by',
      'decision.meeting_id',
      'case_file.number',
      'case_file.applicant_name',
      'case_file.language',
      'application.version_id',
      'application.part',
      'application.amount_lines',
      'application.answers',
      'application.applied_ore',
      'application.budget_cost_ore',
      'application.budget_income_ore',
      'application.submitted_at',
      'budget_opening.line',
      'organisation.own_unit',
    ])
    .where('decision.id', '=', decisionId)
    .executeTakeFirst()
  if (!row) throw new NotFound('decision')
  const definition = await getDefinition(trx, { versionId: row.version_id, part: row.part })
  const lang = isLang(row.language) ? row.language : 'nb'
  const before = await findReplaced(trx, row.case_id, decisionId)
  const gives = grants(row.outcome)
  const needed = definition.acceptance.needed
  const acceptance = gives ? acceptanceOf(needed, row.ore, before?.award) : 'not-needed'
  const plan = gives ? planPayments(row.ore, definition.payment.plan, needed) : []
  const { payments, overpaidOre } = unpaidOf(plan, before?.paidOre ?? 0)
  const answerBy = gives && acceptance === 'pending' ? acceptBy(definition.acceptance, day) : undefined
  return {
    facts: {
      lang,
      definition,
      today: day,
      caseNumber: row.number,
      applicant: row.applicant_name,
      submittedAt: row.submitted_at,
      appliedOre: row.applied_ore,
      ...(row.budget_cost_ore > 0 || row.budget_income_ore > 0
        ? { budget: { costOre: row.budget_cost_ore, incomeOre: row.budget_income_ore } }
        : {}),
      checks: await listChecks(trx, row.case_id),
      ...(row.own_unit ? { ownUnit: true } : {}),
      ...(row.line === null ? {} : { budgetLine: row.line }),
      ...(row.amount_lines ? { amountLines: row.amount_lines } : {}),
      ...(definition.amount.allocation ? { allocation: await findAllocation(trx, row.case_id, row.ore) } : {}),
      decision: { outcome: row.outcome, ore: row.ore, reasons: row.reasons, conditions: row.conditions },
      decidedBy: await whoDecided(trx, row, definition.authority.find((band) => band.key === row.band)?.title[lang], lang),
      payments,
      ...(answerBy ? { acceptBy: answerBy } : {}),
      ...(gives && definition.report ? { reportBy: reportDueOn(definition.report, row.answers as Answers, day) } : {}),
      ...(before ? { replaces: { day: osloDate(before.releasedAt), paidOre: before.paidOre } } : {}),
    },
    acceptance: acceptance as Announcement['acceptance'],
    overpaidOre,
  }
}

/** The last announced decision of a case other than this one, with its award and what has been paid in the case. */
async function findReplaced(trx: Trx, caseId: string, decisionId: string) {
  const before = await trx
    .selectFrom('decision')
    .leftJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'decision.municipality_id').onRef('award.decision_id', '=', 'decision.id'),
    )
    .select(['decision.released_at', 'award.acceptance', 'award.ore'])
    .where('decision.case_id', '=', caseId)
    .where('decision.id', '<>', decisionId)
    .where('decision.released_at', 'is not', null)
    .orderBy('decision.released_at', 'desc')
    .executeTakeFirst()
  if (!before?.released_at) return undefined
  const paid = await trx
    .selectFrom('payment')
    .select((eb) => eb.fn.sum<number | null>('ore').as('ore'))
    .where('case_id', '=', caseId)
    .where('status', 'in', ['sent', 'confirmed'])
    .executeTakeFirstOrThrow()
  return {
    releasedAt: before.released_at,
    award: before.acceptance && before.ore !== null ? { acceptance: before.acceptance, ore: before.ore } : undefined,
    paidOre: paid.ore ?? 0,
  }
}

/** The last outcome of each rule. */
async function listChecks(trx: Trx, caseId: string): Promise<LetterFacts['checks']> {
  return await trx
    .selectFrom('check_result')
    .distinctOn('rule')
    .select(['rule', 'outcome'])
    .where('case_id', '=', caseId)
    .orderBy('rule')
    .orderBy('checked_at', 'desc')
    .execute()
}

/** The sharing that gave just this amount, as it was recommended; undefined when another was decided. */
async function findAllocation(trx: Trx, caseId: string, ore: number): Promise<AllocationShare | undefined> {
  const row = await trx
    .selectFrom('recommendation')
    .select('allocation')
    .where('case_id', '=', caseId)
    .where('ore', '=', ore)
    .where('allocation', 'is not', null)
    .orderBy('recommended_at', 'desc')
    .executeTakeFirst()
  return row?.allocation ?? undefined
}

async function whoDecided(
  trx: Trx,
  row: { decided_by: string | null; meeting_id: string | null },
  title: string | undefined,
  lang: 'nb' | 'nn' | 'en',
): Promise<LetterFacts['decidedBy']> {
  if (row.meeting_id) {
    const meeting = await trx
      .selectFrom('body_meeting')
      .innerJoin('unit', (join) =>
        join.onRef('unit.municipality_id', '=', 'body_meeting.municipality_id').onRef('unit.id', '=', 'body_meeting.body_id'),
      )
      .select(['unit.name', 'body_meeting.held_on', 'body_meeting.item_number'])
      .where('body_meeting.id', '=', row.meeting_id)
      .executeTakeFirstOrThrow()
    return { body: meeting.name[lang], heldOn: meeting.held_on, item: meeting.item_number }
  }
  const person = row.decided_by
    ? await trx.selectFrom('person').select('name').where('id', '=', row.decided_by).executeTakeFirst()
    : undefined
  // "Kari Nes, kultursjefen": a title inside a sentence begins with a small letter, in English as it stands.
  const inside = title && lang !== 'en' ? title.charAt(0).toLowerCase() + title.slice(1) : title
  return { name: [person?.name, inside].filter(Boolean).join(', ') }
}
