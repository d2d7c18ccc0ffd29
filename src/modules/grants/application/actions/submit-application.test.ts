import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { listEvents } from '#cases'
import type { Answers } from '../../model.ts'
import { openChoirApp, type ChoirApp } from '../choir-app.testing.ts'
import { startDraft } from './start-draft.ts'
import { submitApplication } from './submit-application.ts'
import { sealAnswers } from '../sealed-answers.ts'
import { getDraft } from '../queries/get-draft.ts'

let torg: ChoirApp
let astridId: string
beforeAll(async () => {
  torg = await openChoirApp(new Date('2026-11-10T09:00:00Z'))
  astridId = torg.ground[0]?.people.get('astrid-solheim') ?? ''
})
afterAll(() => torg.close())

const base = () => ({ personId: astridId, keyring: torg.services.keyring, now: torg.clock.now })

async function draftWith(trx: Trx, slug: string, answers: Answers): Promise<string> {
  const { id } = await startDraft(trx, { ...base(), slug, organisationId: torg.choirId, language: 'nb' })
  const { definition } = await getDraft(trx, { ...base(), draftId: id })
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'draft' as const, id }
  await trx
    .updateTable('draft')
    .set({ answers: json(sealAnswers(definition, answers, base().keyring, place)) })
    .where('id', '=', id)
    .execute()
  return id
}

test('one application to several districts becomes linked cases, one for each', async () => {
  await torg.inFjordvik(async (trx) => {
    const answers: Answers = {
      kind: 'association',
      contact: { name: 'Astrid Solheim' },
      contactEmail: 'a@b.example',
      contactPhone: '91234567',
      name: 'Lys i mørketida',
      what: 'Fakkeltog og sang',
      whoIsItFor: 'Alle',
      when: { from: '2027-01-10', to: '2027-01-20' },
      openToAll: true,
      expected: 100,
      begun: false,
      districts: ['indrehavn', 'solhaug'],
    }
    const scheme = await trx.selectFrom('scheme').select('id').where('slug', '=', 'bydelstilskudd').executeTakeFirstOrThrow()
    await trx
      .updateTable('round')
      .set({ opens_at: new Date('2026-10-01'), closes_at: new Date('2026-12-31') })
      .where('scheme_id', '=', scheme.id)
      .execute()
    const id = await draftWith(trx, 'bydelstilskudd', answers)
    const { definition } = await getDraft(trx, { ...base(), draftId: id })
    const required = definition.form.pages
      .flatMap((page) => page.fields)
      .filter((field) => field.required && answers[field.key] === undefined)
    const rest: Answers = {}
    for (const field of required) {
      if (field.type === 'shortText' || field.type === 'longText') rest[field.key] = 'Tekst'
      if (field.type === 'yesNo' || field.type === 'declaration') rest[field.key] = true
      if (field.type === 'number') rest[field.key] = field.min ?? 1
      if (field.type === 'amount') rest[field.key] = 1_000_000
      if (field.type === 'bankAccount') rest[field.key] = '86011117947'
      if (field.type === 'budget') {
        const cost = field.categories.find((each) => each.side === 'cost')?.key ?? ''
        rest[field.key] = { lines: [{ side: 'cost', category: cost, label: 'Fakler', ore: 1_000_000 }] }
      }
    }
    const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'draft' as const, id }
    await trx
      .updateTable('draft')
      .set({ answers: json(sealAnswers(definition, { ...answers, ...rest }, base().keyring, place)) })
      .where('id', '=', id)
      .execute()
    const cases = await submitApplication(trx, { ...base(), draftId: id, caseLanguage: 'nb', origin: 'https://tilskudd.example' })
    expect(cases).toHaveLength(2)
    const rows = await trx
      .selectFrom('case_file')
      .innerJoin('district', 'district.id', 'case_file.district_id')
      .select(['district.key', 'applied_ore'])
      .orderBy('key')
      .execute()
    expect(rows).toEqual([
      { key: 'indrehavn', applied_ore: 1_000_000 },
      { key: 'solhaug', applied_ore: 1_000_000 },
    ])
    expect(await trx.selectFrom('case_link').select('kind').execute()).toHaveLength(2)
    for (const each of cases)
      expect((await listEvents(trx, each.id)).map((event) => event.type)).toEqual(['application-submitted'])
    // One application, told of once.
    expect(await trx.selectFrom('notice').select('subject').execute()).toEqual([
      { subject: `Vi har mottatt søknaden, sak ${cases.map((each) => each.number).join(', ')}` },
    ])
  })
})

test('a mandate that has ended sends nothing', async () => {
  await torg.inFjordvik(async (trx) => {
    const id = await draftWith(trx, 'kor-og-korps', { members: 1 })
    await trx.updateTable('mandate').set({ valid_until: '2026-11-01' }).where('organisation_id', '=', torg.choirId).execute()
    await expect(
      submitApplication(trx, { ...base(), draftId: id, caseLanguage: 'nb', origin: 'https://tilskudd.example' }),
    ).rejects.toThrow('mandateEnded')
  })
})
