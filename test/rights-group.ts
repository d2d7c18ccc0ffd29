/** 'anyone' needs no login; 'logged-in' is residents and staff; 'staff' is anybody at the municipality, also without a role. */
export type Allowed = 'anyone' | 'logged-in' | 'resident' | 'staff' | readonly string[]

/** What a group of addresses is for, who may use it, and the addresses. */
export type Group = readonly [about: string, allowed: Allowed, ...addresses: string[]]
