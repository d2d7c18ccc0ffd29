import type { Ctx } from '#platform/http/index.ts'
import { lookUpOrganisations, type LookedUp } from '#platform/registers/look-up.ts'
import type { Answer, Answers, RegisterPart, SchemeDefinition } from '../../model.ts'
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

/** The answers that were typed, without those that were emptied. */
export function given(read: ReadonlyMap<string, Answer | undefined>): Answers {
  return Object.fromEntries([...read].filter((each): each is [string, Answer] => each[1] !== undefined))
}

/** The question whose button asked the register. */
export function lookedUpIn(button: string): string | undefined {
  return /^lookup:([a-zA-Z0-9]+)/.exec(button)?.[1]
}

function partOf(number: string, { answer, readAt }: LookedUp): RegisterPart {
  const at = { number, readAt: readAt.toISOString() }
  if (!answer) return { kind: 'noAnswer', ...at }
  return answer.kind === 'found' ? { kind: 'found', ...answer.organisation, ...at } : { kind: 'unknown', ...at }
}
