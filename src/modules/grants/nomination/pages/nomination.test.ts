import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { sealAnswers } from '../../application/sealed-answers.ts'
import { json } from '#platform/database/tables.ts'
import { routes } from '#src/routes.ts'
import { announce, openDecisionWorld, readyCase, type DecisionWorld } from '../../decision/decision.testing.ts'
import { getCaseVersion } from '../../decision/queries/case-version.ts'
import { changePayment } from '../../payment/actions/change-payment.ts'
import { tellNominatedJob } from '../jobs.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld(routes)
})
afterAll(() => world.close())

/** A club's nomination of Sara, with the classified answers sealed as they are stored. */
async function nominated(email: string) {
  const ready = await readyCase(world, {
    slug: 'idrettsstipend',
    applicant: 'Havna svømmeklubb',
    appliedOre: 10_000_00,
    recommend: { outcome: 'granted', ore: 10_000_00 },
  })
  const scope = world.ground[0]?.scope
  if (!scope) throw new Error('no city')
  await world.inCity(async (trx) => {
    const { definition } = await getCaseVersion(trx, ready.id)
    const answers = { nominee: { name: 'Sara Vik' }, athleteEmail: email, account: '86011117947' }
    const place = { municipalityId: scope.municipalityId, kind: 'case' as const, id: ready.id }
    const sealed = sealAnswers(definition, answers, world.services.keyring, place)
    await trx
      .updateTable('application')
      .set({ answers: json(sealed) })
      .where('case_id', '=', ready.id)
      .execute()
    await trx.insertInto('nomination').values({ case_id: ready.id }).execute()
  })
  await tellNominatedJob.run(world.services, scope, { caseId: ready.id })
  await tellNominatedJob.run(world.services, scope, { caseId: ready.id })
  const mails = await world.inCity((trx) =>
    trx.selectFrom('notice').select(['kind', 'body']).where('case_id', '=', ready.id).execute(),
  )
  return { ...ready, mails, link: /\/foreslatt\/\S+/.exec(mails[0]?.body ?? '')?.[0] ?? '' }
}

const pay = (id: string) =>
  world.inCity(async (trx) => {
    const payment = await trx.selectFrom('payment').select('id').where('case_id', '=', id).executeTakeFirstOrThrow()
    return await changePayment(trx, world.services.keyring, {
      paymentId: payment.id,
      action: 'prepare',
      person: { id: world.person('tor-bakken'), roles: ['finance-preparer'] },
      now: world.services.now(),
    })
  })

describe('Who is proposed by another', () => {
  test('is told once by e-mail, and says yes by its link before anything is paid', async () => {
    const { id, number, mails, link } = await nominated('sara@example.no')
    expect(mails.map((each) => each.kind)).toEqual(['nominated'])
    expect(mails[0]?.body).not.toContain('10 000')
    await announce(world, id)
    expect(await pay(id)).toMatchObject({ ok: false, reasons: [{ key: 'waitsFor.nominated' }] })
    const page = await world.get(link, { as: 'amina-warsame' })
    expect(page.text).toContain('Havna svømmeklubb har foreslått Sara Vik')
    expect((await world.get(`/min-side/saker/${caseSlug(number)}`, { as: 'astrid-solheim' })).text).toContain('Har ikke svart')
    expect((await world.post(link, { as: 'amina-warsame', form: { answer: 'accepted' } })).status).toBe(303)
    expect(await pay(id)).toEqual({ ok: true })
    const late = await world.post(link, { as: 'amina-warsame', form: { answer: 'declined' } })
    expect([late.status, late.text.includes('Pengene er på vei')]).toEqual([409, true])
  })

  test('says no, and what was to be paid is stopped, which the caseworker is told; a yes after it takes it up again', async () => {
    const { id, number, link } = await nominated('sara@example.no')
    await announce(world, id)
    const payments = () =>
      world.inCity((trx) => trx.selectFrom('payment').select(['status', 'status_reason']).where('case_id', '=', id).execute())
    await world.inCity((trx) =>
      trx
        .updateTable('case_file')
        .set({ caseworker_id: world.person('maren-lie') })
        .where('id', '=', id)
        .execute(),
    )
    const toldOf = (kind: string) =>
      world.inCity((trx) => trx.selectFrom('notice').select('subject').where('kind', '=', kind).execute())
    await world.post(link, { as: 'amina-warsame', form: { answer: 'declined' } })
    expect(await payments()).toEqual([{ status: 'stopped', status_reason: 'Den som er foreslått, har sagt nei' }])
    expect((await toldOf('nomination-declined')).map((each) => each.subject)).toEqual([
      `Den som er foreslått, sa nei (sak ${number})`,
    ])
    await world.post(link, { as: 'amina-warsame', form: { answer: 'accepted' } })
    expect(await payments()).toEqual([{ status: 'planned', status_reason: null }])
    expect((await toldOf('nomination-accepted')).length).toBe(1)
    await world.post(link, { as: 'amina-warsame', form: { answer: 'declined' } })
    await expect(pay(id)).rejects.toMatchObject({ reason: { key: 'notInThisState' } })
    expect((await world.get(`/saker/${caseSlug(number)}`, { as: 'tor-bakken' })).text).toContain('Har sagt nei')
  })

  test('is never answered for by who proposed, nor by a link that was made up', async () => {
    const { link } = await nominated('sara@example.no')
    const own = await world.post(link, { as: 'astrid-solheim', form: { answer: 'accepted' } })
    expect([own.status, own.text.includes('Du har selv sendt forslaget')]).toEqual([409, true])
    expect((await world.get(`${link}x`, { as: 'amina-warsame' })).status).toBe(404)
  })

  test('is said not to have been told where there is no address', async () => {
    const { mails, number } = await nominated('ingen')
    expect(mails).toEqual([])
    expect((await world.get(`/saker/${caseSlug(number)}`, { as: 'tor-bakken' })).text).toContain('Har ikke fått beskjed')
  })
})
