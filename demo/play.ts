import { grantsJobs } from '#grants'
import { tellNominatedJob } from '#src/modules/grants/nomination/jobs.ts'
import { getSchemeBySlug } from '#src/modules/grants/scheme/queries/schemes.ts'
import type { Organisations } from './add-applicants.ts'
import { apply } from './apply.ts'
import type { DemoApplicantPerson, DemoOrganisation } from './applicants.ts'
import { planDecision } from './decide.ts'
import { planHandling, type Staff, type StoryCase } from './handle.ts'
import { bankAccount } from './numbers.ts'
import { demoPeople } from './people.ts'
import type { DemoApplicant, PlannedRound } from './plan.ts'
import type { World } from './world.ts'

export interface Cast {
  rounds: readonly PlannedRound[]
  staff: Staff
  people: readonly DemoApplicantPerson[]
  organisations: readonly DemoOrganisation[]
  /** The organisations as they were added. */
  registered: Organisations
}

/**
 * Plays a municipality's rounds in the order of their own time up to now; `after` each step is told how many applications have been
 * written. Returns how many cases there are.
 */
export async function playStories(world: World, cast: Cast, now: Date, after: (written: number) => void): Promise<number> {
  let cases = 0
  let applied = 0
  for (const round of cast.rounds) {
    for (const planned of round.applications) {
      const sentAt = world.clock.when(planned.sent)
      world.timeline.plan(sentAt, async () => {
        const applicant = applicantOf(world, planned.applicant, round, cast)
        const written = await apply(world, round.scheme, planned, applicant)
        applied++
        const { definition } = await world.services.db.reading(world.ground.scope, (trx) => getSchemeBySlug(trx, round.scheme))
        for (const each of written) {
          const nth = cases++
          const caseworker = round.caseworkers[nth % round.caseworkers.length] ?? ''
          const story: StoryCase = {
            ...each,
            round,
            planned,
            definition,
            applicant: applicant.personKey,
            caseworker,
            nth,
            staff: cast.staff,
          }
          if (definition.nomination) {
            const at = { ...world.services, now: () => sentAt }
            await tellNominatedJob.run(at, { ...world.ground.scope, now: sentAt }, { caseId: each.id })
          }
          planHandling(world, story, sentAt, (proposal) => planDecision(world, story, sentAt, proposal))
        }
      })
    }
  }
  for (let at = world.clock.when('2025-11-03 04:40'); at < now; at = new Date(at.getTime() + 45 * 86_400_000)) {
    world.timeline.plan(at, (then) => nightly(world, then))
  }
  world.timeline.plan(now, (then) => nightly(world, then))
  await world.timeline.play(now, () => after(applied))
  return cases
}

/** What the clock does by itself: awards lapse, cases with nothing open close, reports are asked for. Each night is one too many here. */
async function nightly(world: World, now: Date): Promise<void> {
  const services = { ...world.services, now: () => now }
  for (const job of grantsJobs.filter((each) => each.cron)) await job.run(services, { ...world.ground.scope, now }, {})
}

/** Who applies, by the key in a story: an organisation through its person, or a person alone. */
function applicantOf(world: World, key: string, round: PlannedRound, cast: Cast): DemoApplicant {
  const { districts } = world.ground.municipality
  const organisation = cast.organisations.find((each) => each.key === key)
  const personKey = organisation?.person ?? key
  const person = [...cast.people, ...demoPeople].find((each) => each.key === personKey)
  if (!person) throw new Error(`Nobody is called ${key}.`)
  const registered = cast.registered.get(key)
  const nth = [...cast.people, ...demoPeople].indexOf(person)
  return {
    personKey,
    organisationId: registered?.id ?? null,
    number: registered?.number ?? '',
    name: organisation?.name ?? person.name,
    contact: person.name,
    email: `${personKey.replace('-', '.')}@innbygger.example`,
    account: registered?.account ?? bankAccount(300 + nth),
    district: districts[nth % Math.max(1, districts.length)]?.key ?? '',
    registrar: round.caseworkers[0] ?? '',
  }
}
