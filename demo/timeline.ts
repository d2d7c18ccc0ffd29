/** What happens in the demo, in the order of its own time: each thing may lead to others later. */
export interface Timeline {
  /** Something that happens at a time. What lies after the end of the play never happens. */
  plan(at: Date, work: (at: Date) => Promise<void>): void
  /** Plays everything up to and including `until`. Returns how many things happened. */
  play(until: Date): Promise<number>
}

export function openTimeline(): Timeline {
  let planned: { at: Date; order: number; work: (at: Date) => Promise<void> }[] = []
  let order = 0
  return {
    plan: (at, work) => void planned.push({ at, order: order++, work }),
    play: async (until) => {
      let played = 0
      for (;;) {
        const [next] = planned.toSorted((a, b) => Number(a.at) - Number(b.at) || a.order - b.order)
        if (!next || next.at > until) return played
        planned = planned.filter((each) => each !== next)
        await next.work(next.at)
        played++
      }
    },
  }
}
