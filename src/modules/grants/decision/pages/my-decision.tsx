import { caseSlug } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { serveDownload } from '#platform/files/download.ts'
import { getFile } from '#platform/files/rows.ts'
import { openFileStore } from '#platform/files/store.ts'
import { currentPerson, FormStart, page, problem, readForm, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Card,
  HiddenFields,
  LinkButton,
  PageTitle,
  Section,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import { getMyCase, type MyCase } from '../../application/queries/my-cases.ts'
import { myTexts } from '../../application/texts/my-page.ts'
import { answerAward } from '../actions/answer-award.ts'
import { openDecision } from '../actions/open-decision.ts'
import { findMyDecision, type MyDecision } from '../queries/my-decision.ts'
import { myDecisionTexts } from '../texts/applicant.ts'
import { ReadLetter } from './read-letter.tsx'
import { actOnMyCase } from './my-act.ts'

/** GET /min-side/saker/:number/vedtak: the decision itself. That it was opened is recorded, once. */
export async function showMyDecision(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = myDecisionTexts[lang]
  const person = currentPerson(c)
  const now = c.var.services.now()
  const { found, decision } = await c.var.services.db.inTransaction(c.var.scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', person.id, osloDate(now), lang)
    await openDecision(trx, { caseId: found.id, personId: person.id, now })
    const decision = await findMyDecision(trx, found.id)
    if (!decision) throw new NotFound('decision')
    return { found, decision }
  })
  const path = myPath(found)
  return await page(
    c,
    {
      title: `${t.title} – ${found.number}`,
      breadcrumbs: [{ label: myTexts[lang].title, href: '/min-side' }, { label: found.number, href: path }, { label: t.title }],
      ...(found.organisationId ? { actingFor: found.applicantName } : {}),
      ...flashOf(c),
    },
    <>
      <PageTitle eyebrow={found.number} title={t.decided(formatDate(osloDate(decision.releasedAt), lang))} lead={found.title} />
      <AcceptCard c={c} found={found} decision={decision} />
      {decision.letter ? <ReadLetter letter={decision.letter} /> : null}
      <ButtonRow>
        {decision.fileId ? (
          <LinkButton href={`${path}/vedtak.pdf`} icon="pdf" variant="secondary">
            {t.download}
          </LinkButton>
        ) : (
          <p class="tg-quiet">{t.making}</p>
        )}
      </ButtonRow>
      <AppealPart c={c} found={found} decision={decision} />
    </>,
  )
}

/** GET /min-side/saker/:number/vedtak.pdf */
export async function downloadMyDecision(c: Ctx): Promise<Response> {
  const person = currentPerson(c)
  const now = c.var.services.now()
  const file = await c.var.services.db.inTransaction(c.var.scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', person.id, osloDate(now))
    const decision = await findMyDecision(trx, found.id)
    if (!decision?.fileId) throw new NotFound('letter')
    await openDecision(trx, { caseId: found.id, personId: person.id, now })
    return await getFile(trx, decision.fileId)
  })
  return await serveDownload(openFileStore(c.var.services.dataDir), file)
}

/** GET /min-side/saker/:number/vedtak/takk-nei: says what declining means, and asks. */
export async function askAnswer(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = myDecisionTexts[lang]
  const person = currentPerson(c)
  const { found, decision } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', person.id, osloDate(c.var.services.now()))
    return { found, decision: await findMyDecision(trx, found.id) }
  })
  if (!decision?.award || !mayDecline(decision)) throw new NotFound('award')
  const path = myPath(found)
  return await page(
    c,
    {
      title: t.declineTitle,
      breadcrumbs: [
        { label: myTexts[lang].title, href: '/min-side' },
        { label: found.number, href: path },
        { label: t.title, href: `${path}/vedtak` },
        { label: t.decline },
      ],
    },
    <>
      <PageTitle title={t.declineTitle} lead={t.declineLead(formatKr(decision.ore, lang))} />
      <form method="post" action={`${path}/vedtak/svar`}>
        <FormStart c={c} />
        <HiddenFields values={{ svar: 'nei' }} />
        <ButtonRow>
          <Button variant="danger">{t.declineSure}</Button>
          <LinkButton href={`${path}/vedtak`} variant="secondary">
            {t.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

/** POST /min-side/saker/:number/vedtak/svar: accepts or declines. */
export async function answerMyAward(c: Ctx): Promise<Response> {
  const t = myDecisionTexts[c.var.lang]
  const form = await readForm(c)
  const answer = form.text('svar') === 'ja' ? 'accept' : form.text('svar') === 'nei' ? 'decline' : undefined
  if (!answer) throw new NotFound('answer')
  try {
    await actOnMyCase(c, 'answer-award', async (trx, { found, personId, now }) => {
      await answerAward(trx, { caseId: found.id, answer, personId, now })
      return null
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const { key } = error.reason
    const body = key === 'tooLate' ? t.tooLate : key === 'alreadyPaid' ? t.alreadyPaid : t.answered
    return await problem(c, 409, t.title, body)
  }
  return c.redirect(`/min-side/saker/${c.req.param('number')}/vedtak?svart=${answer === 'accept' ? 'ja' : 'nei'}`, 303)
}

/** "Do you accept?", while that waits. */
export function AcceptCard({ c, found, decision }: { c: Ctx; found: MyCase; decision: MyDecision }) {
  const lang = c.var.lang
  const t = myDecisionTexts[lang]
  const { award } = decision
  if (!award) return null
  const path = myPath(found)
  const isOver = award.acceptBy !== null && osloDate(c.var.services.now()) > award.acceptBy
  if (award.acceptance === 'pending' && !award.isEnded) {
    if (isOver) return <Alert kind="warning">{t.tooLate}</Alert>
    return (
      <Card title={t.acceptTitle} level={2} tinted>
        <p>{t.acceptLead(formatKr(decision.ore, lang), formatDate(award.acceptBy ?? '', lang))}</p>
        <form method="post" action={`${path}/vedtak/svar`}>
          <FormStart c={c} />
          <HiddenFields values={{ svar: 'ja' }} />
          <ButtonRow>
            <Button icon="check">{t.accept}</Button>
            <LinkButton href={`${path}/vedtak/takk-nei`} variant="secondary">
              {t.decline}
            </LinkButton>
          </ButtonRow>
        </form>
      </Card>
    )
  }
  if (award.acceptance === 'declined' || award.acceptance === 'lapsed')
    return <Alert kind="info">{t.acceptance[award.acceptance]}.</Alert>
  return null
}

/** How and until when to appeal, and what has been sent. */
export function AppealPart({ c, found, decision }: { c: Ctx; found: MyCase; decision: MyDecision }) {
  const lang = c.var.lang
  const t = myDecisionTexts[lang]
  const path = myPath(found)
  const day = formatDate(decision.appealBy, lang)
  const isLate = osloDate(c.var.services.now()) > decision.appealBy
  const isOpen = decision.appeals.some((each) => ['received', 'reviewed', 'forwarded'].includes(each.status))
  return (
    <Section title={t.appeal} id="appeal">
      {decision.appeals.map((each) => (
        <Alert kind="info">
          {t.appealSent(formatDate(osloDate(each.receivedAt), lang), each.inTime)} {t.appealStatus[each.status]}
        </Alert>
      ))}
      {decision.canAppeal ? null : <p>{t.noAppeal}</p>}
      {isOpen || !decision.canAppeal ? null : (
        <>
          <p>{isLate ? t.appealLate(day) : t.appealBy(day)}</p>
          <ButtonRow>
            <LinkButton href={`${path}/klage`} variant="secondary">
              {t.appeal}
            </LinkButton>
          </ButtonRow>
        </>
      )}
      {mayDecline(decision) && decision.award?.acceptance !== 'pending' ? (
        <p>
          <a href={`${path}/vedtak/takk-nei`}>{t.giveBack}</a>
        </p>
      ) : null}
    </Section>
  )
}

export function myPath(found: { number: string }): string {
  return `/min-side/saker/${caseSlug(found.number)}`
}

function mayDecline({ award }: MyDecision): boolean {
  return (
    award !== undefined && !award.isEnded && !award.isPaid && ['not-needed', 'pending', 'accepted'].includes(award.acceptance)
  )
}

function flashOf(c: Ctx): { flash?: FlashMessage } {
  const t = myDecisionTexts[c.var.lang]
  const said = c.req.query('svart')
  if (said === 'ja') return { flash: { kind: 'success', text: t.accepted } }
  return said === 'nei' ? { flash: { kind: 'info', text: t.declined } } : {}
}
