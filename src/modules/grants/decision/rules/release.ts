// When a decision may be announced: its letter is proofread, by one whose role it is and who is not partial in the case.

export type ReleaseReason = 'notProofread' | 'notYourRole' | 'notImpartial'

const rolesThatRelease = ['caseworker', 'unit-leader', 'decision-maker', 'committee-secretary']

export function mayRelease(input: {
  isProofread: boolean
  roles: readonly string[]
  impartiality: 'impartial' | 'conflicted' | 'superior-conflicted' | 'not-declared'
}): ReleaseReason[] {
  return [
    ...(rolesThatRelease.some((role) => input.roles.includes(role)) ? [] : (['notYourRole'] as const)),
    ...(input.impartiality === 'conflicted' ? (['notImpartial'] as const) : []),
    ...(input.isProofread ? [] : (['notProofread'] as const)),
  ]
}
