import { projectRoot } from '#platform/project-root.ts'
import type { Opened } from '#src/open.ts'
import { addApplicants } from './add-applicants.ts'
import { fjordvikApplicants, fjordvikOrganisations, lyngsundApplicants, lyngsundOrganisations } from './applicants.ts'
import { storyClock, type StoryClock } from './calendar.ts'
import { importEarlierAwards, leaveListWaiting } from './earlier-awards.ts'
import { layGround, type Ground } from './ground.ts'
import { demoPeople } from './people.ts'
import { playStories } from './play.ts'
import { stories } from './stories.ts'
import { openWorld, sendMail } from './world.ts'
import { writeSchemes } from './write-schemes.ts'

/** Long before the first application of any story. */
const BEGINNING = '2025-06-02 09:00'

const applicants = {
  fjordvik: { people: fjordvikApplicants, organisations: fjordvikOrganisations },
  lyngsund: { people: lyngsundApplicants, organisations: lyngsundOrganisations },
}
const staff = {
  fjordvik: { leader: 'tor-bakken', secretary: 'ingrid-aas', preparer: 'petter-dahl', approver: 'hilde-moen' },
  lyngsund: { leader: 'geir-myhre', secretary: 'berit-nes', preparer: 'berit-nes', approver: 'geir-myhre' },
}

interface Watched {
  /** Ends the play at its next step, by an error. */
  signal?: AbortSignal
  /** Told after every step how many of how many applications are sent. */
  progress?: (done: number, of: number) => void
}

/** Fills an empty database with the invented municipalities and a year and a half of their cases, played by the real actions. */
export async function seedDemo(
  torg: Pick<Opened, 'services' | 'ownerUrl'>,
  say: (line: string) => void,
  watched: Watched = {},
): Promise<void> {
  say('The database is empty: filling it with two invented municipalities, their schemes, people and cases …')
  const started = performance.now()
  const { services } = torg
  const now = services.now()
  const clock = storyClock(now)
  const { months } = clock
  const grounds = await layGround({
    db: services.db,
    keyring: services.keyring,
    ownerUrl: torg.ownerUrl,
    root: projectRoot(),
    now: clock.when(BEGINNING),
    months,
  })
  const of = Object.values(stories).flatMap((rounds) => rounds.flatMap((round) => round.applications)).length
  let [cases, done, told] = [0, 0, started]
  for (const ground of grounds) {
    const before = done
    cases += await fill(torg, ground, clock, now, (written) => {
      watched.signal?.throwIfAborted()
      done = before + written
      watched.progress?.(done, of)
      if (performance.now() - told < 3_000) return
      told = performance.now()
      say(`  ${done} of ${of} applications …`)
    })
  }
  say(
    `${cases} cases are in it, after ${((performance.now() - started) / 1000).toFixed(1)} s. Log in as one of them, no password:`,
  )
  for (const kind of ['resident', 'staff'] as const) {
    say(
      `  ${kind === 'resident' ? 'apply' : 'work'}: ${demoPeople
        .filter((person) => person.kind === kind)
        .map((person) => person.name)
        .join(', ')}`,
    )
  }
}

async function fill(
  torg: Pick<Opened, 'services'>,
  ground: Ground,
  clock: StoryClock,
  now: Date,
  after: (written: number) => void,
): Promise<number> {
  const slug = ground.municipality.slug as keyof typeof stories
  const beginning = clock.when(BEGINNING)
  const world = await openWorld(torg.services, ground, clock)
  const registered = await torg.services.db.inTransaction({ ...ground.scope, now: beginning }, (trx) =>
    addApplicants(trx, ground, { ...applicants[slug], now: beginning }),
  )
  if (slug === 'fjordvik') await importEarlierAwards(world, projectRoot(), clock.when('2025-09-01 10:00'))
  const cast = { rounds: stories[slug], staff: staff[slug], registered, ...applicants[slug] }
  const cases = await playStories(world, cast, now, after)
  if (slug === 'fjordvik') {
    await writeSchemes(world, now)
    await leaveListWaiting(world, projectRoot(), now)
  }
  await sendMail(world, now)
  return cases
}
