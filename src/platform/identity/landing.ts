import type { SessionPerson } from '../http/context.ts'

/** Where one arrives after login when one was not on the way anywhere. */
export function landing(person: Pick<SessionPerson, 'kind' | 'roles'>): string {
  if (person.kind === 'resident') return '/min-side'
  return person.roles.length > 0 ? '/saker' : '/logg-inn/ingen-rolle'
}
