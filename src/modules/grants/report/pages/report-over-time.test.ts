import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeyring, type MasterKey } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { openAnswers, sealAnswers } from '../../application/sealed-answers.ts'
import { jobScope } from '../../decision/decision.testing.ts'
import { openFollowUpWorld, type FollowUpWorld, type GivenAward } from '../../follow-up.testing.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { resealReports } from '../actions/reseal-reports.ts'
import { freezeReportJob, remindOfReportsJob } from '../jobs.ts'
import { reportForm } from '../report-form.ts'
import { astrid, fill, maren, path, result, review, send, show, statusOf, write, youthAward } from '../report.testing.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

test('A report with its attachments is open to its own people, and to staff once it is sent', async () => {
  const award = await youthAward(world)
  await write(world, award)
  const { id } = await world.inCity((trx) =>
    trx
      .selectFrom('report_attachment')
      .select('id')
      .where('report_id', '=', award.reportId ?? '')
      .executeTakeFirstOrThrow(),
  )
  expect((await show(world, award, `fil/${id}`)).headers.get('content-disposition')).toContain('regnskap.pdf')
  expect((await world.get(path(award, `fil/${id}`), { as: 'jonas-berge' })).status).toBe(404)
  const staffPath = `/saker/rapporter/${award.reportId}/fil/${id}`
  expect((await world.get(staffPath, { as: maren })).status).toBe(404)
  await send(world, award)
  expect((await world.get(staffPath, { as: maren })).status).toBe(200)
})

test('A report is kept as a PDF each time it is sent, for the recipient and for staff, and once however often it is made', async () => {
  const award = await youthAward(world)
  const freeze = async () => {
    const { reportId, revision } = { ...award, revision: (await statusOf(world, award)).revision }
    await freezeReportJob.run(world.services, jobScope(world), {
      reportId: reportId ?? '',
      revision,
    })
  }
  const kept = () =>
    world.inCity((trx) =>
      trx
        .selectFrom('case_document')
        .selectAll()
        .where('case_id', '=', award.caseId)
        .where('kind', '=', 'report')
        .orderBy('created_at')
        .execute(),
    )
  await write(world, award)
  await send(world, award)
  for (let time = 0; time < 2; time++) await freeze()
  const [first] = await kept()
  expect(await kept()).toHaveLength(1)
  expect(first).toMatchObject({ direction: 'in', created_at: (await statusOf(world, award)).submitted_at })
  const own = await world.get(`/min-side/saker/${award.number.replace('/', '-')}/dokument/${first?.id}`, { as: astrid })
  expect(own.headers.get('content-type')).toBe('application/pdf')
  expect((await world.get(`/saker/dokumenter/${first?.id}`, { as: maren })).status).toBe(200)
  expect((await world.get(`/saker/dokumenter/${first?.id}`, { as: 'jonas-berge' })).status).toBe(404)

  await review(world, award, 'return', { reason: 'Skriv mer.' })
  await freeze()
  expect(await kept()).toHaveLength(1)
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await fill(world, award, 'resultat', { ...result, voices: 'Nå med flere jenter.' })
  await fill(world, award, 'bekreft', { torgTruth: 'on' })
  await send(world, award)
  await freeze()
  expect((await kept()).map((each) => each.title)).toEqual([`Rapport ${award.number}`, `Rapport ${award.number}, sendt på nytt`])
})

test('A report is reminded of before and after its day, once each, and again when the day is moved', async () => {
  const award = await youthAward(world)
  const remindAt = async (day: string) => {
    world.clock.now = new Date(`${day}T06:10:00Z`)
    await remindOfReportsJob.run(world.services, jobScope(world), {})
    const notices = await world.inCity((trx) =>
      trx
        .selectFrom('notice')
        .select('kind')
        .where('case_id', '=', award.caseId)
        .where('kind', 'in', ['report-due-soon', 'report-overdue'])
        .execute(),
    )
    return notices.map((notice) => notice.kind).toSorted()
  }
  const before = world.clock.now
  await world.inCity((trx) =>
    trx
      .updateTable('report')
      .set({ due_on: '2027-03-31' })
      .where('id', '=', award.reportId ?? '')
      .execute(),
  )
  expect(await remindAt('2027-03-10')).toEqual([])
  expect(await remindAt('2027-03-17')).toEqual(['report-due-soon'])
  expect(await remindAt('2027-03-18')).toEqual(['report-due-soon'])
  expect(await remindAt('2027-04-01')).toEqual(['report-due-soon', 'report-overdue'])
  expect(await remindAt('2027-04-20')).toEqual(['report-due-soon', 'report-overdue'])
  await world.inCity((trx) =>
    trx
      .updateTable('report')
      .set({ due_on: '2027-06-01' })
      .where('id', '=', award.reportId ?? '')
      .execute(),
  )
  expect(await remindAt('2027-05-20')).toHaveLength(3)
  world.clock.now = before
})

test('Classified answers of a report move to a new key, and stay what they were', async () => {
  await world.inCity(async (trx) => {
    const { definition } = await getSchemeBySlug(trx, 'ungdommens-moteplasser')
    const fields = definition.report?.fields.map((field) => (field.key === 'voices' ? { ...field, classified: true } : field))
    await publishScheme(trx, { definition: { ...definition, report: { ...definition.report, fields } }, now: world.clock.now })
  })
  const award = await youthAward(world)
  const [old, next] = ['old', 'next'].map((id) => ({ id, secret: randomBytes(32) })) as [MasterKey, MasterKey]
  const answers = { voices: 'Kari på 14 sa det slik.' }
  await world.inCity(async (trx) => {
    const { definition, place } = await whereItStands(trx, award)
    const sealed = sealAnswers(definition, answers, openKeyring([old]), place)
    await trx
      .updateTable('report')
      .set({ answers: json(sealed) })
      .where('id', '=', place.id)
      .execute()
  })
  const both = openKeyring([next, old])
  const first = await world.inCity((trx) => resealReports(trx, both))
  expect(first).toBeGreaterThan(0)
  expect(await world.inCity((trx) => resealReports(trx, both))).toBe(0)
  await world.inCity(async (trx) => {
    const { definition, place, stored } = await whereItStands(trx, award)
    expect(openAnswers(definition, stored, openKeyring([next]), place)).toEqual(answers)
    expect(() => openAnswers(definition, stored, openKeyring([old]), place)).toThrow()
  })
})

async function whereItStands(trx: Trx, award: GivenAward) {
  const application = await trx
    .selectFrom('application')
    .selectAll()
    .where('case_id', '=', award.caseId)
    .executeTakeFirstOrThrow()
  const scheme = await getDefinition(trx, { versionId: application.version_id, part: application.part })
  const report = await trx
    .selectFrom('report')
    .selectAll()
    .where('id', '=', award.reportId ?? '')
    .executeTakeFirstOrThrow()
  const place = { municipalityId: report.municipality_id, kind: 'report' as const, id: report.id }
  return { definition: reportForm(scheme, false).definition, place, stored: report.answers }
}
