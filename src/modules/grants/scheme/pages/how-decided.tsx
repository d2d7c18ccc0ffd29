import { DefinitionList, Prose, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { SchemeDefinition } from '../../model.ts'
import { outsideBody } from '../rules/decided-outside.ts'
import { schemeTexts } from '../texts/scheme.ts'

/** How the municipality decides: the words, what counts and how much, and who decides which amounts. */
export function HowDecided({ definition, lang }: { definition: SchemeDefinition; lang: Lang }) {
  const t = schemeTexts[lang]
  const { criteria } = definition.assessment
  const outside = outsideBody(definition)
  return (
    <Section title={t.decided} id="slik-avgjor-vi">
      <Prose>
        <p>{definition.howDecided[lang]}</p>
        <p>
          {outside
            ? t.appealOutside(outside.title[lang], definition.letters.appealBody[lang])
            : t.appeal(definition.letters.appealBody[lang])}
        </p>
      </Prose>
      <h3>{t.criteria}</h3>
      {criteria.length > 0 ? (
        <DefinitionList
          items={criteria.map((each) => ({
            label: each.title[lang],
            value: t.weight(each.weight),
            ...(each.help ? { note: each.help[lang] } : {}),
          }))}
        />
      ) : (
        <Prose>
          <ul>
            {definition.awardCriteria.map((each) => (
              <li>{each[lang]}</li>
            ))}
          </ul>
        </Prose>
      )}
      <h3>{t.whoDecides}</h3>
      <Prose>
        <ul>
          {bands(definition, lang).map((band) => (
            <li>{band}</li>
          ))}
        </ul>
      </Prose>
    </Section>
  )
}

function bands(definition: SchemeDefinition, lang: Lang): string[] {
  const t = schemeTexts[lang]
  return definition.authority.map((band) => {
    const who = band.title[lang]
    if (band.decidedBy === 'external') return t.bandOutside(who)
    if (band.upToOre !== undefined) return t.bandUpTo(who, formatKr(band.upToOre, lang))
    return definition.authority.length === 1 ? t.bandAll(who) : t.bandRest(who)
  })
}

/** What the money is for, who it is for, and what one can get; the steps of a formula. */
export function WhatItIs({ definition, lang }: { definition: SchemeDefinition; lang: Lang }) {
  const t = schemeTexts[lang]
  return (
    <Section title={t.given} id="hva-du-kan-fa">
      <Prose>
        <p>{definition.whatIsGiven[lang]}</p>
        {definition.amount.steps.length > 0 ? (
          <>
            <h3>{t.steps}</h3>
            <ol>
              {definition.amount.steps.map((step) => (
                <li>{step.label[lang]}</li>
              ))}
            </ol>
          </>
        ) : null}
        <h3>{t.purpose}</h3>
        <p>{definition.purpose[lang]}</p>
        <h3>{t.targetGroup}</h3>
        <p>{definition.targetGroup[lang]}</p>
      </Prose>
    </Section>
  )
}

/** Rules, goals and review: for those who want to know on what ground it stands. */
export function Basis({ definition, lang }: { definition: SchemeDefinition; lang: Lang }) {
  const t = schemeTexts[lang]
  return (
    <Prose>
      <ul>
        {definition.legalBasis.map((each) => (
          <li>{each.url ? <a href={each.url}>{each.text[lang]}</a> : each.text[lang]}</li>
        ))}
      </ul>
      <h3>{t.goals}</h3>
      <ul>
        {definition.goals.map((each) => (
          <li>
            {each.goal[lang]} <span class="tg-quiet">({each.indicator[lang]})</span>
          </li>
        ))}
      </ul>
      <h3>{t.evaluation}</h3>
      <p>{definition.evaluation[lang]}</p>
    </Prose>
  )
}
