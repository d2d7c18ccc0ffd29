import { DefinitionList, Details, Icon, Prose, Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { SchemeDefinition } from '../../model.ts'
import { applyTexts } from '../../application/texts/apply.ts'
import { neededDocuments, type Needed } from '../rules/needed-documents.ts'
import { schemeTexts } from '../texts/scheme.ts'

/** "Can I?": who may apply, what is checked with where the rule comes from, and what is not given to. */
export function Eligibility({ definition, lang }: { definition: SchemeDefinition; lang: Lang }) {
  const t = schemeTexts[lang]
  return (
    <Section title={t.canI} id="kan-du-soke">
      <Prose>
        <p>{definition.whoCanApply[lang]}</p>
        {definition.applicants.roles ? (
          <p>{t.sentBy(definition.applicants.roles.map((role) => applyTexts[lang].roles[role]).join(', '))}</p>
        ) : null}
        {definition.notGivenTo ? (
          <p>
            <strong>{t.notFor}: </strong>
            {definition.notGivenTo[lang]}
          </p>
        ) : null}
      </Prose>
      {definition.rules.length > 0 ? (
        <>
          <h3>{t.mustBeTrue}</h3>
          <p class="tg-quiet">{t.mustBeTrueIntro}</p>
          <ul class="tg-checks tg-checks--columns">
            {definition.rules.map((rule) => (
              <li>
                <Icon name="check-circle" />
                <span>{rule.title[lang]}</span>
              </li>
            ))}
          </ul>
          <Details summary={t.sources} id="kilder">
            <DefinitionList items={definition.rules.map((rule) => ({ label: rule.title[lang], value: rule.source }))} />
          </Details>
        </>
      ) : null}
    </Section>
  )
}

const icons = { file: 'attach', budget: 'calculator', account: 'bank' } as const

/** What to have ready before starting, from the form itself. */
export function Ready({ definition, lang }: { definition: SchemeDefinition; lang: Lang }) {
  const t = schemeTexts[lang]
  const needed = neededDocuments(definition)
  if (needed.length === 0) return null
  const name = (each: Needed) =>
    each.kind === 'budget' ? t.readyBudget : each.kind === 'account' ? t.readyAccount : each.field.label[lang]
  return (
    <Section title={t.ready} id="ha-klart" intro={t.readyIntro}>
      <ul class="tg-checks">
        {needed.map((each) => (
          <li>
            <Icon name={icons[each.kind]} />
            <span>
              {name(each)}
              {each.when === 'always' ? null : <em class="tg-optional">{each.when === 'if' ? t.ifNeeded : t.optional}</em>}
              {each.kind === 'file' && each.field.help ? <small>{each.field.help[lang]}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
