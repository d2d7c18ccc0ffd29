/** Limits in kroner as an amount question's limits in øre. What is below zero, or no amount, sets no limit. */
export function oreLimits(min: number | undefined, max: number | undefined): { minOre?: number; maxOre?: number } {
  const [least, most] = [min, max].map((kroner) => (kroner === undefined ? -1 : Math.round(kroner * 100)))
  return {
    ...(least !== undefined && least > 0 && Number.isSafeInteger(least) ? { minOre: least } : {}),
    ...(most !== undefined && most >= 0 && Number.isSafeInteger(most) ? { maxOre: most } : {}),
  }
}
