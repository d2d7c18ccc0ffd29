import { pageSections, type PageSection } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import type { Ctx } from '#platform/http/index.ts'
import type { CaseFile } from '../queries/case-access.ts'
import type { CaseDetails } from '../queries/case-page.ts'
import type { Impartiality } from '../rules/impartiality.ts'

/** What a part of the case page is given: read what else it needs through `trx`, which reads only. */
export interface CaseShown {
  c: Ctx
  trx: Trx
  caseFile: CaseFile
  details: CaseDetails
  impartiality: Impartiality
}

/**
 * A part that another slice puts on the case page. 'main': what it is, to the left. 'next': what to do, to the right. The page's own
 * order: application 100, assessment 200, recommendation 300, documents 800, notes 900.
 */
export type CaseSection = PageSection<CaseShown, 'main' | 'next'>

export const { add: registerCaseSection, show: showCaseSections } = pageSections<CaseShown, CaseSection['place']>()
