import type { ApplicationData, Block } from '#platform/documents/model.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answer, Field } from '../model.ts'
import type { SentApplication } from './queries/get-sent-application.ts'
import { formatOrganisationNumber } from './rules/numbers.ts'
import { inSections } from './rules/sections.ts'
import { openPart } from './sealed-answers.ts'
import { showAnswer, showBudget, showTable, type Names } from './show-answer.ts'
import { fieldTexts } from './texts/fields.ts'
import { sentTexts } from './texts/sent.ts'
import { titleOf } from '../scheme/rules/for-part.ts'

/** The sent application as data for the PDF: every question that was answered, in the form's order; classified answers are left out. */
export function frozenApplication(
  application: SentApplication,
  municipality: { name: string; organisation_number: string | null },
  lang: Lang,
): ApplicationData {
  const { definition, organisation } = application
  const { answers, hidden } = openPart(definition, application.answers)
  const names: Names = { districts: application.districts, files: application.files }
  const sections = definition.form.pages.map((page) => ({
    title: page.title[lang],
    blocks: inSections(page.fields).flatMap(({ section, fields }): Block[] => {
      const blocks = fields.flatMap((field): Block[] =>
        hidden.has(field.key)
          ? [{ type: 'facts', items: [{ label: field.label[lang], value: sentTexts[lang].classified }] }]
          : answerBlocks(field, answers[field.key], names, lang),
      )
      return section && blocks.length > 0 ? [{ type: 'heading', text: section.label[lang] }, ...blocks] : blocks
    }),
  }))
  return {
    sender: {
      name: municipality.name,
      ...(municipality.organisation_number ? { organisationNumber: municipality.organisation_number } : {}),
    },
    title: titleOf(definition, lang),
    caseNumber: application.caseNumber,
    applicant: {
      name: application.applicantName,
      lines: organisation?.number ? [formatOrganisationNumber(organisation.number)] : [],
    },
    sentAt: application.submittedAt,
    sentBy: application.channel === 'digital' ? application.senderName : sentTexts[lang].registeredBy,
    sections: sections.filter((section) => section.blocks.length > 0),
    attachments: application.files.map((file) => ({ name: file.name, size: file.size, sha256: file.sha256 })),
  }
}

/** One answer as it stands in a document; nothing where there is none. */
export function answerBlocks(field: Field, answer: Answer | undefined, names: Names, lang: Lang): Block[] {
  if (answer === undefined) return []
  const label = field.label[lang]
  if (field.type === 'budget') return budgetBlocks(field, answer, lang)
  if (field.type === 'table') {
    const { columns, rows } = showTable(field, answer, names, lang)
    return rows.length === 0 ? [] : [{ type: 'table', caption: label, columns: columns.map((each) => ({ label: each })), rows }]
  }
  const text = showAnswer(field, answer, names, lang)
  if (text === '') return []
  if (field.type !== 'longText') return [{ type: 'facts', items: [{ label, value: text }] }]
  return [
    { type: 'heading', text: label },
    { type: 'paragraph', text },
  ]
}

function budgetBlocks(field: Extract<Field, { type: 'budget' }>, answer: Answer, lang: Lang): Block[] {
  const t = fieldTexts[lang]
  const budget = showBudget(field, answer, lang)
  const table = (caption: string, side: typeof budget.cost, sum: string): Block => ({
    type: 'table',
    caption,
    columns: [
      { label: t.what, width: 3 },
      { label: t.amount, align: 'end' },
    ],
    rows: side.lines.map((line) => [line.what, formatKr(line.ore, lang)]),
    sum: [sum, formatKr(side.sum, lang)],
  })
  return [
    { type: 'heading', text: field.label[lang] },
    table(t.cost, budget.cost, t.sumCost),
    table(t.income, budget.income, t.sumIncome),
    ...(budget.hours === undefined
      ? []
      : [{ type: 'facts' as const, items: [{ label: t.hours, value: formatNumber(budget.hours, lang) }] }]),
  ]
}
