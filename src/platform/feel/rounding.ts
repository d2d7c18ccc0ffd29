export type Rounding = 'down' | 'up' | 'half up' | 'half down' | 'half even' | 'floor' | 'ceiling'

/** Rounds at a decimal place (any whole number) by the number's own digits: 1.005 to two places is 1.01 and not 1.00. */
export function roundDigits(value: number, scale: number, how: Rounding): number {
  const [digits, exponent] = value.toExponential().split('e')
  const rounded = whole(Number(`${digits}e${Number(exponent) + scale}`), how)
  const [made, power] = rounded.toExponential().split('e')
  return Number(`${made}e${Number(power) - scale}`)
}

function whole(value: number, how: Rounding): number {
  if (how === 'floor') return Math.floor(value)
  if (how === 'ceiling') return Math.ceil(value)
  const size = Math.abs(value)
  const low = Math.floor(size)
  const rest = size - low
  const raise =
    how === 'up'
      ? rest > 0
      : how === 'down'
        ? false
        : rest !== 0.5
          ? rest > 0.5
          : how === 'half up' || (how === 'half even' && low % 2 === 1)
  return (value < 0 ? -1 : 1) * (low + (raise ? 1 : 0)) || 0
}
