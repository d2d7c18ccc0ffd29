import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { hiddenOf } from '../../application/choir-app.testing.ts'
import { givenAward, openFollowUpWorld, type FollowUpWorld } from '../../follow-up.testing.ts'
import { changePayment } from '../../payment/actions/change-payment.ts'
import {
  accounts,
  astrid,
  fill,
  maren,
  path,
  result,
  review,
  send,
  show,
  statusOf,
  write,
  youthAward,
} from '../report.testing.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

describe('A report', () => {
  test('is written, sent, returned with a reason, sent again and approved; the last part of the grant is then paid', async () => {
    const award = await youthAward(world)
    expect((await world.get(path(award), { as: astrid })).headers.get('location')).toBe(path(award, 'resultat'))
    const page = await show(world, award, 'regnskap')
    // Applied for 40 000, got 30 000: the budget is shown as sent and cut down.
    for (const text of ['Nedjustert', '24 000 kr', '16 000 kr', '30 000 kr'])
      expect(page.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(text)
    expect((await write(world, award)).headers.get('location')).toBe(path(award, 'kontroll'))
    const check = await show(world, award, 'kontroll')
    expect(check.text).toContain('Hele tilskuddet er brukt.')
    expect(check.text).toContain('regnskap.pdf')
    expect((await send(world, award)).headers.get('location')).toBe(path(award, 'kvittering'))
    expect((await show(world, award, 'kvittering')).text).toContain('Rapporten er sendt')
    expect(await statusOf(world, award)).toMatchObject({ status: 'submitted', spent_ore: 40_000_00 })

    const seen = await world.get(`/saker/rapporter/${award.reportId}`, { as: maren })
    expect(seen.text).toContain('Vi vil ha mer musikk.')
    expect(seen.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('kan siste del av tilskuddet utbetales: 9 000 kr')
    const bare = await review(world, award, 'return', { reason: ' ' })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Skriv hvorfor. Mottakeren leser det.')
    await review(world, award, 'return', { reason: 'Skriv hvor mange jenter som kom.' })

    const back = await show(world, award, 'resultat')
    expect(back.text).toContain('Skriv hvor mange jenter som kom.')
    expect(back.text).toContain('Vi vil ha mer musikk.')
    expect((await show(world, award, 'regnskap')).text).toMatch(/value="24\s000"/)
    await fill(world, award, 'bekreft', { torgTruth: 'on' })
    await send(world, award)
    expect((await review(world, award, 'approve')).headers.get('location')).toContain('gjort=approve')
    expect(await statusOf(world, award)).toMatchObject({ status: 'approved' })
    const last = award.paymentIds[1] ?? ''
    const prepared = await world.inCity((trx) =>
      changePayment(trx, world.services.keyring, {
        paymentId: last,
        action: 'prepare',
        person: world.preparer,
        now: world.clock.now,
      }),
    )
    expect(prepared).toEqual({ ok: true })
    const events = await world.inCity((trx) => listEvents(trx, award.caseId))
    expect(events.map((event) => event.type).filter((type) => type.startsWith('report-'))).toEqual([
      'report-submitted',
      'report-returned',
      'report-submitted-again',
      'report-approved',
    ])
    const notices = await world.inCity((trx) =>
      trx.selectFrom('notice').select(['kind', 'body']).where('case_id', '=', award.caseId).execute(),
    )
    const judged = notices.filter((notice) => notice.kind === 'report-judged')
    expect(judged).toHaveLength(2)
    expect(judged.map((notice) => notice.body).join(' ')).not.toContain('jenter')
  })

  test('says what is missing at the line, keeps what was typed, and is not sent unfinished', async () => {
    const award = await youthAward(world)
    const wrong = await fill(world, award, 'regnskap', {
      'accounts.0.amount': 'dyrt',
      'accounts.1.amount': '90 000',
      'accounts.2.amount': '',
    })
    expect(wrong.status).toBe(422)
    for (const text of [
      'value="dyrt"',
      'Skriv et beløp i kroner for «Leie av lokale»',
      'Forklar kort hvorfor «Lønn»',
      'Skriv hva «Egne midler» ble',
    ])
      expect(wrong.text).toContain(text)
    expect((await show(world, award, 'regnskap')).text).toContain('value="dyrt"')
    const sent = await send(world, award)
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(`href="${path(award, 'resultat')}#f-openEvenings"`)
    expect(await statusOf(world, award)).toMatchObject({ status: 'due' })
  })

  test('has lines added and taken away without scripts, and empty ones stay until it is sent', async () => {
    const award = await youthAward(world)
    await fill(world, award, 'regnskap', accounts, 'line:cost')
    await fill(
      world,
      award,
      'regnskap',
      { ...accounts, 'accounts.3.label': 'Nytt vindu', 'accounts.3.amount': '1 200' },
      'line:cost',
    )
    const two = await show(world, award, 'regnskap')
    expect(two.text).toContain('Nytt vindu')
    expect(two.text).toContain('name="accounts.4.amount"')
    await fill(
      world,
      award,
      'regnskap',
      {
        ...accounts,
        'accounts.3.label': 'Nytt vindu',
        'accounts.3.amount': '1 200',
        'accounts.4.label': '',
        'accounts.4.amount': '',
      },
      'unline:3',
    )
    expect((await show(world, award, 'regnskap')).text).not.toContain('Nytt vindu')
  })

  test('is saved while one types, and two tabs do not overwrite each other', async () => {
    const award = await youthAward(world)
    const shown = await show(world, award, 'resultat')
    const hidden = hiddenOf(shown.text, path(award, 'resultat'))
    const saved = await world.post(path(award, 'resultat'), {
      as: astrid,
      form: { ...hidden, ...result, voices: 'Fra den ene fanen' },
      autosave: ['openEvenings'],
    })
    expect(saved.status).toBe(200)
    const other = await world.post(path(award, 'resultat'), {
      as: astrid,
      form: { ...hidden, ...result, voices: 'Fra den andre fanen', _do: 'save' },
    })
    expect(other.status).toBe(409)
    expect(other.text).toContain('Fra den ene fanen')
    expect(other.text).toContain('Fra den andre fanen')
  })

  test('is nobody else’s to see, and a draft is unseen by staff', async () => {
    const award = await youthAward(world)
    await fill(world, award, 'resultat', { ...result, voices: 'Ikke ferdig ennå' }, 'save')
    for (const page of ['', 'resultat', 'kontroll', 'kvittering'])
      expect((await world.get(path(award, page), { as: 'jonas-berge' })).status).toBe(404)
    const stolen = await world.post(path(award, 'resultat'), { as: 'jonas-berge', form: { voices: 'x', _do: 'save' } })
    expect(stolen.status).toBe(404)
    const staff = await world.get(`/saker/rapporter/${award.reportId}`, { as: maren })
    expect(staff.text).not.toContain('Ikke ferdig ennå')
    expect((await world.get('/min-side/rapport/finnes-ikke/resultat', { as: astrid })).status).toBe(404)
  })

  test('is sent once, however often the button is pressed', async () => {
    const award = await youthAward(world)
    await write(world, award)
    const check = await show(world, award, 'kontroll')
    const form = hiddenOf(check.text, path(award, 'kontroll'))
    const answers = await Promise.all([1, 2].map(() => world.post(path(award, 'kontroll'), { as: astrid, form })))
    answers.push(await world.post(path(award, 'kontroll'), { as: astrid, form: { ...form, _key: 'another' } }))
    for (const answer of answers) expect(answer.headers.get('location')).toBe(path(award, 'kvittering'))
    const events = await world.inCity((trx) => listEvents(trx, award.caseId))
    expect(events.filter((event) => event.type === 'report-submitted')).toHaveLength(1)
  })

  test('from the auditor’s threshold on needs the auditor’s confirmation, and two to stand behind it', async () => {
    const award = await givenAward(world, {
      slug: 'kunst-og-kulturtiltak',
      ore: 200_000_00,
      budget: [{ side: 'cost', category: 'fees', label: 'Honorarer', ore: 200_000_00 }],
    })
    expect((await show(world, award, 'regnskap')).text).toContain('Revisors bekreftelse')
    const sent = await fill(world, award, 'regnskap', {
      'accounts.0.amount': '150 000',
      'accounts.0.comment': 'En artist ble syk.',
    })
    expect(sent.text).toContain('Legg ved «Revisors bekreftelse»')
    expect(sent.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('50 000 kr av tilskuddet er ikke brukt.')
    const choir = await givenAward(world, { slug: 'kor-og-korps', ore: 20_000_00 })
    expect((await show(world, choir, 'bekreft')).text).toContain('Hvem mer går god for rapporten?')
  })
})
