import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Conflict } from '#platform/errors.ts'
import type { Answer, Answers } from '../../model.ts'
import { getDraft, type Draft } from '../queries/get-draft.ts'
import { mergeAnswers, type Merged } from '../rules/merge.ts'
import { sealAnswers } from '../sealed-answers.ts'

export interface SaveDraft {
  draftId: string
  personId: string
  /** What was typed on the page, by field. */
  read: ReadonlyMap<string, Answer | undefined>
  /** The mark of each field's stored value when the page was shown. */
  seen: (key: string) => string
  /** Changes that come after what was typed: a row more. */
  then?: (answers: Answers, draft: Draft) => Answers
  keyring: Keyring
  now: Date
}

/** Saves what was typed. The same again changes nothing; a field changed elsewhere meanwhile is left and told of. No event: a draft is nobody's case. */
export async function saveDraft(trx: Trx, input: SaveDraft): Promise<{ draft: Draft; conflicts: Merged['conflicts'] }> {
  const draft = await getDraft(trx, { ...input, lock: true })
  if (draft.sentAt) throw new Conflict({ key: 'alreadySent' })
  const merged = mergeAnswers(draft.answers, input.read, input.seen)
  const answers = input.then ? input.then(merged.answers, draft) : merged.answers
  await writeAnswers(trx, draft, answers, input)
  return { draft: { ...draft, answers, revision: draft.revision + 1, savedAt: input.now }, conflicts: merged.conflicts }
}

export async function writeAnswers(
  trx: Trx,
  draft: Draft,
  answers: Answers,
  input: { keyring: Keyring; now: Date },
): Promise<void> {
  // Files stand in their own rows.
  const stored = Object.fromEntries(
    Object.entries(answers).filter(
      ([key]) =>
        !draft.definition.form.pages.some((page) => page.fields.some((field) => field.key === key && field.type === 'file')),
    ),
  )
  const place = { municipalityId: scopeOf(trx).municipalityId, kind: 'draft' as const, id: draft.id }
  await trx
    .updateTable('draft')
    .set((eb) => ({
      answers: json(sealAnswers(draft.definition, stored, input.keyring, place)),
      revision: eb('revision', '+', 1),
      saved_at: input.now,
    }))
    .where('id', '=', draft.id)
    .execute()
}
