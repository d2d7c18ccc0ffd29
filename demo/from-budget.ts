import type { WrittenCase } from '#src/modules/grants/application/actions/write-application.ts'
import { openFromBudget } from '#src/modules/grants/from-budget/actions/open-from-budget.ts'
import { getSchemeBySlug } from '#src/modules/grants/scheme/queries/schemes.ts'
import type { DemoApplicant, PlannedApplication } from './plan.ts'
import type { World } from './world.ts'

/** Opens the case of a recipient that the council’s budget names, as the caseworker does when the budget is known. */
export async function openNamed(
  world: World,
  slug: string,
  planned: PlannedApplication,
  budget: NonNullable<PlannedApplication['budget']>,
  applicant: DemoApplicant,
): Promise<WrittenCase[]> {
  const now = world.clock.when(planned.sent)
  return await world.act(applicant.registrar, now, async (trx) => {
    const { rounds } = await getSchemeBySlug(trx, slug)
    const opened = await openFromBudget(trx, {
      roundId: rounds[budget.nthRound]?.id ?? '',
      recipient: {
        organisation: applicant.name,
        number: applicant.number,
        contact: applicant.contact,
        email: applicant.email,
        ore: (planned.kr ?? 0) * 100,
        line: budget.line,
      },
      caseLanguage: world.ground.municipality.settings.language,
      actorRole: 'caseworker',
      keyring: world.services.keyring,
      now,
      origin: world.origin,
    })
    return [opened]
  })
}
