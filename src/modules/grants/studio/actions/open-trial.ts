import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Invalid } from '#platform/errors.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { eraseDraft } from '../../application/actions/delete-draft.ts'
import type { Answers, SchemeDefinition } from '../../model.ts'
import type { SchemeDraft } from '../queries/drafts.ts'
import { ownNumber } from '../queries/own-number.ts'
import { shownDefinition } from '../rules/shown-definition.ts'
import { applicantsFor, factsOf, type TrialApplicant } from '../rules/trial-applicants.ts'

export interface OpenTrial {
  draft: SchemeDraft
  personId: string
  language: Lang
  now: Date
  /** Left out: goes on with the one that is there. */
  as?: { who: TrialApplicant; name: string; part: string | null; answers?: Answers }
}

/** `id`: the application draft that the applicant's own pages show. `who`: left out for one begun before applicants were named so. */
export interface Trial {
  id: string
  definition: SchemeDefinition
  part: string | null
  name: string
  sent: boolean
}

/**
 * The person's trial of a scheme's form as the form is now: the one begun before, with its answers, or a new one. Throws Invalid
 * (notYetShown) while the document lacks what a form cannot be drawn without.
 */
export async function openTrial(trx: Trx, input: OpenTrial): Promise<Trial> {
  const { draft, personId } = input
  const definition = shownDefinition(draft.document)
  if (!definition) throw new Invalid([{ key: 'notYetShown' }])
  const found = await trx
    .selectFrom('draft')
    .select(['id', 'trial', 'part', 'sent_at'])
    .where('scheme_draft_id', '=', draft.id)
    .where('person_id', '=', personId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found?.trial && !input.as) {
    const { applicant } = found.trial
    const part = partIn(definition, found.part)
    await trx
      .updateTable('draft')
      .set({ trial: json({ definition, applicant }), part })
      .where('id', '=', found.id)
      .execute()
    return { id: found.id, definition, part, name: applicant.name, sent: found.sent_at !== null }
  }
  const [first = 'member'] = applicantsFor(definition)
  const as: OpenTrial['as'] & object = input.as ?? { who: first, name: '', part: null }
  const part = partIn(definition, as.part)
  // A trial that is begun anew leaves nothing behind.
  if (found) await eraseDraft(trx, found.id)
  const { id } = await trx
    .insertInto('draft')
    .values({
      scheme_id: null,
      version_id: null,
      round_id: null,
      scheme_draft_id: draft.id,
      trial: json({ definition, applicant: { name: as.name, facts: factsOf(as.who, await ownNumber(trx)) } }),
      person_id: personId,
      // of an invented application: nobody's, so that none of them is sealed
      answers: json(as.answers ?? {}),
      part,
      language: input.language,
      opened_at: input.now,
      saved_at: input.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, definition, part, name: as.name, sent: false }
}

function partIn({ parts }: SchemeDefinition, part: string | null): string | null {
  return parts?.find((each) => each.key === part)?.key ?? parts?.[0]?.key ?? null
}
