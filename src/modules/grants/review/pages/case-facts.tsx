import { Alert, DefinitionList, DueDate, KeyFacts, Money, type Fact } from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import { formatNumber } from '#platform/money.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import { amountTexts } from '../../application/texts/amounts.ts'
import { caseTexts } from '../texts/case.ts'
import { caseWords } from '../texts/words.ts'
import type { CaseLook } from './case-look.ts'

/** The date was for answering the applicant: once there is a decision nobody is late. */
const decided: ReadonlySet<string> = new Set(['decided', 'notified', 'following-up', 'closed', 'withdrawn'])

/** The few numbers that matter, and who it is from. */
export function CaseFacts({ look }: { look: CaseLook }) {
  const { c, caseFile, details } = look
  const lang = c.var.lang
  const t = caseTexts[lang]
  const kr = (ore: number) => <Money ore={ore} lang={lang} />
  const scores = details.assessments.filter((each) => each.done && each.weightedScore !== null)
  const mean = scores.reduce((sum, each) => sum + (each.weightedScore ?? 0), 0) / Math.max(1, scores.length)
  const { organisation } = details.sent
  const facts: Fact[] = [
    ...(caseFile.applied_ore === 0 && details.sent.points !== null
      ? [{ label: amountTexts[lang].points, value: formatNumber(details.sent.points, lang) }]
      : [{ label: t.applied, value: kr(caseFile.applied_ore) }]),
    ...(details.sent.calculatedOre === null ? [] : [{ label: t.calculated, value: kr(details.sent.calculatedOre) }]),
    ...(scores.length > 0
      ? [{ label: t.score, value: formatNumber(Math.round(mean * 10) / 10, lang), note: t.scoreOf(scores.length) }]
      : []),
    ...(details.recommendation
      ? [
          {
            label: t.recommended,
            value: kr(details.recommendation.ore),
            note: caseWords[lang].outcome[details.recommendation.outcome],
          },
        ]
      : []),
    ...(caseFile.granted_ore === null ? [] : [{ label: t.granted, value: kr(caseFile.granted_ore) }]),
  ]
  return (
    <section class="tg-section" aria-label={t.what}>
      <KeyFacts facts={facts} />
      {caseFile.late_reason === null ? null : (
        <Alert kind="warning" title={t.lateTitle}>
          {caseFile.late_reason}
        </Alert>
      )}
      <DefinitionList
        items={[
          {
            label: t.applicant,
            value: caseFile.applicant_name,
            ...(organisation?.number ? { note: `${t.organisationNumber} ${formatOrganisationNumber(organisation.number)}` } : {}),
          },
          ...(details.sent.senderName && details.sent.senderName !== caseFile.applicant_name
            ? [{ label: t.sentBy, value: details.sent.senderName }]
            : []),
          {
            label: t.received,
            value: formatDateTime(caseFile.received_at, lang),
            note: `${t.cameIn}: ${caseWords[lang].channel[caseFile.channel].toLowerCase()}`,
          },
          { label: t.round, value: details.round.title[lang] },
          ...(caseFile.district_id
            ? [{ label: t.district, value: details.sent.districts.find((each) => each.id === caseFile.district_id)?.name ?? '' }]
            : []),
          { label: t.caseworker, value: details.caseworkerName ?? t.nobodyYet },
          ...(caseFile.due_on
            ? [
                {
                  label: t.due,
                  value: (
                    <DueDate at={caseFile.due_on} now={c.var.services.now()} lang={lang} met={decided.has(caseFile.status)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
