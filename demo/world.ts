import { sql } from 'kysely'
import { caseSlug } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { municipalityOrigin, type Services } from '#platform/http/index.ts'
import { sendQueued } from '#platform/mail/queue-mail.ts'
import type { Actor } from '#src/modules/grants/review/actions/actor.ts'
import type { StoryClock } from './calendar.ts'
import type { Ground } from './ground.ts'
import { demoPeople } from './people.ts'
import { openTimeline, type Timeline } from './timeline.ts'

/** One invented municipality while its past is being played: whoever acts does it through the real actions, at the time it happens. */
export interface World {
  services: Services
  ground: Ground
  timeline: Timeline
  /** Where its residents reach it. */
  origin: string
  clock: StoryClock
  /** A demo person, or an applicant added by the seed, as the one who acts. */
  actor(key: string): Actor
  personId(key: string): string
  /** One transaction of a person's, at a time. */
  act<T>(who: string, at: Date, work: (trx: Trx) => Promise<T>): Promise<T>
  /** Where the applicant reads about a case. */
  addressOf(number: string): string
}

export async function openWorld(services: Services, ground: Ground, clock: StoryClock): Promise<World> {
  const { municipalityId } = ground.scope
  const origin = await municipalityOrigin(services, municipalityId)
  const roles = new Map(demoPeople.map((person) => [person.key, person.roles]))
  const personId = (key: string): string => {
    const id = ground.people.get(key)
    if (!id) throw new Error(`There is no ${key} in ${ground.municipality.slug}.`)
    return id
  }
  return {
    services,
    ground,
    timeline: openTimeline(),
    origin,
    clock,
    actor: (key) => ({ id: personId(key), roles: roles.get(key) ?? [] }),
    personId,
    act: (who, now, work) =>
      services.db.inTransaction({ municipalityId, personId: personId(who), now }, async (trx) => {
        // Nobody is given a receipt for an invented case: should the power go, the demo is made again.
        await sql`set local synchronous_commit = off`.execute(trx)
        return await work(trx)
      }),
    addressOf: (number) => `${origin}/min-side/saker/${caseSlug(number)}`,
  }
}

/** Sends what waits in the outbox as of a time, so that the mailbox shows when it was. */
export async function sendMail(world: World, now: Date): Promise<void> {
  const { services, ground } = world
  const waiting = await services.db.reading(ground.scope, (trx) =>
    trx.selectFrom('notice').select(['id', 'created_at']).where('sent_at', 'is', null).where('created_at', '<=', now).execute(),
  )
  for (const notice of waiting) {
    await sendQueued({ db: services.db, now: () => new Date(notice.created_at.getTime() + 20_000) }, ground.scope, notice.id)
  }
}
