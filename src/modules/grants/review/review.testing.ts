import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { caseSlug, openCase } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { routes } from '#src/routes.ts'
import { openTestApp, type Answer, type TestApp } from '#test/app.ts'

/** For tests: the running application in the demo's city, with applications that have come in. */
export interface ReviewWorld extends TestApp {
  inCity<T>(work: (trx: Trx) => Promise<T>, as?: string): Promise<T>
  person(key: string): string
  actor(key: string): { id: string; roles: string[] }
  /** Presses a button of a case page's form. */
  press(slug: string, step: string, as: string, form?: Record<string, string>): Promise<Answer>
}

export const reviewedAt = new Date('2026-12-20T09:00:00Z')

const rolesOf: Record<string, string[]> = {
  'maren-lie': ['caseworker'],
  'sindre-hauge': ['caseworker'],
  'tor-bakken': ['unit-leader', 'decision-maker'],
  'farid-karimi': ['assessor'],
  'rolf-vik': ['auditor'],
}

export async function openReviewWorld(): Promise<ReviewWorld> {
  const torg = await openTestApp(routes, reviewedAt)
  torg.services.dataDir = mkdtempSync(path.join(tmpdir(), 'torg-review-'))
  const [city] = torg.ground
  if (!city) throw new Error('the demo has no municipality')
  const person = (key: string) => city.people.get(key) ?? ''
  return {
    ...torg,
    person,
    actor: (key) => ({ id: person(key), roles: rolesOf[key] ?? [] }),
    inCity: (work, as) => torg.services.db.inTransaction(as ? { ...city.scope, personId: person(as) } : city.scope, work),
    press: (slug, step, as, form = {}) => torg.post(`/saker/${slug}/${step}`, { as, form }),
  }
}

export interface Received {
  slug?: string
  applicant?: string
  organisationId?: string
  appliedOre?: number
  status?: string
  caseworker?: string
  dueOn?: string
  language?: string
  district?: string
}

/** An application as the applicant's side leaves it: sent, with nobody to handle it yet. */
export async function receivedCase(
  world: ReviewWorld,
  received: Received = {},
): Promise<{ id: string; number: string; slug: string; roundId: string; organisationId: string }> {
  return await world.inCity(async (trx) => {
    const scheme = await trx
      .selectFrom('scheme')
      .selectAll()
      .where('slug', '=', received.slug ?? 'klimatiltak')
      .executeTakeFirstOrThrow()
    const round = await trx
      .selectFrom('round')
      .selectAll()
      .where('scheme_id', '=', scheme.id)
      .orderBy('opens_at', 'desc')
      .executeTakeFirstOrThrow()
    const organisationId =
      received.organisationId ??
      (
        await trx
          .insertInto('organisation')
          .values({ name: received.applicant ?? 'Fjordvik sykkelverksted', email: 'post@verksted.example' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const district = received.district
      ? await trx.selectFrom('district').select('id').where('key', '=', received.district).executeTakeFirstOrThrow()
      : undefined
    const appliedOre = received.appliedOre ?? 40_000_00
    const opened = await openCase(trx, {
      kind: 'grant',
      topicId: scheme.id,
      callId: round.id,
      title: 'Lokale klimatiltak',
      status: received.status ?? 'submitted',
      applicantName: received.applicant ?? 'Fjordvik sykkelverksted',
      applicantOrganisationId: organisationId,
      districtId: district?.id ?? null,
      unitId: scheme.unit_id,
      dueOn: received.dueOn ?? '2027-02-04',
      appliedOre,
      receivedAt: new Date('2026-12-05T09:00:00Z'),
      language: received.language ?? 'nb',
    })
    await trx
      .insertInto('application')
      .values({
        case_id: opened.id,
        scheme_id: scheme.id,
        version_id: scheme.current_version_id ?? '',
        round_id: round.id,
        draft_id: null,
        sender_id: world.person('astrid-solheim'),
        organisation_id: organisationId,
        mandate_id: null,
        answers: json({ projectTitle: 'Reparer heller' }),
        applied_ore: appliedOre,
        calculated_ore: null,
        submitted_at: new Date('2026-12-05T09:00:00Z'),
        copied_from: null,
      })
      .execute()
    if (received.caseworker)
      await trx
        .updateTable('case_file')
        .set({ caseworker_id: world.person(received.caseworker) })
        .where('id', '=', opened.id)
        .execute()
    return { ...opened, slug: caseSlug(opened.number), roundId: round.id, organisationId }
  })
}

/** Declares impartiality, or partiality with a reason. */
export async function declare(world: ReviewWorld, caseId: string, who: string, impartial = true): Promise<void> {
  await world.inCity((trx) =>
    trx
      .insertInto('impartiality_declaration')
      .values({ case_id: caseId, person_id: world.person(who), impartial, reason: impartial ? null : 'Leder i laget' })
      .execute(),
  )
}

/** A case as it stands, with the types of its events. */
export async function stateOf(world: ReviewWorld, caseId: string) {
  return await world.inCity(async (trx) => ({
    ...(await trx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()),
    events: (await trx.selectFrom('event').select('type').where('subject_id', '=', caseId).orderBy('sequence').execute()).map(
      (event) => event.type,
    ),
  }))
}
