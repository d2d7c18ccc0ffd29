import type { Job } from '#platform/jobs/jobs.ts'
import { freezeApplicationJob } from './application/jobs.ts'
import { decisionJobs } from './decision/jobs.ts'
import { sheetRunJob, sweepImportsJob } from './moving-in/jobs.ts'
import { tellNominatedJob } from './nomination/jobs.ts'
import { freezeReportJob, remindOfReportsJob } from './report/jobs.ts'
import { remindOfOpeningsJob } from './scheme/jobs.ts'
import { tryOutJob } from './studio/jobs.ts'

/** What the grants module does later; each part lists its own. */
export const grantsJobs: readonly Job[] = [
  freezeApplicationJob,
  freezeReportJob,
  remindOfOpeningsJob,
  remindOfReportsJob,
  tellNominatedJob,
  sheetRunJob,
  sweepImportsJob,
  tryOutJob,
  ...decisionJobs,
]
