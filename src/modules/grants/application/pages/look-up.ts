import type { Ctx, Form } from '#platform/http/index.ts'
import { lookUpOrganisations, type LookedUp } from '#platform/registers/look-up.ts'
import { osloDate } from '#platform/time.ts'
import type { Answer, Answers, RegisterPart, SchemeDefinition } from '../../model.ts'
import { listRepresentations } from '../queries/list-applicants.ts'
import { compactDigits, isOrganisationNumber } from '../rules/numbers.ts'
import { organisationNumbers } from '../rules/registered.ts'

/** What the register says of the organisations named in answers, before the transaction that saves them. Empty without a register. */
export async function lookUpAnswers(
  c: Ctx,
  definition: SchemeDefinition,
  answers: Answers,
): Promise<ReadonlyMap<string, RegisterPart>> {
  const looked = await lookUpOrganisations(c.var.services, c.var.scope, organisationNumbers(definition, answers))
  return new Map([...looked].map(([number, each]) => [number, partOf(number, each)]))
}

/** Organisation numbers can be looked up here: a register is set up. */
export function canLookUp(c: Ctx): boolean {
  return c.var.services.organisationRegister !== undefined
}

/** Among those one may apply for: one that is written beside it. */
export const OTHER = 'other'

/** What the register says of the organisation one begins an application for; undefined where it has no number. */
export async function lookUpApplicant(c: Ctx, form: Form): Promise<LookedUp | undefined> {
  const { services, scope } = c.var
  const who = form.text('who')
  const number = who === OTHER ? compactDigits(form.text('number')) : await numberOf(c, who)
  if (!number || !isOrganisationNumber(number)) return undefined
  return (await lookUpOrganisations(services, scope, [number])).get(number)
}

async function numberOf(c: Ctx, who: string): Promise<string | null> {
  const { services, scope, person } = c.var
  if (!person) return null
  const today = osloDate(services.now())
  const own = await services.db.reading(scope, (trx) => listRepresentations(trx, person.id, today))
  return own.find((each) => each.organisationId === who)?.number ?? null
}

/** The answers that were typed, without those that were emptied. */
export function given(read: ReadonlyMap<string, Answer | undefined>): Answers {
  return Object.fromEntries([...read].filter((each): each is [string, Answer] => each[1] !== undefined))
}

function partOf(number: string, { answer, readAt }: LookedUp): RegisterPart {
  const at = { number, readAt: readAt.toISOString() }
  if (!answer) return { kind: 'noAnswer', ...at }
  return answer.kind === 'found' ? { kind: 'found', ...answer.organisation, ...at } : { kind: 'unknown', ...at }
}
