import { pageSections, type PageSection } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import type { Ctx } from '#platform/http/index.ts'
import type { MyCase } from '../queries/my-cases.ts'

/** What a part of the applicant's case page is given: the case is theirs; read what else it needs through `trx`, which reads only. */
export interface MyCaseShown {
  c: Ctx
  trx: Trx
  case: MyCase
}

/**
 * A part that another slice puts on the applicant's case page. 'now': what waits for the applicant, at the top. 'main': what there is
 * to see. The page's own order: question 100 (now); the application 700, documents 800, what has happened 900 (main).
 */
export type MyCaseSection = PageSection<MyCaseShown, 'now' | 'main'>

export const { add: addMyCaseSection, show: showMyCaseSections } = pageSections<MyCaseShown, MyCaseSection['place']>()
