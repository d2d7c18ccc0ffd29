import type { Child } from 'hono/jsx'
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

/** A part that another slice puts on the case page: the decision, payments, reports, an appeal. */
export interface CaseSection {
  key: string
  /** 'main': what it is, to the left. 'next': what to do, to the right. */
  place: 'main' | 'next'
  /** Lower comes first. The page's own: application 100, assessment 200, recommendation 300, documents 800, notes 900. */
  order: number
  /** Undefined leaves it out. */
  show(shown: CaseShown): Promise<Child | undefined>
}

const sections = new Map<string, CaseSection>()

/** Adds a part; the same key again replaces it. */
export function registerCaseSection(section: CaseSection): void {
  sections.set(section.key, section)
}

/** The parts of one place that have something to show, in order. */
export async function showCaseSections(place: CaseSection['place'], shown: CaseShown): Promise<{ order: number; part: Child }[]> {
  const found: { order: number; part: Child }[] = []
  for (const section of [...sections.values()].filter((each) => each.place === place).toSorted((a, b) => a.order - b.order)) {
    const part = await section.show(shown)
    if (part !== undefined) found.push({ order: section.order, part })
  }
  return found
}
