import { changeCase, lockCase, recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isLang } from '#platform/texts/texts.ts'
import { osloDate } from '#platform/time.ts'
import { acceptanceLifecycle, after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { consequenceTexts } from '../texts/consequences.ts'
import { closeIfDone } from './close-if-done.ts'
import { endAward, PAID } from './end-award.ts'

const pastTense = { accept: 'award-accepted', decline: 'award-declined', lapse: 'award-lapsed' } as const
const reasonOf = { decline: 'declined', lapse: 'lapsed' } as const

/**
 * The recipient accepts or declines an award, or it lapses because nobody answered in time. Declined and lapsed free the pot, stop
 * what is not paid and waive what was asked in return. The page has checked that the case is theirs.
 * Throws Conflict when it has been answered, replaced, paid out ('alreadyPaid'), or the time to accept is over ('tooLate').
 */
export async function answerAward(
  trx: Trx,
  input: { caseId: string; answer: 'accept' | 'decline' | 'lapse'; personId?: string; now: Date },
): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  const award = await trx
    .selectFrom('award')
    .selectAll()
    .where('case_id', '=', found.id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!award) throw new NotFound('award')
  const acceptance = after(acceptanceLifecycle, award.acceptance, input.answer)
  if (!acceptance) throw new Conflict({ key: 'notInThisState' })
  const isOver = award.accept_by !== null && osloDate(input.now) > award.accept_by
  if (input.answer === 'accept' && isOver) throw new Conflict({ key: 'tooLate' })
  if (input.answer === 'lapse' && !isOver) throw new Conflict({ key: 'notInThisState' })
  if (input.answer === 'decline' && (await hasPaid(trx, award.id))) throw new Conflict({ key: 'alreadyPaid' })

  await trx
    .updateTable('award')
    .set({ acceptance, answered_by: input.personId ?? null, answered_at: input.now })
    .where('id', '=', award.id)
    .execute()
  if (input.answer === 'accept') {
    const status = after(caseLifecycle, found.status as CaseStatus, 'follow-up')
    const report = await trx.selectFrom('report').select('due_on').where('award_id', '=', award.id).executeTakeFirst()
    await changeCase(trx, found.id, { ...(status ? { status } : {}), due_on: report?.due_on ?? null })
  } else {
    const lang = isLang(found.language) ? found.language : 'nb'
    await endAward(trx, { awardId: award.id, reason: consequenceTexts[lang][reasonOf[input.answer]], now: input.now })
    await changeCase(trx, found.id, { granted_ore: 0, due_on: null })
  }
  await recordEvent(trx, {
    subjectId: found.id,
    type: pastTense[input.answer],
    at: input.now,
    changes: { award: award.id, acceptance, ore: award.ore },
  })
  if (input.answer !== 'accept') await closeIfDone(trx, found.id, input.now)
}

async function hasPaid(trx: Trx, awardId: string): Promise<boolean> {
  const paid = await trx
    .selectFrom('payment')
    .select('id')
    .where('award_id', '=', awardId)
    .where('status', 'in', [...PAID])
    .executeTakeFirst()
  return paid !== undefined
}
