import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import type { Answers } from '../../model.ts'
import { getDefinitions } from '../../scheme/queries/versions.ts'
import { openAnswers } from '../sealed-answers.ts'

/** The applicant's last application in a scheme: what "same as last year" starts from. */
export interface LastApplication {
  caseId: string
  year: number
  sender: string
  submittedAt: Date
}

/** Undefined when there is none. An organisation's is found whoever sent it, so that a new treasurer finds it too. */
export async function findLastApplication(
  trx: Trx,
  who: { schemeId: string; organisationId: string | null; personId: string },
): Promise<LastApplication | undefined> {
  let query = trx
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'application.municipality_id').onRef('person.id', '=', 'application.sender_id'),
    )
    .select(['application.case_id', 'application.submitted_at', 'person.name'])
    .where('application.scheme_id', '=', who.schemeId)
    .orderBy('application.submitted_at', 'desc')
    .limit(1)
  query = who.organisationId
    ? query.where('application.organisation_id', '=', who.organisationId)
    : query.where('application.organisation_id', 'is', null).where('application.sender_id', '=', who.personId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  return {
    caseId: row.case_id,
    year: Number(osloDate(row.submitted_at).slice(0, 4)),
    sender: row.name,
    submittedAt: row.submitted_at,
  }
}

/** What was answered in an application, opened, with the year it was sent. Undefined when it is gone. */
export async function findSentAnswers(
  trx: Trx,
  caseId: string,
  keyring: Keyring,
): Promise<{ answers: Answers; year: number } | undefined> {
  const row = await trx
    .selectFrom('application')
    .select(['answers', 'version_id', 'part', 'submitted_at'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const made = row && { versionId: row.version_id, part: row.part }
  const definition = made && (await getDefinitions(trx, [made]))(made)
  if (!row || !definition) return undefined
  const { municipalityId } = scopeOf(trx)
  return {
    answers: openAnswers(definition, row.answers, keyring, { municipalityId, kind: 'case', id: caseId }),
    year: Number(osloDate(row.submitted_at).slice(0, 4)),
  }
}
