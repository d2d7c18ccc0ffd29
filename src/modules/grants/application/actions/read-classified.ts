import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import type { Answers } from '../../model.ts'
import { getSentApplication } from '../queries/get-sent-application.ts'
import { classifiedKeys, openAnswers } from '../sealed-answers.ts'

/**
 * An application's classified answers, opened for somebody who needs them; that they were read, and which, is logged. The page has
 * asked who may.
 */
export async function readClassified(
  trx: Trx,
  input: { caseId: string; keyring: Keyring; actorRole?: string },
): Promise<Answers> {
  const application = await getSentApplication(trx, input.caseId)
  const keys = classifiedKeys(application.definition).filter((key) => application.answers[key] !== undefined)
  if (keys.length === 0) return {}
  const { municipalityId } = scopeOf(trx)
  const opened = openAnswers(application.definition, application.answers, input.keyring, {
    municipalityId,
    kind: 'case',
    id: input.caseId,
  })
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: 'classified-read',
    ...(input.actorRole ? { actorRole: input.actorRole } : {}),
    changes: { fields: keys },
  })
  return Object.fromEntries(keys.flatMap((key) => (opened[key] === undefined ? [] : [[key, opened[key]]])))
}
