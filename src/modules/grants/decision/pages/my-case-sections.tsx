import { Card, DefinitionList, LinkButton, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { caseWords } from '../../review/texts/words.ts'
import { findMyDecision } from '../queries/my-decision.ts'
import { myDecisionTexts } from '../texts/applicant.ts'
import { AcceptCard, AppealPart, myPath } from './my-decision.tsx'

/** What waits: a decision to open, an award to accept. What it says is not told before it is opened. */
addMyCaseSection({
  key: 'decision-waiting',
  place: 'now',
  order: 50,
  async show({ c, trx, case: found }) {
    const decision = await findMyDecision(trx, found.id)
    if (!decision) return undefined
    const t = myDecisionTexts[c.var.lang]
    if (decision.openedAt)
      return decision.award?.acceptance === 'pending' && !decision.award.isEnded ? (
        <AcceptCard c={c} found={found} decision={decision} />
      ) : undefined
    return (
      <Card title={t.readyTitle} level={2} tinted footer={<LinkButton href={`${myPath(found)}/vedtak`}>{t.read}</LinkButton>}>
        <p>{t.readyText}</p>
      </Card>
    )
  },
})

/** The decision once it has been opened, with the way to appeal. */
addMyCaseSection({
  key: 'decision',
  place: 'main',
  order: 100,
  async show({ c, trx, case: found }) {
    const decision = await findMyDecision(trx, found.id)
    if (!decision?.openedAt) return undefined
    const lang = c.var.lang
    const t = myDecisionTexts[lang]
    const { award } = decision
    return (
      <>
        <Section title={t.decided(formatDate(osloDate(decision.releasedAt), lang))} id="decision">
          <DefinitionList
            items={[
              { label: t.outcome, value: caseWords[lang].outcome[decision.outcome] },
              ...(decision.ore > 0 ? [{ label: t.amount, value: formatKr(decision.ore, lang) }] : []),
              ...(award && award.acceptance !== 'not-needed' ? [{ label: t.answer, value: t.acceptance[award.acceptance] }] : []),
            ]}
          />
          <LinkButton href={`${myPath(found)}/vedtak`} variant="secondary">
            {t.read}
          </LinkButton>
        </Section>
        <AppealPart c={c} found={found} decision={decision} />
      </>
    )
  },
})
