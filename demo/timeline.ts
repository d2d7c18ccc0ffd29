/** What happens in the demo, in the order of its own time: each thing may lead to others later. */
export interface Timeline {
  /** Something that happens at a time. What lies after the end of the play never happens. */
  plan(at: Date, work: (at: Date) => Promise<void>): void
  /** Plays everything up to and including `until`; `after` each thing may look at how it goes, or end the play by an error. */
  play(until: Date, after: () => void): Promise<void>
}

export function openTimeline(): Timeline {
  let planned: { at: Date; order: number; work: (at: Date) => Promise<void> }[] = []
  let order = 0
  return {
    plan: (at, work) => void planned.push({ at, order: order++, work }),
    play: async (until, after) => {
      for (;;) {
        const [next] = planned.toSorted((a, b) => Number(a.at) - Number(b.at) || a.order - b.order)
        if (!next || next.at > until) return
        planned = planned.filter((each) => each !== next)
        await next.work(next.at)
        after()
      }
    },
  }
}
