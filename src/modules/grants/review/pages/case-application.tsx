import { DataTable, DefinitionList, Details, Money, Section, Tag, type Tone } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { rulesOf } from '../../application/rules/checks.ts'
import { openPart } from '../../application/sealed-answers.ts'
import { showAnswer, showBudget, showTable } from '../../application/show-answer.ts'
import type { Answers, Field } from '../../model.ts'
import { caseTexts } from '../texts/case.ts'
import { caseWords } from '../texts/words.ts'
import type { CaseLook } from './case-look.ts'

const checkTones: Record<'meets' | 'fails' | 'unknown', Tone> = { meets: 'success', fails: 'danger', unknown: 'warning' }

/** The checks with their reasons and sources, and the answers, classified ones left out. */
export function ApplicationPart({ look }: { look: CaseLook }) {
  const { c, details } = look
  const lang = c.var.lang
  const t = caseTexts[lang]
  const { definition } = details.sent
  const { answers, hidden } = openPart(definition, details.sent.answers)
  const rules = new Map(rulesOf(definition).map((rule) => [rule.key, rule]))
  const checks = details.checks.flatMap((check) => {
    const rule = rules.get(check.rule)
    return rule ? [{ rule, outcome: check.outcome }] : []
  })
  return (
    <>
      {checks.length > 0 ? (
        <Section title={t.checks} id="checks" intro={t.checksIntro}>
          <ul class="tg-checks">
            {checks.map(({ rule, outcome }) => (
              <li>
                <p>
                  <Tag
                    tone={checkTones[outcome]}
                    icon={outcome === 'meets' ? 'check' : outcome === 'fails' ? 'cross' : 'question'}
                  >
                    {caseWords[lang].check[outcome]}
                  </Tag>{' '}
                  <b>{rule.title[lang]}</b>
                </p>
                <p>{rule.outcomes[outcome][lang]}</p>
                <p class="tg-quiet">{t.source(rule.source)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t.application} id="application">
        {definition.form.pages.map((formPage, index) => {
          const fields = formPage.fields.filter(
            (field) => field.type !== 'info' && (answers[field.key] !== undefined || hidden.has(field.key)),
          )
          return fields.length === 0 ? null : (
            <Details summary={formPage.title[lang]} open={index === 0}>
              {fields.map((field) => (
                <AnswerPart field={field} answers={answers} hidden={hidden} look={look} />
              ))}
            </Details>
          )
        })}
      </Section>
    </>
  )
}

interface AnswerProps {
  field: Field
  answers: Answers
  hidden: ReadonlySet<string>
  look: CaseLook
}

function AnswerPart({ field, answers, hidden, look }: AnswerProps) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { sent } = look.details
  if (hidden.has(field.key)) return <DefinitionList narrow items={[{ label: field.label[lang], value: t.hidden }]} />
  if (field.type === 'budget') return <BudgetAnswerPart field={field} answers={answers} lang={lang} />
  if (field.type === 'table') {
    const table = showTable(field, answers[field.key], sent, lang)
    return (
      <DataTable
        lang={lang}
        caption={field.label[lang]}
        columns={table.columns.map((label, index) => ({ label, cell: (row: string[]) => row[index] ?? '' }))}
        rows={table.rows}
      />
    )
  }
  const value =
    field.type === 'file' ? (
      <ul class="tg-plainlist">
        {sent.files
          .filter((file) => (answers[field.key] as string[] | undefined)?.includes(file.fileId))
          .map((file) => (
            <li>
              <a href={`/saker/dokumenter/${file.documentId}`}>{file.name}</a>
            </li>
          ))}
      </ul>
    ) : (
      showAnswer(field, answers[field.key], sent, lang) || t.notAnswered
    )
  return <DefinitionList narrow items={[{ label: field.label[lang], value }]} />
}

function BudgetAnswerPart(props: { field: Extract<Field, { type: 'budget' }>; answers: Answers; lang: Lang }) {
  const { field, answers, lang } = props
  const t = caseTexts[lang]
  const budget = showBudget(field, answers[field.key], lang)
  const side = (caption: string, part: (typeof budget)['cost']) => (
    <DataTable
      lang={lang}
      caption={caption}
      columns={[
        { label: caption, cell: (line: (typeof part.lines)[number]) => line.what },
        { label: 'kr', numeric: true, cell: (line) => line.typed ?? <Money ore={line.ore} lang={lang} /> },
      ]}
      rows={part.lines}
      footer={[t.sum, <Money ore={part.sum} lang={lang} />]}
    />
  )
  return (
    <div class="tg-grid">
      {side(t.costs, budget.cost)}
      {side(t.income, budget.income)}
    </div>
  )
}
