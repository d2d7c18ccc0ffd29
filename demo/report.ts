import { submitReport } from '#src/modules/grants/report/actions/submit-report.ts'
import type { Answers } from '#src/modules/grants/model.ts'
import type { AccountLine } from '#src/modules/grants/model.ts'
import { defaultAnswer } from './fill-form.ts'
import type { StoryCase } from './handle.ts'
import type { PlannedApplication } from './plan.ts'
import type { World } from './world.ts'

type PlannedReport = NonNullable<PlannedApplication['report']>

/** Sends the case's report: results, and accounts line by line against the budget. Undefined when none is due. */
export async function sendReport(
  world: World,
  story: StoryCase,
  planned: PlannedReport,
  now: Date,
): Promise<{ reportId: string; revision: number } | undefined> {
  const personId = world.personId(story.applicant)
  return await world.act(story.applicant, now, async (trx) => {
    const report = await trx
      .selectFrom('report')
      .select(['id', 'status'])
      .where('case_id', '=', story.id)
      .where('status', 'in', ['due', 'returned'])
      .executeTakeFirst()
    if (!report) return undefined
    const budget = await trx
      .selectFrom('budget_line')
      .select(['side', 'label', 'ore'])
      .where('case_id', '=', story.id)
      .orderBy('position')
      .execute()
    const accounts: AccountLine[] = story.definition.report?.accountsAgainstBudget
      ? budget.map((line, index) => ({
          side: line.side,
          label: line.label,
          budgetOre: line.ore,
          accountOre: Math.round((line.ore * (planned.spent ?? 97 + ((story.nth + index) % 5))) / 100 / 10_000) * 10_000,
        }))
      : []
    await submitReport(trx, {
      reportId: report.id,
      caseId: story.id,
      personId,
      answers: answersOf(story, planned, now),
      accounts,
      now,
    })
    const sent = await trx.selectFrom('report').select('revision').where('id', '=', report.id).executeTakeFirstOrThrow()
    return { reportId: report.id, revision: sent.revision }
  })
}

function answersOf(story: StoryCase, planned: PlannedReport, now: Date): Answers {
  const filler = { contact: '', email: '', account: '', district: '', sentAt: now }
  const needed = (story.definition.report?.fields ?? []).filter(
    (field) => field.required && !field.showIf && field.type !== 'file',
  )
  const texts = { longText: 'Vi gjennomførte det vi hadde planlagt, og flere enn vi ventet ble med.' } as Record<string, string>
  return {
    ...Object.fromEntries(needed.map((field) => [field.key, texts[field.type] ?? defaultAnswer(field, filler)])),
    ...planned.answers,
  }
}
