import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '#test/app.ts'
import { anyScheme } from '../../any-form.testing.ts'
import type { Answers, SchemeDefinition } from '../../model.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { anyPerson, choices, holds } from '../any-person.testing.ts'
import { anySlug, openAnyScheme, type AnySchemeApp } from '../any-scheme.testing.ts'
import { filledBy, readForm, sentBy, type Control } from '../browser.testing.ts'
import { astrid, openChoirApp, type ChoirApp } from '../choir-app.testing.ts'
import { formOf } from '../choir.testing.ts'
import { getDraftView } from '../queries/get-draft-view.ts'
import { markOf } from '../rules/merge.ts'
import { conflictName, readAnswers } from '../rules/read-answers.ts'

// A real draft of a published scheme, through the server's own door, while everything around it changes.
const begun = new Date('2026-11-10T09:00:00Z')
const another = 'jonas-berge'
let torg: ChoirApp
let personId: string
let scheme: AnySchemeApp
beforeAll(async () => {
  torg = await openChoirApp(begun)
  personId = torg.ground[0]?.people.get(astrid) ?? ''
  scheme = await openAnyScheme(torg)
  const role = { person_id: torg.ground[0]?.people.get(another) ?? '', organisation_id: torg.choirId, role: 'chair' as const }
  await torg.inFjordvik((trx) =>
    trx
      .insertInto('mandate')
      .values({ ...role, source: 'Enhetsregisteret', valid_from: '2025-01-01' })
      .execute(),
  )
})
afterAll(() => torg.close())

const look = (draftId: string) =>
  torg.inFjordvik((trx) => getDraftView(trx, { draftId, personId, keyring: torg.services.keyring, now: torg.clock.now }))
const answersOf = async (draftId: string): Promise<Answers> => (await look(draftId)).draft.answers

async function show(draftId: string, page: string): Promise<Control[]> {
  const shown = await torg.get(scheme.pathOf(draftId, page), { as: astrid })
  expect(shown.status, shown.text.slice(0, 300)).toBe(200)
  return readForm(shown.text, scheme.pathOf(draftId, page))
}

/** One page with its questions filled in by somebody, as a browser sends it. */
const filled = (controls: readonly Control[], who: Parameters<typeof choices>[0]) => ({
  ...sentBy(filledBy(controls, choices(who))),
  _do: 'save',
})
type Sent = Record<string, string[] | string>
const send = (draftId: string, page: string, form: Sent) => torg.post(scheme.pathOf(draftId, page), { as: astrid, form })

/** Logs in, reads what was kept, and presses the one button. */
async function sendKept(refused: Answer): Promise<Answer> {
  const kept = /torg-venter=([^;]+)/.exec(refused.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const asking = { as: astrid, cookies: { 'torg-venter': kept } }
  const door = '/logg-inn/fortsett'
  const shown = await torg.get(door, asking)
  const form = sentBy(readForm(shown.text, door))
  const on = await torg.post(door, { ...asking, form })
  expect(on.status).toBe(307)
  return await torg.post(on.headers.get('location') ?? '', { as: astrid, form })
}

const hours = (n: number) => (torg.clock.now = new Date(torg.clock.now.getTime() + n * 3_600_000))

/** What comes between looking at a page and sending it. Each gives the answer to the sending. */
const events = {
  restart: async (path: string, form: Sent) => {
    torg.restart()
    return await torg.post(path, { as: astrid, form })
  },
  loginRanOut: async (path: string, form: Sent) => {
    hours(2)
    expect((await torg.post(path, { as: astrid, form, autosave: [] })).status).toBe(401)
    const refused = await torg.post(path, { as: astrid, form })
    expect(refused.headers.get('location')).toMatch(/^\/logg-inn\?/)
    torg.logInAnew(astrid)
    return await sendKept(refused)
  },
  loginElsewhere: async (path: string, form: Sent) => {
    hours(2)
    const csrf = torg.logInAnew(astrid)
    expect((await torg.post(path, { as: astrid, csrf, form, autosave: [] })).status).toBe(401)
    return await sendKept(await torg.post(path, { as: astrid, csrf, form }))
  },
  nextVersion: async (path: string, form: Sent, next: SchemeDefinition) => {
    await scheme.publish(next)
    return await torg.post(path, { as: astrid, form })
  },
  somebodyElse: async (path: string, form: Sent) => {
    expect((await torg.get(path, { as: another })).status).toBe(404)
    expect((await torg.post(path, { as: another, form })).status).toBe(404)
    return await torg.post(path, { as: astrid, form })
  },
}
const eventNames = Object.keys(events) as (keyof typeof events)[]

test('a draft is the same whatever comes between: a login that runs out, one elsewhere, a restart, a new version, a colleague', async () => {
  const order = fc.shuffledSubarray(eventNames, { minLength: 5, maxLength: 5 })
  const same = fc.asyncProperty(anyScheme, anyScheme, anyPerson, order, async (first, next, who, storms) => {
    torg.clock.now = begun
    torg.logInAnew(astrid)
    torg.logInAnew(another)
    await scheme.publish(first)
    const [calm, stormy] = [await scheme.begin(), await scheme.begin()]
    const pages = (await look(calm)).draft.definition.form.pages.map((each) => each.key)
    let now = first
    for (const [n, storm] of storms.entries()) {
      const page = pages[n % pages.length] ?? ''
      if ((await look(calm)).state.hiddenPages.has(page)) continue
      const [quiet, shown] = [await show(calm, page), await show(stormy, page)]
      expect(shown.map((each) => each.name)).toEqual(quiet.map((each) => each.name))
      const typist = { ...who, numbers: who.numbers.map((each) => each + n) }
      await send(calm, page, filled(quiet, typist))
      const sent = await events[storm](scheme.pathOf(stormy, page), filled(shown, typist), next)
      expect([storm, sent.status, sent.headers.get('location')]).toEqual([storm, 303, scheme.pathOf(stormy, page)])
      expect(await answersOf(stormy)).toEqual(await answersOf(calm))
      if (storm === 'nextVersion') now = next
    }
    const { draft } = await look(stormy)
    expect(canonicalJson(draft.definition)).toBe(canonicalJson({ ...forPart(first, 'first'), slug: anySlug }))
    expect((await torg.get(scheme.pathOf(stormy), { as: astrid })).status).toBe(303)
    // Which version it follows is told; one that is begun now follows the new one.
    const told = 'Ordningen er endret etter at du begynte.'
    expect((await torg.get(scheme.pathOf(stormy, pages[0]), { as: astrid })).text.includes(told)).toBe(now === next)
    const fresh = await scheme.begin()
    expect((await look(fresh)).draft).toMatchObject({
      overtaken: false,
      definition: { ...forPart(now, 'first'), slug: anySlug },
    })
    expect((await torg.get(scheme.pathOf(fresh, 'kontroll'), { as: astrid })).text).not.toContain(told)
    expect((await torg.get(`/tilskudd/${anySlug}/sok`, { as: astrid })).text).toContain(scheme.pathOf(stormy))
    expect((await torg.get(`/tilskudd/${anySlug}/sok`, { as: another })).text).not.toContain(scheme.pathOf(stormy))
    const judged = [await send(calm, 'kontroll', {}), await send(stormy, 'kontroll', {})]
    expect(judged[1]?.status).toBe(judged[0]?.status)
  })
  await holds(same, 5)
}, 60_000)

test('two tabs at once: both keep what they wrote, and where they do not agree both are shown and one chooses', async () => {
  const kept = fc.asyncProperty(
    anyScheme,
    fc.tuple(anyPerson, anyPerson, anyPerson),
    fc.constantFrom('save', 'next', 'autosave'),
    async (form, [before, one, other], button) => {
      torg.clock.now = begun
      torg.logInAnew(astrid)
      await scheme.publish(form)
      const draft = await scheme.begin()
      const { definition } = (await look(draft)).draft
      for (const page of definition.form.pages) {
        if ((await look(draft)).state.hiddenPages.has(page.key)) continue
        await send(draft, page.key, filled(await show(draft, page.key), before))
        if ((await look(draft)).state.hiddenPages.has(page.key)) continue
        const [left, right] = [await show(draft, page.key), await show(draft, page.key)]
        const stored = await answersOf(draft)
        await send(draft, page.key, filled(left, one))
        const first = await answersOf(draft)
        const typing = { ...filled(right, other), _do: button }
        const answer =
          button === 'autosave'
            ? await torg.post(scheme.pathOf(draft, page.key), { as: astrid, form: typing, autosave: [] })
            : await send(draft, page.key, typing)
        const now = await answersOf(draft)
        const typed = typedIn(page, typing)
        const clashing: string[] = []
        for (const [key, mine] of typed) {
          const [was, theirs, is] = [stored[key], first[key], now[key]].map(markOf)
          const [changedHere, changedThere] = [markOf(mine) !== was, theirs !== was]
          if (changedHere && changedThere && markOf(mine) !== theirs) clashing.push(key)
          else expect([key, is]).toEqual([key, changedHere ? markOf(mine) : theirs])
        }
        // What stood is left, what was typed stands on the page, and both are there to choose from.
        for (const key of clashing) expect([key, markOf(now[key])]).toEqual([key, markOf(first[key])])
        expect(answer.status === 409).toBe(clashing.length > 0)
        if (clashing.length === 0) continue
        const again = readForm(answer.text, scheme.pathOf(draft, page.key))
        const shown = typedIn(page, sentBy(again))
        for (const key of clashing) {
          expect([key, markOf(shown.get(key))]).toEqual([key, markOf(typed.get(key))])
          expect(again.some((each) => each.name === conflictName(key))).toBe(true)
        }
        const [theirs = '', ...mine] = clashing
        await send(draft, page.key, { ...sentBy(again), _do: `theirs:${theirs}` })
        const chosen = await answersOf(draft)
        expect(markOf(chosen[theirs])).toBe(markOf(first[theirs]))
        for (const key of mine) expect([key, markOf(chosen[key])]).toEqual([key, markOf(typed.get(key))])
      }
    },
  )
  await holds(kept, 6)
}, 60_000)

/** What the server reads of a page that was sent. */
function typedIn(page: Parameters<typeof readAnswers>[0], form: Sent) {
  const clean = (value: string) => value.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '')
  return readAnswers(
    page,
    formOf(Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat().map(clean)]))),
  )
}
