import { randomUUID } from 'node:crypto'
import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import type { Trx } from '#platform/database/db.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { impartialityOf } from '../../review/queries/impartiality.ts'
import { decideApplication, type DecideInput } from '../actions/decide-application.ts'
import { listToDecide, type ToDecide } from '../queries/list-to-decide.ts'
import { rowValues } from './decision-rows.tsx'
import { readOutcome } from './typed-decision.ts'

/** What came of each ticked row: nothing said when it went well, else the keys of why not. */
export type RowResults = Map<string, string[]>

const MOST = 100

/** The ticked rows' ids, each once. */
export function tickedRows(form: Form): string[] {
  return [...new Set(form.all('sak').filter(isUuid))].slice(0, MOST)
}

/**
 * Decides each ticked row in a transaction of its own: one that does not go leaves the others, and nothing of itself. Sent twice,
 * it is done once.
 */
export async function decideRows(
  c: Ctx,
  form: Form,
  meetingFor?: (row: ToDecide) => DecideInput['meeting'],
): Promise<RowResults> {
  const person = currentPerson(c)
  const now = c.var.services.now()
  const key = form.key || randomUUID()
  const results: RowResults = new Map()
  for (const id of tickedRows(form)) {
    try {
      const reasons = await c.var.services.db.inTransaction(c.var.scope, (trx) =>
        once(
          trx,
          {
            key: `${key}:${id}`,
            action: meetingFor ? 'record-decision' : 'decide-application',
            personId: person.id,
            body: ['outcome', 'ore', 'reasons', 'aside', 'revision'].map((name) => form.text(`${name}-${id}`)),
          },
          () => decideRow(trx, { id, form, person, now, meetingFor }),
        ),
      )
      results.set(id, reasons)
    } catch (error) {
      if (error instanceof Conflict) results.set(id, [error.reason.key])
      else if (error instanceof NotFound) results.set(id, ['gone'])
      else throw error
    }
  }
  return results
}

async function decideRow(
  trx: Trx,
  input: {
    id: string
    form: Form
    person: { id: string; roles: readonly string[] }
    now: Date
    meetingFor: ((row: ToDecide) => DecideInput['meeting']) | undefined
  },
): Promise<string[]> {
  if ((await impartialityOf(trx, input.id, input.person.id)) === 'conflicted') throw new NotFound('case')
  const [row] = await listToDecide(trx, {}, [], [input.id])
  if (!row) throw new Conflict({ key: 'notInThisState' })
  const values = rowValues(row, input.form)
  const read = readOutcome(values, row.appliedOre)
  if (!read.ok) return read.reasons.map((reason) => reason.key)
  const meeting = input.meetingFor?.(row)
  const decided = await decideApplication(trx, {
    caseId: row.id,
    outcome: read.outcome,
    ore: read.ore,
    reasons: values.reasons,
    conditions: row.conditions,
    potId: row.potId,
    decidedBy: input.person,
    ...(meeting ? { meeting } : {}),
    now: input.now,
    revision: Number(input.form.text(`revision-${row.id}`)) || undefined,
  })
  return decided.ok ? [] : decided.reasons
}
