import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '#platform/database/tables.ts'
import { formatKr, sumTyped } from '#platform/money.ts'
import { anyScheme } from '../../any-form.testing.ts'
import { type Answers, type SchemeDefinition } from '../../model.ts'
import { startDraft } from '../../studio/actions/start-draft.ts'
import { anyPerson, choices, holds, meaning } from '../any-person.testing.ts'
import { addButtons, errorsIn, filledBy, readForm, sentBy, type Control } from '../browser.testing.ts'
import { openChoirApp, type ChoirApp } from '../choir-app.testing.ts'
import { getDraftView } from '../queries/get-draft-view.ts'
import { listFields } from '../rules/fields.ts'
import { choirAround } from '../choir.testing.ts'

// Through the server's own door and a real database, as one who tries the form of a scheme that is being written.
const as = 'liv-tangen'
let torg: ChoirApp
let schemeDraftId: string
let personId: string
beforeAll(async () => {
  torg = await openChoirApp()
  personId = torg.ground[0]?.people.get(as) ?? ''
  schemeDraftId = await torg.inFjordvik(
    async (trx) => (await startDraft(trx, { from: 'blank', title: 'Hva som helst', lang: 'nb', unit: 'kultur' })).id,
  )
})
afterAll(() => torg.close())

const trialOf = (definition: SchemeDefinition) =>
  json({ definition, applicant: { name: 'Prøvelaget', facts: choirAround.applicant } })

async function begin(definition: SchemeDefinition, answers: Answers = {}): Promise<string> {
  const at = torg.clock.now
  const { id } = await torg.inFjordvik((trx) =>
    trx
      .insertInto('draft')
      .values({
        scheme_id: null,
        version_id: null,
        round_id: null,
        scheme_draft_id: schemeDraftId,
        trial: trialOf(definition),
        person_id: personId,
        answers: json(answers),
        part: definition.parts ? 'first' : null,
        language: 'nb',
        opened_at: at,
        saved_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

const change = (draftId: string, definition: SchemeDefinition) =>
  torg.inFjordvik((trx) =>
    trx
      .updateTable('draft')
      .set({ trial: trialOf(definition), part: definition.parts ? 'first' : null })
      .where('id', '=', draftId)
      .execute(),
  )
const look = (draftId: string) =>
  torg.inFjordvik((trx) => getDraftView(trx, { draftId, personId, keyring: torg.services.keyring, now: torg.clock.now }))
const pathOf = (draftId: string, page = '') => `/saker/skjemaprove/${draftId}${page && `/${page}`}`

async function send(draftId: string, page: string, form: Record<string, string[]>, button: string) {
  const answer = await torg.post(pathOf(draftId, page), { as, form: { ...form, _do: button } })
  expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500)
  return answer
}

async function show(draftId: string, page: string) {
  const shown = await torg.get(pathOf(draftId, page), { as })
  expect(shown.status, shown.text.slice(0, 300)).toBeLessThan(400)
  return readForm(shown.text, pathOf(draftId, page))
}

const namesOf = (controls: readonly Control[]) => controls.map((each) => each.name)

/** The sums as the server wrote them, by the word that counts towards them. */
const sumsIn = (html: string) =>
  Object.fromEntries([...html.matchAll(/data-sum-of="([^"]*)"[^>]*>([^<]*)</g)].map(([, word = '', text = '']) => [word, text]))

/** The same as the page's script works them out. */
function summedBy(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag)
  const of = (word: string) => {
    const counted = inputs.filter((tag) => /data-sum="([^"]*)"/.exec(tag)?.[1]?.split(' ').includes(word))
    return sumTyped(counted.map((tag) => / value="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  return Object.fromEntries(Object.keys(sumsIn(html)).map((word) => [word, formatKr(of(word), 'nb')]))
}

const pagesOf = async (draftId: string) => (await look(draftId)).draft.definition.form.pages.map((page) => page.key)

test('what is typed is stored and judged the same, whether scripts run or not', async () => {
  const same = fc.asyncProperty(anyScheme, anyPerson, async (definition, who) => {
    const [plain, live] = [await begin(definition), await begin(definition)]
    for (const page of await pagesOf(plain)) {
      let before = ''
      for (let round = 0; round < 3; round++) {
        const [first, second] = [await show(plain, page), await show(live, page)]
        const names = namesOf(first).join(' ')
        expect(namesOf(second).join(' ')).toBe(names)
        if (names === before) break
        before = names
        const pressed = await send(plain, page, sentBy(filledBy(first, choices(who))), 'next')
        // A column that comes from the answers of this very page is told of with its question.
        const touched = [...first, ...readForm(pressed.text, pathOf(plain, page))].flatMap(({ name }) =>
          name.includes('.') || first.some((each) => each.name === name) ? [name, name.replace('_seen.', '')] : [],
        )
        const unseen = touched.filter((name) => name.startsWith('_seen.') && !first.some((each) => each.name === name))
        const saved = await torg.post(pathOf(live, page), {
          as,
          form: sentBy(filledBy(second, choices(who))),
          autosave: touched.filter((name) => !unseen.some((each) => `_seen.${name.split('.')[0] ?? ''}` === each)),
        })
        expect(saved.status).toBe(200)
        if (pressed.status === 422) expect(errorsIn(saved.text)).toEqual(errorsIn(pressed.text))
        else expect([pressed.status, errorsIn(saved.text)]).toEqual([303, {}])
        expect((await look(live)).draft.answers).toEqual((await look(plain)).draft.answers)
        // What the script puts into the page asks what a page loaded anew asks, and what it sums by itself is what the server sums.
        expect(namesOf(readForm(saved.text, pathOf(live, page)))).toEqual(namesOf(await show(live, page)))
        expect(summedBy(saved.text)).toEqual(sumsIn(saved.text))
      }
    }
    const judged = await Promise.all([plain, live].map((each) => torg.post(pathOf(each, 'kontroll'), { as })))
    expect(judged[0]?.status).toBe(judged[1]?.status)
    const told = judged.map((each) =>
      each?.text
        .split('id="error-summary"')[1]
        ?.split('</div>')[0]
        ?.replaceAll(/[0-9a-f-]{36}/g, ''),
    )
    expect(told[0]).toBe(told[1])
  })
  await holds(same, 8)
}, 60_000)

test('every answer is kept when one goes back and forth, saves what one sees, and comes again', async () => {
  const kept = fc.asyncProperty(anyScheme, anyPerson, async (definition, who) => {
    const draft = await begin(definition)
    const pages = await pagesOf(draft)
    for (const page of [...pages, ...pages, ...pages]) {
      const shown = await torg.get(pathOf(draft, page), { as })
      const more = addButtons(shown.text)
      const button = more[(who.numbers[0] ?? 0) % (more.length + 1)] ?? 'save'
      await send(draft, page, sentBy(filledBy(readForm(shown.text, pathOf(draft, page)), choices(who))), button)
    }
    const { draft: before, state } = await look(draft)
    const written = meaning(before.definition, before.answers)
    for (const [index, page] of [...pages, ...pages.toReversed()].entries()) {
      if (state.hiddenPages.has(page)) continue
      const sent = sentBy(await show(draft, page))
      if (index % 2 === 0) await send(draft, page, sent, ['save', 'next', 'back'][index % 3] ?? 'save')
      else await torg.post(pathOf(draft, page), { as, form: sent, autosave: [] })
      const { draft: after } = await look(draft)
      expect(meaning(after.definition, after.answers)).toEqual(written)
    }
  })
  await holds(kept, 8)
}, 60_000)

test('answers stand while the form is changed under them, whatever the questions become', async () => {
  const stand = fc.asyncProperty(anyScheme, anyScheme, anyPerson, async (first, second, who) => {
    const draft = await begin(first)
    for (const page of await pagesOf(draft))
      await send(draft, page, sentBy(filledBy(await show(draft, page), choices(who))), 'save')
    const { draft: before } = await look(draft)
    await change(draft, second)
    for (const page of await pagesOf(draft)) await torg.get(pathOf(draft, page), { as })
    const { draft: between } = await look(draft)
    for (const { field } of listFields(between.definition))
      if (field.type !== 'file') expect(between.answers[field.key]).toEqual(before.answers[field.key])
    await change(draft, first)
    expect((await look(draft)).draft.answers).toEqual(before.answers)
    await change(draft, second)
    const pages = await pagesOf(draft)
    for (const page of pages) await send(draft, page, sentBy(await show(draft, page)), 'save')
    for (const page of pages) await send(draft, page, sentBy(filledBy(await show(draft, page), choices(who))), 'next')
    expect((await torg.get(pathOf(draft, 'kontroll'), { as })).status).toBe(200)
  })
  await holds(stand, 6)
}, 60_000)
