import type { Trx } from '#platform/database/db.ts'
import type { Answers } from '../../model.ts'
import { rulesOf } from '../rules/checks.ts'
import type { EarlierFacts } from '../rules/facts.ts'
import { workOutForm, type FormState } from '../rules/form-state.ts'
import type { Known } from '../rules/validate.ts'
import { findSentAnswers } from './find-last-application.ts'
import { getDraft, type Draft, type DraftQuestion } from './get-draft.ts'
import { listEarlier } from './list-earlier.ts'

/** A draft as its pages show it: worked out, with what it was copied from. */
export interface DraftView {
  draft: Draft
  state: FormState
  known: Known
  copied?: { answers: Answers; year: number }
}

/** Throws NotFound for anybody else's draft. */
export async function getDraftView(trx: Trx, question: DraftQuestion): Promise<DraftView> {
  return await viewDraft(trx, await getDraft(trx, question), question)
}

export async function viewDraft(trx: Trx, draft: Draft, question: Pick<DraftQuestion, 'keyring'>): Promise<DraftView> {
  const copied = draft.copiedFrom ? await findSentAnswers(trx, draft.copiedFrom, question.keyring) : undefined
  const earlier = await listEarlierOf(trx, draft)
  return { draft, ...workOutDraft({ ...draft, around: { ...draft.around, earlier } }), ...(copied ? { copied } : {}) }
}

/** What the draft's applicant has applied for before; an invented one has nothing behind it. */
export async function listEarlierOf(trx: Trx, draft: Draft): Promise<EarlierFacts> {
  if (draft.trialOf) return { applications: [], awards: [], overdueReports: 0, sameRound: 0 }
  const { applicant, person, roundId, around } = draft
  return await listEarlier(trx, { ...applicant, personId: person.id, roundId, today: around.today })
}

/** The same without the database, after the answers have changed. */
export function workOutDraft(
  draft: Pick<Draft, 'definition' | 'answers' | 'around' | 'districts'>,
): Pick<DraftView, 'state' | 'known'> {
  return {
    state: workOutForm(draft.definition, draft.answers, draft.around, rulesOf(draft.definition)),
    known: { districts: draft.districts.map((district) => district.key) },
  }
}
