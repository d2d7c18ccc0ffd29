import {
  Alert,
  AmountField,
  Button,
  Checkbox,
  CheckboxGroup,
  Meter,
  RadioGroup,
  SelectField,
  TextArea,
} from '#platform/look/index.ts'
import { formatKr, typedKr } from '#platform/money.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { rulesOf } from '../../application/rules/checks.ts'
import type { Outcome } from '../../model.ts'
import { outsideTexts } from '../../outside/texts/outside.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'
import { leftFor } from '../queries/pots.ts'
import { caseTexts } from '../texts/case.ts'
import { stepTexts } from '../texts/steps.ts'
import { caseWords } from '../texts/words.ts'
import { potsOf } from './case-judgement.tsx'
import type { CaseLook } from './case-look.ts'
import { potName } from './pot-name.ts'
import { StepForm, valueOf } from './step-forms.tsx'
import { errorAt } from './typed.ts'
import { ownPot } from '../rules/own-pot.ts'

const outcomes: Outcome[] = ['granted', 'partly-granted', 'refused', 'dismissed']

/** Outcome, amount with the pot's meter beside it, reasons and conditions, in the applicant's language form. */
export function RecommendForm({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  const body = outsideBody(look.details.sent.definition)?.title[lang]
  const o = outsideTexts[lang]
  const words = caseWords[lang]
  const { details, caseFile, typed } = look
  const { definition } = details.sent
  const letterLang: Lang = isLang(details.sent.language) ? details.sent.language : 'nb'
  const now = details.recommendation
  const proposal = proposedOutcome(look)
  const parts = details.pots.filter((pot) => pot.id !== null)
  const own = now ? { potId: now.potId, ore: caseFile.status === 'recommended' ? now.ore : 0 } : undefined
  const startPot = now?.potId ?? ownPot(parts, { districtId: caseFile.district_id, part: definition.part?.key ?? null }) ?? ''
  const startKeys = now
    ? now.conditions.map((each) => each.key)
    : definition.conditions.filter((each) => each.standard).map((each) => each.key)
  return (
    <StepForm look={look} step="recommend">
      {typed?.warnings && typed.warnings.length > 0 ? (
        <div data-autofocus="" tabindex={-1}>
          <Alert kind="warning" title={t.warningTitle}>
            <ul>
              {typed.warnings.map((warning) => (
                <li>{warning}</li>
              ))}
            </ul>
            <Checkbox lang={lang} name="confirmed" label={t.confirmWarnings} optional />
          </Alert>
        </div>
      ) : null}
      <RadioGroup
        lang={lang}
        name="outcome"
        label={body ? o.whatToSay(body) : t.outcome}
        value={valueOf(look, 'outcome', now?.outcome ?? proposal ?? '')}
        help={proposal && !now ? caseTexts[lang].proposal : undefined}
        error={errorAt(typed, 'outcome', lang)}
        options={outcomes.map((value) => ({ value, label: words.outcome[value] }))}
      />
      <AmountField
        lang={lang}
        name="ore"
        label={t.ore}
        help={t.oreHelp(formatKr(caseFile.applied_ore, lang))}
        optional
        sum="pot"
        value={valueOf(look, 'ore', now && now.ore > 0 ? typedKr(now.ore) : '')}
        error={errorAt(typed, 'ore', lang)}
      />
      {potsOf(look).map((pot) => {
        const left = leftFor([pot], pot.id, own) ?? 0
        return (
          <Meter
            lang={lang}
            title={pot.id === null ? caseTexts[lang].pot : potName(pot, lang)}
            total={pot.totalOre}
            used={pot.totalOre - left}
            planned={now?.ore ?? 0}
            follows="pot"
          />
        )
      })}
      {parts.length > 0 ? (
        <SelectField
          lang={lang}
          name="pot"
          label={t.pot}
          optional
          prompt={t.potNone}
          value={valueOf(look, 'pot', startPot ?? '')}
          error={errorAt(typed, 'pot', lang)}
          options={parts.map((pot) => ({ value: pot.id ?? '', label: potName(pot, lang) }))}
        />
      ) : null}
      {definition.standardReasons.length > 0 ? (
        <CheckboxGroup
          lang={lang}
          name="standard"
          label={t.standardReasons}
          help={t.standardReasonsHelp}
          optional
          values={typed?.form.all('standard') ?? []}
          options={definition.standardReasons.map((reason) => ({
            value: reason.key,
            label: reason.text[letterLang],
            help: words.outcome[reason.outcome],
          }))}
        />
      ) : null}
      <TextArea
        lang={lang}
        name="reasons"
        label={t.reasons}
        help={t.reasonsHelp}
        rows={6}
        maxLength={5000}
        value={valueOf(look, 'reasons', now?.reasons ?? '')}
        error={errorAt(typed, 'reasons', lang)}
      />
      {definition.conditions.length > 0 ? (
        <CheckboxGroup
          lang={lang}
          name="conditions"
          label={t.conditions}
          optional
          values={typed ? typed.form.all('conditions') : startKeys}
          options={definition.conditions.map((each) => ({ value: each.key, label: each.text[letterLang] }))}
        />
      ) : null}
      <TextArea
        lang={lang}
        name="ownCondition"
        label={t.ownCondition}
        optional
        rows={2}
        value={valueOf(look, 'ownCondition', now?.conditions.find((each) => each.key === 'own')?.text ?? '')}
      />
      <Button>{body ? o.saveStatement : t.recommend}</Button>
    </StepForm>
  )
}

/** What a failed check of the scheme proposes, or a late arrival without exception; a person decides. */
function proposedOutcome({ details }: CaseLook): Outcome | undefined {
  const failed = new Set(details.checks.filter((check) => check.outcome === 'fails').map((check) => check.rule))
  const proposes = rulesOf(details.sent.definition)
    .filter((rule) => failed.has(rule.key))
    .map((rule) => rule.ifFails)
  if (proposes.includes('propose-dismissal') || details.tasks.some((task) => task.kind === 'late-application')) return 'dismissed'
  return proposes.includes('propose-refusal') ? 'refused' : undefined
}
