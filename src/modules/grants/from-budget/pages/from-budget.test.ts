import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { json } from '#platform/database/tables.ts'
import { routes } from '#src/routes.ts'
import { shipped } from '../../application/choir.testing.ts'
import { getAnnouncement } from '../../decision/queries/letter-facts.ts'
import { composeLetter } from '../../decision/compose-letter.ts'
import { openDecisionWorld, readyCase, type DecisionWorld } from '../../decision/decision.testing.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'

const maren = { as: 'maren-lie' }
const slug = 'kor-og-korps'
let world: DecisionWorld
let rounds: { id: string; key: string }[]
beforeAll(async () => {
  world = await openDecisionWorld(routes)
  rounds = await world.inCity(async (trx) => {
    await publishScheme(trx, { definition: { ...shipped(slug), openedFrom: 'budget' }, now: world.services.now() })
    const scheme = await trx.selectFrom('scheme').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
    return await trx.selectFrom('round').select(['id', 'key']).where('scheme_id', '=', scheme.id).orderBy('opens_at').execute()
  })
})
afterAll(() => world.close())

const path = (nth: number) => `/saker/utlysing/${rounds.at(nth)?.id}/budsjett`
const form = {
  number: '313 130 002',
  organisation: 'Fontenen bokollektiv',
  contact: 'Eva Lunde',
  email: 'eva@fontenen.example.no',
  ore: '1 648 000',
  line: 'Budsjett 2026, linje 14',
  _do: 'one',
}
const caseOf = (name: string) =>
  world.inCity((trx) =>
    trx.selectFrom('case_file').selectAll().where('applicant_name', '=', name).orderBy('applied_ore', 'desc').execute(),
  )

describe('A scheme whose recipients are named in the budget', () => {
  test('says that nobody applies, and lets nobody begin', async () => {
    const { text } = await world.get(`/tilskudd/${slug}`)
    expect(text).toContain('Uten søknad')
    expect(text).toContain('Mottakerne står i budsjettet')
    expect(text).not.toContain(`/tilskudd/${slug}/sok`)
    const begun = await world.post(`/tilskudd/${slug}/sok`, { as: 'astrid-solheim', form: { who: 'self' } })
    expect(begun.status).not.toBe(303)
  })

  test('has a case opened for each by a caseworker, who says which line it is; the recipient is told', async () => {
    const wrong = await world.post(path(-2), { ...maren, form: { ...form, number: '123', ore: 'mye', line: '' } })
    expect(wrong.status).toBe(422)
    for (const words of ['Skriv organisasjonsnummeret med 9 siffer', 'Skriv beløpet i budsjettet', 'value="mye"'])
      expect(wrong.text).toContain(words)
    const done = await world.post(path(-2), { ...maren, form })
    expect(done.headers.get('location')).toBe(`${path(-2)}?gjort=1`)
    const [opened] = await caseOf('Fontenen bokollektiv')
    expect(opened).toMatchObject({ status: 'submitted', channel: 'budget', applied_ore: 1_648_000_00 })
    const mails = await world.inCity((trx) =>
      trx
        .selectFrom('notice')
        .select('kind')
        .where('case_id', '=', opened?.id ?? '')
        .execute(),
    )
    expect(mails.map((each) => each.kind)).toEqual(['opened-from-budget'])
    const shown = await world.get(`/saker/${caseSlug(opened?.number ?? '')}`, maren)
    expect(shown.text).toContain('Saken er åpnet fra budsjettet: Budsjett 2026, linje 14')
    expect(shown.text).toContain('Åpnet saken fra budsjettet')
    const again = await world.post(path(-2), { ...maren, form })
    expect(again.text).toContain('Mottakeren har alt en sak i denne utlysningen')
  })

  test('offers those of last time in the next round, and opens for all that an amount is written for, or none', async () => {
    const [last] = await caseOf('Fontenen bokollektiv')
    const shown = await world.get(path(-1), maren)
    expect(shown.text).toContain('Beløp i budsjettet for Fontenen bokollektiv')
    const row = `ore.${last?.id}`
    const empty = await world.post(path(-1), { ...maren, form: { [row]: '', lineAgain: 'Linje 15', _do: 'again' } })
    expect(empty.text).toContain('Skriv beløpet for minst én mottaker')
    const lineless = await world.post(path(-1), { ...maren, form: { [row]: '1 757 000', lineAgain: '', _do: 'again' } })
    expect(lineless.text).toContain('value="1 757 000"')
    expect((await caseOf('Fontenen bokollektiv')).length).toBe(1)
    const done = await world.post(path(-1), { ...maren, form: { [row]: '1 757 000', lineAgain: 'Linje 15', _do: 'again' } })
    expect(done.status).toBe(303)
    expect((await caseOf('Fontenen bokollektiv')).map((each) => each.applied_ore)).toEqual([1_757_000_00, 1_648_000_00])
  })

  test('gets a letter that names the line, and no application that was never sent', async () => {
    const { id } = await readyCase(world, { slug, round: rounds.at(-1)?.key ?? '' })
    const letter = await world.inCity(async (trx) => {
      await trx.insertInto('budget_opening').values({ case_id: id, line: 'Budsjett 2026, linje 14' }).execute()
      const decision = await trx
        .insertInto('decision')
        .values({
          case_id: id,
          outcome: 'granted',
          ore: 40_000_00,
          reasons: 'Vedtatt.',
          conditions: json([]),
          authority: 'delegated',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return composeLetter((await getAnnouncement(trx, decision.id, '2026-12-01')).facts)
    })
    const text = letter.paragraphs.map((each) => each.text).join('\n')
    expect(text).toContain('står i kommunens budsjett: Budsjett 2026, linje 14. Derfor åpnet vi saken')
    expect(text).not.toContain('sendte søknaden')
  })

  test('is another thing than a scheme one applies for', async () => {
    const { roundId } = await readyCase(world)
    expect((await world.get(`/saker/utlysing/${roundId}/budsjett`, maren)).status).toBe(409)
  })
})
