import { caseSlug } from '#cases'
import { FormStart, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  AmountField,
  Button,
  ButtonRow,
  CheckboxGroup,
  DefinitionList,
  Details,
  ErrorSummary,
  HiddenFields,
  LinkButton,
  Meter,
  PageTitle,
  RadioGroup,
  Section,
  SelectField,
  Split,
  Tag,
  TextArea,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { potName } from '../../review/pages/pot-name.ts'
import { caseWords } from '../../review/texts/words.ts'
import type { DecideView } from '../queries/decide-view.ts'
import { decideTexts, outcomeWithAmount } from '../texts/decide.ts'
import type { TypedDecision, Wrong } from './typed-decision.ts'
import { ownPot } from '../../review/rules/own-pot.ts'

interface Props {
  c: Ctx
  view: DecideView
  typed: TypedDecision
  wrong: Wrong | undefined
  /** The applicant's language form: what stands in the letter is written in it. */
  caseLang: Lang
  say: (key: string) => string
}

/** Left the form, right what it rests on: recommendation, pot, checks. */
export function DecidePage(props: Props) {
  const { c, view } = props
  const lang = c.var.lang
  const t = decideTexts[lang]
  const { caseFile } = view
  return (
    <>
      <PageTitle
        eyebrow={caseFile.number}
        title={view.isAgain ? t.again : t.title}
        lead={`${caseFile.applicant_name} · ${caseFile.title}`}
      />
      {view.isAgain ? <Alert kind="warning">{t.againLead}</Alert> : null}
      <p>{bandSentence(view, lang)}</p>
      {view.canDecide && view.refused.length > 0 ? (
        <Alert kind="info" title={t.cannot}>
          {view.refused.map((key) => (
            <p>{props.say(key)}</p>
          ))}
          {view.refused.includes('notDeclared') ? (
            <p>
              <a href={`/saker/habilitet?sak=${caseFile.id}`}>{t.declare(1)}</a>
            </p>
          ) : null}
        </Alert>
      ) : null}
      <Split
        asideLabel={t.recommended}
        main={view.canDecide ? <DecideForm {...props} /> : <Alert kind="info">{notNow(view, lang)}</Alert>}
        aside={<Basis view={view} lang={lang} />}
      />
    </>
  )
}

function DecideForm({ c, view, typed, wrong, caseLang, say }: Props) {
  const lang = c.var.lang
  const t = decideTexts[lang]
  const { caseFile, details } = view
  const { definition } = details.sent
  const at = (field: string) => {
    const found = wrong?.reasons.find((each) => each.field === field)
    return found ? say(found.key) : undefined
  }
  const pots = details.pots.filter((pot) => pot.id !== null)
  const action = `/saker/${caseSlug(caseFile.number)}/vedtak`
  return (
    <>
      {wrong?.isChanged ? <Alert kind="warning">{t.changed}</Alert> : null}
      <ErrorSummary
        lang={lang}
        problems={(wrong?.reasons ?? []).map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each.key) }))}
      />
      <form method="post" action={action} data-warn-unsaved>
        <FormStart c={c} />
        <HiddenFields values={{ revision: caseFile.revision }} />
        <RadioGroup
          lang={lang}
          name="outcome"
          label={t.outcome}
          value={typed.outcome}
          error={at('outcome')}
          options={(['granted', 'partly-granted', 'refused', 'dismissed'] as const).map((value) => ({
            value,
            label: caseWords[lang].outcome[value],
          }))}
          inline
        />
        <AmountField
          lang={lang}
          name="ore"
          label={t.ore}
          help={t.oreHelp(formatKr(details.sent.appliedOre, lang))}
          value={typed.ore}
          error={at('ore')}
          sum="vedtak"
          optional="quiet"
        />
        {pots.length > 0 ? (
          <SelectField
            lang={lang}
            name="pot"
            label={t.pot}
            value={typed.pot}
            prompt={t.potPrompt}
            error={at('pot')}
            optional="quiet"
            options={pots.map((pot) => ({ value: pot.id ?? '', label: potName(pot, lang) }))}
          />
        ) : null}
        <TextArea
          lang={lang}
          name="reasons"
          label={t.reasons}
          help={t.reasonsHelp}
          value={typed.reasons}
          rows={6}
          error={at('reasons')}
          maxLength={5000}
        />
        {definition.standardReasons.length > 0 ? (
          <Details summary={t.standard}>
            <ul class="tg-plain">
              {definition.standardReasons.map((each) => (
                <li>
                  <p>
                    <Tag>{caseWords[lang].outcome[each.outcome]}</Tag> {each.text[caseLang]}
                  </p>
                  <Button name="sett-inn" value={each.key} variant="tertiary" icon="plus" small formnovalidate>
                    {t.insert}
                  </Button>
                </li>
              ))}
            </ul>
          </Details>
        ) : null}
        {definition.conditions.length > 0 ? (
          <CheckboxGroup
            lang={lang}
            name="condition"
            label={t.conditions}
            values={typed.conditions}
            optional="quiet"
            options={definition.conditions.map((each) => ({
              value: each.key,
              label: each.text[caseLang],
              ...(each.dueDays === undefined ? {} : { help: t.dueDays(each.dueDays) }),
            }))}
          />
        ) : null}
        <TextArea lang={lang} name="extra" label={t.extra} help={t.extraHelp} value={typed.extra} rows={2} optional />
        <ButtonRow>
          <Button icon="gavel">{t.decide}</Button>
          <LinkButton href={`/saker/${caseSlug(caseFile.number)}`} variant="tertiary">
            {caseFile.number}
          </LinkButton>
        </ButtonRow>
      </form>
      {view.canTakeBack ? (
        <form method="post" action={`${action}/ta-tilbake`}>
          <FormStart c={c} />
          <HiddenFields values={{ revision: caseFile.revision }} />
          <Button variant="tertiary" icon="undo" confirm={t.takeBackAsk}>
            {t.takeBack}
          </Button>
        </form>
      ) : null}
    </>
  )
}

function Basis({ view, lang }: { view: DecideView; lang: Lang }) {
  const t = decideTexts[lang]
  const words = caseWords[lang].outcome
  const { standing, details } = view
  const { recommendation, sent } = details
  const own = ownPot(details.pots, { districtId: view.caseFile.district_id, part: sent.definition.part?.key ?? null })
  const pots = details.pots.filter(
    (pot) => pot.id === null || pot.id === (standing?.pot_id ?? recommendation?.potId) || pot.id === own,
  )
  return (
    <>
      {standing ? (
        <Section title={t.standing} id="standing">
          <p>
            <strong>{outcomeWithAmount(words[standing.outcome], standing.ore, lang)}</strong>
          </p>
          <p class="tg-written">{standing.reasons}</p>
          <p class="tg-quiet">{t.standingBy(standing.decided_by_name ?? '', formatDateTime(standing.decided_at, lang))}</p>
        </Section>
      ) : null}
      {recommendation ? (
        <Section title={t.recommended} id="recommendation">
          <p>
            <strong>{outcomeWithAmount(words[recommendation.outcome], recommendation.ore, lang)}</strong>
          </p>
          <p class="tg-written">{recommendation.reasons}</p>
          <p class="tg-quiet">{t.standingBy(recommendation.by, formatDateTime(recommendation.at, lang))}</p>
        </Section>
      ) : null}
      {pots.map((pot) => (
        <Meter
          lang={lang}
          title={potName(pot, lang)}
          total={pot.totalOre}
          used={pot.usedOre - (standing && (pot.id === null || pot.id === standing.pot_id) ? standing.ore : 0)}
          planned={standing?.ore ?? recommendation?.ore ?? 0}
          follows="vedtak"
        />
      ))}
      <DefinitionList
        narrow
        items={details.checks.map((check) => ({
          label: sent.definition.rules.find((rule) => rule.key === check.rule)?.title[lang] ?? check.rule,
          value: caseWords[lang].check[check.outcome],
        }))}
      />
    </>
  )
}

function bandSentence(view: DecideView, lang: Lang): string {
  const t = decideTexts[lang].band
  const { upToOre } = view.own
  if (upToOre === 'all' || !view.above) return t.all
  return upToOre === undefined ? t.none(view.above[lang]) : t.upTo(formatKr(upToOre, lang), view.above[lang])
}

function notNow(view: DecideView, lang: Lang): string {
  const t = decideTexts[lang]
  const waits = ['submitted', 'in-review', 'waiting-for-applicant'].includes(view.caseFile.status)
  return waits ? t.noRecommendation : t.notNow
}
