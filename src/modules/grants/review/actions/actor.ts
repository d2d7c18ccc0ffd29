import { whoMay, type GrantAction } from '../rules/access.ts'

/** Who acts, with the roles that count now. */
export interface Actor {
  id: string
  roles: readonly string[]
}

/** The role an act is done in, for the log: the first of the person's that may. */
export function roleFor(actor: Actor, action: GrantAction): string | undefined {
  return whoMay(action).find((role) => actor.roles.includes(role))
}
