import type { Child } from 'hono/jsx'
import { DataTable, DefinitionList, Tag } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answer, Answers as AllAnswers, Field } from '../../model.ts'
import { asksNothing } from '../rules/fields.ts'
import { inSections } from '../rules/sections.ts'
import { showAnswer, showBudget, showTable, type Names } from '../show-answer.ts'
import { applyTexts } from '../texts/apply.ts'
import { fieldTexts } from '../texts/fields.ts'

export interface AnswerListProps {
  lang: Lang
  fields: readonly Field[]
  answers: AllAnswers
  names: Names
  /** Classified answers that this reader does not see. */
  hidden?: ReadonlySet<string>
  /** Questions whose answer is missing or wrong. */
  faulty?: ReadonlySet<string>
  /** Shown beside an answer: a link to change it, where it came from. */
  actionOf?: (field: Field) => Child
  noteOf?: (field: Field) => Child
  fileHref?: (fileId: string) => string
  /** Of the sections' headings. */
  level?: 3 | 4
}

/** The answers of one page as terms and values, those of a section under its heading; budgets and tables under them. */
export function AnswerList(props: AnswerListProps) {
  const { lang, level = 3 } = props
  return (
    <>
      {inSections(props.fields).map(({ section, fields }) => {
        if (!fields.some((field) => !asksNothing(field))) return null
        const title = section?.label[lang]
        return (
          <>
            {title ? level === 3 ? <h3>{title}</h3> : <h4>{title}</h4> : null}
            <Answers {...props} fields={fields} />
          </>
        )
      })}
    </>
  )
}

function Answers(props: AnswerListProps) {
  const { lang, fields, answers, names } = props
  const t = applyTexts[lang]
  const asked = fields.filter((field) => !asksNothing(field))
  const items = asked.map((field) => ({
    label: field.label[lang],
    value: props.hidden?.has(field.key) ? (
      <Tag icon="lock">{fieldTexts[lang].hidden}</Tag>
    ) : (
      valueOf(props, field, answers[field.key])
    ),
    note: noteFor(field),
    action: props.actionOf?.(field),
  }))
  return items.length === 0 ? null : <DefinitionList items={items} />

  function noteFor(field: Field): Child {
    const faulty = props.faulty?.has(field.key)
    const note = props.noteOf?.(field)
    if (!faulty && !note) return undefined
    return (
      <>
        {faulty ? (
          <Tag tone="danger" icon="warning">
            {t.missing}
          </Tag>
        ) : null}
        {note}
      </>
    )
  }

  function valueOf({ fileHref }: AnswerListProps, field: Field, answer: Answer | undefined): Child {
    if (field.type === 'budget' && answer !== undefined) return <BudgetShown lang={lang} field={field} answer={answer} />
    if (field.type === 'table' && answer !== undefined)
      return <TableShown lang={lang} field={field} answer={answer} names={names} />
    if (field.type === 'file' && fileHref && Array.isArray(answer))
      return <Files lang={lang} ids={answer as string[]} names={names} href={fileHref} />
    const text = showAnswer(field, answer, names, lang)
    if (text === '') return <span class="tg-quiet">{t.notAnswered}</span>
    return field.type === 'longText' ? <span class="tg-prewrap">{text}</span> : text
  }
}

function Files({
  lang,
  ids,
  names,
  href,
}: {
  lang: Lang
  ids: readonly string[]
  names: Names
  href: (fileId: string) => string
}) {
  const found = names.files.filter((file) => ids.includes(file.fileId))
  if (found.length === 0) return <span class="tg-quiet">{fieldTexts[lang].noFiles}</span>
  return (
    <ul class="tg-files">
      {found.map((file) => (
        <li>
          <a href={href(file.fileId)}>{file.name}</a>
        </li>
      ))}
    </ul>
  )
}

function BudgetShown({ lang, field, answer }: { lang: Lang; field: Extract<Field, { type: 'budget' }>; answer: Answer }) {
  const t = fieldTexts[lang]
  const budget = showBudget(field, answer, lang)
  const side = (caption: string, sum: string, shown: typeof budget.cost) =>
    shown.lines.length === 0 ? null : (
      <DataTable
        lang={lang}
        caption={caption}
        columns={[
          { label: t.what, heading: true, cell: (line: (typeof shown.lines)[number]) => line.what },
          { label: t.amount, numeric: true, cell: (line) => line.typed ?? formatKr(line.ore, lang) },
        ]}
        rows={shown.lines}
        footer={[sum, formatKr(shown.sum, lang)]}
      />
    )
  return (
    <>
      {side(t.cost, t.sumCost, budget.cost)}
      {side(t.income, t.sumIncome, budget.income)}
      {budget.hours === undefined ? null : (
        <p>
          {t.hours}: {formatNumber(budget.hours, lang)}
        </p>
      )}
    </>
  )
}

function TableShown({
  lang,
  field,
  answer,
  names,
}: {
  lang: Lang
  field: Extract<Field, { type: 'table' }>
  answer: Answer
  names: Names
}) {
  const { columns, rows } = showTable(field, answer, names, lang)
  if (rows.length === 0) return <span class="tg-quiet">{applyTexts[lang].notAnswered}</span>
  return (
    <DataTable
      lang={lang}
      caption={field.label[lang]}
      hideCaption
      columns={columns.map((label, index) => ({ label, heading: index === 0, cell: (row: string[]) => row[index] ?? '' }))}
      rows={rows}
    />
  )
}
