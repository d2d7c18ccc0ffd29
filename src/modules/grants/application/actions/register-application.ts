import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { Invalid, NotFound, type Reason } from '#platform/errors.ts'
import { recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { endOfOsloDay, isDay, osloDate } from '#platform/time.ts'
import type { Answers } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { roundState } from '../../scheme/rules/round-state.ts'
import type { Round } from '../../scheme/queries/rounds.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { listEarlier } from '../queries/list-earlier.ts'
import { listChecks, rulesOf } from '../rules/checks.ts'
import { expectedAnswer } from '../rules/deadline.ts'
import { appliedOre, budgetSums, type Surroundings } from '../rules/facts.ts'
import { workOutForm } from '../rules/form-state.ts'
import { compactDigits, isOrganisationNumber } from '../rules/numbers.ts'
import { sentAnswers } from '../rules/sent-answers.ts'
import { validateForm } from '../rules/validate.ts'
import { districtsOf } from './submit-application.ts'
import { writeApplication, type WrittenCase } from './write-application.ts'
import { asRead } from '../../scheme/rules/who-may-apply.ts'

export interface Registration {
  slug: string
  /** The part of the scheme it is for, in schemes that have parts. */
  part?: string
  /** The round it belongs to; without it the one that was open on the day it came, else the last that closed before. */
  roundId?: string
  organisation?: { name: string; number: string; ownUnit?: boolean }
  /** Who sent it: the applicant, or the organisation's contact. */
  person: { name: string; email: string }
  answers: Answers
  files: readonly { field: string; file: StoredBytes }[]
  channel: 'paper' | 'email' | 'phone'
  /** Oslo day it came in. */
  receivedOn: string
  /** Why it is taken though it came after the deadline; needed then. */
  lateReason: string
  language: Lang
  caseLanguage: Lang
  actorRole: string
  keyring: Keyring
  now: Date
}

/**
 * Registers an application that came on paper, by e-mail or by phone. What it lacks may be asked for afterwards, so missing answers
 * stop nothing; answers that cannot be read do. Throws NotFound and Invalid by field: 'name', 'number', 'receivedOn', 'lateReason',
 * 'round', 'part', or the name of an input of the form.
 */
export async function registerApplication(trx: Trx, input: Registration): Promise<WrittenCase[]> {
  const scheme = await getSchemeBySlug(trx, input.slug)
  const { parts } = scheme.definition
  const definition = forPart(scheme.definition, parts?.find((each) => each.key === input.part)?.key)
  const faults = faultsOf(input)
  const { organisation } = input
  if (
    organisation &&
    !organisation.ownUnit &&
    definition.applicants.groups === false &&
    compactDigits(organisation.number) === ''
  )
    faults.push({ key: 'numberMissing', field: 'number' })
  if (parts && !definition.part) faults.push({ key: 'partMissing', field: 'part' })
  const round = isDay(input.receivedOn) ? roundOf(scheme.rounds, input) : undefined
  if (faults.length === 0 && !round) faults.push({ key: 'noRound', field: 'round' })
  const receivedAt =
    isDay(input.receivedOn) && input.receivedOn < osloDate(input.now) ? endOfOsloDay(input.receivedOn) : input.now
  const isLate = round?.closesAt ? receivedAt > round.closesAt && input.receivedOn > osloDate(round.closesAt) : false
  if (isLate && input.lateReason.trim() === '') faults.push({ key: 'lateReasonMissing', field: 'lateReason' })
  if (faults.length > 0 || !round) throw new Invalid(faults)

  const organisationId = input.organisation ? await organisationOf(trx, input.organisation) : null
  const { id: senderId } = await trx
    .insertInto('person')
    .values({ name: input.person.name.trim(), email: input.person.email.trim() || null, language: input.language })
    .returning('id')
    .executeTakeFirstOrThrow()
  const files: { field: string; fileId: string; name: string }[] = []
  for (const { field, file } of input.files) files.push({ field, fileId: await recordFile(trx, file), name: file.name })

  const districts = await trx.selectFrom('district').select(['id', 'key', 'name']).orderBy('position').execute()
  const today = osloDate(receivedAt)
  const around = await surroundingsOf(trx, { organisationId, senderId, round, today })
  around.applicant = asRead(definition.applicants, around.applicant)
  const answers = withFiles(input.answers, files)
  const state = workOutForm(definition, answers, around, rulesOf(definition))
  const unreadable = validateForm(definition, answers, state, { districts: districts.map((each) => each.key) }).filter(
    (problem) => !lacking.has(problem.key),
  )
  if (unreadable.length > 0) throw new Invalid(unreadable.map((problem) => ({ key: problem.key, field: problem.name })))
  const sent = sentAnswers(definition, answers, state)
  const sums = budgetSums(definition, sent, state.hidden)
  return await writeApplication(trx, {
    schemeId: scheme.id,
    versionId: scheme.versionId,
    roundId: round.id,
    unitId: scheme.unitId,
    draftId: null,
    definition,
    answers: sent,
    applicantName: (input.organisation?.name ?? input.person.name).trim(),
    organisationId,
    mandateId: null,
    senderId,
    districts: districtsOf({ definition, districts }, sent),
    files,
    checks: listChecks(state),
    appliedOre: appliedOre(definition, sent, state) ?? 0,
    calculatedOre: state.calculatedOre ?? null,
    amountLines: state.amountLines,
    points: state.points ?? null,
    budget: { income: sums?.income ?? 0, cost: sums?.cost ?? 0 },
    answerBy: expectedAnswer(definition, round, receivedAt),
    receivedAt,
    channel: input.channel,
    lateReason: isLate ? input.lateReason.trim() : null,
    language: input.language,
    caseLanguage: input.caseLanguage,
    copiedFrom: null,
    today,
    actorRole: input.actorRole,
    eventType: 'application-registered',
    keyring: input.keyring,
  })
}

/** What an application on paper may lack or not add up in; the caseworker asks for it. */
const lacking = new Set([
  'required',
  'requiredChoice',
  'requiredFile',
  'requiredDeclaration',
  'requiredPart',
  'tooFewRows',
  'noCost',
  'incomeTooLow',
  'incomeTooHigh',
  'amountTooSmall',
  'amountTooLarge',
  'tooSmall',
  'tooLarge',
  'dateTooEarly',
  'dateTooLate',
  'check',
])

function faultsOf(input: Registration): Reason[] {
  const faults: Reason[] = []
  if (input.person.name.trim() === '') faults.push({ key: 'nameMissing', field: 'name' })
  if (input.organisation && input.organisation.name.trim() === '') faults.push({ key: 'nameMissing', field: 'organisation' })
  const number = compactDigits(input.organisation?.number ?? '')
  if (number !== '' && !isOrganisationNumber(number)) faults.push({ key: 'badOrganisationNumber', field: 'number' })
  if (!isDay(input.receivedOn)) faults.push({ key: 'dayMissing', field: 'receivedOn' })
  else if (input.receivedOn > osloDate(input.now)) faults.push({ key: 'dayAhead', field: 'receivedOn' })
  return faults
}

function roundOf(rounds: readonly Round[], input: Registration): Round | undefined {
  if (input.roundId) return rounds.find((round) => round.id === input.roundId)
  const at = endOfOsloDay(input.receivedOn)
  const open = rounds.filter((round) => roundState(round, at) === 'open').at(-1)
  return open ?? rounds.filter((round) => round.closesAt && round.closesAt < at).at(-1)
}

/** The organisation with this number, as it is known here or new. */
export async function organisationOf(
  trx: Trx,
  organisation: { name: string; number: string; ownUnit?: boolean },
): Promise<string> {
  const number = compactDigits(organisation.number)
  const known = number
    ? await trx.selectFrom('organisation').select('id').where('number', '=', number).executeTakeFirst()
    : undefined
  if (known) return known.id
  const row = await trx
    .insertInto('organisation')
    .values({ name: organisation.name.trim(), number: number || null, own_unit: organisation.ownUnit ?? false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What is known of an applicant that the municipality registers. */
export async function surroundingsOf(
  trx: Trx,
  who: { organisationId: string | null; senderId: string; round: Round; today: string },
): Promise<Surroundings> {
  const { settings } = await trx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
  const organisation = who.organisationId
    ? await trx
        .selectFrom('organisation')
        .select(['number', 'form', 'own_unit', 'register_facts', 'register_read_at'])
        .where('id', '=', who.organisationId)
        .executeTakeFirst()
    : undefined
  if (who.organisationId && !organisation) throw new NotFound('organisation')
  const facts = organisation?.register_facts
  const kommunenummer = settings['kommunenummer']
  return {
    applicant: organisation
      ? {
          kind: organisation.own_unit ? 'unit' : 'organisation',
          ...(organisation.number ? { number: organisation.number } : {}),
          ...(organisation.form ? { form: organisation.form } : {}),
          ...(facts?.municipality === undefined ? {} : { municipality: facts.municipality }),
          ...(facts?.inVoluntaryRegister === undefined ? {} : { inVoluntaryRegister: facts.inVoluntaryRegister }),
          ...(facts?.bankrupt === undefined ? {} : { bankrupt: facts.bankrupt }),
          ...(facts?.deleted === undefined ? {} : { deleted: facts.deleted }),
          ...(organisation.register_read_at ? { registered: true } : {}),
        }
      : { kind: 'person' },
    ...(typeof kommunenummer === 'string' ? { municipalityNumber: kommunenummer } : {}),
    round: { opens: osloDate(who.round.opensAt), ...(who.round.closesAt ? { closes: osloDate(who.round.closesAt) } : {}) },
    earlier: await listEarlier(trx, {
      organisationId: who.organisationId,
      personId: who.senderId,
      roundId: who.round.id,
      today: who.today,
    }),
    today: who.today,
  }
}

function withFiles(answers: Answers, files: readonly { field: string; fileId: string }[]): Answers {
  const all: Answers = { ...answers }
  for (const [field, group] of Map.groupBy(files, (file) => file.field)) all[field] = group.map((file) => file.fileId)
  return all
}
