import type { Trx } from '#platform/database/db.ts'
import type { Surroundings } from '../../application/rules/facts.ts'
import type { EffectiveDefinition, SchemePart } from '../../model.ts'
import { listSchemes, type Scheme } from '../../scheme/queries/schemes.ts'
import { forPart } from '../../scheme/rules/for-part.ts'

export interface RegisterGround {
  schemes: Scheme[]
  scheme: SchemeToRegister | undefined
  districts: { id: string; key: string; name: string }[]
}

/** The scheme as it goes for the chosen part. `parts`: those to choose between, where one must. */
export interface SchemeToRegister extends Omit<Scheme, 'definition'> {
  definition: EffectiveDefinition
  parts: readonly SchemePart[]
}

/** What one registers with: the schemes, the chosen one for its part, and the districts. */
export async function registerGround(trx: Trx, slug: string, part: string): Promise<RegisterGround> {
  const schemes = await listSchemes(trx)
  const chosen = schemes.find((each) => each.slug === slug)
  return {
    schemes,
    scheme: chosen && { ...chosen, definition: forPart(chosen.definition, part), parts: chosen.definition.parts ?? [] },
    districts: await trx.selectFrom('district').select(['id', 'key', 'name']).orderBy('position').execute(),
  }
}

/** An organisation's name by its number; undefined when it is not known here. */
export async function organisationName(trx: Trx, number: string): Promise<string | undefined> {
  const row = await trx.selectFrom('organisation').select('name').where('number', '=', number).executeTakeFirst()
  return row?.name
}

/** What conditions in the form are judged by while it is filled in: what the register says is asked when it is registered. */
export function plainSurroundings(scheme: Pick<Scheme, 'rounds'>, kind: 'organisation' | 'person', today: string): Surroundings {
  const round = scheme.rounds.at(-1)
  return {
    applicant: { kind },
    round: { opens: round ? round.opensAt.toISOString().slice(0, 10) : today },
    today,
  }
}

/** The case was registered after its deadline. */
export async function isLate(trx: Trx, caseId: string): Promise<boolean> {
  const row = await trx.selectFrom('case_file').select('late_reason').where('id', '=', caseId).executeTakeFirst()
  return (row?.late_reason ?? null) !== null
}
