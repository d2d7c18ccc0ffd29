import { currentPerson } from '#platform/http/index.ts'
import { DataTable, Details, Meter, Money, Section, Tag } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { formatDateTime } from '#platform/time.ts'
import { outsideTexts } from '../../outside/texts/outside.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'
import { caseTexts } from '../texts/case.ts'
import { caseWords } from '../texts/words.ts'
import type { CaseLook } from './case-look.ts'
import { potName } from './pot-name.ts'
import { ownPot } from '../rules/own-pot.ts'

/** Who has assessed, with which scores and why. */
export function AssessmentPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { assessments, sent } = look.details
  const { criteria } = sent.definition.assessment
  if (criteria.length === 0 && assessments.length === 0) return null
  const person = currentPerson(look.c)
  const ownDone = assessments.some((each) => each.assessorId === person.id && each.done)
  return (
    <Section title={t.assessments} id="assessments">
      {assessments.length === 0 ? <p class="tg-quiet">{t.noAssessments}</p> : null}
      {look.assessor && !ownDone ? <p class="tg-quiet">{t.othersHidden}</p> : null}
      {assessments.map((each) => (
        <Details
          summary={`${each.assessorName}${each.weightedScore === null ? '' : ` · ${formatNumber(each.weightedScore, lang)}`}${each.done ? '' : ` · ${t.halfDone}`}`}
        >
          <DataTable
            lang={lang}
            caption={each.assessorName}
            hideCaption
            rows={criteria.map((criterion) => ({
              criterion,
              given: each.scores.find((score) => score.criterion === criterion.key),
            }))}
            columns={[
              { label: t.score, cell: (row) => row.criterion.title[lang] },
              {
                label: '0–',
                numeric: true,
                narrow: true,
                cell: (row) => (row.given ? `${row.given.score} / ${row.criterion.maxScore}` : '–'),
              },
              { label: t.assessments, cell: (row) => row.given?.reason ?? '' },
            ]}
          />
          {each.summary ? <p class="tg-written">{each.summary}</p> : null}
          <p class="tg-quiet">{formatDateTime(each.at, lang)}</p>
        </Details>
      ))}
    </Section>
  )
}

/** What is recommended, and the pot it is taken from. */
export function RecommendationPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { recommendation, pots } = look.details
  const shownPots = potsOf(look)
  if (!recommendation && shownPots.length === 0) return null
  return (
    <Section
      title={outsideBody(look.details.sent.definition) ? outsideTexts[lang].statement : t.recommendation}
      id="recommendation"
    >
      {recommendation ? (
        <article class="tg-message">
          <p>
            <Tag tone={recommendation.ore > 0 ? 'success' : 'neutral'}>{caseWords[lang].outcome[recommendation.outcome]}</Tag>{' '}
            {recommendation.ore > 0 ? (
              <b>
                <Money ore={recommendation.ore} lang={lang} />
              </b>
            ) : null}{' '}
            {recommendation.potId
              ? potName(
                  pots.find((pot) => pot.id === recommendation.potId),
                  lang,
                )
              : null}
          </p>
          <p class="tg-written">{recommendation.reasons}</p>
          {recommendation.conditions.length > 0 ? (
            <>
              <h3>{t.conditions}</h3>
              <ul>
                {recommendation.conditions.map((condition) => (
                  <li>{condition.text}</li>
                ))}
              </ul>
            </>
          ) : null}
          <p class="tg-quiet">
            {recommendation.by} · {formatDateTime(recommendation.at, lang)}
          </p>
        </article>
      ) : null}
      {shownPots.map((pot) => (
        <Meter
          lang={lang}
          title={pot.id === null ? t.pot : t.potOf(potName(pot, lang))}
          total={pot.totalOre}
          used={pot.usedOre}
          planned={pot.plannedOre}
        />
      ))}
    </Section>
  )
}

/** The whole, the recommended one, and the one for its district or part. */
export function potsOf(look: CaseLook) {
  const { pots, recommendation, sent } = look.details
  const own = ownPot(pots, { districtId: look.caseFile.district_id, part: sent.definition.part?.key ?? null })
  return pots.filter((pot) => pot.id === null || pot.id === recommendation?.potId || pot.id === own)
}
