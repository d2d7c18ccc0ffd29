import { caseSlug } from '#cases'
import { Conflict, Invalid } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Button, ButtonRow, ErrorSummary, LinkButton, PageTitle, TextArea } from '#platform/look/index.ts'
import { osloDate } from '#platform/time.ts'
import { after, caseLifecycle } from '../../lifecycle.ts'
import { REASON_LENGTH, withdrawApplication } from '../actions/withdraw-application.ts'
import { getMyCase, type MyCase } from '../queries/my-cases.ts'
import { myTexts } from '../texts/my-page.ts'

/** GET /min-side/saker/:number/trekk: asks first. */
export async function askWithdraw(c: Ctx): Promise<Response> {
  const found = await readCase(c)
  if (!after(caseLifecycle, found.status, 'withdraw')) throw new Conflict({ key: 'notInThisState' })
  return await withdrawPage(c, found)
}

/** POST /min-side/saker/:number/trekk */
export async function withdraw(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const found = await readCase(c)
  const personId = currentPerson(c).id
  const reason = form.text('reason')
  try {
    await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'withdraw-application', personId, body: [found.id, reason] }, async () => {
        await withdrawApplication(trx, { caseId: found.id, personId, reason, now: services.now() })
        return null
      }),
    )
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return await withdrawPage(c, found, reason)
  }
  return c.redirect(`/min-side/saker/${caseSlug(found.number)}?trukket=1`, 303)
}

async function readCase(c: Ctx): Promise<MyCase> {
  const { services, scope } = c.var
  return await services.db.reading(scope, (trx) =>
    getMyCase(trx, c.req.param('number') ?? '', currentPerson(c).id, osloDate(services.now()), c.var.lang),
  )
}

async function withdrawPage(c: Ctx, found: MyCase, tooLong?: string): Promise<Response> {
  const { lang } = c.var
  const t = myTexts[lang]
  const path = `/min-side/saker/${caseSlug(found.number)}`
  const error = tooLong === undefined ? undefined : t.reasonLong
  return await page(
    c,
    {
      title: t.withdrawTitle,
      ...(error ? { status: 422 as const } : {}),
      breadcrumbs: [{ label: t.title, href: '/min-side' }, { label: found.number, href: path }, { label: t.withdraw }],
    },
    <>
      {error ? <ErrorSummary lang={lang} problems={[{ name: 'reason', message: error }]} /> : null}
      <PageTitle eyebrow={`${found.number} ${found.title}`} title={t.withdrawTitle} lead={t.withdrawBody} />
      <form method="post" action={`${path}/trekk`}>
        <FormStart c={c} />
        <TextArea
          lang={lang}
          name="reason"
          label={t.withdrawReason}
          help={t.withdrawReasonHelp}
          optional
          maxLength={REASON_LENGTH}
          value={tooLong}
          error={error}
          rows={3}
        />
        <ButtonRow>
          <Button variant="danger">{t.withdrawYes}</Button>
          <LinkButton variant="secondary" href={path}>
            {t.withdrawNo}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}
