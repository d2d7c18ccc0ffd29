import { formLimits } from '../../model.ts'

const signs: Record<string, string> = { '9': '[0-9]', a: '[A-Za-z]', A: '[A-Za-z]', '*': '[A-Za-z0-9]' }

/**
 * An input mask as a pattern: "99/99/9999", where 9 is a digit, a a letter and * either. One that is longer than an expression can be
 * becomes a pattern that is refused for that.
 */
export function maskPattern(mask: string): string {
  const parts = Array.from(
    mask.slice(0, formLimits.expression),
    (sign) => signs[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  )
  return `^${parts.join('')}$`
}
