import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { openAnswers } from '../../application/sealed-answers.ts'
import { partsOf } from '../../application/rules/fields.ts'
import { titleOf } from '../../scheme/rules/for-part.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'

/** Who is proposed in a case, by whom, and what they have said. */
export interface Nomination {
  id: string
  caseId: string
  caseNumber: string
  scheme: string
  nominator: string
  name: string
  email: string
  lang: Lang
  senderId: string
  toldAt: Date | null
  answer: 'pending' | 'accepted' | 'declined'
  answeredAt: Date | null
  answeredBy: string | null
}

/** The answer to a case's nomination; undefined where nobody is proposed. */
export async function findNominationAnswer(trx: Trx, caseId: string) {
  return await trx
    .selectFrom('nomination')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'nomination.municipality_id').onRef('person.id', '=', 'nomination.answered_by'),
    )
    .select(['nomination.answer', 'nomination.told_at', 'nomination.answered_at', 'person.name as answered_by'])
    .where('nomination.case_id', '=', caseId)
    .executeTakeFirst()
}

/** Why a person can give no answer to a nomination, or change it: undefined when they can. */
export async function findAnswerBar(
  trx: Trx,
  nomination: Pick<Nomination, 'caseId' | 'senderId'>,
  personId: string,
): Promise<'ownNomination' | 'notInThisState' | 'alreadyPaid' | undefined> {
  if (personId === nomination.senderId) return 'ownNomination'
  const { status } = await trx
    .selectFrom('case_file')
    .select('status')
    .where('id', '=', nomination.caseId)
    .executeTakeFirstOrThrow()
  if (['withdrawn', 'closed'].includes(status)) return 'notInThisState'
  const begun = await trx
    .selectFrom('payment')
    .select('id')
    .where('case_id', '=', nomination.caseId)
    .where('status', 'in', ['prepared', 'approved', 'sent', 'confirmed'])
    .executeTakeFirst()
  return begun ? 'alreadyPaid' : undefined
}

/** A nomination with name and address, opened from the application. Throws NotFound. */
export async function getNomination(trx: Trx, keyring: Keyring, id: string): Promise<Nomination> {
  const row = await trx
    .selectFrom('nomination')
    .innerJoin('application', (join) =>
      join
        .onRef('application.municipality_id', '=', 'nomination.municipality_id')
        .onRef('application.case_id', '=', 'nomination.case_id'),
    )
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'nomination.municipality_id').onRef('case_file.id', '=', 'nomination.case_id'),
    )
    .selectAll('nomination')
    .select([
      'application.answers',
      'application.version_id',
      'application.part',
      'application.sender_id',
      'case_file.number',
      'case_file.applicant_name',
      'case_file.language',
    ])
    .where('nomination.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('nomination')
  const definition = await getDefinition(trx, { versionId: row.version_id, part: row.part })
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'case' as const, id: row.case_id }
  const answers = openAnswers(definition, row.answers, keyring, place)
  const { person = '', email = '' } = definition.nomination ?? {}
  const lang = isLang(row.language) ? row.language : 'nb'
  const address = answers[email]
  const name = partsOf(answers[person])?.['name']
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    scheme: titleOf(definition, lang),
    nominator: row.applicant_name,
    name: typeof name === 'string' ? name : '',
    email: typeof address === 'string' ? address.trim() : '',
    lang,
    senderId: row.sender_id,
    toldAt: row.told_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
  }
}
