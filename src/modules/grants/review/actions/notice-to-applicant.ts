import type { Trx } from '#platform/database/db.ts'
import { tellApplicant, type Told } from '../../application/actions/tell-applicant.ts'
import { noticeTexts } from '../texts/notices.ts'

/** Tells the applicant that a question waits. False when nobody has an address: then someone must call or write. */
export async function noticeToApplicant(
  trx: Trx,
  input: { caseFile: Told; kind: 'information-asked' | 'information-reminder'; address: string },
): Promise<boolean> {
  const word = input.kind === 'information-asked' ? 'asked' : 'reminder'
  return await tellApplicant(trx, { ...input, words: (lang) => noticeTexts[lang][word] })
}
