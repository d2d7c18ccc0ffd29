// Years in a row, so that a year with nothing shows as nothing.

/** Every year from the first to the last, oldest first; at most the last 30. */
export function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).slice(-30)
}
