import { FormStart, currentPerson, type Ctx } from '#platform/http/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { Button, Details, HiddenFields, TextField } from '#platform/look/index.ts'
import { removeView, saveView } from '../actions/save-view.ts'
import type { SavedView } from '../queries/saved-views.ts'
import { isUuid, worklistQuery, type WorklistFilter } from '../rules/worklist-filter.ts'
import { worklistTexts } from '../texts/worklist.ts'
import { act } from './act.ts'

/** One's own views, a press away. */
export function SavedViewLinks({ lang, saved }: { lang: Lang; saved: SavedView[] }) {
  if (saved.length === 0) return null
  return (
    <ul class="tg-viewlinks" aria-label={worklistTexts[lang].savedViews}>
      {saved.map((view) => (
        <li>
          <a class="tg-chip" href={`/saker?${view.query}`}>
            {view.name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A way to keep the list as it is filtered now, and to let kept ones go. */
export function SavedViews({ c, filter, saved }: { c: Ctx; filter: WorklistFilter; saved: SavedView[] }) {
  const t = worklistTexts[c.var.lang]
  return (
    <div id="saved-views" data-live="">
      <Details summary={t.saveView}>
        <form method="post" action="/saker/visninger" class="tg-filter__fields">
          <FormStart c={c} />
          <HiddenFields values={{ visning: worklistQuery(filter) }} />
          <TextField lang={c.var.lang} name="navn" label={t.viewName} size={30} />
          <Button small variant="secondary">
            {t.saveView}
          </Button>
        </form>
        {saved.map((view) => (
          <form method="post" action="/saker/visninger">
            <FormStart c={c} />
            <HiddenFields values={{ fjern: view.id, visning: worklistQuery(filter) }} />
            <Button small variant="tertiary" icon="trash">
              {t.removeView(view.name)}
            </Button>
          </form>
        ))}
      </Details>
    </div>
  )
}

/** POST /saker/visninger: keeps or removes a view of one's own. */
export async function changeSavedViews(c: Ctx): Promise<Response> {
  const { id: personId } = currentPerson(c)
  const done = await act(c, 'saved-views', async (trx, { form }) => {
    const remove = form.text('fjern')
    if (isUuid(remove)) await removeView(trx, { id: remove, personId })
    else await saveView(trx, { name: form.text('navn'), query: form.text('visning'), personId })
    return { query: form.text('visning'), what: remove ? 'fjernet' : 'lagret' }
  })
  if (!done.ok) return c.redirect('/saker?gjort=navn', 303)
  const query = new URLSearchParams(done.value.query)
  query.set('gjort', done.value.what)
  return c.redirect(`/saker?${query.toString()}`, 303)
}
