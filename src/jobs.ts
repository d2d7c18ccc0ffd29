import type { Job } from '#platform/jobs/jobs.ts'

/** Everything that happens later, by module. */
export const jobs: readonly Job[] = []
