import type { ApplicationData, Block } from '#platform/documents/model.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { answerBlocks } from '../application/frozen-application.ts'
import { classifiedKeys } from '../application/sealed-answers.ts'
import { sentTexts } from '../application/texts/sent.ts'
import type { AccountLine, Field } from '../model.ts'
import type { Report } from './queries/get-report.ts'
import { plannedOre } from './rules/accounts.ts'
import { ACCOUNTS_PAGE } from './rules/report-pages.ts'
import { reportTexts } from './texts/report.ts'

interface Sent {
  report: Report
  submittedAt: Date
  /** Of all attachments, in their order. */
  files: { fileId: string; name: string; size: number; sha256: string }[]
  municipality: { name: string; organisation_number: string | null }
}

/** The sent report as data for the PDF: accounts against the budget and every answer, in the pages' order; classified answers are left out. */
export function frozenReport({ report, submittedAt, files, municipality }: Sent, lang: Lang): ApplicationData {
  const classified = new Set(classifiedKeys(report.definition))
  const names = { districts: report.districts, files }
  const blocksOf = (field: Field): Block[] => {
    const answer = report.answers[field.key]
    if (answer === undefined || report.state.hidden.has(field.key)) return []
    return classified.has(field.key)
      ? [{ type: 'facts', items: [{ label: field.label[lang], value: sentTexts[lang].classified }] }]
      : answerBlocks(field, answer, names, lang)
  }
  const sections = report.pages.map((page) => ({
    title: page.title[lang],
    blocks: [...(page.key === ACCOUNTS_PAGE ? accountBlocks(report.accounts, lang) : []), ...page.fields.flatMap(blocksOf)],
  }))
  return {
    kind: 'report',
    sender: {
      name: municipality.name,
      ...(municipality.organisation_number ? { organisationNumber: municipality.organisation_number } : {}),
    },
    title: reportTexts[lang].eyebrow(report.scheme.title[lang]),
    caseNumber: report.caseNumber,
    applicant: { name: report.applicantName },
    sentAt: submittedAt,
    ...(report.submittedByName ? { sentBy: report.submittedByName } : {}),
    sections: sections.filter((section) => section.blocks.length > 0),
    attachments: files,
  }
}

function accountBlocks(lines: readonly AccountLine[], lang: Lang): Block[] {
  const t = reportTexts[lang]
  return (['cost', 'income'] as const).flatMap((side): Block[] => {
    const own = lines.filter((line) => line.side === side)
    if (own.length === 0) return []
    const sum = (of: (line: AccountLine) => number) =>
      formatKr(
        own.reduce((all, line) => all + of(line), 0),
        lang,
      )
    const planned = (line: AccountLine) => plannedOre(line) ?? 0
    return [
      {
        type: 'table',
        caption: side === 'cost' ? t.cost : t.income,
        columns: [
          { label: t.line, width: 3 },
          { label: t.budget, align: 'end', width: 1.5 },
          { label: t.account, align: 'end', width: 1.5 },
          { label: t.explanation, width: 3 },
        ],
        rows: own.map((line) => [
          line.label,
          plannedOre(line) === null ? t.notInBudget : formatKr(planned(line), lang),
          formatKr(line.accountOre, lang),
          line.comment ?? '',
        ]),
        sum: [side === 'cost' ? t.sumCost : t.sumIncome, sum(planned), sum((line) => line.accountOre), ''],
      },
    ]
  })
}
