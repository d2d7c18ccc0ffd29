import { caseSlug } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { Invalid, type Reason } from '#platform/errors.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { osloDate } from '#platform/time.ts'
import { organisationOf, surroundingsOf } from '../../application/actions/register-application.ts'
import { writeApplication, type WrittenCase } from '../../application/actions/write-application.ts'
import { listChecks, rulesOf } from '../../application/rules/checks.ts'
import { expectedAnswer } from '../../application/rules/deadline.ts'
import { workOutForm } from '../../application/rules/form-state.ts'
import { compactDigits, isOrganisationNumber } from '../../application/rules/numbers.ts'
import { tellDecisionWaits } from '../../decision/actions/tell-decision-waits.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { asRead } from '../../scheme/rules/who-may-apply.ts'
import { getBudgetRound } from '../queries/budget-openings.ts'

export interface NamedRecipient {
  organisation: string
  number: string
  contact: string
  email: string
  /** What the budget gives. */
  ore: number | undefined
  /** The line and the resolution. */
  line: string
}

const MOST_LINE = 300

/**
 * Opens a case for a recipient that the council's budget names: there is no application, and the amount of the budget stands as what
 * is asked for. The recipient is told, and may speak before anything is decided (forvaltningsloven § 16). Everything else goes as in
 * other cases. Throws Invalid by field, NotFound, and Conflict where somebody must apply.
 */
export async function openFromBudget(
  trx: Trx,
  input: {
    roundId: string
    recipient: NamedRecipient
    caseLanguage: Lang
    actorRole: string
    keyring: Keyring
    now: Date
    origin: string
  },
): Promise<WrittenCase> {
  const { recipient, now } = input
  const { round, scheme } = await getBudgetRound(trx, input.roundId)
  const faults = faultsOf(recipient)
  if (faults.length > 0) throw new Invalid(faults)
  const ore = recipient.ore ?? 0
  const organisationId = await organisationOf(trx, { name: recipient.organisation, number: recipient.number })
  const there = await trx
    .selectFrom('application')
    .innerJoin('budget_opening', (join) =>
      join
        .onRef('budget_opening.municipality_id', '=', 'application.municipality_id')
        .onRef('budget_opening.case_id', '=', 'application.case_id'),
    )
    .select('application.case_id')
    .where('application.round_id', '=', round.id)
    .where('application.organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (there) throw new Invalid([{ key: 'alreadyOpened', field: 'number' }])
  const { id: senderId } = await trx
    .insertInto('person')
    .values({ name: recipient.contact.trim(), email: recipient.email.trim() || null, language: input.caseLanguage })
    .returning('id')
    .executeTakeFirstOrThrow()

  const definition = forPart(scheme.definition, scheme.definition.parts?.[0]?.key)
  const { askedIn } = definition.amount
  const answers = askedIn === undefined ? {} : { [askedIn]: ore }
  const today = osloDate(now)
  const around = await surroundingsOf(trx, { organisationId, senderId, round, today })
  around.applicant = asRead(definition.applicants, around.applicant)
  const state = workOutForm(definition, answers, around, rulesOf(definition))
  const [written] = await writeApplication(trx, {
    schemeId: scheme.id,
    versionId: scheme.versionId,
    roundId: round.id,
    unitId: scheme.unitId,
    draftId: null,
    definition,
    answers,
    applicantName: recipient.organisation.trim(),
    organisationId,
    mandateId: null,
    senderId,
    districts: [],
    files: [],
    checks: listChecks(state),
    appliedOre: ore,
    calculatedOre: null,
    amountLines: [],
    points: null,
    budget: { income: 0, cost: 0 },
    answerBy: expectedAnswer(definition, round, now),
    receivedAt: now,
    channel: 'budget',
    lateReason: null,
    language: input.caseLanguage,
    caseLanguage: input.caseLanguage,
    copiedFrom: null,
    today,
    actorRole: input.actorRole,
    eventType: 'case-opened-from-budget',
    keyring: input.keyring,
  })
  if (!written) throw new Error('no case was written')
  await trx.insertInto('budget_opening').values({ case_id: written.id, line: recipient.line.trim() }).execute()
  const caseFile = { ...written, language: input.caseLanguage, applicant_organisation_id: organisationId }
  const address = `${input.origin}/min-side/saker/${caseSlug(written.number)}`
  await tellDecisionWaits(trx, { caseFile, kind: 'opened-from-budget', address, now })
  return written
}

function faultsOf(recipient: NamedRecipient): Reason[] {
  const number = compactDigits(recipient.number)
  const line = recipient.line.trim()
  return [
    ...(isOrganisationNumber(number) ? [] : [{ key: 'badOrganisationNumber', field: 'number' }]),
    ...(recipient.organisation.trim() === '' ? [{ key: 'organisationMissing', field: 'organisation' }] : []),
    ...(recipient.contact.trim() === '' ? [{ key: 'contactMissing', field: 'contact' }] : []),
    ...(recipient.email.trim() !== '' && !isMailAddress(recipient.email.trim()) ? [{ key: 'badEmail', field: 'email' }] : []),
    ...(recipient.ore === undefined || recipient.ore <= 0 ? [{ key: 'amountMissing', field: 'ore' }] : []),
    ...(line === '' || line.length > MOST_LINE ? [{ key: 'lineMissing', field: 'line' }] : []),
  ]
}
