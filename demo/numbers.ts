/** Synthetic numbers: valid by their control digit, given to nobody. */

const control = (digits: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)) % 11

function withControl(make: (n: number) => string, weights: readonly number[], nth: number): string {
  // One in eleven has no control digit: those are passed over.
  for (let n = nth * 13; ; n++) {
    const digits = make(n)
    const last = control(digits, weights)
    if (last !== 10) return `${digits}${last}`
  }
}

/** An organisation number that begins with 3, as the register's test numbers do. */
export function organisationNumber(nth: number): string {
  return withControl((n) => `31${String(700_000 + n).padStart(6, '0')}`, [3, 2, 7, 6, 5, 4, 3, 2], nth)
}

/** Where a municipality's organisations begin among those numbers. */
export function organisationOffset(slug: string): number {
  return slug === 'fjordvik' ? 0 : 500
}

/** A bank account in a series that no bank has. */
export function bankAccount(nth: number): string {
  return withControl((n) => `999999${String(n).padStart(4, '0')}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], nth)
}
