import { currentPerson, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { redo, undoLast } from '../actions/undo.ts'
import { draftHref } from './studio-page.tsx'

/** POST /saker/ordninger/:draftId/angre: takes back, or does again, what this person did last; comes back to where it was pressed. */
export async function undoOrRedo(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const input = { draftId: c.req.param('draftId') ?? '', personId: currentPerson(c).id }
  const again = form.text('_do') === 'redo'
  const kind = await services.db.inTransaction(scope, (trx) =>
    once(trx, { key: form.key, action: 'undo-scheme-draft', personId: input.personId, body: { ...input, again } }, async () => {
      return (await (again ? redo(trx, input) : undoLast(trx, input))).kind
    }),
  )
  const back = /^[a-z-]{1,40}$/.test(form.text('tilbake')) ? form.text('tilbake') : ''
  const done = kind === 'done' ? (again ? 'redone' : 'undone') : kind
  return c.redirect(`${draftHref({ id: input.draftId }, back)}?gjort=${done}`, 303)
}
