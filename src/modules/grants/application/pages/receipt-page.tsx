import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import { caseSlug } from '#cases'
import { LinkButton, Prose, Receipt } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { getDraft } from '../queries/get-draft.ts'
import { listCasesOfDraft } from '../queries/list-cases-of-draft.ts'
import { preliminaryOfSent } from '../queries/preliminary.ts'
import { expectedAnswer } from '../rules/deadline.ts'
import { checkTexts } from '../texts/check.ts'
import { draftPath, draftQuestion } from './draft-shell.tsx'
import { titleOf } from '../../scheme/rules/for-part.ts'

/** GET /tilskudd/:slug/soknad/:draftId/kvittering: the number to ask about, and what happens when. */
export async function showReceipt(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = checkTexts[lang]
  const question = draftQuestion(c)
  const { draft, cases, preliminary } = await services.db.reading(scope, async (trx) => {
    const found = await getDraft(trx, question)
    const opened = await listCasesOfDraft(trx, found.id)
    const { definition, roundId } = found
    const shares = opened[0] && roundId ? await preliminaryOfSent(trx, { caseId: opened[0].id, roundId, definition }) : undefined
    return { draft: found, cases: opened, preliminary: shares }
  })
  const [first] = cases
  if (draft.sentAt && draft.trialOf)
    return await page(
      c,
      { title: t.trialTitle },
      <Prose>
        <h1>{t.trialTitle}</h1>
        <p>{t.trialBody}</p>
      </Prose>,
    )
  if (!draft.sentAt || !first) return c.redirect(draftPath({ draft }), 303)
  const scheme = titleOf(draft.definition, lang)
  const answerBy = formatDate(expectedAnswer(draft.definition, draft.round, draft.sentAt), lang)
  const late = draft.round.closesAt !== null && draft.sentAt > draft.round.closesAt
  const numbers = cases.map((each) => each.number).join(', ')
  return await page(
    c,
    { title: t.receiptTitle, ...(draft.applicant.kind === 'organisation' ? { actingFor: draft.applicant.name } : {}) },
    <Receipt
      lang={lang}
      title={t.receiptTitle}
      caseNumber={numbers}
      receivedAt={draft.sentAt}
      whatNow={[
        ...(draft.person.email ? [t.whatNowEmail(draft.person.email)] : []),
        ...(cases.length > 1
          ? [t.whatNowLinked(cases.map((each) => `${each.number} ${each.district ?? ''}`.trim()).join(', '))]
          : []),
        t.whatNowRead,
        ...(preliminary ? [t.whatNowPreliminary(formatKr(preliminary.ore, lang))] : []),
        t.whatNowAnswer(answerBy),
      ]}
      action={
        <>
          <LinkButton href={`/min-side/saker/${caseSlug(first.number)}`}>{t.toCase}</LinkButton>
          <LinkButton variant="secondary" href="/min-side">
            {t.toMyPage}
          </LinkButton>
        </>
      }
    >
      {t.receiptLead(scheme, draft.applicant.kind === 'person' ? currentPerson(c).name : draft.applicant.name)}
      {late ? ` ${t.receiptLate}` : ''}
    </Receipt>,
  )
}
