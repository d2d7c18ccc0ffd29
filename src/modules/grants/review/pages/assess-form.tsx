import { currentPerson } from '#platform/http/index.ts'
import { Button, ButtonRow, NumberField, TextArea } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { stepTexts } from '../texts/steps.ts'
import type { CaseLook } from './case-look.ts'
import { StepForm, valueOf } from './step-forms.tsx'
import { errorAt } from './typed.ts'

/** A score and a reason for each criterion, and the whole in words. */
export function AssessForm({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  const person = currentPerson(look.c)
  const { criteria } = look.details.sent.definition.assessment
  const weights = criteria.reduce((sum, each) => sum + each.weight, 0)
  const own = look.details.assessments.find((each) => each.assessorId === person.id)
  return (
    <StepForm look={look} step="assess">
      {criteria.map((criterion) => {
        const given = own?.scores.find((each) => each.criterion === criterion.key)
        return (
          <fieldset class="ds-fieldset tg-field">
            <legend class="ds-label">
              {criterion.title[lang]}{' '}
              <span class="tg-optional">
                {t.weight(formatNumber(Math.round((criterion.weight / weights) * 1000) / 10, lang))}
              </span>
            </legend>
            {criterion.help ? <p class="tg-help">{criterion.help[lang]}</p> : null}
            <NumberField
              lang={lang}
              name={`score.${criterion.key}`}
              label={t.scoreOf(criterion.maxScore)}
              size={3}
              value={valueOf(look, `score.${criterion.key}`, given ? String(given.score) : '')}
              error={errorAt(look.typed, `score.${criterion.key}`, lang)}
            />
            <TextArea
              lang={lang}
              name={`reason.${criterion.key}`}
              label={t.scoreReason}
              rows={2}
              value={valueOf(look, `reason.${criterion.key}`, given?.reason ?? '')}
              error={errorAt(look.typed, `reason.${criterion.key}`, lang)}
            />
          </fieldset>
        )
      })}
      <TextArea
        lang={lang}
        name="summary"
        label={t.summary}
        optional={criteria.length > 0}
        rows={4}
        maxLength={5000}
        value={valueOf(look, 'summary', own?.summary ?? '')}
        error={errorAt(look.typed, 'summary', lang)}
      />
      <ButtonRow>
        <Button name="ferdig" value="ja">
          {t.assessDone}
        </Button>
        <Button name="ferdig" value="nei" variant="secondary">
          {t.saveDraft}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}
