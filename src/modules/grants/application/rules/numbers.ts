/** Numbers with a control digit, and numbers as people write them. Says nothing of whether a number is in use. */

const ORGANISATION = [3, 2, 7, 6, 5, 4, 3, 2] as const
const ACCOUNT = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const

/** Digits without the spaces and dots people put between them: "123 456 789", "1234.56.78901". */
export function compactDigits(text: string): string {
  return text.replace(/[\s\u00a0\u202f.]/g, '')
}

/**
 * Nine digits with the control digit of Enhetsregisteret. Real numbers begin with 8 or 9, synthetic ones with 2 or 3; both are
 * taken, since a number nobody has is refused by the register and not by its first digit.
 */
export function isOrganisationNumber(text: string): boolean {
  return /^[2389]\d{8}$/.test(text) && fits(text, ORGANISATION)
}

/** Eleven digits with the banks' control digit. */
export function isBankAccount(text: string): boolean {
  return /^\d{11}$/.test(text) && !/^0+$/.test(text) && fits(text, ACCOUNT)
}

export function isPostcode(text: string): boolean {
  return /^\d{4}$/.test(text) && text !== '0000'
}

/** "1234.56.78901" */
export function formatAccount(digits: string): string {
  return /^\d{11}$/.test(digits) ? `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}` : digits
}

/** "123 456 789" */
export function formatOrganisationNumber(digits: string): string {
  return /^\d{9}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : digits
}

/**
 * A number the Norwegian way: "1 250", "1.250", "12,5", "-3". A dot before exactly three digits parts thousands; otherwise it is a
 * decimal mark. Undefined when it is no number.
 */
export function parseNumber(text: string): number | undefined {
  const compact = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/[−–]/g, '-')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,16})(?:[.,](\d{1,6}))?$/.exec(compact)
  if (!match) return undefined
  const value = Number(`${match[1]}${(match[2] ?? '').replaceAll('.', '')}.${match[3] ?? '0'}`)
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : undefined
}

/** A number as one would type it, with all its decimals: "1 250,375". parseNumber reads the same number from it. */
export function writeNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = /e/.test(whole) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  const text = String(value)
  return text.includes('e-') ? 99 : (text.split('.')[1]?.length ?? 0)
}

function fits(digits: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const control = (11 - (sum % 11)) % 11
  return control !== 10 && control === Number(digits.at(-1))
}
