import { serveBytes } from '#platform/files/download.ts'
import { currentPerson, type Ctx } from '#platform/http/index.ts'
import { defineColumns } from '#platform/sheets/columns.ts'
import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { osloDate } from '#platform/time.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import { listClosedCaseIds } from '../queries/impartiality.ts'
import { listCasesForExport } from '../queries/export-cases.ts'
import { readWorklistFilter } from '../rules/worklist-filter.ts'
import { caseWords } from '../texts/words.ts'
import { worklistTexts } from '../texts/worklist.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** GET /saker/excel: all that the filter in the address shows, at most 10 000. */
export async function exportWorklist(c: Ctx): Promise<Response> {
  return await exportCases(c, [], new URL(c.req.url).search)
}

/** The ticked cases as a workbook; none ticked: all that the filter shows, at most 10 000. */
export async function exportCases(c: Ctx, chosen: readonly string[], query: string): Promise<Response> {
  const lang = c.var.lang
  const t = worklistTexts[lang]
  const words = caseWords[lang]
  const person = currentPerson(c)
  const now = c.var.services.now()
  const rows = await c.var.services.db.reading(c.var.scope, async (trx) =>
    listCasesForExport(trx, chosen.length > 0 ? chosen : readWorklistFilter(new URLSearchParams(query)), {
      personId: person.id,
      assignedOnly: false,
      closedIds: await listClosedCaseIds(trx, person.id),
      today: osloDate(now),
    }),
  )
  const columns = defineColumns({
    number: { label: t.columns.number, kind: 'text', width: 12 },
    applicant: { label: t.columns.applicant, kind: 'text' },
    title: { label: t.columns.titleOf, kind: 'text' },
    status: { label: t.columns.status, kind: 'text', width: 20 },
    due: { label: t.columns.due, kind: 'date' },
    applied: { label: t.columns.applied, kind: 'kr' },
    recommended: { label: t.recommended, kind: 'kr' },
    granted: { label: t.granted, kind: 'kr' },
    caseworker: { label: t.columns.caseworker, kind: 'text' },
    received: { label: t.columns.received, kind: 'date' },
    channel: { label: t.channel, kind: 'text', width: 14 },
  })
  const bytes = await writeSheet(
    columns,
    rows.map((row) => ({
      number: row.number,
      applicant: row.applicantName,
      title: row.title,
      status: words.status[row.status as CaseStatus],
      due: row.dueOn,
      applied: row.appliedOre,
      recommended: row.recommendedOre,
      granted: row.grantedOre,
      caseworker: row.caseworkerName,
      received: osloDate(row.receivedAt),
      channel: words.channel[row.channel as keyof typeof words.channel],
    })),
    { sheetName: t.sheet },
  )
  return serveBytes(new Uint8Array(bytes), { name: `${t.sheet} ${osloDate(now)}.xlsx`, mediaType: XLSX })
}
