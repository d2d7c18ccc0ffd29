import { caseSlug } from '#cases'
import { currentPerson } from '#platform/http/index.ts'
import { ButtonRow, DefinitionList, Details, LinkButton, Section, Tag } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDate, formatDateTime } from '#platform/time.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { may } from '../../review/rules/access.ts'
import { caseWords } from '../../review/texts/words.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'
import { getCaseVersion } from '../queries/case-version.ts'
import { listCaseAppeals, listCaseDecisions, type CaseDecision } from '../queries/case-decisions.ts'
import { outcomeWithAmount } from '../texts/decide.ts'
import { staffSectionTexts } from '../texts/staff-sections.ts'

/** The decision, where it stands, and those before it. */
registerCaseSection({
  key: 'decision',
  place: 'main',
  order: 400,
  async show({ c, trx, caseFile }) {
    const decisions = await listCaseDecisions(trx, caseFile.id)
    const standing = decisions.find((each) => each.isStanding)
    if (!standing) return undefined
    const lang = c.var.lang
    const t = staffSectionTexts[lang]
    const earlier = decisions.filter((each) => !each.isStanding)
    return (
      <Section title={t.decision} id="decision">
        <DecisionText decision={standing} lang={lang} />
        <p>
          <a href={`/saker/${caseSlug(caseFile.number)}/brev`}>{t.letter}</a>
        </p>
        {earlier.length > 0 ? (
          <Details summary={`${t.earlier} (${earlier.length})`}>
            {earlier.map((each) => (
              <DecisionText decision={each} lang={lang} />
            ))}
          </Details>
        ) : null}
      </Section>
    )
  },
})

/** An appeal in the applicant's words. */
registerCaseSection({
  key: 'appeal',
  place: 'main',
  order: 350,
  async show({ c, trx, caseFile }) {
    const appeals = await listCaseAppeals(trx, caseFile.id)
    if (appeals.length === 0) return undefined
    const lang = c.var.lang
    const t = staffSectionTexts[lang]
    return (
      <Section title={t.appeal} id="appeal">
        {appeals.map((each) => (
          <article class="tg-message">
            <p>
              <Tag tone={each.inTime ? 'success' : 'warning'}>{each.inTime ? t.inTime : t.late}</Tag>{' '}
              {t.appealReceived(formatDateTime(each.receivedAt, lang), each.by)}
            </p>
            <h3>{t.wants}</h3>
            <p class="tg-written">{each.desiredChange}</p>
            <h3>{t.why}</h3>
            <p class="tg-written">{each.body}</p>
          </article>
        ))}
      </Section>
    )
  },
})

/** What to do: decide, proofread, release, decide anew. */
registerCaseSection({
  key: 'decide',
  place: 'next',
  order: 400,
  async show({ c, trx, caseFile, impartiality }) {
    const person = currentPerson(c)
    if (impartiality === 'conflicted' || !may(person, 'decide')) return undefined
    const t = staffSectionTexts[c.var.lang]
    const slug = caseSlug(caseFile.number)
    const standing = (await listCaseDecisions(trx, caseFile.id)).find((each) => each.isStanding)
    const status = caseFile.status as CaseStatus
    if (outsideBody((await getCaseVersion(trx, caseFile.id)).definition)) return undefined
    const can = (action: 'decide' | 'decide-again' | 'release') => after(caseLifecycle, status, action) !== null
    const links = [
      ...(can('release') && standing && !standing.isProofread
        ? [{ href: `/saker/${slug}/brev`, label: t.proofread, icon: 'edit' as const }]
        : []),
      ...(can('release') && standing?.isProofread
        ? [{ href: `/saker/vedtak/slipp?utlysning=${caseFile.call_id ?? ''}`, label: t.release, icon: 'mail' as const }]
        : []),
      ...(can('decide')
        ? [{ href: `/saker/${slug}/vedtak`, label: standing ? t.change : t.decide, icon: 'gavel' as const }]
        : []),
      ...(can('decide-again') ? [{ href: `/saker/${slug}/vedtak`, label: t.again, icon: 'repeat' as const }] : []),
    ]
    if (links.length === 0) return undefined
    return (
      <Section title={t.decision} id="decide">
        <ButtonRow>
          {links.map((each, index) => (
            <LinkButton href={each.href} icon={each.icon} variant={index === 0 && can('release') ? 'primary' : 'secondary'}>
              {each.label}
            </LinkButton>
          ))}
        </ButtonRow>
      </Section>
    )
  },
})

function DecisionText({ decision, lang }: { decision: CaseDecision; lang: Lang }) {
  const t = staffSectionTexts[lang]
  const { meeting, award } = decision
  return (
    <article class="tg-message">
      <p>
        <Tag tone={decision.ore > 0 ? 'success' : 'neutral'}>
          {outcomeWithAmount(caseWords[lang].outcome[decision.outcome], decision.ore, lang)}
        </Tag>
      </p>
      <p class="tg-written">{decision.reasons}</p>
      <DefinitionList
        narrow
        items={[
          {
            label: t.decidedBy,
            value: meeting
              ? t.byBody(meeting.body[lang], formatDate(meeting.heldOn, lang), meeting.item)
              : t.by(decision.decidedBy, formatDateTime(decision.decidedAt, lang)),
            ...(decision.stoodAside ? { note: t.aside(decision.stoodAside) } : {}),
          },
          {
            label: t.letter,
            value: sentText(decision, lang),
            ...(decision.releasedAt ? { note: openedText(decision, lang) } : {}),
          },
          ...(award && award.acceptance !== 'not-needed'
            ? [
                {
                  label: t.answer,
                  value: t.acceptance[award.acceptance],
                  ...(award.acceptance === 'pending' && award.acceptBy
                    ? { note: t.acceptBy(formatDate(award.acceptBy, lang)) }
                    : {}),
                },
              ]
            : []),
        ]}
      />
    </article>
  )
}

function sentText(decision: CaseDecision, lang: Lang): string {
  const t = staffSectionTexts[lang]
  if (decision.releasedAt) return t.sent(formatDateTime(decision.releasedAt, lang))
  return decision.releaseAt ? t.scheduled(formatDateTime(decision.releaseAt, lang)) : t.waiting
}

function openedText(decision: CaseDecision, lang: Lang): string {
  const t = staffSectionTexts[lang]
  const opened = decision.openedAt ? t.opened(formatDateTime(decision.openedAt, lang)) : t.unopened
  return decision.appealBy ? `${opened} · ${t.appealBy(formatDate(decision.appealBy, lang))}` : opened
}
