import type { Ctx, Form } from '#platform/http/index.ts'
import { Alert, HiddenFields, RadioGroup, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Ask } from '../rules/sheet-plan.ts'
import { stepTexts } from '../texts/sheet-steps.ts'

const MOST = 40

/** Names that only a person can say who are: those without an answer first. */
export function Asks({ c, kind, asks }: { c: Ctx; kind: ImportKind; asks: readonly Ask[] }) {
  const { lang } = c.var
  const t = stepTexts[lang]
  if (asks.length === 0) return null
  const open = asks.filter((ask) => ask.answer === undefined)
  const shown = [...open, ...asks.filter((ask) => ask.answer !== undefined)].slice(0, MOST)
  return (
    <Section title={t.whoTitle} intro={t.whoLead} id="hvem">
      {kind === 'organisations' && open.length > 0 ? <Alert kind="warning">{t.whoHeld}</Alert> : null}
      {shown.map((ask, index) => (
        <AskField c={c} kind={kind} ask={ask} index={index} />
      ))}
      {asks.length > MOST ? <p>{t.moreAsks(asks.length - MOST)}</p> : null}
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
  for (let index = 0; index < MOST; index++) {
    const key = form.text(`navn${index}`)
    const answer = form.text(`hvem${index}`)
    if (key !== '' && key.length <= 500 && /^(?:new|none|[0-9a-f]{8}-[0-9a-f-]{27})$/.test(answer)) answers[key] = answer
  }
  return answers
}
