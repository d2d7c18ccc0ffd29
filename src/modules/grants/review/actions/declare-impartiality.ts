import { changeCase, lockCase, recordEvent } from '#cases'
import { Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { roleFor, type Actor } from './actor.ts'

export interface Declaration {
  caseIds: readonly string[]
  /** The cases one is partial in, with why. */
  except: ReadonlyMap<string, string>
  by: Actor
  at: Date
}

/**
 * Declares impartiality in many cases at once, partiality in those excepted (forvaltningsloven §§ 6–10). A partial person's own
 * cases are without caseworker again, and are no longer theirs to assess. Throws Invalid when an exception has no reason.
 */
export async function declareImpartiality(trx: Trx, input: Declaration): Promise<{ declared: number; partial: number }> {
  const bare = [...input.except].filter(([, reason]) => reason.trim() === '')
  if (bare.length > 0) throw new Invalid(bare.map(([caseId]) => ({ key: 'partialReason', field: `reason.${caseId}` })))
  const ids = [...new Set(input.caseIds)].toSorted()
  let partial = 0
  for (const caseId of ids) {
    const reason = input.except.get(caseId)
    const found = await lockCase(trx, caseId)
    await trx
      .insertInto('impartiality_declaration')
      .values({
        case_id: caseId,
        person_id: input.by.id,
        impartial: reason === undefined,
        reason: reason ?? null,
        declared_at: input.at,
      })
      .execute()
    if (reason !== undefined) {
      partial++
      if (found.caseworker_id === input.by.id) await changeCase(trx, caseId, { caseworker_id: null })
      await trx.deleteFrom('case_assessor').where('case_id', '=', caseId).where('person_id', '=', input.by.id).execute()
    }
    await recordEvent(trx, {
      subjectId: caseId,
      type: 'impartiality-declared',
      actorRole: roleFor(input.by, 'declareImpartiality'),
      changes: { impartial: reason === undefined },
    })
  }
  return { declared: ids.length, partial }
}
