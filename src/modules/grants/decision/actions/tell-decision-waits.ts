import type { Trx } from '#platform/database/db.ts'
import { tellAllOfApplicant, type Told } from '../../application/actions/tell-applicant.ts'
import { decisionNoticeTexts } from '../texts/notices.ts'

export type NoticeKind =
  | 'decision-waiting'
  | 'decision-waiting-again'
  | 'appeal-received'
  | 'award-lapsed'
  | 'statement-sent'
  | 'outside-decided'
  | 'opened-from-budget'

/**
 * Tells who sent the application, and the organisation at its own address, that something waits. Returns how many were told; 0 when
 * nobody has an e-mail address.
 */
export async function tellDecisionWaits(
  trx: Trx,
  input: { caseFile: Told; kind: NoticeKind; address: string; now: Date },
): Promise<number> {
  const { now, ...telling } = input
  const ids = await tellAllOfApplicant(trx, { ...telling, words: (lang) => decisionNoticeTexts[lang][telling.kind] })
  if (ids.length > 0) await trx.updateTable('notice').set({ created_at: now }).where('id', 'in', ids).execute()
  return ids.length
}
