import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { routes } from '#src/routes.ts'
import { shipped } from '../../application/choir.testing.ts'
import { openDecisionWorld, readyCase, type DecisionWorld } from '../../decision/decision.testing.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'

const slug = 'kulturbygg'
const maren = { as: 'maren-lie' }
const astrid = { as: 'astrid-solheim' }
let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld(routes)
  await world.inCity((trx) => publishScheme(trx, { definition: shipped(slug), now: world.services.now() }))
})
afterAll(() => world.close())

const ready = (applicant: string) =>
  readyCase(world, {
    slug,
    applicant,
    appliedOre: 500_000_00,
    recommend: { outcome: 'partly-granted', ore: 400_000_00, by: 'tor-bakken' },
    impartial: ['maren-lie', 'tor-bakken'],
    organisationEmail: 'post@huset.example.no',
  })
const caseOf = (id: string) =>
  world.inCity((trx) => trx.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
const mailsOf = (caseId: string) =>
  world.inCity((trx) => trx.selectFrom('notice').select(['kind', 'body']).where('case_id', '=', caseId).execute())

describe('A scheme that a body outside the municipality decides', () => {
  test('says on its page who decides, and where an appeal goes', async () => {
    const { text } = await world.get(`/tilskudd/${slug}`)
    expect(text).toContain('Fylkeskommunen, som er utenfor kommunen. Kommunen gir en uttalelse')
    expect(text).toContain('klager du til Fylkeskommunen')
    expect(text).toContain('Fylkeskommunen avgjør')
    expect(text).not.toContain('Pengene kommer')
  })

  test('has a statement where others have a recommendation', async () => {
    const { number } = await ready('Kulturstua')
    const path = `/saker/${caseSlug(number)}`
    const { text } = await world.get(path, maren)
    expect(text).toContain('Uttalelse</h2>')
    expect(text).not.toContain('Innstilling</h2>')
  })

  test('can be decided by nobody in the municipality, and is on no list of what to decide', async () => {
    const { number } = await ready('Kulturlåven')
    const path = `/saker/${caseSlug(number)}/vedtak`
    const form = { outcome: 'granted', ore: '500 000', reasons: 'Godt.', revision: '1' }
    const refused = await world.post(path, { as: 'tor-bakken', form })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Noen utenfor kommunen avgjør dette')
    expect((await world.get('/saker/vedtak', { as: 'tor-bakken' })).text).not.toContain(number)
    expect((await world.get(`/saker/${caseSlug(number)}`, { as: 'tor-bakken' })).text).not.toContain('Gjør vedtak')
  })

  test('gets a list with places from the municipality, which is no decision; the applicant is told, and may not appeal yet', async () => {
    const first = await ready('Grendehuset')
    const second = await ready('Kulturfjøset')
    const here = `/saker/utlysing/${first.roundId}/uttalelse`
    expect((await world.get(here, maren)).text).toContain('Uttalelsen er ikke et vedtak. Fylkeskommunen avgjør')
    const places = { [`rank.${first.id}`]: '2', [`rank.${second.id}`]: '2' }
    const twice = await world.post(here, { ...maren, form: { ...places, _do: 'save' } })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('To søknader har samme plass')
    const form = { [`rank.${first.id}`]: '2', [`rank.${second.id}`]: '1', sentOn: '2026-12-01' }
    const saved = await world.post(here, { ...maren, form: { ...form, _do: 'save' } })
    expect(saved.headers.get('location')).toBe(`${here}?lagret=2`)
    const early = await world.post(here, { ...maren, form: { ...form, sentOn: '2026-12-02', _do: 'send' } })
    expect(early.text).toContain('Dagen er ikke kommet ennå')
    expect((await mailsOf(first.id)).length).toBe(0)

    expect((await world.post(here, { ...maren, form: { ...form, _do: 'send' } })).status).toBe(303)
    const [mail] = await mailsOf(first.id)
    expect(mail?.kind).toBe('statement-sent')
    expect(mail?.body).not.toContain('400')
    const mine = await world.get(`/min-side/saker/${caseSlug(first.number)}`, astrid)
    expect(mine.text).toContain('Nummer 2 på kommunens liste')
    expect(mine.text).toContain('Fylkeskommunen avgjør søknaden og svarer deg.')
    expect((await world.get(`/min-side/saker/${caseSlug(first.number)}/klage`, astrid)).status).toBe(404)
    expect((await caseOf(first.id)).status).toBe('recommended')
    const pdf = await world.get(`${here}.pdf`, maren)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
  })

  test('has its answer recorded with day, number and letter; the case is over, no award is made, and the appeal is the body’s', async () => {
    const { id, number } = await ready('Kulturloftet')
    const path = `/saker/${caseSlug(number)}/vedtak-utenfra`
    const wrong = await world.post(path, { ...maren, form: { outcome: 'granted', ore: 'mye', revision: '1' }, files: [] })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="mye"')
    const form = { outcome: 'granted', ore: '300 000', decidedOn: '2026-11-30', reference: '2026/4711', revision: '1' }
    const letter = new File(['Fylkeskommunen gir 300 000 kroner.\n'], 'vedtak.txt', { type: 'text/plain' })
    const done = await world.post(path, { ...maren, form, files: [['file', letter]] })
    expect(done.headers.get('location')).toBe(`/saker/${caseSlug(number)}#outside-decision`)
    const closed = await caseOf(id)
    expect([closed.status, closed.granted_ore]).toEqual(['closed', null])
    const awards = await world.inCity((trx) => trx.selectFrom('award').select('id').where('case_id', '=', id).execute())
    expect(awards).toEqual([])
    const mine = await world.get(`/min-side/saker/${caseSlug(number)}`, astrid)
    for (const words of ['Delvis innvilget', '300\u00a0000', '2026/4711', 'Vedtak fra Fylkeskommunen', 'ikke av kommunen'])
      expect(mine.text).toContain(words)
    expect(new Set((await mailsOf(id)).map((each) => each.kind))).toEqual(new Set(['outside-decided']))

    const again = { ...form, outcome: 'refused', ore: '', revision: String((await caseOf(id)).revision) }
    expect((await world.post(path, { ...maren, form: again })).status).toBe(303)
    const rows = await world.inCity((trx) =>
      trx.selectFrom('outside_decision').select(['outcome', 'replaced_at', 'document_id']).where('case_id', '=', id).execute(),
    )
    expect(rows.filter((each) => each.replaced_at === null).map((each) => each.outcome)).toEqual(['refused'])
    expect(rows.every((each) => each.document_id !== null)).toBe(true)
  })

  test('has no such pages where the municipality decides', async () => {
    const { number, roundId } = await readyCase(world, { impartial: ['maren-lie'] })
    expect((await world.get(`/saker/${caseSlug(number)}/vedtak-utenfra`, maren)).status).toBe(404)
    expect((await world.get(`/saker/utlysing/${roundId}/uttalelse`, maren)).status).toBe(404)
  })
})
