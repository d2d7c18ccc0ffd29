import { satisfiesAcr } from './acr.ts'
import { isSynthetic } from './national-id.ts'
import type { Claims } from './person.ts'
import type { Provider } from './providers.ts'

/** Why a login that the provider accepted is refused here. */
export type Refusal = 'level-too-low' | 'wrong-population'

/**
 * What we use of a validated ID token. Refuses a level of assurance below what was asked for, and identity numbers of the wrong
 * population: synthetic people in production, or real people in a test environment.
 */
export function readClaims(provider: Provider, token: Record<string, unknown>): Claims | Refusal {
  if (!satisfiesAcr(provider.acrValues, token['acr'])) return 'level-too-low'
  const text = (claim: string): string | undefined => {
    const value = token[claim]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC').slice(0, 200) : undefined
  }
  // Employees are known by the municipality's own directory; their identity numbers are not needed and not kept.
  const nationalId = provider.kind === 'resident' ? text(provider.claims.nationalId) : undefined
  const usable = nationalId && /^[0-9]{11}$/.test(nationalId) ? nationalId : undefined
  if (usable && isSynthetic(usable) !== provider.syntheticPeople) return 'wrong-population'
  const name = text(provider.claims.name) ?? ([text('given_name'), text('family_name')].filter(Boolean).join(' ') || undefined)
  const loginName = provider.kind === 'staff' ? text(provider.claims.loginName)?.toLowerCase() : undefined
  const email = text(provider.claims.email)
  return {
    issuer: provider.issuer,
    subject: String(token['sub']),
    kind: provider.kind,
    ...(name && { name }),
    ...(usable && { nationalId: usable }),
    ...(loginName && { loginName }),
    ...(email && { email }),
  }
}
