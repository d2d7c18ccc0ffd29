import type { Trx } from '#platform/database/db.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { grants } from '../rules/decision.ts'
import { getAnnouncement } from './letter-facts.ts'
import { getDecision } from './standing-decision.ts'

/** What announcing a set of decisions on a day would lead to. */
export interface ReleaseEffects {
  letters: number
  mails: number
  awards: number
  /** Øre. */
  awardedOre: number
  /** Awards that wait for the recipient to accept. */
  pending: number
  /** Applicants without an e-mail address. */
  byPost: number
}

export async function getReleaseEffects(trx: Trx, decisionIds: readonly string[], day: string): Promise<ReleaseEffects> {
  const sum: ReleaseEffects = { letters: decisionIds.length, mails: 0, awards: 0, awardedOre: 0, pending: 0, byPost: 0 }
  for (const id of decisionIds) {
    const decision = await getDecision(trx, id)
    const { acceptance } = await getAnnouncement(trx, id, day)
    const mails = await countAddresses(trx, decision.case_id)
    sum.mails += mails
    if (mails === 0) sum.byPost++
    if (!grants(decision.outcome)) continue
    sum.awards++
    sum.awardedOre += decision.ore
    if (acceptance === 'pending') sum.pending++
  }
  return sum
}

async function countAddresses(trx: Trx, caseId: string): Promise<number> {
  const row = await trx
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'application.municipality_id').onRef('person.id', '=', 'application.sender_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'application.municipality_id')
        .onRef('organisation.id', '=', 'application.organisation_id'),
    )
    .select(['person.email', 'person.kind', 'organisation.email as organisation_email'])
    .where('application.case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const addresses = [row.kind === 'resident' ? row.email : null, row.organisation_email]
  return new Set(addresses.filter((each) => each !== null && isMailAddress(each)).map((each) => each?.toLowerCase())).size
}
