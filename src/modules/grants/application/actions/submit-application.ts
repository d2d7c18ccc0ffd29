import { caseSlug } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { Conflict, Invalid } from '#platform/errors.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answers } from '../../model.ts'
import { getDraft, type District, type Draft } from '../queries/get-draft.ts'
import { listEarlierOf } from '../queries/get-draft-view.ts'
import { maySend } from '../../scheme/rules/who-may-apply.ts'
import { titleOf } from '../../scheme/rules/for-part.ts'
import { listChecks, rulesOf } from '../rules/checks.ts'
import { expectedAnswer, maySubmit } from '../rules/deadline.ts'
import { appliedOre, budgetSums } from '../rules/facts.ts'
import { asRows, listFields } from '../rules/fields.ts'
import { workOutForm } from '../rules/form-state.ts'
import { sentAnswers } from '../rules/sent-answers.ts'
import { validateForm } from '../rules/validate.ts'
import { sentTexts } from '../texts/sent.ts'
import { writeApplication, type WrittenCase } from './write-application.ts'

export interface Submission {
  draftId: string
  personId: string
  caseLanguage: Lang
  /** Address of the municipality's Torg, for the link in the receipt. */
  origin?: string
  keyring: Keyring
  now: Date
}

/**
 * Sends a draft: the draft is locked, the deadline and the rules are asked, and case(s), application, budget, checks, documents,
 * event, receipt and jobs are written together. Throws Conflict (alreadySent, mandateEnded, tooLate, notOpen) and Invalid with a
 * reason per fault; failed checks of the scheme's rules stop nobody. A trial of an unpublished form makes no case.
 */
export async function submitApplication(trx: Trx, input: Submission): Promise<WrittenCase[]> {
  const draft = await getDraft(trx, { ...input, lock: true })
  if (draft.sentAt) throw new Conflict({ key: 'alreadySent' })
  if (draft.applicant.organisationId && !draft.applicant.mandate) throw new Conflict({ key: 'mandateEnded' })
  const standing = maySubmit(draft.round, draft.openedAt, input.now)
  if (standing === 'closed') throw new Conflict({ key: 'tooLate' })
  if (standing === 'coming') throw new Conflict({ key: 'notOpen' })

  const { definition } = draft
  // What one is in the organisation may have changed since the draft was begun.
  if (draft.applicant.mandate && !maySend(definition.applicants, draft.applicant.mandate.role))
    throw new Conflict({ key: 'mandateEnded' })
  const earlier = await listEarlierOf(trx, draft)
  const state = workOutForm(definition, draft.answers, { ...draft.around, earlier }, rulesOf(definition))
  const problems = validateForm(definition, draft.answers, state, { districts: draft.districts.map((district) => district.key) })
  if (problems.length > 0) throw new Invalid(problems.map((problem) => ({ key: problem.key, field: problem.name })))

  if (draft.trialOf) return await endTrial(trx, draft.id, input.now)
  const answers = sentAnswers(definition, draft.answers, state)
  const sums = budgetSums(definition, answers, state.hidden)
  const answerBy = expectedAnswer(definition, draft.round, input.now)
  const cases = await writeApplication(trx, {
    ...draft,
    draftId: draft.id,
    answers,
    applicantName: draft.applicant.name,
    organisationId: draft.applicant.organisationId,
    mandateId: draft.applicant.mandate?.id ?? null,
    senderId: draft.person.id,
    districts: districtsOf(draft, answers),
    files: draft.attachments.filter((file) => !state.hidden.has(file.field)),
    checks: listChecks(state),
    appliedOre: appliedOre(definition, answers, state) ?? 0,
    calculatedOre: state.calculatedOre ?? null,
    amountLines: state.amountLines,
    points: state.points ?? null,
    budget: { income: sums?.income ?? 0, cost: sums?.cost ?? 0 },
    answerBy,
    receivedAt: input.now,
    channel: 'digital',
    lateReason: standing === 'grace' ? sentTexts[input.caseLanguage].graceReason : null,
    caseLanguage: input.caseLanguage,
    today: draft.around.today,
    actorRole: 'applicant',
    eventType: 'application-submitted',
    keyring: input.keyring,
  })
  await queueReceipt(trx, draft, cases, { answerBy, origin: input.origin ?? '' })
  return cases
}

/** A trial ends where a case would have begun. */
async function endTrial(trx: Trx, draftId: string, now: Date): Promise<[]> {
  await trx.updateTable('draft').set({ sent_at: now }).where('id', '=', draftId).execute()
  return []
}

/** The districts that get a case each, or the one the case belongs to. */
export function districtsOf(draft: Pick<Draft, 'definition' | 'districts'>, answers: Answers): District[] {
  const { form } = draft.definition
  const field = form.casePerDistrict
    ? listFields(draft.definition).find((each) => each.field.key === form.casePerDistrict)?.field
    : listFields(draft.definition).find((each) => each.field.type === 'district')?.field
  if (!field) return []
  const answer = answers[field.key]
  const chosen = Array.isArray(answer) ? (asRows(answer).length > 0 ? [] : answer) : [answer]
  const found = draft.districts.filter((district) => chosen.some((key) => key === district.key))
  return form.casePerDistrict || found.length === 1 ? found : []
}

async function queueReceipt(
  trx: Trx,
  draft: Draft,
  cases: readonly WrittenCase[],
  told: { answerBy: string; origin: string },
): Promise<void> {
  const [first] = cases
  const to = draft.person.email
  if (!first || !to || !isMailAddress(to)) return
  const t = sentTexts[draft.language]
  const number = cases.map((each) => each.number).join(', ')
  await queueMail(trx, {
    to,
    subject: t.receiptSubject(number),
    text: t.receiptBody({
      scheme: titleOf(draft.definition, draft.language),
      number,
      day: told.answerBy,
      address: `${told.origin}/min-side/saker/${caseSlug(first.number)}`,
    }),
    lang: draft.language,
    kind: 'application-received',
    caseId: first.id,
    personId: draft.person.id,
  })
}
