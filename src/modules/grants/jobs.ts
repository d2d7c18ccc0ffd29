import type { Job } from '#platform/jobs/jobs.ts'
import { remindOfOpeningsJob } from './scheme/jobs.ts'

/** What the grants module does later; each part lists its own. */
export const grantsJobs: readonly Job[] = [remindOfOpeningsJob]
