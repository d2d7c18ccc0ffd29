import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listEvents, openCase } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Route } from '#platform/http/index.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import type { CaseStatus } from '../lifecycle.ts'
import type { Outcome } from '../model.ts'
import type { ConditionText } from '../model.ts'
import { decideApplication, type DecideInput } from './actions/decide-application.ts'
import { proofreadLetter } from './actions/proofread-letter.ts'
import { releaseDecision } from './actions/release-decision.ts'
import { followDecisionsJob } from './jobs.ts'

/** For tests: the demo's city with cases that are ready to be decided. */
export interface DecisionWorld extends TestApp {
  inCity<T>(work: (trx: Trx) => Promise<T>, as?: string): Promise<T>
  person(key: string): string
}

export const decidedAt = new Date('2026-12-01T09:00:00Z')
export const origin = 'https://tilskudd.example.no'

export async function openDecisionWorld(routes: readonly Route[] = []): Promise<DecisionWorld> {
  const torg = await openTestApp(routes, decidedAt)
  torg.services.dataDir = mkdtempSync(path.join(tmpdir(), 'torg-decision-'))
  const [city] = torg.ground
  if (!city) throw new Error('the demo has no municipality')
  const person = (key: string) => city.people.get(key) ?? ''
  return {
    ...torg,
    person,
    inCity: (work, as) => torg.services.db.inTransaction(as ? { ...city.scope, personId: person(as) } : city.scope, work),
  }
}

export interface Ready {
  slug?: string
  round?: string
  status?: CaseStatus
  applicant?: string
  sender?: string
  appliedOre?: number
  recommend?: { outcome: Outcome; ore: number; by?: string; pot?: string }
  district?: string
  language?: string
  answers?: Record<string, string>
  /** Keys of those who have declared themselves impartial. */
  impartial?: string[]
  organisationEmail?: string
}

/** A sent and recommended application, written as the other parts of the service leave it. */
export async function readyCase(
  world: DecisionWorld,
  ready: Ready = {},
): Promise<{ id: string; number: string; roundId: string }> {
  return await world.inCity(async (trx) => {
    const slug = ready.slug ?? 'kunst-og-kulturtiltak'
    const scheme = await trx.selectFrom('scheme').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
    const rounds = await trx.selectFrom('round').selectAll().where('scheme_id', '=', scheme.id).orderBy('opens_at').execute()
    const round = rounds.find((each) => each.key === ready.round) ?? rounds.at(-1)
    if (!round || !scheme.current_version_id) throw new Error(`no round in ${slug}`)
    const district = ready.district
      ? await trx.selectFrom('district').select('id').where('key', '=', ready.district).executeTakeFirstOrThrow()
      : undefined
    const organisation = await trx
      .insertInto('organisation')
      .values({ name: ready.applicant ?? 'Havnekoret', email: ready.organisationEmail ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const senderId = world.person(ready.sender ?? 'astrid-solheim')
    await trx
      .insertInto('mandate')
      .values({
        person_id: senderId,
        organisation_id: organisation.id,
        role: 'chair',
        source: 'Enhetsregisteret',
        valid_from: '2025-01-01',
      })
      .execute()
    const recommend = ready.recommend ?? { outcome: 'granted' as const, ore: ready.appliedOre ?? 40_000_00 }
    const appliedOre = ready.appliedOre ?? 40_000_00
    const opened = await openCase(trx, {
      kind: 'grant',
      topicId: scheme.id,
      callId: round.id,
      title: slug,
      status: ready.status ?? 'recommended',
      applicantName: ready.applicant ?? 'Havnekoret',
      applicantOrganisationId: organisation.id,
      districtId: district?.id ?? null,
      unitId: scheme.unit_id,
      appliedOre,
      receivedAt: new Date('2026-11-10T09:00:00Z'),
      language: ready.language ?? 'nb',
    })
    await trx
      .insertInto('application')
      .values({
        case_id: opened.id,
        scheme_id: scheme.id,
        version_id: scheme.current_version_id,
        round_id: round.id,
        draft_id: null,
        sender_id: senderId,
        organisation_id: organisation.id,
        mandate_id: null,
        answers: json(ready.answers ?? {}),
        applied_ore: appliedOre,
        calculated_ore: null,
        submitted_at: new Date('2026-11-10T09:00:00Z'),
        copied_from: null,
      })
      .execute()
    const pot = recommend.pot
      ? await trx
          .selectFrom('pot')
          .select('id')
          .where('round_id', '=', round.id)
          .where('key', '=', recommend.pot)
          .executeTakeFirstOrThrow()
      : undefined
    await trx
      .insertInto('recommendation')
      .values({
        case_id: opened.id,
        outcome: recommend.outcome,
        ore: recommend.ore,
        pot_id: pot?.id ?? null,
        reasons: 'Koret øver ofte, og konsertene er åpne for alle.',
        conditions: json([{ key: 'useForOperations', text: 'Pengene skal brukes til drift.' }] satisfies ConditionText[]),
        recommended_by: world.person(recommend.by ?? 'maren-lie'),
      })
      .execute()
    await trx.updateTable('case_file').set({ recommended_ore: recommend.ore }).where('id', '=', opened.id).execute()
    for (const key of ready.impartial ?? ['tor-bakken'])
      await trx
        .insertInto('impartiality_declaration')
        .values({ case_id: opened.id, person_id: world.person(key), impartial: true, reason: null })
        .execute()
    return { ...opened, roundId: round.id }
  })
}

export const leader = { key: 'tor-bakken', roles: ['unit-leader', 'decision-maker'] }
export const secretary = { key: 'ingrid-aas', roles: ['committee-secretary'] }

/** A decision as the unit leader would make it, changed where the test says. */
export function decisionOn(world: DecisionWorld, caseId: string, changes: Partial<DecideInput> = {}): DecideInput {
  return {
    caseId,
    outcome: 'granted',
    ore: 40_000_00,
    reasons: 'Tiltaket er åpent for alle.',
    conditions: [],
    potId: null,
    decidedBy: { id: world.person(leader.key), roles: leader.roles },
    now: decidedAt,
    ...changes,
  }
}

/** Decides and proofreads; the letter waits. Returns the decision's id. */
export async function proofread(
  world: DecisionWorld,
  caseId: string,
  changes: Partial<DecideInput> = {},
  at = decidedAt,
): Promise<string> {
  return await world.inCity(async (trx) => await proofreadIn(trx, decisionOn(world, caseId, { now: at, ...changes }), world, at))
}

async function proofreadIn(trx: Trx, input: DecideInput, world: DecisionWorld, at: Date): Promise<string> {
  const decided = await decideApplication(trx, input)
  if (!decided.ok) throw new Error(decided.reasons.join(', '))
  await proofreadLetter(trx, { decisionId: decided.decisionId, by: { id: world.person(leader.key) }, now: at })
  return decided.decisionId
}

/** Decides, proofreads and announces in one go; returns the decision's id. */
export async function announce(
  world: DecisionWorld,
  caseId: string,
  changes: Partial<DecideInput> = {},
  at = decidedAt,
): Promise<string> {
  return await world.inCity(async (trx) => {
    const decisionId = await proofreadIn(trx, decisionOn(world, caseId, { now: at, ...changes }), world, at)
    const released = await releaseDecision(trx, { decisionId, now: at, origin })
    if (!released.ok) throw new Error(released.reasons.join(', '))
    return decisionId
  })
}

/** What a decision leaves behind on a case. */
export const rowsOf = async (world: DecisionWorld, caseId: string) =>
  await world.inCity(async (trx) => ({
    found: await trx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    awards: await trx.selectFrom('award').selectAll().where('case_id', '=', caseId).orderBy('ended_at').execute(),
    payments: await trx
      .selectFrom('payment')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('status')
      .orderBy('position')
      .execute(),
    obligations: await trx.selectFrom('obligation').selectAll().where('case_id', '=', caseId).orderBy('status').execute(),
    reports: await trx.selectFrom('report').selectAll().where('case_id', '=', caseId).orderBy('status').execute(),
    notices: await trx.selectFrom('notice').selectAll().where('case_id', '=', caseId).orderBy('recipient').execute(),
    documents: await trx.selectFrom('case_document').selectAll().where('case_id', '=', caseId).execute(),
    tasks: await trx.selectFrom('case_task').selectAll().where('case_id', '=', caseId).execute(),
    events: (await listEvents(trx, caseId)).map((event) => event.type),
  }))

/** As the server runs a job: for the city, by nobody. */
export const jobScope = (world: DecisionWorld) => ({ municipalityId: world.ground[0]?.scope.municipalityId ?? '' })

/** What the server does each night, at that time. */
export async function runNightly(world: DecisionWorld, at: string): Promise<void> {
  world.clock.now = new Date(at)
  await followDecisionsJob.run(world.services, jobScope(world), {})
  world.clock.now = decidedAt
}
