import { caseSlug } from '#cases'
import { currentPerson } from '#platform/http/index.ts'
import { Alert, ButtonRow, DefinitionList, LinkButton, Prose, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDate } from '#platform/time.ts'
import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { outcomeWithAmount } from '../../decision/texts/decide.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { may } from '../../review/rules/access.ts'
import { caseWords } from '../../review/texts/words.ts'
import { findOutsideCase, type OutsideCase } from '../queries/outside-case.ts'
import { outsideTexts } from '../texts/outside.ts'

/** On the caseworker's page: the statement as it was sent, and what was decided outside. */
registerCaseSection({
  key: 'outside',
  place: 'main',
  order: 400,
  async show({ c, trx, caseFile }) {
    const outside = await findOutsideCase(trx, caseFile.id)
    if (!outside?.statement && !outside?.decision) return undefined
    return <Shown outside={outside} lang={c.var.lang} />
  },
})

/** On the caseworker's page: the list of the round, and recording what was decided. */
registerCaseSection({
  key: 'outside-next',
  place: 'next',
  order: 400,
  async show({ c, trx, caseFile, impartiality }) {
    if (impartiality === 'conflicted' || !may(currentPerson(c), 'prepareCase')) return undefined
    const outside = await findOutsideCase(trx, caseFile.id)
    if (!outside) return undefined
    const lang = c.var.lang
    const t = outsideTexts[lang]
    const canRecord = after(caseLifecycle, caseFile.status as CaseStatus, 'record-outside') !== null
    return (
      <Section title={outside.body[lang]} intro={t.notDecision(outside.body[lang])} id="outside">
        <ButtonRow>
          {canRecord ? (
            <LinkButton href={`/saker/${caseSlug(caseFile.number)}/vedtak-utenfra`} icon="gavel" variant="secondary">
              {outside.decision ? t.recordAgain : t.record}
            </LinkButton>
          ) : null}
          {caseFile.call_id ? (
            <LinkButton href={`/saker/utlysing/${caseFile.call_id}/uttalelse`} variant="tertiary">
              {t.link}
            </LinkButton>
          ) : null}
        </ButtonRow>
      </Section>
    )
  },
})

/** On the applicant's page: the same, who decides, and where an appeal goes. */
addMyCaseSection({
  key: 'outside',
  place: 'main',
  order: 100,
  async show({ c, trx, case: found }) {
    const outside = await findOutsideCase(trx, found.id)
    if (!outside?.statement && !outside?.decision) return undefined
    const lang = c.var.lang
    const t = outsideTexts[lang]
    const { letters } = outside.definition
    const own = { granted: 'granted', 'partly-granted': 'partlyGranted', refused: 'refused', dismissed: 'dismissed' } as const
    return (
      <>
        {outside.decision ? null : <Alert kind="info">{t.waits(outside.body[lang])}</Alert>}
        <Shown outside={outside} lang={lang} />
        {outside.decision ? (
          <Prose>
            <p class="tg-written">{letters[own[outside.decision.outcome]][lang]}</p>
            <p>{t.appealOutside(outside.body[lang], letters.appealBody[lang])}</p>
          </Prose>
        ) : null}
      </>
    )
  },
})

function Shown({ outside: { body, statement, decision }, lang }: { outside: OutsideCase; lang: Lang }) {
  const t = outsideTexts[lang]
  return (
    <>
      {decision ? (
        <Section title={t.decided(body[lang])} id="outside-decision">
          <DefinitionList
            items={[
              { label: t.result, value: caseWords[lang].outcome[decision.outcome] },
              ...(decision.ore > 0 ? [{ label: t.amount, value: formatKr(decision.ore, lang) }] : []),
              { label: t.decidedBy, value: body[lang] },
              { label: t.decidedOn, value: formatDate(decision.decidedOn, lang) },
              { label: t.reference, value: decision.reference },
            ]}
          />
        </Section>
      ) : null}
      {statement ? (
        <Section title={t.statement} intro={t.notDecision(body[lang])} id="statement">
          <DefinitionList
            items={[
              { label: t.proposed, value: outcomeWithAmount(t.supports[statement.outcome], statement.ore, lang) },
              { label: t.rank, value: statement.rank === null ? t.noPlace : t.place(statement.rank) },
              { label: t.columns.sent, value: formatDate(statement.sentOn, lang) },
            ]}
          />
          <p class="tg-written">{statement.reasons}</p>
        </Section>
      ) : null}
    </>
  )
}
