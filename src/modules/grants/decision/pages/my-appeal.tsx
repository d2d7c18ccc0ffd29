import { Conflict, Invalid, NotFound, type Reason } from '#platform/errors.ts'
import {
  currentPerson,
  FormStart,
  municipalityOrigin,
  page,
  problem,
  readForm,
  type Ctx,
  type Form,
} from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, ErrorSummary, LinkButton, PageTitle, Receipt, TextArea } from '#platform/look/index.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import { getMyCase } from '../../application/queries/my-cases.ts'
import { myTexts } from '../../application/texts/my-page.ts'
import { fileAppeal } from '../actions/file-appeal.ts'
import { getCaseVersion } from '../queries/case-version.ts'
import { findMyDecision } from '../queries/my-decision.ts'
import { appealTexts } from '../texts/appeal.ts'
import { myDecisionTexts } from '../texts/applicant.ts'
import { actOnMyCase } from './my-act.ts'
import { myPath } from './my-decision.tsx'

/** GET /min-side/saker/:number/klage: the form, or the receipt when it has just been sent. */
export async function showAppeal(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /min-side/saker/:number/klage: files the appeal. */
export async function postAppeal(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const origin = await municipalityOrigin(c.var.services, c.var.scope.municipalityId)
  try {
    await actOnMyCase(c, 'file-appeal', async (trx, { found, personId, now }) => {
      const { appealId } = await fileAppeal(trx, {
        caseId: found.id,
        desiredChange: form.text('desiredChange'),
        body: form.text('body'),
        personId,
        now,
        origin,
      })
      return appealId
    })
  } catch (error) {
    if (error instanceof Invalid) return await render(c, form, error.reasons)
    if (error instanceof Conflict && error.reason.key === 'alreadyAppealed')
      return await problem(c, 409, appealTexts[c.var.lang].title, appealTexts[c.var.lang].already)
    throw error
  }
  return c.redirect(`/min-side/saker/${c.req.param('number')}/klage?sendt=1`, 303)
}

async function render(c: Ctx, form?: Form, reasons: readonly Reason[] = []): Promise<Response> {
  const lang = c.var.lang
  const t = appealTexts[lang]
  const now = c.var.services.now()
  const { found, decision, definition } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', currentPerson(c).id, osloDate(now))
    const decision = await findMyDecision(trx, found.id)
    if (!decision?.canAppeal) throw new NotFound('decision')
    return { found, decision, definition: (await getCaseVersion(trx, found.id)).definition }
  })
  const path = myPath(found)
  const shown = {
    title: t.title,
    breadcrumbs: [
      { label: myTexts[lang].title, href: '/min-side' },
      { label: found.number, href: path },
      { label: myDecisionTexts[lang].title, href: `${path}/vedtak` },
      { label: t.title },
    ],
    ...(found.organisationId ? { actingFor: found.applicantName } : {}),
    ...(reasons.length > 0 ? { status: 422 as const } : {}),
  }
  const sent = decision.appeals.at(-1)
  if (sent && c.req.query('sendt') === '1') {
    return await page(
      c,
      { ...shown, title: t.sent },
      <Receipt
        lang={lang}
        title={t.sent}
        caseNumber={found.number}
        receivedAt={sent.receivedAt}
        whatNow={t.next(definition.letters.appealBody[lang]).split('\n')}
        action={<LinkButton href={path}>{t.toCase}</LinkButton>}
      >
        {t.sentLead}
      </Receipt>,
    )
  }
  const day = formatDate(decision.appealBy, lang)
  const isLate = osloDate(now) > decision.appealBy
  const say = (reason: Reason) => (t.problem as Record<string, string>)[reason.key] ?? t.problem.whyMissing
  const error = (field: string) => {
    const reason = reasons.find((each) => each.field === field)
    return reason ? say(reason) : undefined
  }
  return await page(
    c,
    shown,
    <>
      <PageTitle eyebrow={found.number} title={t.title} lead={t.lead} />
      {isLate ? <Alert kind="warning">{t.late(day)}</Alert> : <p>{t.by(day)}</p>}
      <ErrorSummary
        lang={lang}
        problems={reasons.map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each) }))}
      />
      <form method="post" action={`${path}/klage`} data-warn-unsaved>
        <FormStart c={c} />
        <TextArea
          lang={lang}
          name="desiredChange"
          label={t.desiredChange}
          help={t.desiredChangeHelp}
          value={form?.text('desiredChange') ?? ''}
          rows={3}
          error={error('desiredChange')}
        />
        <TextArea
          lang={lang}
          name="body"
          label={t.body}
          help={t.bodyHelp}
          value={form?.text('body') ?? ''}
          rows={10}
          error={error('body')}
        />
        <ButtonRow>
          <Button icon="mail">{t.send}</Button>
          <LinkButton href={`${path}/vedtak`} variant="secondary">
            {t.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}
