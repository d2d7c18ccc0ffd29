import type { Ctx, Form } from '#platform/http/index.ts'
import { Alert, HiddenFields, RadioGroup, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Ask } from '../rules/sheet-plan.ts'
import { ASKED } from '../rules/sheet-trial.ts'
import { stepTexts } from '../texts/sheet-steps.ts'

/** Names that only a person can say who are, of `asked` in all. */
export function Asks({ c, kind, asks, asked }: { c: Ctx; kind: ImportKind; asks: readonly Ask[]; asked: number }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  if (asks.length === 0) return null
  return (
    <Section title={t.whoTitle} intro={t.whoLead} id="hvem">
      {kind === 'organisations' && asks.some((ask) => ask.answer === undefined) ? (
        <Alert kind="warning">{t.whoHeld}</Alert>
      ) : null}
      {asks.map((ask, index) => (
        <AskField c={c} kind={kind} ask={ask} index={index} />
      ))}
      {asked > asks.length ? <p>{t.moreAsks(asked - asks.length)}</p> : null}
    </Section>
  )
}

function AskField({ c, kind, ask, index }: { c: Ctx; kind: ImportKind; ask: Ask; index: number }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  const canBeNew = kind === 'organisations' && ask.why === 'likeName'
  const help = [
    ask.why === 'otherName' && ask.number ? t.whoOther(formatOrganisationNumber(ask.number)) : '',
    t.linesOf(ask.lines.join(', '), ask.rows > ask.lines.length),
    ask.ore > 0 ? formatKr(ask.ore, lang) : '',
  ]
  return (
    <>
      <HiddenFields values={{ [`navn${index}`]: ask.key }} />
      <RadioGroup
        lang={lang}
        name={`hvem${index}`}
        label={t.who(ask.name)}
        help={help.filter(Boolean).join(' · ')}
        optional="quiet"
        value={ask.answer ?? ''}
        options={[
          ...ask.candidates.map((each) => ({
            value: each.id,
            label: each.name,
            help: [each.number ? formatOrganisationNumber(each.number) : '', t.alike(Math.round(each.score * 100))]
              .filter(Boolean)
              .join(' · '),
          })),
          ...(canBeNew ? [{ value: 'new', label: t.asNew }] : []),
          { value: 'none', label: kind === 'organisations' ? t.leaveRow : t.leave },
        ]}
      />
    </>
  )
}

/** The answers as they were chosen, by the name's key; what nobody answered is not among them. */
export function readAnswers(form: Form): Record<string, string> {
  const answers: Record<string, string> = {}
  for (let index = 0; index < ASKED; index++) {
    const key = form.text(`navn${index}`)
    const answer = form.text(`hvem${index}`)
    if (key !== '' && key.length <= 500 && /^(?:new|none|[0-9a-f]{8}-[0-9a-f-]{27})$/.test(answer)) answers[key] = answer
  }
  return answers
}
