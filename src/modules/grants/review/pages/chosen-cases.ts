import { currentPerson, notFound, readForm, type Ctx } from '#platform/http/index.ts'
import { takeCases } from '../actions/take-cases.ts'
import { namesOf } from '../queries/staff.ts'
import { may } from '../rules/access.ts'
import { isUuid } from '../rules/worklist-filter.ts'
import { act } from './act.ts'
import { exportCases } from './export-cases.ts'

const MOST = 200

/** POST /saker/valgte: something done with the cases that were ticked. */
export async function doWithChosen(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const person = currentPerson(c)
  const chosen = form.all('sak').filter(isUuid).slice(0, MOST)
  const what = form.text('gjor')
  const back = (changes: Record<string, string>) => {
    const query = new URLSearchParams(form.text('tilbake').slice(0, 1000))
    for (const [name, value] of Object.entries(changes)) if (value) query.set(name, value)
    return c.redirect(`/saker?${query.toString()}`, 303)
  }
  if (what === 'eksport' && may(person, 'exportCases')) return await exportCases(c, chosen, form.text('tilbake'))
  if (chosen.length === 0) return back({ gjort: 'ingen' })
  if (what === 'habilitet' && may(person, 'declareImpartiality')) {
    return c.redirect(`/saker/habilitet?${new URLSearchParams(chosen.map((id) => ['sak', id])).toString()}`, 303)
  }
  if (what === 'ta' && may(person, 'prepareCase')) {
    const done = await act(c, 'take-cases', (trx, { by }) => takeCases(trx, { caseIds: chosen, by }))
    return done.ok ? back({ gjort: 'tatt', n: String(done.value.taken), ikke: done.value.not.join(', ') }) : back({})
  }
  if (what === 'fordel' && may(person, 'assignCase')) {
    const to = form.text('til')
    if (!isUuid(to)) return back({ gjort: 'person' })
    const done = await act(c, 'assign-cases', async (trx, { by }) => {
      const name = (await namesOf(trx, [to])).get(to) ?? ''
      return { ...(await takeCases(trx, { caseIds: chosen, by, caseworkerId: to })), name }
    })
    if (!done.ok) return back({ gjort: 'person' })
    const { taken, not, name } = done.value
    return back({ gjort: 'fordelt', n: String(taken), hvem: name, ikke: not.join(', ') })
  }
  return await notFound(c)
}
