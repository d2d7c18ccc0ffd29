/** Sums over much are kept in this process for a while: a hundred times as long as counting took, at most a minute. */
const memory = new Map<string, { value: unknown; until: number }>()
const KEPT = 500
const LONGEST_MS = 60_000

/** The value under a key; worked out anew unless it was found worth keeping, and still is kept. */
export async function kept<T>(key: string, work: () => Promise<T>, isWorthIt: (value: T) => boolean): Promise<T> {
  const began = performance.now()
  const before = memory.get(key)
  if (before && before.until > began) return before.value as T
  const value = await work()
  memory.delete(key)
  if (!isWorthIt(value)) return value
  if (memory.size >= KEPT) memory.delete(memory.keys().next().value ?? '')
  const ended = performance.now()
  memory.set(key, { value, until: ended + Math.min(LONGEST_MS, (ended - began) * 100) })
  return value
}
