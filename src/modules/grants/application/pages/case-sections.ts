import type { Child } from 'hono/jsx'
import type { Trx } from '#platform/database/db.ts'
import type { Ctx } from '#platform/http/index.ts'
import type { MyCase } from '../queries/my-cases.ts'

/** What a part of the applicant's case page is given: the case is theirs; read what else it needs through `trx`, which reads only. */
export interface MyCaseShown {
  c: Ctx
  trx: Trx
  case: MyCase
}

/** A part that another slice puts on the applicant's case page: the decision, acceptance, payment, report, appeal. */
export interface MyCaseSection {
  key: string
  /** 'now': what waits for the applicant, at the top. 'main': what there is to see. */
  place: 'now' | 'main'
  /** Lower comes first. The page's own: question 100 (now); the application 700, documents 800, what has happened 900 (main). */
  order: number
  /** Undefined leaves it out. */
  show(shown: MyCaseShown): Promise<Child | undefined>
}

const sections = new Map<string, MyCaseSection>()

/** Adds a part; the same key again replaces it. */
export function addMyCaseSection(section: MyCaseSection): void {
  sections.set(section.key, section)
}

/** The parts of one place that have something to show, in order. */
export async function showMyCaseSections(
  place: MyCaseSection['place'],
  shown: MyCaseShown,
): Promise<{ order: number; part: Child }[]> {
  const found: { order: number; part: Child }[] = []
  for (const section of [...sections.values()].filter((each) => each.place === place).toSorted((a, b) => a.order - b.order)) {
    const part = await section.show(shown)
    if (part !== undefined && part !== null) found.push({ order: section.order, part })
  }
  return found
}
