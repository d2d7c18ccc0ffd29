// What an account number shows of itself, and what whoever pays must be told about it.

export type AccountWarning = 'missing' | 'differsFromRegister' | 'differsFromList' | 'differsFromLastPaid' | 'changedByRecipient'

/** "•••• •• 17947": enough to tell two accounts apart, too little to pay to. */
export function maskAccount(account: string): string {
  return `•••• •• ${account.slice(-5)}`
}

/** Accounts are compared as digits; what is unknown warns of nothing. */
export function accountWarnings(input: {
  account: string | undefined
  /** The account the register says the organisation has. */
  register?: string | null | undefined
  /** The account that the municipality's own list of organisations had. */
  list?: string | undefined
  /** The account that the same recipient was last paid on. */
  lastPaid?: string | undefined
  changedByRecipient: boolean
}): AccountWarning[] {
  if (input.account === undefined) return ['missing']
  const digits = (text: string) => text.replaceAll(/\D/g, '')
  const differs = (other: string | null | undefined) => !!other && digits(other) !== digits(input.account ?? '')
  return [
    ...(differs(input.register) ? (['differsFromRegister'] as const) : []),
    ...(differs(input.list) ? (['differsFromList'] as const) : []),
    ...(differs(input.lastPaid) ? (['differsFromLastPaid'] as const) : []),
    ...(input.changedByRecipient ? (['changedByRecipient'] as const) : []),
  ]
}
