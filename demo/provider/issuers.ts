import type { ProviderKind } from '#platform/identity/index.ts'

/**
 * The names of the demo's providers. They are not addresses: the same whatever host and port Torg is visited at, so that the
 * demo's people stay who they are from one start to the next.
 */
export const demoIssuers: Record<ProviderKind, string> = {
  resident: 'http://localhost/demo-innlogging/innbygger',
  staff: 'http://localhost/demo-innlogging/ansatt',
}

/** Where each is shown, on whatever host the visitor uses. */
export const demoPaths: Record<ProviderKind, string> = {
  resident: '/demo-innlogging/innbygger',
  staff: '/demo-innlogging/ansatt',
}

/** The client that Torg is to a demo provider: one for each municipality. */
export function demoClientId(municipality: string, kind: ProviderKind): string {
  return `torg-${municipality}-${kind}`
}
