import { json } from '#platform/database/tables.ts'
import { routes } from '#src/routes.ts'
import { sealAnswers } from './application/sealed-answers.ts'
import { openDecision } from './decision/actions/open-decision.ts'
import { announce, decidedAt, openDecisionWorld, readyCase, type DecisionWorld, type Ready } from './decision/decision.testing.ts'
import type { DecideInput } from './decision/actions/decide-application.ts'
import { getDefinition } from './scheme/queries/versions.ts'

/** For tests: the demo's city with announced awards, as the other parts of the service leave them. */
export interface FollowUpWorld extends DecisionWorld {
  /** Those who work with money, as the actions want them. */
  preparer: { id: string; roles: string[] }
  approver: { id: string; roles: string[] }
  caseworker: { id: string; roles: string[] }
}

export const account = '86011117947'
export const otherAccount = '12345678903'

export async function openFollowUpWorld(): Promise<FollowUpWorld> {
  const world = await openDecisionWorld(routes)
  return {
    ...world,
    preparer: { id: world.person('petter-dahl'), roles: ['finance-preparer'] },
    approver: { id: world.person('hilde-moen'), roles: ['finance-approver'] },
    caseworker: { id: world.person('maren-lie'), roles: ['caseworker'] },
  }
}

export interface Given extends Ready {
  ore?: number
  /** The account in the application; none when null. */
  account?: string | null
  /** The applicant is this person, and not an organisation. */
  asPerson?: string
  budget?: { side: 'income' | 'cost'; category?: string; label: string; ore: number }[]
  decide?: Partial<DecideInput>
}

export interface GivenAward {
  caseId: string
  number: string
  awardId: string
  paymentIds: string[]
  reportId: string | undefined
}

/** An announced award that its applicant has opened, with its payments and report; by default arts support of 40 000 kr, paid on request. */
export async function givenAward(world: FollowUpWorld, given: Given = {}): Promise<GivenAward> {
  const ore = given.ore ?? 40_000_00
  const found = await readyCase(world, {
    appliedOre: ore,
    ...given,
    impartial: ['tor-bakken', 'maren-lie', ...(given.impartial ?? [])],
  })
  await world.inCity(async (trx) => {
    const application = await trx.selectFrom('application').selectAll().where('case_id', '=', found.id).executeTakeFirstOrThrow()
    const definition = await getDefinition(trx, { versionId: application.version_id, part: application.part })
    const key = definition.payment.accountField
    const number = given.account === undefined ? account : given.account
    const answers = { ...application.answers, ...(key && number ? { [key]: number } : {}) }
    const place = { municipalityId: application.municipality_id, kind: 'case' as const, id: found.id }
    await trx
      .updateTable('application')
      .set({ answers: json(sealAnswers(definition, answers, world.services.keyring, place)) })
      .where('case_id', '=', found.id)
      .execute()
    if (given.asPerson) {
      const person = { applicant_organisation_id: null, applicant_person_id: given.asPerson }
      await trx.updateTable('case_file').set(person).where('id', '=', found.id).execute()
      await trx.updateTable('application').set({ organisation_id: null }).where('case_id', '=', found.id).execute()
    }
    if (given.budget && given.budget.length > 0)
      await trx
        .insertInto('budget_line')
        .values(given.budget.map((line, position) => ({ case_id: found.id, position, category: null, ...line })))
        .execute()
  })
  await announce(world, found.id, {
    ore,
    outcome: ore < (given.appliedOre ?? ore) ? 'partly-granted' : 'granted',
    ...given.decide,
  })
  return await world.inCity(async (trx) => {
    await openDecision(trx, { caseId: found.id, personId: world.person('astrid-solheim'), now: decidedAt })
    const award = await trx.selectFrom('award').select('id').where('case_id', '=', found.id).executeTakeFirstOrThrow()
    const payments = await trx.selectFrom('payment').select('id').where('award_id', '=', award.id).orderBy('position').execute()
    const report = await trx.selectFrom('report').select('id').where('award_id', '=', award.id).executeTakeFirst()
    return {
      caseId: found.id,
      number: found.number,
      awardId: award.id,
      paymentIds: payments.map((payment) => payment.id),
      reportId: report?.id,
    }
  })
}
