import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { astrid, fillPage, hiddenOf, openChoirApp, pdf, type ChoirApp } from './application/choir-app.testing.ts'
import { composeLetter } from './decision/compose-letter.ts'
import { decideApplication } from './decision/actions/decide-application.ts'
import { getAnnouncement } from './decision/queries/letter-facts.ts'
import { publishInParts } from './shapes.testing.ts'

let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
  await torg.inFjordvik((trx) => publishInParts(trx, torg.services.now()))
})
afterAll(() => torg.close())

const slug = '/tilskudd/musikk-i-to-deler'
const maren = { as: 'maren-lie' }
const person = (key: string) => torg.ground[0]?.people.get(key) ?? ''

async function apply(part: string, page: string, own: Record<string, string>): Promise<string> {
  const started = await torg.post(`${slug}/sok`, { as: astrid, form: { who: torg.choirId, del: part } })
  const draft = (started.headers.get('location') ?? '').replace(/\/[^/]+$/, '')
  await fillPage(torg, draft, 'about', { contactName: 'Astrid', hasSavings: 'no' })
  await fillPage(torg, draft, page, own)
  return draft
}

/** The second time, the questions of the section that the answer brought are on the page too. */
async function withSavings(draft: string): Promise<void> {
  const about = { contactName: 'Astrid', hasSavings: 'yes', savings: '100', account: '8601.11.17947' }
  await fillPage(torg, draft, 'about', about)
  await fillPage(torg, draft, 'about', about)
}

/** Amounts are written with spaces that do not break. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
const read = async (path: string, as: string) => plain((await torg.get(path, { as })).text)

async function send(draft: string): Promise<string> {
  const check = { text: await read(`${draft}/kontroll`, astrid) }
  const form = hiddenOf(check.text, `${draft}/kontroll`)
  const sent = await torg.post(`${draft}/kontroll`, { as: astrid, form })
  if (sent.status !== 303) throw new Error(sent.text.slice(0, 3000))
  const id = draft.split('/').at(-1) ?? ''
  const row = await torg.inFjordvik((trx) =>
    trx.selectFrom('application').select('case_id').where('draft_id', '=', id).executeTakeFirstOrThrow(),
  )
  return row.case_id
}

describe('A scheme in parts whose money depends on the whole round', () => {
  let small = ''
  let large = ''

  test('lists its parts, and each is applied for by its own way', async () => {
    const page = { text: await read(slug, astrid) }
    expect(page.text).toContain('Kulturgrupper')
    expect(page.text).toContain(`${slug}/sok?del=choirs`)
    expect(page.text).toContain('30 000 kr')
    const start = { text: await read(`${slug}/sok?del=culture`, astrid) }
    expect(start.text).toMatch(/value="culture"[^>]*checked|checked[^>]*value="culture"/)
    const without = await torg.post(`${slug}/sok`, { as: astrid, form: { who: torg.choirId } })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Velg hvilken del av ordningen du søker på.')
  })

  test('asks the common questions under their headings, and then only those of the part', async () => {
    const draft = await apply('choirs', 'choir', { members: '20' })
    const about = { text: await read(`${draft}/about`, astrid) }
    expect(about.text).toContain('<h2 id="q-economy">Økonomien</h2>')
    expect(about.text).not.toContain('Pengene til overs')
    expect(about.text).not.toContain('name="account"')
    expect((await torg.get(`${draft}/group`, { as: astrid })).status).toBe(404)
    await withSavings(draft)
    expect(await read(`${draft}/about`, astrid)).toContain('name="account"')
    const check = { text: await read(`${draft}/kontroll`, astrid) }
    expect(check.text).toContain('Foreløpig: 30 000 kr')
    expect(check.text).toContain('Koret har ti medlemmer')
    small = await send(draft)
    const receipt = { text: await read(`${draft}/kvittering`, astrid) }
    expect(receipt.text).toContain('Foreløpig gir søknaden 30 000 kr.')
  })

  test('names the part on the case, keeps its answers sealed, and tells what each would get as others apply', async () => {
    const draft = await apply('choirs', 'choir', { members: '40' })
    await withSavings(draft)
    large = await send(draft)
    const found = await torg.inFjordvik((trx) =>
      trx
        .selectFrom('application')
        .innerJoin('case_file', 'case_file.id', 'application.case_id')
        .select(['case_file.title', 'case_file.number', 'application.part', 'application.points', 'application.answers'])
        .where('application.case_id', '=', large)
        .executeTakeFirstOrThrow(),
    )
    expect(found).toMatchObject({ title: 'Musikk i to deler – Kor', part: 'choirs', points: 40 })
    expect(JSON.stringify(found.answers)).not.toContain('86011117947')
    const mine = { text: await read(`/min-side/saker/${found.number.replace('/', '-')}`, astrid) }
    expect(mine.text).toContain('Foreløpig: 20 000 kr')
    const list = { text: await read('/saker?visning=all', maren.as) }
    expect(list.text).toContain('Musikk i to deler – Kor')
  })

  test('is shared out in the round as a proposal with its steps, saved with them, and told in the letter', async () => {
    const { round_id: roundId } = await torg.inFjordvik((trx) =>
      trx.selectFrom('application').select('round_id').where('case_id', '=', large).executeTakeFirstOrThrow(),
    )
    await torg.inFjordvik(async (trx) => {
      for (const case_id of [small, large])
        for (const who of ['maren-lie', 'tor-bakken'])
          await trx
            .insertInto('impartiality_declaration')
            .values({ case_id, person_id: person(who), impartial: true, reason: null })
            .execute()
    })
    const here = `/saker/utlysing/${roundId}`
    const before = { text: await read(here, maren.as) }
    expect(before.text).toContain('Fordel rammen')
    expect(before.text).toContain(`${here}?del=choirs`)
    const proposed = { text: await read(`${here}?fordel=1&del=choirs`, maren.as) }
    expect(proposed.text).toContain('Sats for hvert poeng')
    expect(proposed.text).toContain('value="20 000"')
    const form = {
      ...hiddenOf(proposed.text, `${here}?del=choirs`),
      [`ore.${small}`]: '10 000',
      [`reasons.${small}`]: 'Etter regelen.',
      [`ore.${large}`]: '20 000',
      [`reasons.${large}`]: 'Etter regelen.',
    }
    const saved = await torg.post(`${here}?del=choirs`, { ...maren, form })
    expect(saved.status).toBe(303)
    const kept = await torg.inFjordvik((trx) =>
      trx
        .selectFrom('recommendation')
        .innerJoin('pot', 'pot.id', 'recommendation.pot_id')
        .select(['recommendation.ore', 'recommendation.allocation', 'pot.key'])
        .where('case_id', '=', large)
        .executeTakeFirstOrThrow(),
    )
    expect(kept).toMatchObject({ ore: 2_000_000, key: 'kor', allocation: { method: 'per-point', own: 40, sum: 60 } })

    const letter = await torg.inFjordvik(async (trx) => {
      const found = await trx.selectFrom('case_file').select('revision').where('id', '=', large).executeTakeFirstOrThrow()
      const pot = await trx
        .selectFrom('pot')
        .select('id')
        .where('round_id', '=', roundId)
        .where('key', '=', 'kor')
        .executeTakeFirstOrThrow()
      await decideApplication(trx, {
        caseId: large,
        outcome: 'granted',
        ore: 2_000_000,
        potId: pot.id,
        reasons: 'Etter regelen.',
        conditions: [],
        revision: found.revision,
        decidedBy: { id: person('tor-bakken'), roles: ['unit-leader', 'decision-maker'] },
        now: torg.services.now(),
      })
      const decision = await trx.selectFrom('decision').select('id').where('case_id', '=', large).executeTakeFirstOrThrow()
      return composeLetter((await getAnnouncement(trx, decision.id, '2026-12-20')).facts)
    })
    const words = plain(letter.paragraphs.map((each) => `${each.heading ?? ''} ${each.text}`).join(' '))
    expect(letter.heading).toContain('Musikk i to deler – Kor')
    expect(words).toContain('Slik er beløpet regnet ut')
    expect(words).toContain('• Sats for hvert poeng: 500 kr')
    expect(words).toContain('• Poeng i søknaden: 40')
  })

  test('does not tell an applicant what has been recommended', async () => {
    const number = await torg.inFjordvik((trx) =>
      trx.selectFrom('case_file').select('number').where('id', '=', small).executeTakeFirstOrThrow(),
    )
    const mine = { text: await read(`/min-side/saker/${number.number.replace('/', '-')}`, astrid) }
    expect(mine.text).toContain('Foreløpig: 10 000 kr')
  })

  test('is filtered by part in the worklist, and registered from paper for one', async () => {
    const scheme = await torg.inFjordvik((trx) =>
      trx.selectFrom('scheme').select('id').where('slug', '=', 'musikk-i-to-deler').executeTakeFirstOrThrow(),
    )
    const choirs = { text: await read(`/saker?visning=all&ordning=${scheme.id}&del=choirs`, maren.as) }
    expect(choirs.text).toContain('Musikk i to deler – Kor')
    const culture = { text: await read(`/saker?visning=all&ordning=${scheme.id}&del=culture`, maren.as) }
    expect(culture.text).not.toContain('Musikk i to deler – Kor')
    expect((await torg.get('/saker/registrer?ordning=musikk-i-to-deler', maren)).text).toContain(
      'Hvilken del av ordningen gjelder det?',
    )
    const form = { text: await read('/saker/registrer?ordning=musikk-i-to-deler&del=culture', maren.as) }
    expect(form.text).toContain('name="asked"')
    expect(form.text).not.toContain('name="members"')
  })

  test('takes only the kinds of file that a question asks for', async () => {
    const draft = await apply('culture', 'group', { asked: '20 000' })
    const shown = await torg.get(`${draft}/group`, { as: astrid })
    expect(plain(shown.text)).toContain('accept=".pdf"')
    const form = { ...hiddenOf(shown.text, `${draft}/group`), asked: '20 000', _do: 'upload' }
    const files: [string, File][] = [['statutes', new File(['Vedtekter for gruppa'], 'vedtekter.txt', { type: 'text/plain' })]]
    const refused = await torg.post(`${draft}/group`, { as: astrid, form, files })
    expect(plain(refused.text)).toContain('Her kan du bare legge ved filer av typen .pdf.')
    const taken = await torg.post(`${draft}/group`, { as: astrid, form, files: [['statutes', pdf('vedtekter.pdf')]] })
    expect(taken.status).toBe(303)
  })

  test('is registered from paper for the part it is for, and shares that part’s pot', async () => {
    const form = {
      ordning: 'musikk-i-to-deler',
      del: 'culture',
      channel: 'paper',
      receivedOn: '2026-11-09',
      kind: 'organisation',
      organisation: 'Dansegruppa',
      name: 'Kari Nes',
      language: 'nb',
      '_seen.asked': '0',
      asked: '2 000 000',
      _do: 'register',
    }
    const done = await torg.post('/saker/registrer', { ...maren, form })
    expect(done.status).toBe(303)
    const row = await torg.inFjordvik((trx) =>
      trx
        .selectFrom('application')
        .select(['case_id', 'part', 'applied_ore'])
        .where('part', '=', 'culture')
        .executeTakeFirstOrThrow(),
    )
    expect(row.applied_ore).toBe(200_000_000)
    const caseFile = await torg.inFjordvik((trx) =>
      trx.selectFrom('case_file').select(['number', 'title']).where('id', '=', row.case_id).executeTakeFirstOrThrow(),
    )
    expect(caseFile.title).toBe('Musikk i to deler – Kulturgrupper')
    const shown = await read(`/saker/${caseFile.number.replace('/', '-')}`, maren.as)
    expect(shown).toContain('Foreløpig: 10 000 kr')
    expect(shown).toContain('fordi rammen ikke rekker')
  })
})

describe('A scheme for groups without organisation number', () => {
  const rule = {
    key: 'group',
    title: { nb: 'Søkeren er en gruppe', nn: 'Søkjaren er ei gruppe', en: 'The applicant is a group' },
    when: 'applicant.kind = "group"',
    outcomes: Object.fromEntries(
      ['meets', 'fails', 'unknown'].map((each) => [each, { nb: `Gruppe: ${each}`, nn: `Gruppe: ${each}`, en: `Group: ${each}` }]),
    ),
    source: 'Retningslinjene',
  }
  const begin = (path: string, number: string) =>
    torg.post(path, { as: astrid, form: { who: 'other', del: 'choirs', name: 'Gjengen på hjørnet', number, role: 'contact' } })

  test('is theirs: one with a number is told so, and the rules know a group from an organisation', async () => {
    const applicants = { organisations: false, persons: false, groups: true }
    await torg.inFjordvik((trx) => publishInParts(trx, torg.services.now(), { slug: 'for-grupper', applicants, rules: [rule] }))
    const page = await read('/tilskudd/for-grupper', astrid)
    expect(page).toContain('også grupper uten organisasjonsnummer')
    expect(await read('/tilskudd/for-grupper/sok', astrid)).not.toContain('Prøvekoret')
    const numbered = await begin('/tilskudd/for-grupper/sok', '313130002')
    expect(numbered.status).toBe(422)
    expect(numbered.text).toContain('Ordningen er for grupper uten organisasjonsnummer.')
    const started = await begin('/tilskudd/for-grupper/sok', '')
    expect(started.status).toBe(303)
    const draft = (started.headers.get('location') ?? '').replace(/\/[^/]+$/, '')
    expect(await read(`${draft}/kontroll`, astrid)).toContain('Gruppe: meets')
  })

  test('can be closed to them: then a number is asked for', async () => {
    const applicants = { organisations: true, persons: false, groups: false }
    await torg.inFjordvik((trx) =>
      publishInParts(trx, torg.services.now(), { slug: 'bare-med-nummer', applicants, rules: [rule] }),
    )
    const started = await begin('/tilskudd/bare-med-nummer/sok', '')
    expect(started.status).toBe(422)
    expect(started.text).toContain('Skriv organisasjonsnummeret. Ordningen er bare for dem som har et.')
  })
})
