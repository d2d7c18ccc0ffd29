import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Button, ButtonRow, LinkButton } from '#platform/look/index.ts'
import { bringUpToDate } from '../actions/bring-up-to-date.ts'
import { discardDraft } from '../actions/close-draft.ts'
import { studioTexts } from '../texts/studio.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/forkast: asks first. */
export async function askDiscard(c: Ctx): Promise<Response> {
  const t = studioTexts[c.var.lang]
  const view = await readStudio(c)
  return await studioPage(
    c,
    view,
    { title: t.discard, path: 'forkast', lead: t.discardLead, bare: true },
    <form method="post" action={draftHref(view.draft, 'forkast')}>
      <FormStart c={c} />
      <ButtonRow>
        <Button variant="danger" icon="trash">
          {t.discardNow}
        </Button>
        <LinkButton variant="tertiary" href={draftHref(view.draft)}>
          {t.keep}
        </LinkButton>
      </ButtonRow>
    </form>,
  )
}

/** POST /saker/ordninger/:draftId/forkast */
export async function discard(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const input = { draftId: c.req.param('draftId') ?? '', personId: currentPerson(c).id }
  await services.db.inTransaction(scope, (trx) =>
    once(trx, { key: form.key, action: 'discard-scheme-draft', personId: input.personId, body: input }, () =>
      discardDraft(trx, input),
    ),
  )
  return c.redirect('/saker/ordninger?gjort=discarded', 303)
}

/** POST /saker/ordninger/:draftId/oppdater: takes in what has been published since the draft began. */
export async function bringUp(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const draftId = c.req.param('draftId') ?? ''
  const clashes = await services.db.inTransaction(scope, (trx) =>
    once(trx, { key: form.key, action: 'bring-up-scheme-draft', personId: currentPerson(c).id, body: { draftId } }, async () => {
      return (await bringUpToDate(trx, { draftId })).clashes.length
    }),
  )
  return c.redirect(`${draftHref({ id: draftId })}?gjort=broughtUp&n=${clashes}`, 303)
}
