import { NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { serveDownload } from '#platform/files/download.ts'
import { getFile } from '#platform/files/rows.ts'
import { openFileStore } from '#platform/files/store.ts'
import { Button, ButtonRow, LinkButton } from '#platform/look/index.ts'
import { deleteDraft } from '../actions/delete-draft.ts'
import { getDraft } from '../queries/get-draft.ts'
import { getDraftView } from '../queries/get-draft-view.ts'
import { applyTexts } from '../texts/apply.ts'
import { draftPage, draftPath, draftQuestion } from './draft-shell.tsx'

/** GET /tilskudd/:slug/soknad/:draftId/fil/:attachmentId: the person's own attachment. */
export async function downloadDraftFile(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const file = await services.db.reading(scope, async (trx) => {
    const draft = await getDraft(trx, draftQuestion(c))
    const attachment = draft.attachments.find((each) => each.id === c.req.param('attachmentId'))
    if (!attachment) throw new NotFound('attachment')
    return await getFile(trx, attachment.fileId)
  })
  return await serveDownload(openFileStore(services.dataDir), file)
}

/** GET /tilskudd/:slug/soknad/:draftId/slett: asks first. */
export async function askDeleteDraft(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = applyTexts[lang]
  const view = await services.db.reading(scope, (trx) => getDraftView(trx, draftQuestion(c)))
  if (view.draft.sentAt) return c.redirect(draftPath(view, 'kvittering'), 303)
  return await draftPage(
    c,
    view,
    { now: '', title: t.deleteTitle },
    <form method="post" action={draftPath(view, 'slett')}>
      <FormStart c={c} />
      <p>{t.deleteBody}</p>
      <ButtonRow>
        <Button variant="danger" icon="trash">
          {t.deleteYes}
        </Button>
        <LinkButton variant="secondary" href={draftPath(view)}>
          {t.deleteNo}
        </LinkButton>
      </ButtonRow>
    </form>,
  )
}

/** POST /tilskudd/:slug/soknad/:draftId/slett */
export async function removeDraft(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const draftId = c.req.param('draftId') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(draftId)) throw new NotFound('draft')
  const personId = currentPerson(c).id
  await services.db.inTransaction(scope, (trx) =>
    once(trx, { key: form.key, action: 'delete-draft', personId, body: draftId }, async () => {
      await deleteDraft(trx, { draftId, personId })
      return null
    }),
  )
  return c.redirect('/min-side?slettet=1', 303)
}
