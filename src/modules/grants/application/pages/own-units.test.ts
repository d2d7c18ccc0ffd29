import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { routes } from '#src/routes.ts'
import { getAnnouncement } from '../../decision/queries/letter-facts.ts'
import { announce, leader, openDecisionWorld, readyCase, type DecisionWorld } from '../../decision/decision.testing.ts'
import { fileAppeal } from '../../decision/actions/file-appeal.ts'
import { changePayment } from '../../payment/actions/change-payment.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { getDraft } from '../queries/get-draft.ts'
import { shipped } from '../choir.testing.ts'

const slug = 'kor-og-korps'
const astrid = { as: 'astrid-solheim' }
let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld(routes)
  const choirs = shipped(slug)
  const [round] = choirs.rounds
  if (!round) throw new Error('no round')
  await world.inCity((trx) =>
    publishScheme(trx, {
      definition: {
        ...choirs,
        applicants: { ...choirs.applicants, units: true },
        rounds: [...choirs.rounds, { ...round, key: 'now', opens: '2026-11-01', closes: '2026-12-24' }],
      },
      now: world.services.now(),
    }),
  )
})
afterAll(() => world.close())

const begin = async (form: Record<string, string>) => {
  const done = await world.post(`/tilskudd/${slug}/sok`, { ...astrid, form: { who: 'other', role: 'contact', ...form } })
  const draftId = /soknad\/([0-9a-f-]{36})/.exec(done.headers.get('location') ?? '')?.[1] ?? ''
  return { done, draftId }
}
const draftOf = (draftId: string) =>
  world.inCity((trx) =>
    getDraft(trx, {
      draftId,
      personId: world.person('astrid-solheim'),
      keyring: world.services.keyring,
      now: world.services.now(),
    }),
  )

describe('The municipality’s own units', () => {
  test('are told of on the page of a scheme that takes them, and are a kind of applicant of their own', async () => {
    expect((await world.get(`/tilskudd/${slug}`)).text).toContain('også kommunens egne enheter')
    const start = await world.get(`/tilskudd/${slug}/sok`, astrid)
    expect(start.text).toContain('Dette er en enhet i kommunen')
    const { draftId } = await begin({ name: 'Elvebakken skole', number: '', ownUnit: 'on' })
    expect((await draftOf(draftId)).around.applicant.kind).toBe('unit')
    const again = await begin({ name: 'elvebakken  skole', number: '', ownUnit: 'on' })
    expect((await draftOf(again.draftId)).applicant.organisationId).toBe((await draftOf(draftId)).applicant.organisationId)
  })

  test('are no other organisation’s number', async () => {
    await begin({ name: 'Havnekoret', number: '313130002' })
    const { done } = await begin({ name: 'Skolen', number: '313130002', ownUnit: 'on' })
    expect(done.status).toBe(422)
    expect(done.text).toContain('ikke er en enhet i kommunen')
  })

  test('cannot apply where the scheme does not take them, whatever is posted', async () => {
    const open = await world.post('/tilskudd/kunst-og-kulturtiltak/sok', {
      ...astrid,
      form: { who: 'other', role: 'contact', name: 'Skolen', number: '', ownUnit: 'on' },
    })
    const draftId = /soknad\/([0-9a-f-]{36})/.exec(open.headers.get('location') ?? '')?.[1] ?? ''
    expect((await draftOf(draftId)).around.applicant.kind).toBe('organisation')
  })

  test('get a letter without appeal, and money without an account', async () => {
    const { id, number } = await readyCase(world)
    await world.inCity((trx) =>
      trx
        .updateTable('organisation')
        .set({ own_unit: true })
        .where('id', '=', (eb) => eb.selectFrom('case_file').select('applicant_organisation_id').where('id', '=', id))
        .execute(),
    )
    const decisionId = await announce(world, id)
    const { facts } = await world.inCity((trx) => getAnnouncement(trx, decisionId, '2026-12-01'))
    expect(facts.ownUnit).toBe(true)
    const letter = await world.get(`/min-side/saker/${caseSlug(number)}/vedtak`, astrid)
    expect(letter.text).toContain('Dette er en tildeling internt, og den kan ikke påklages')
    expect(letter.text).not.toContain('Du kan klage')
    expect((await world.get(`/min-side/saker/${caseSlug(number)}/klage`, astrid)).status).toBe(404)
    const appeal = world.inCity((trx) =>
      fileAppeal(trx, {
        caseId: id,
        desiredChange: 'Mer',
        body: 'Fordi',
        personId: world.person('astrid-solheim'),
        now: world.services.now(),
        origin: 'https://tilskudd.example.no',
      }),
    )
    await expect(appeal).rejects.toMatchObject({ name: 'NotFound' })
    const payment = await world.inCity((trx) =>
      trx.selectFrom('payment').select('id').where('case_id', '=', id).orderBy('position').executeTakeFirstOrThrow(),
    )
    await world.inCity((trx) =>
      trx.updateTable('payment').set({ claimed_at: world.services.now() }).where('case_id', '=', id).execute(),
    )
    const prepared = await world.inCity((trx) =>
      changePayment(trx, world.services.keyring, {
        paymentId: payment.id,
        action: 'prepare',
        person: { id: world.person(leader.key), roles: ['finance-preparer'] },
        now: world.services.now(),
      }),
    )
    expect(prepared).toEqual({ ok: true })
  })
})
