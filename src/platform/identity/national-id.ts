// National identity numbers: fødselsnummer, D-number (day + 40), H-number (month + 40) and the synthetic ones of the tax
// administration's test data (month + 80), which no real person has.

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** Whether the eleven digits hold a day and valid check digits. From 2032 the first check digit may be off by up to three; accepted now. */
export function isNationalId(text: string): boolean {
  if (!/^[0-9]{11}$/.test(text)) return false
  const digits = [...text].map(Number)
  const firstRest = (weighted(digits, first) + (digits[9] ?? 0)) % 11
  const secondRest = (weighted(digits, second) + (digits[10] ?? 0)) % 11
  return firstRest <= 3 && secondRest === 0 && birthDateOf(text) !== undefined
}

/** Whether the number is from the tax administration's synthetic population: accepted only where the demo is on. */
export function isSynthetic(nationalId: string): boolean {
  return Number(nationalId.slice(2, 4)) > 80
}

/** The day of birth that the number holds, as YYYY-MM-DD; undefined when it holds none. */
export function birthDateOf(nationalId: string): string | undefined {
  const [day, month, year] = [0, 2, 4].map((at) => Number(nationalId.slice(at, at + 2))) as [number, number, number]
  const individual = Number(nationalId.slice(6, 9))
  const century = centuryOf(year, individual)
  if (century === undefined) return undefined
  const text = `${century + year}-${two(month % 40)}-${two(day > 40 ? day - 40 : day)}`
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined
}

function centuryOf(year: number, individual: number): number | undefined {
  if (individual <= 499) return 1900
  if (individual <= 749 && year >= 54) return 1800
  if (year <= 39) return 2000
  return individual >= 900 ? 1900 : undefined
}

function weighted(digits: number[], weights: number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
