import { listEvents, type LoggedEvent } from '#cases'
import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import { Alert, PageTitle, Split, Tag, Timeline, type FlashMessage } from '#platform/look/index.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import type { Answers } from '../../model.ts'
import { getCaseForStaff } from '../queries/case-access.ts'
import { getCaseDetails } from '../queries/case-page.ts'
import { listStaffWhoMay, namesOf } from '../queries/staff.ts'
import { nextSteps } from '../rules/next-steps.ts'
import { caseTexts } from '../texts/case.ts'
import { tellEvent } from '../texts/events.ts'
import { caseWords, statusTones } from '../texts/words.ts'
import { ApplicationPart } from './case-application.tsx'
import { showCaseSections } from './case-sections.ts'
import { CaseFacts } from './case-facts.tsx'
import { DocumentsPart, EarlierPart, LinkedPart, NotesPart, RequestsPart } from './case-papers.tsx'
import { AmountPart } from './case-amount.tsx'
import { AssessmentPart, RecommendationPart } from './case-judgement.tsx'
import { StepPanel, StepsPart, TasksPart } from './case-steps.tsx'
import type { CaseLook } from './case-look.ts'
import type { Typed } from './typed.ts'

/** GET /saker/:number: left what it is, right what to do, below what has happened. */
export async function showCase(c: Ctx): Promise<Response> {
  return await renderCase(c)
}

/** The case page, with a form open and what was typed in it when it could not be used. */
export async function renderCase(c: Ctx, typed?: Typed, opened?: Answers): Promise<Response> {
  const lang = c.var.lang
  const t = caseTexts[lang]
  const person = currentPerson(c)
  const look = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const { caseFile, impartiality, assessor } = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
    const details = await getCaseDetails(trx, caseFile, person)
    const steps = nextSteps(
      {
        status: caseFile.status as CaseStatus,
        isOpen: caseFile.closed_at === null && !['closed', 'withdrawn'].includes(caseFile.status),
        caseworkerId: caseFile.caseworker_id,
        hasCriteria: details.sent.definition.assessment.criteria.length > 0,
        ownAssessmentDone: details.assessments.some((each) => each.assessorId === person.id && each.done),
      },
      person,
      impartiality,
    )
    const asked = typed?.step ?? new URL(c.req.url).searchParams.get('gjor')
    const events = await listEvents(trx, caseFile.id)
    const shown: CaseLook = {
      c,
      caseFile,
      details,
      impartiality,
      assessor,
      steps,
      open: steps.find((step) => step === asked),
      typed,
      opened,
      events,
      names: await namesOf(trx, namedIn(events)),
      caseworkers: steps.includes('assign') ? await listStaffWhoMay(trx, 'prepareCase') : [],
      assessors: steps.includes('assessor') ? await listStaffWhoMay(trx, 'assessCase') : [],
    }
    const given = { c, trx, caseFile, details, impartiality }
    return { shown, main: await showCaseSections('main', given), next: await showCaseSections('next', given) }
  })
  const { shown, main, next } = look
  const { caseFile } = shown
  const own = [
    { order: 0, part: <CaseFacts look={shown} /> },
    { order: 100, part: <ApplicationPart look={shown} /> },
    { order: 150, part: <AmountPart look={shown} /> },
    { order: 200, part: <AssessmentPart look={shown} /> },
    { order: 300, part: <RecommendationPart look={shown} /> },
    { order: 700, part: <RequestsPart look={shown} /> },
    { order: 800, part: <DocumentsPart look={shown} /> },
    { order: 900, part: <NotesPart look={shown} /> },
    { order: 950, part: <LinkedPart look={shown} /> },
    { order: 960, part: <EarlierPart look={shown} /> },
  ]
  const status = caseFile.status as CaseStatus
  return await page(
    c,
    {
      title: `${t.caseNumber(caseFile.number)}: ${caseFile.applicant_name}`,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: t.cases, href: '/saker' }, { label: t.caseNumber(caseFile.number) }],
      flash: flashOf(c),
      status: typed?.conflict ? 409 : typed ? 422 : 200,
    },
    <>
      <PageTitle
        eyebrow={t.caseNumber(caseFile.number)}
        title={caseFile.applicant_name}
        lead={caseFile.title}
        tags={
          <>
            <Tag tone={statusTones[status]}>{caseWords[lang].status[status]}</Tag>
            {caseFile.late_reason === null ? null : <Tag tone="warning">{t.lateTitle}</Tag>}
          </>
        }
      />
      <Split
        asideLabel={t.next}
        main={[...own, ...main].toSorted((a, b) => a.order - b.order).map((each) => each.part)}
        aside={
          <>
            {shown.impartiality === 'superior-conflicted' ? <Alert kind="warning">{t.superiorPartial}</Alert> : null}
            <TasksPart look={shown} />
            <StepPanel look={shown} />
            <StepsPart look={shown} />
            {next.map((each) => each.part)}
          </>
        }
      />
      <section class="tg-section" id="timeline" data-live="">
        <h2>{t.timeline}</h2>
        <Timeline
          lang={lang}
          label={t.timeline}
          items={shown.events.toReversed().map((event) => ({
            when: event.at,
            title: tellEvent(event, shown.names, lang),
            ...(event.actorName ? { by: event.actorName } : {}),
          }))}
        />
      </section>
    </>,
  )
}

function namedIn(events: readonly LoggedEvent[]): string[] {
  return events.flatMap((event) =>
    ['caseworkerId', 'assessorId'].flatMap((field) => {
      const id = event.changes[field]
      return typeof id === 'string' ? [id] : []
    }),
  )
}

function flashOf(c: Ctx): FlashMessage | undefined {
  const texts: Record<string, string> = caseTexts[c.var.lang].done
  const done = new URL(c.req.url).searchParams.get('gjort') ?? ''
  const text = Object.hasOwn(texts, done) ? texts[done] : undefined
  return text ? { kind: 'success', text } : undefined
}
