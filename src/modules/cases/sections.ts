import type { Child } from 'hono/jsx'

/** A part that another slice puts on a page: the decision, payments, reports, an appeal. */
export interface PageSection<Shown, Place extends string> {
  key: string
  place: Place
  /** Lower comes first. */
  order: number
  /** Undefined leaves it out. */
  show(shown: Shown): Promise<Child | undefined>
}

/** The parts of one page. `add` with the same key again replaces; `show` gives those of one place that have something to show, in order. */
export function pageSections<Shown, Place extends string>() {
  const sections = new Map<string, PageSection<Shown, Place>>()
  return {
    add(section: PageSection<Shown, Place>): void {
      sections.set(section.key, section)
    },
    async show(place: Place, shown: Shown): Promise<{ order: number; part: Child }[]> {
      const found: { order: number; part: Child }[] = []
      for (const section of [...sections.values()].filter((each) => each.place === place).toSorted((a, b) => a.order - b.order)) {
        const part = await section.show(shown)
        if (part !== undefined && part !== null) found.push({ order: section.order, part })
      }
      return found
    },
  }
}
