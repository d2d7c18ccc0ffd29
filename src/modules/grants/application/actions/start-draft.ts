import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { osloDate } from '#platform/time.ts'
import type { Answers } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { roundToApplyIn } from '../../scheme/rules/round-state.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { findSentAnswers } from '../queries/find-last-application.ts'
import { listRepresentations } from '../queries/list-applicants.ts'
import { copyAnswers } from '../rules/copy-answers.ts'
import { prefill } from '../rules/prefill.ts'
import { sealAnswers } from '../sealed-answers.ts'
import { mayOrganisationApply, maySend } from '../../scheme/rules/who-may-apply.ts'

export interface NewDraft {
  slug: string
  personId: string
  /** null: for oneself. */
  organisationId: string | null
  language: Lang
  keyring: Keyring
  now: Date
  /** The application to start from: the applicant's own, in the same scheme. */
  copyFrom?: string
  /** The part applied for, in schemes that have parts. */
  part?: string
}

/**
 * Begins a draft in the scheme's open round. Throws NotFound (no such scheme), Conflict (roundClosed) and Forbidden (not theirs to
 * apply for, or a kind of applicant the scheme does not take), and Invalid when the scheme has
 * parts and none of them is named.
 */
export async function startDraft(trx: Trx, input: NewDraft): Promise<{ id: string; firstPage: string }> {
  const scheme = await getSchemeBySlug(trx, input.slug)
  const round = roundToApplyIn(scheme, input.now)
  if (!round) throw new Conflict({ key: 'roundClosed' })
  const { parts } = scheme.definition
  const part = parts?.find((each) => each.key === input.part)?.key ?? null
  if (parts && !part) throw new Invalid([{ key: 'partMissing', field: 'del' }])
  const definition = forPart(scheme.definition, part)
  const { applicants } = definition
  if (!input.organisationId && !applicants.persons) throw new Forbidden('this kind of applicant')
  const today = osloDate(input.now)
  const representation = input.organisationId
    ? (await listRepresentations(trx, input.personId, today)).find((each) => each.organisationId === input.organisationId)
    : undefined
  if (input.organisationId && !representation) throw new Forbidden('no mandate')
  if (representation && !mayOrganisationApply(applicants, representation)) throw new Forbidden('this kind of applicant')
  if (representation && !maySend(applicants, representation.role)) throw new Forbidden('another role in the organisation')
  const verified = !input.organisationId || representation?.verified === true
  const known = await readKnown(trx, input.personId, verified ? input.organisationId : null)
  const copied = input.copyFrom && verified ? await copyFrom(trx, input, scheme.id) : undefined
  const answers: Answers = { ...prefill(definition, known), ...(copied ? copyAnswers(definition, copied) : {}) }
  const { id } = await trx
    .insertInto('draft')
    .values({
      scheme_id: scheme.id,
      version_id: scheme.versionId,
      round_id: round.id,
      person_id: input.personId,
      organisation_id: input.organisationId,
      answers: json({}),
      copied_from: copied ? (input.copyFrom ?? null) : null,
      part,
      language: input.language,
      opened_at: input.now,
      saved_at: input.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (Object.keys(answers).length > 0) {
    const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'draft' as const, id }
    await trx
      .updateTable('draft')
      .set({ answers: json(sealAnswers(definition, answers, input.keyring, place)) })
      .where('id', '=', id)
      .execute()
  }
  return { id, firstPage: definition.form.pages[0]?.key ?? '' }
}

/** The earlier application's answers, if it is the applicant's own and in this scheme. */
async function copyFrom(trx: Trx, input: NewDraft, schemeId: string): Promise<Answers> {
  let query = trx
    .selectFrom('application')
    .select('case_id')
    .where('case_id', '=', input.copyFrom ?? '')
    .where('scheme_id', '=', schemeId)
  query = input.organisationId
    ? query.where('organisation_id', '=', input.organisationId)
    : query.where('organisation_id', 'is', null).where('sender_id', '=', input.personId)
  const own = await query.executeTakeFirst()
  const sent = own && (await findSentAnswers(trx, own.case_id, input.keyring))
  if (!sent) throw new NotFound('application to start from')
  return sent.answers
}

async function readKnown(trx: Trx, personId: string, organisationId: string | null) {
  const person = await trx.selectFrom('person').select(['name', 'email']).where('id', '=', personId).executeTakeFirstOrThrow()
  const organisation = organisationId
    ? await trx
        .selectFrom('organisation')
        .select(['name', 'number', 'address', 'postcode', 'place', 'register_facts'])
        .where('id', '=', organisationId)
        .executeTakeFirst()
    : undefined
  return {
    person,
    ...(organisation ? { organisation: { ...organisation, bankAccount: organisation.register_facts?.bankAccount ?? null } } : {}),
  }
}
