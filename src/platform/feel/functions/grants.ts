import { FeelFailure } from '../failure.ts'
import { isUnknown, numberValue, type Value } from '../values.ts'
import { define, type FunctionSpec } from './spec.ts'

function ore(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new FeelFailure('bad-argument', 'an amount is whole øre')
  return amount
}

function step(size: number): number {
  if (!Number.isSafeInteger(size) || size <= 0) throw new FeelFailure('bad-argument', 'a step is whole øre above zero')
  return size
}

/** A share in per cent of an amount in øre; half an øre is rounded away from zero. Exact: no floating point. */
export function shareOf(amount: number, percent: number): number {
  const [whole = '0', decimals = ''] = percent.toFixed(6).replace('-', '').split('.')
  if (Math.abs(percent) > 100_000 || Number(percent.toFixed(6)) !== percent)
    throw new FeelFailure('bad-argument', 'a percentage has at most six decimals')
  const parts = BigInt(whole + decimals)
  const size = BigInt(Math.abs(ore(amount))) * parts
  const unit = 100_000_000n
  const rounded = (size + unit / 2n) / unit
  return numberValue(Number(rounded) * (percent < 0 !== amount < 0 ? -1 : 1))
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

/** Modulus 11 as the organisation number and the bank account number use it. */
function controlDigitFits(digits: string, weights: readonly number[]): boolean {
  const control = (11 - (weighted(digits, weights) % 11)) % 11
  return control !== 10 && control === Number(digits.at(-1))
}

const plain = (text: string): string => text.replaceAll(/[ .]/g, '')

export const GRANT_FUNCTIONS: Record<string, FunctionSpec> = {
  /** 1 234 567 øre down to whole 1 000 kroner (100 000 øre) is 1 200 000. Towards zero. */
  'round down to': define<[number, number]>(
    [
      ['ore', 'number'],
      ['step', 'number'],
    ],
    ([amount, size]) => numberValue(Math.trunc(ore(amount) / step(size)) * size),
  ),
  /** To the nearest step; half a step away from zero. */
  'round to': define<[number, number]>(
    [
      ['ore', 'number'],
      ['step', 'number'],
    ],
    ([amount, size]) => {
      const rest = Math.abs(ore(amount)) % step(size)
      const raised = Math.abs(amount) - rest + (rest * 2 >= size ? size : 0)
      return numberValue(amount < 0 ? -raised : raised)
    },
  ),
  'share of': define<[number, number]>(
    [
      ['ore', 'number'],
      ['percent', 'number'],
    ],
    ([amount, percent]) => shareOf(amount, percent),
  ),
  /** kr(40000) is 4 000 000 øre, so that a rule can be written in kroner. */
  kr: define<[number]>([['kroner', 'number']], ([kroner]) => ore(numberValue(kroner * 100))),
  /** Nine digits with a control digit (Brønnøysund); says nothing of whether it is in use. */
  'organisation number valid': define<[string]>([['number', 'string']], ([text]) => {
    const digits = plain(text)
    return /^[89]\d{8}$/.test(digits) && controlDigitFits(digits, [3, 2, 7, 6, 5, 4, 3, 2])
  }),
  /** Eleven digits with a control digit; says nothing of whose account it is. */
  'account number valid': define<[string]>([['number', 'string']], ([text]) => {
    const digits = plain(text)
    return /^\d{11}$/.test(digits) && controlDigitFits(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
  }),
  /** Whether anybody has told us. */
  'is defined': define<[Value]>([['value', 'any']], ([value]) => !isUnknown(value), { takesUnknown: true, takesGaps: true }),
  /** The value, or another where nobody has told us: the author's own word that missing means this. */
  'with default': define<[Value, Value]>(
    [
      ['value', 'any'],
      ['default', 'any'],
    ],
    ([value, other]) => (isUnknown(value) ? other : value),
    { takesUnknown: true, takesGaps: true },
  ),
  not: define<[boolean]>([['negand', 'boolean']], ([value]) => !value),
}
