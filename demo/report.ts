import { openFileStore, storeBytes } from '#platform/files/store.ts'
import { markOf } from '#src/modules/grants/application/rules/merge.ts'
import type { AccountLine, Answer } from '#src/modules/grants/model.ts'
import { ACCOUNTS, attachToReport, saveReport } from '#src/modules/grants/report/actions/save-report.ts'
import { sendReport as send } from '#src/modules/grants/report/actions/send-report.ts'
import { getReport, type Report } from '#src/modules/grants/report/queries/get-report.ts'
import { checkReport } from '#src/modules/grants/report/rules/check-report.ts'
import { defaultAnswer } from './fill-form.ts'
import type { StoryCase } from './handle.ts'
import { paper } from './paper.ts'
import type { PlannedApplication } from './plan.ts'
import type { World } from './world.ts'

type PlannedReport = NonNullable<PlannedApplication['report']>

/** Sends the case's report: results, files, and accounts line by line against the budget. Undefined when none is due. */
export async function sendReport(
  world: World,
  story: StoryCase,
  planned: PlannedReport,
  now: Date,
): Promise<{ reportId: string; revision: number } | undefined> {
  const { keyring } = world.services
  const who = { personId: world.personId(story.applicant), keyring, now }
  const due = await world.services.db.reading(world.ground.scope, (trx) =>
    trx
      .selectFrom('report')
      .select('id')
      .where('case_id', '=', story.id)
      .where('status', 'in', ['due', 'returned'])
      .executeTakeFirst(),
  )
  if (!due) return undefined
  const report = { ...who, reportId: due.id }
  const { answers, files } = await world.act(story.applicant, now, async (trx) => {
    await write(await getReport(trx, report), planned.answers ?? {})
    return missing(story, await getReport(trx, report), now)

    async function write(before: Report, typed: Record<string, Answer>) {
      await saveReport(trx, {
        ...report,
        read: new Map(Object.entries(typed)),
        accounts: () => before.accounts.map((line, index) => accountOf(line, story.nth + index, planned.spent)),
        seen: (key) => markOf(key === ACCOUNTS ? (before.accounts as unknown as Answer) : before.answers[key]),
      })
    }
  })
  const stored = await Promise.all(
    files.map(async ({ field, label }) => {
      const bytes = await paper(label, [story.number, 'Vedlegg til rapport.', 'Alle navn og tall er oppdiktet.'], now)
      return {
        field,
        file: await storeBytes(openFileStore(world.services.dataDir), world.ground.scope, {
          name: `${label}.pdf`,
          type: 'pdf',
          bytes,
        }),
      }
    }),
  )
  return await world.act(story.applicant, now, async (trx) => {
    await attachToReport(trx, { ...report, files: stored })
    const before = await getReport(trx, report)
    await saveReport(trx, { ...report, read: new Map(Object.entries(answers)), seen: (key) => markOf(before.answers[key]) })
    if (!(await send(trx, report))) {
      const left = [...checkReport(await getReport(trx, report)).values()]
      throw new Error(`${story.number}: the report lacks ${JSON.stringify(left)}`)
    }
    return { reportId: due.id, revision: (await getReport(trx, report)).revision }
  })
}

/** What a line came to: near the budget, or as the story says, then with a word of why. */
function accountOf(line: AccountLine, nth: number, spent: number | undefined): AccountLine {
  const budget = line.revisedOre ?? line.budgetOre ?? 0
  const { typed: _typed, ...rest } = line
  const accountOre = Math.round((budget * (spent ?? 97 + (nth % 5))) / 100 / 10_000) * 10_000
  return { ...rest, accountOre, comment: 'Ble litt annerledes enn planlagt.' }
}

/** What the report's own check says is missing: answers by the kind of question, and files. */
function missing(
  story: StoryCase,
  report: Report,
  now: Date,
): { answers: Record<string, Answer>; files: { field: string; label: string }[] } {
  const filler = { contact: 'Inger Vold', email: '', account: '', district: '', sentAt: now }
  const fields = report.pages.flatMap((page) => page.fields)
  const problems = [...checkReport(report).values()].flatMap((page) => page.answers)
  const lacking = fields.filter((field) => problems.some((problem) => problem.field === field.key))
  const text =
    story.planned.lang === 'nn'
      ? 'Vi gjorde det vi hadde planlagt, og fleire enn vi venta vart med.'
      : 'Vi gjorde det vi hadde planlagt, og flere enn vi ventet ble med.'
  return {
    answers: Object.fromEntries(
      lacking
        .filter((field) => field.type !== 'file')
        .map((field) => [field.key, field.type === 'longText' ? text : defaultAnswer(field, filler)]),
    ),
    files: lacking
      .filter((field) => field.type === 'file')
      .map((field) => ({ field: field.key, label: field.label.nb.replace(/[?:]/g, '') })),
  }
}
