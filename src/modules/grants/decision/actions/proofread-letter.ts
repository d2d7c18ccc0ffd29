import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict, Invalid, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { osloDate } from '#platform/time.ts'
import type { LetterText } from '../../model.ts'
import { getAnnouncement } from '../queries/letter-facts.ts'
import { getDecision } from '../queries/standing-decision.ts'
import { composeLetter } from '../compose-letter.ts'

export interface Proofread {
  decisionId: string
  /** As edited; the letter as it is composed when left out. */
  letter?: LetterText
  /** The Oslo day it was composed for; today when left out. */
  day?: string
  by: { id: string }
  now: Date
  revision?: number
}

const MOST_PARAGRAPH = 10_000

/**
 * Keeps the letter as proofread: it may be released. Until then it can be proofread again. Throws Invalid when a part is empty or
 * too long, Conflict when the decision has been released or replaced, or the case changed meanwhile.
 */
export async function proofreadLetter(trx: Trx, input: Proofread): Promise<void> {
  const found = await lockCase(trx, (await getDecision(trx, input.decisionId)).case_id)
  requireRevision(found, input.revision)
  const decision = await getDecision(trx, input.decisionId)
  if (decision.released_at || decision.replaced_at) throw new Conflict({ key: 'notInThisState' })
  const day = input.day ?? osloDate(input.now)
  const letter = input.letter ?? composeLetter((await getAnnouncement(trx, decision.id, day)).facts)
  const faults = faultsOfLetter(letter)
  if (faults.length > 0) throw new Invalid(faults)
  await trx
    .updateTable('decision')
    .set({
      letter_text: json({ ...letter, paragraphs: letter.paragraphs.filter((p) => p.text.trim() !== '') }),
      letter_day: day,
      letter_read_by: input.by.id,
      letter_read_at: input.now,
    })
    .where('id', '=', decision.id)
    .execute()
  await changeCase(trx, found.id, {})
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'letter-proofread',
    at: input.now,
    changes: { decision: decision.id, edited: input.letter !== undefined },
  })
}

function faultsOfLetter(letter: LetterText): Reason[] {
  return [
    ...(letter.heading.trim() === '' ? [{ key: 'headingMissing', field: 'heading' }] : []),
    ...(letter.paragraphs.every((p) => p.text.trim() === '') ? [{ key: 'letterEmpty', field: 'p-0' }] : []),
    ...letter.paragraphs.flatMap((p, i) =>
      p.text.length > MOST_PARAGRAPH ? [{ key: 'partTooLong', field: `p-${i}`, data: { most: MOST_PARAGRAPH } }] : [],
    ),
  ]
}
