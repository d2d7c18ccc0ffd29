import { NotFound } from '#platform/errors.ts'
import { currentPerson, type Ctx } from '#platform/http/index.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { listPotStandings, type PotStanding } from '../../review/queries/pots.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { getSender } from '../queries/letter-frame.ts'
import { findAgenda, listPartial, type BodyAgenda } from '../queries/meetings.ts'

/** What waits for the body and round in the address, without the cases closed to the asker. Throws NotFound when nothing does. */
export async function readAgenda(c: Ctx) {
  const person = currentPerson(c)
  const bodyKey = c.req.param('body') ?? ''
  const roundId = c.req.param('round') ?? ''
  if (!isUuid(roundId)) throw new NotFound('round')
  return await c.var.services.db.reading(c.var.scope, async (trx) => {
    const closedIds = await listClosedCaseIds(trx, person.id)
    const agenda = await findAgenda(trx, { bodyKey, roundId, closedIds })
    if (!agenda) throw new NotFound('meeting')
    const all = await findAgenda(trx, { bodyKey, roundId, closedIds: [] })
    const standings = await listPotStandings(trx, roundId)
    return {
      agenda,
      hidden: (all?.cases.length ?? 0) - agenda.cases.length,
      partial: await listPartial(
        trx,
        agenda.cases.map((each) => each.id),
      ),
      pots: potsFor(standings, agenda),
      sender: await getSender(trx, null, c.var.lang),
    }
  })
}

/** Where a body's list is. */
export function agendaHref(agenda: BodyAgenda): string {
  return `/saker/mote/${agenda.body.key}/${agenda.round.roundId}`
}

/** Øre recommended in all. */
export function sumOf(agenda: BodyAgenda): number {
  return agenda.cases.reduce((sum, row) => sum + row.ore, 0)
}

/** The district's own part of the money; else the whole. */
function potsFor(standings: readonly PotStanding[], agenda: BodyAgenda): PotStanding[] {
  const districts = new Set(agenda.cases.map((each) => each.districtId))
  const own = standings.filter((pot) => pot.districtId !== null && districts.has(pot.districtId))
  return districts.size === 1 && own.length > 0 ? own : standings.filter((pot) => pot.id === null)
}
