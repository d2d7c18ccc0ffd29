// How long things last. ASVS 7.3: both an inactivity and an absolute limit, documented in docs/decisions.

const minute = 60_000
const hour = 60 * minute

export interface SessionLimits {
  /** Unused for this long, a session is over. */
  idle: number
  /** Over after this long, however much it is used. */
  absolute: number
}

/**
 * Residents often sit at a shared or public machine: one hour unused. Typed text is kept in the draft and in the pending post,
 * so a short limit costs them no work. Employees sit behind their own screen lock and come back from meetings: two hours
 * unused, and never longer than one working day.
 */
export const sessionLimits: Record<'resident' | 'staff', SessionLimits> = {
  resident: { idle: hour, absolute: 12 * hour },
  staff: { idle: 2 * hour, absolute: 10 * hour },
}

/** A session's last use is written down at most this often. */
export const touchEvery = minute

/** From leaving for the provider to coming back. */
export const loginAttemptLasts = 10 * minute

/** How long a form posted with a session that had run out is kept for its sender. */
export const pendingPostLasts = 30 * minute

/** How long an ended session is remembered, so that a form posted with it can be kept for the same person. */
export const endedSessionRemembered = 24 * hour
