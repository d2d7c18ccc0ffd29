export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** "1.84", or a dash for what could not be measured. */
export function shown(value: number, decimals = 2): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : '–'
}

export interface Percentiles {
  p50: number
  p95: number
}

export function percentiles(taken: readonly number[]): Percentiles {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}
