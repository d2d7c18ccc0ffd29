import { caseSlug, listEvents, type LoggedEvent } from '#cases'
import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import {
  Alert,
  ButtonRow,
  DefinitionList,
  Details,
  LinkButton,
  PageTitle,
  Section,
  Timeline,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, formatDateTime, osloDate } from '#platform/time.ts'
import { after, caseLifecycle } from '../../lifecycle.ts'
import { getSentApplication, type SentApplication } from '../queries/get-sent-application.ts'
import { getMyCase, type MyCase } from '../queries/my-cases.ts'
import { listQuestions, listSharedDocuments, type Question } from '../queries/my-case-file.ts'
import { preliminaryOfSent } from '../queries/preliminary.ts'
import { openAnswers } from '../sealed-answers.ts'
import { tellApplicant } from '../texts/my-events.ts'
import { myTexts } from '../texts/my-page.ts'
import { AmountSteps, PreliminaryAmount } from './amount-shown.tsx'
import { ApplicationView } from './application-view.tsx'
import { showMyCaseSections } from './case-sections.ts'
import { QuestionForm, type AnswerFault } from './question-form.tsx'
import { StatusTag } from './my-page.tsx'
import { notInList } from './case-files.ts'

/** GET /min-side/saker/:number */
export async function showMyCase(c: Ctx): Promise<Response> {
  return await myCasePage(c)
}

/** The applicant's case: its state in words, what waits, what there is to see, and everything that has happened. */
export async function myCasePage(c: Ctx, fault?: AnswerFault): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = myTexts[lang]
  const now = services.now()
  return await services.db.reading(scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', currentPerson(c).id, osloDate(now), c.var.lang)
    const path = `/min-side/saker/${caseSlug(found.number)}`
    const questions = await listQuestions(trx, found.id)
    const events = await listEvents(trx, found.id)
    const application = await getSentApplication(trx, found.id).catch(() => undefined)
    const shown = { c, trx, case: found }
    const waiting = found.status === 'waiting-for-applicant' ? questions.filter((each) => !each.answeredAt) : []
    const nowParts = await showMyCaseSections('now', shown)
    const mainParts = [
      ...(await showMyCaseSections('main', shown)),
      { order: 600, part: <Answered c={c} questions={questions} /> },
      { order: 650, part: await amountPart(c, trx, found, application) },
      { order: 700, part: applicationPart(c, trx, found, application, path) },
      { order: 800, part: await documentsPart(c, trx, found, path) },
      { order: 900, part: <History c={c} events={events} /> },
    ].toSorted((a, b) => a.order - b.order)
    const flash = flashOf(c)
    return await page(
      c,
      {
        title: `${found.number} ${found.title}`,
        ...(fault ? { status: 422 as const } : {}),
        ...(flash ? { flash } : {}),
        ...(found.organisationId ? { actingFor: found.applicantName } : {}),
        breadcrumbs: [{ label: t.title, href: '/min-side' }, { label: found.number }],
      },
      <>
        <PageTitle
          eyebrow={`${t.number} ${found.number}`}
          title={found.title}
          tags={<StatusTag lang={lang} status={found.status} />}
          lead={t.statusSaid[found.status]}
        />
        {waiting.map((question) => (
          <QuestionForm
            c={c}
            question={question}
            action={`${path}/svar`}
            now={now}
            {...(fault?.requestId === question.id ? { fault } : {})}
          />
        ))}
        {nowParts.map((each) => each.part)}
        <Facts c={c} found={found} />
        {mainParts.map((each) => each.part)}
        <ButtonRow>
          <LinkButton variant="secondary" href="/min-side" icon="arrow-left">
            {t.back}
          </LinkButton>
          {after(caseLifecycle, found.status, 'withdraw') ? (
            <LinkButton variant="tertiary" href={`${path}/trekk`}>
              {t.withdraw}
            </LinkButton>
          ) : null}
        </ButtonRow>
      </>,
    )
  })
}

function flashOf(c: Ctx): FlashMessage | undefined {
  const t = myTexts[c.var.lang]
  if (c.req.query('svart') === '1') return { kind: 'success', text: t.answered }
  return c.req.query('trukket') === '1' ? { kind: 'success', text: t.withdrawn } : undefined
}

function Facts({ c, found }: { c: Ctx; found: MyCase }) {
  const { lang } = c.var
  const t = myTexts[lang]
  const decided = ['notified', 'following-up', 'closed', 'withdrawn'].includes(found.status)
  return (
    <DefinitionList
      items={[
        { label: t.forWhom, value: found.applicantName },
        ...(found.district ? [{ label: t.district, value: found.district }] : []),
        { label: t.appliedOre, value: formatKr(found.appliedOre, lang) },
        { label: t.received, value: formatDateTime(found.receivedAt, lang), ...(found.lateReason ? { note: t.lateReason } : {}) },
        ...(found.dueOn && !decided && found.status !== 'waiting-for-applicant'
          ? [{ label: t.answerBy, value: formatDate(found.dueOn, lang) }]
          : []),
      ]}
    />
  )
}

function Answered({ c, questions }: { c: Ctx; questions: readonly Question[] }) {
  const { lang } = c.var
  const t = myTexts[lang]
  const answered = questions.filter((each) => each.answeredAt)
  if (answered.length === 0) return null
  return (
    <Section title={t.earlierQuestions}>
      {answered.map((each) => (
        <Alert kind="info">
          <p class="tg-quiet">{t.asked(formatDate(each.askedAt, lang))}</p>
          <p class="tg-prewrap">
            <b>{each.question}</b>
          </p>
          <p class="tg-prewrap">{each.answer}</p>
          {each.answeredAt ? <p class="tg-quiet">{t.answeredOn(formatDate(each.answeredAt, lang))}</p> : null}
        </Alert>
      ))}
    </Section>
  )
}

/** The application as it was sent; the applicant sees their own classified answers. */
function applicationPart(c: Ctx, trx: Trx, found: MyCase, application: SentApplication | undefined, path: string) {
  const { lang, services } = c.var
  const t = myTexts[lang]
  if (!application) return null
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'case' as const, id: found.id }
  const opened = openAnswers(application.definition, application.answers, services.keyring, place)
  const documentOf = (fileId: string) => application.files.find((file) => file.fileId === fileId)?.documentId ?? ''
  return (
    <Section title={t.application}>
      <Details summary={t.showApplication}>
        <ApplicationView
          lang={lang}
          application={application}
          opened={opened}
          fileHref={(fileId) => `${path}/dokument/${documentOf(fileId)}`}
        />
      </Details>
    </Section>
  )
}

/** How the formula came to its amount; and until the applicant is told of a decision, what a shared round would give now. */
async function amountPart(c: Ctx, trx: Trx, found: MyCase, application: SentApplication | undefined) {
  if (!application) return null
  const { amount } = application.definition
  const told = ['notified', 'following-up', 'closed', 'withdrawn'].includes(found.status)
  const share = told ? undefined : await preliminaryOfSent(trx, application)
  return (
    <>
      <AmountSteps lang={c.var.lang} amount={amount} lines={application.amountLines} />
      {share ? <PreliminaryAmount lang={c.var.lang} amount={amount} share={share} /> : null}
    </>
  )
}

async function documentsPart(c: Ctx, trx: Trx, found: MyCase, path: string) {
  const { lang, services } = c.var
  const t = myTexts[lang]
  const documents = (await listSharedDocuments(trx, found.id, services.now(), notInList)).filter((each) => each.fileId)
  return (
    <Section title={t.documents}>
      {documents.length === 0 ? (
        <p class="tg-quiet">{t.noDocuments}</p>
      ) : (
        <ul class="tg-files">
          {documents.map((document) => (
            <li>
              <a class="tg-iconlink" href={`${path}/dokument/${document.id}`}>
                {document.title}
              </a>
              <span class="tg-quiet">{formatDate(document.at, lang)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function History({ c, events }: { c: Ctx; events: readonly LoggedEvent[] }) {
  const { lang } = c.var
  const t = myTexts[lang]
  const items = events.flatMap((event) => {
    const title = tellApplicant(event, lang)
    // Who in the municipality did it stands in the letter, not here.
    return title
      ? [{ when: event.at, title, ...(event.actorRole === 'applicant' && event.actorName ? { by: event.actorName } : {}) }]
      : []
  })
  return (
    <Section title={t.timeline}>
      <Timeline lang={lang} items={items} label={t.timeline} />
    </Section>
  )
}
